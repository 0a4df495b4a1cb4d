// Asks the assistant as a visitor would, and does not count: whoever has published sees at once whether it helped.
import {Api} from '../../shared/api.js';
import {drawBlocks} from '../../shared/blocks.js';
import {appendAll, element} from '../../shared/dom.js';
import {newKey} from '../../shared/random_key.js';
import {asStaffFailure} from '../articles/article_view.js';
import {decisionBadge} from '../conversations/conversations_page.js';
import {whilePressed} from '../page_frame.js';
import {labelled} from '../parts/form_dialog.js';
import {pageAddress} from '../router.js';

const LONGEST = 500;

export class TryOut {
  #context;
  #api;
  #question = element('input', {autocomplete: 'off', maxlength: LONGEST});
  #ask;
  #said = element('p', {class: 'field-error', role: 'alert'});
  #answer = element('div', {'class': 'tried', 'aria-live': 'polite'});

  /**
   * @param {import('../page').Context} context
   * @param {string} question
   */
  constructor(context, question) {
    const {strings} = context;
    this.#context = context;
    this.#api = new Api({base: `${location.origin}/`, lang: strings.lang});
    this.#question.value = question;
    this.#ask = element('button', {'class': 'button', 'data-action': 'try'}, strings.text('try.ask'));
    const form = element('form', {class: 'try-form'},
      labelled('try-question', strings.text('try.question'), this.#question), this.#ask);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.node = element('section', {class: 'card'}, element('h2', {}, strings.text('try.title')),
      element('p', {class: 'hint'}, strings.text('try.hint')), form, this.#said, this.#answer);
  }

  focus() {
    this.#question.focus();
  }

  #submit() {
    const {signal} = this.#context;
    const message = this.#question.value.trim();
    if (!message) {
      this.#question.focus();
      return;
    }
    whilePressed(this.#ask, this.#said, this.#context, async () => {
      const request = {message, key: newKey(), context: {channel: 'staff'}};
      this.#draw(await this.#api.chat(request, null, signal).catch(asStaffFailure));
    });
  }

  /** @param {import('../../shared/wire').ChatReply} reply */
  #draw({decision, blocks, citations, choices, lang}) {
    const {strings} = this.#context;
    const link = (/** @type {{article: string, title: string}} */ {article, title}) =>
      element('a', {href: pageAddress('articles', {read: article})}, title);
    this.#answer.replaceChildren();
    appendAll(this.#answer, [
      element('p', {class: 'states'}, decisionBadge(strings, decision), ...citations.slice(0, 1).map(link)),
      element('div', {class: 'blocks', lang}, drawBlocks(blocks, {
        base: location.origin, tableLabel: strings.text('editor.table'),
        openArticle: (id) => this.#context.go('articles', {read: id}),
      })),
      choices.length > 0 && element('ul', {class: 'asked'},
        ...choices.map((choice) => element('li', {}, link(choice)))),
    ]);
  }
}

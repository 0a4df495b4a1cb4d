// Asks which article answers which of a gap's questions already.
import {appendAll, element} from '../../shared/dom.js';
import {ownQuestions} from '../editor/fields.js';
import {failureText} from '../page_frame.js';
import {labelled, openFormDialog} from '../parts/form_dialog.js';
import {findArticles} from '../parts/plain_words.js';
import {StaffFailure} from '../staff_wire.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('../desk_wire').Gap} Gap */
/** @typedef {import('../desk_wire').ArticleFigures} ArticleFigures */

const MOST_SHOWN = 8;

/**
 * @param {Context} context
 * @param {Gap} gap
 * @param {(title: string) => void} saved
 */
export function askQuestion(context, gap, saved) {
  const {strings, api} = context;
  const questions = drawQuestions(gap, strings);
  const picker = new ArticlePicker(context, gap);
  openFormDialog(context, {
    title: strings.text('gaps.question.title'),
    lead: strings.text('gaps.question.lead'),
    fields: [questions.node, picker.node],
    submit: strings.text('gaps.question.save'),
    check: () => {
      if (questions.chosen().length === 0) return strings.text('gaps.question.none');
      if (picker.chosen()) return '';
      picker.focus();
      return strings.text('gaps.question.noArticle');
    },
    save: async () => {
      const {id, title} = /** @type {{id: string, title: string}} */ (picker.chosen());
      for (const question of questions.chosen()) await api.post('edits/question', {article: id, question});
      saved(title);
    },
  });
}

/**
 * @param {Gap} gap
 * @param {import('../../shared/strings.js').Strings} strings
 */
function drawQuestions({title, examples}, strings) {
  const texts = ownQuestions(examples.map(({text}) => text));
  const boxes = (texts.length > 0 ? texts : [title]).map((value, index) =>
    element('input', {type: 'checkbox', value, checked: true, id: `question-${index}`}));
  const node = element('fieldset', {class: 'options'},
    element('legend', {}, strings.text('gaps.question.which')),
    ...boxes.map((box) => element('label', {class: 'option', for: box.id}, box, element('span', {}, box.value))));
  return {node, chosen: () => boxes.filter(({checked}) => checked).map(({value}) => value)};
}

/** A search field, and below it the articles that fit as radio buttons. The nearest one stands there at first. */
class ArticlePicker {
  #context;
  #gap;
  /** @type {ArticleFigures[]} */
  #articles = [];
  #search = element('input', {type: 'search', autocomplete: 'off'});
  #found = element('div', {class: 'options', role: 'radiogroup'});
  #count = element('p', {class: 'hint', role: 'status'});

  /**
   * @param {Context} context
   * @param {Gap} gap
   */
  constructor(context, gap) {
    this.#context = context;
    this.#gap = gap;
    const {strings} = context;
    this.#found.setAttribute('aria-label', strings.text('gaps.question.article'));
    this.node = element('div', {class: 'picker'},
      labelled('picker-search', strings.text('gaps.question.search'), this.#search), this.#count, this.#found);
    this.#search.addEventListener('input', () => this.#draw());
    this.#load();
  }

  focus() {
    this.#search.focus();
  }

  /** @returns {{id: string, title: string} | null} */
  chosen() {
    const radio = this.#found.querySelector('input:checked');
    if (!(radio instanceof HTMLInputElement)) return null;
    return {id: radio.value, title: radio.dataset.title ?? ''};
  }

  async #load() {
    const {api, signal, strings} = this.#context;
    try {
      this.#articles = (await api.get('articles', {}, signal)).articles;
      this.#draw();
    } catch (error) {
      if (signal.aborted) return;
      this.#count.textContent = failureText(strings, error);
      if (!(error instanceof StaffFailure)) throw error;
    }
  }

  #draw() {
    const {strings} = this.#context;
    const typed = this.#search.value.trim();
    const fitting = typed ? findArticles(this.#articles, typed) : this.#nearest();
    this.#count.textContent = typed ? strings.text('gaps.question.found', {n: fitting.length}) : '';
    this.#found.replaceChildren();
    appendAll(this.#found, fitting.slice(0, MOST_SHOWN).map(({id, title, module}, index) => {
      const radio = element('input', {
        'type': 'radio', 'name': 'article', 'value': id, 'data-title': title, 'checked': index === 0,
      });
      return element('label', {class: 'option'}, radio,
        element('span', {}, title, ' ', element('span', {class: 'facts'}, module)));
    }));
  }

  #nearest() {
    const {nearest} = this.#gap;
    if (!nearest) return [];
    const module = this.#articles.find(({id}) => id === nearest.id)?.module ?? '';
    return [{...nearest, module}];
  }
}

// One gap: how large it is, what was asked, and what can be done about it.
import {appendAll, button, element} from '../../shared/dom.js';
import {KeptText} from '../editor/kept_text.js';
import {whilePressed} from '../page_frame.js';
import {mayDo} from '../roles.js';
import {pageAddress} from '../router.js';
import {savedNotice} from '../parts/editing.js';
import {askQuestion} from './question_dialog.js';
import {askSynonym} from './synonym_dialog.js';
import {directionOf, drawTrend} from './trend.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('../desk_wire').Gap} Gap */
/** @typedef {import('../desk_wire').GapExample} GapExample */

/**
 * @typedef {object} GapParts
 * @property {boolean} editable articles can be written here
 * @property {Record<string, string>} period as the address names it
 * @property {(gap: Gap, state: Gap['state']) => void} changed called when the server took another state
 */

const SHOWN_EXAMPLES = 3;

export class GapCard {
  #context;
  #gap;
  #parts;
  #body = element('div', {class: 'gap-body'});
  #said = element('p', {class: 'field-error', role: 'alert'});

  /**
   * @param {Context} context
   * @param {Gap} gap
   * @param {GapParts} parts
   */
  constructor(context, gap, parts) {
    this.#context = context;
    this.#gap = gap;
    this.#parts = parts;
    this.node = element('li', {'class': 'card gap', 'data-gap': gap.id}, this.#body);
    this.#draw();
  }

  #draw() {
    const {strings} = this.#context;
    const gap = this.#gap;
    this.#body.replaceChildren();
    appendAll(this.#body, [
      element('div', {class: 'gap-head'},
        element('div', {},
          element('h2', {tabindex: -1}, gap.title),
          element('p', {class: 'facts'}, gap.module && element('span', {class: 'badge'}, gap.module), this.#figures())),
        this.#trend()),
      this.#examples(),
      gap.nearest && element('p', {class: 'nearest'}, strings.text('gaps.nearest'), ' ',
        element('a', {href: pageAddress('articles', {edit: gap.nearest.id})}, gap.nearest.title)),
      this.#actions(),
      this.#said,
    ]);
  }

  #figures() {
    const {strings} = this.#context;
    const {count, conversations, requests, minutes} = this.#gap;
    const facts = [
      strings.text('gaps.conversations', {n: conversations}),
      requests > 0 && strings.text('gaps.requests', {n: requests}), durationText(strings, minutes),
    ];
    return element('span', {class: 'figures'},
      element('strong', {}, strings.text('gaps.count', {n: count})), ' ',
      facts.filter(Boolean).join(' · '));
  }

  #trend() {
    const {strings} = this.#context;
    const {trend} = this.#gap;
    if (trend.length < 2) return null;
    const direction = strings.text(`gaps.trend.${directionOf(trend)}`);
    const counts = trend.map(({count}) => count).join(', ');
    return element('div', {class: 'gap-trend', 'data-direction': directionOf(trend)},
      drawTrend(trend, strings.text('gaps.trend', {counts, direction})),
      element('span', {'aria-hidden': 'true'}, direction));
  }

  #examples() {
    const {strings} = this.#context;
    const {examples} = this.#gap;
    const list = (/** @type {GapExample[]} */ some) =>
      element('ul', {class: 'asked'}, ...some.map((example) => this.#example(example)));
    const rest = examples.slice(SHOWN_EXAMPLES);
    return element('div', {class: 'examples'},
      element('h3', {class: 'unseen'}, strings.text('gaps.examples')),
      list(examples.slice(0, SHOWN_EXAMPLES)),
      rest.length > 0 && element('details', {},
        element('summary', {}, strings.text('gaps.examples.more', {n: rest.length})), list(rest)));
  }

  /** @param {GapExample} example */
  #example({text, conversation, at, lang, decision}) {
    const {strings, formats} = this.#context;
    const address = pageAddress('conversations', {id: conversation});
    return element('li', {},
      element('q', {lang}, text), ' ',
      element('span', {class: 'facts'}, strings.name('conversations.decision', decision), ' · ',
        element('a', {href: address, 'aria-label': strings.text('gaps.conversation', {at: formats.moment(at)})},
          formats.moment(at))));
  }

  #actions() {
    const {strings, person} = this.#context;
    const {id, state} = this.#gap;
    if (!mayDo(person.role, 'curator')) return null;
    if (state !== 'open') return element('div', {class: 'actions'}, this.#stateButton('open'));
    const began = new KeptText(person.name, `gap:${id}`).read() !== null;
    const write = this.#parts.editable && [
      element('a', {'class': 'button primary', 'data-action': 'write', 'href': this.#editorAddress()},
        strings.text(began ? 'gaps.write.on' : 'gaps.write')),
      button({'class': 'button', 'data-action': 'question'}, () => this.#addQuestion(), strings.text('gaps.question')),
      button({'class': 'button', 'data-action': 'synonym'}, () => this.#addSynonym(), strings.text('gaps.synonym')),
    ];
    return element('div', {class: 'actions'}, ...(write || []), this.#stateButton('out_of_scope'));
  }

  #editorAddress() {
    return pageAddress('gaps', {write: this.#gap.id, ...this.#parts.period});
  }

  /** @param {'open' | 'out_of_scope'} state that pressing it brings about */
  #stateButton(state) {
    const {strings} = this.#context;
    const pressed = button({'class': 'button quiet', 'data-action': state}, () => this.#setState(state, pressed),
      strings.text(state === 'open' ? 'gaps.reopen' : 'gaps.out'));
    return pressed;
  }

  /**
   * @param {'open' | 'out_of_scope'} state
   * @param {HTMLButtonElement} pressed
   */
  #setState(state, pressed) {
    const {api} = this.#context;
    return whilePressed(pressed, this.#said, this.#context, async () => {
      await api.post('gaps/state', {id: this.#gap.id, state});
      this.#parts.changed(this.#gap, state);
      this.#drawMoved(state);
    });
  }

  /**
   * What is left in its place: a line and the way back, so that a slip costs nothing.
   *
   * @param {'open' | 'out_of_scope'} state
   */
  #drawMoved(state) {
    const {strings} = this.#context;
    const undo = button({'class': 'button', 'data-action': 'undo'}, () => whilePressed(undo, this.#said, this.#context,
      async () => {
        const back = state === 'open' ? 'out_of_scope' : 'open';
        await this.#context.api.post('gaps/state', {id: this.#gap.id, state: back});
        this.#parts.changed(this.#gap, back);
        this.#draw();
        this.#body.querySelector('h2')?.focus();
      }), strings.text('gaps.undo'));
    this.#body.replaceChildren(
      element('p', {class: 'moved', role: 'status'},
        element('span', {}, strings.text(`gaps.moved.${state}`, {title: this.#gap.title})), undo),
      this.#said);
    undo.focus();
  }

  #addQuestion() {
    const {strings} = this.#context;
    askQuestion(this.#context, this.#gap, (title) => this.#saved(strings.text('gaps.question.saved', {title})));
  }

  #addSynonym() {
    const {strings} = this.#context;
    askSynonym(this.#context, this.#gap, (word, means) =>
      this.#saved(strings.text('gaps.synonym.saved', {word, means})));
  }

  /** @param {string} text */
  #saved(text) {
    this.#body.querySelector('.saved')?.remove();
    const notice = savedNotice(this.#context, text, this.#gap.examples[0]?.text ?? this.#gap.title);
    this.#body.append(notice);
    notice.querySelector('a')?.focus();
  }
}

/**
 * @param {import('../../shared/strings.js').Strings} strings
 * @param {number} minutes
 */
export function durationText(strings, minutes) {
  const whole = Math.round(minutes);
  if (whole < 60) return strings.text('gaps.minutes', {n: whole});
  return strings.text('gaps.hours', {hours: Math.floor(whole / 60), minutes: whole % 60});
}

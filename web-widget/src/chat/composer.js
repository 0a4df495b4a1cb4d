// Where the person types. What was typed stays until it was taken.
import {button, element, isEnter} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {SuggestionList} from '../shared/suggestion_list.js';

/** @typedef {import('../shared/strings.js').Strings} Strings */

/**
 * @typedef {object} On
 * @property {(message: string) => boolean} submit false: not taken now, the text stays
 * @property {(suggestion: import('../shared/wire').Suggestion) => boolean} pick false: not taken now
 * @property {import('../shared/suggestions.js').Collaborators['find']} find
 */

const LONGEST = 2000; // code points, as the server counts
const COUNT_FROM = 1800;

export class Composer {
  #strings;
  #store;
  #input;
  #suggestions;
  #count = element('p', {class: 'count', role: 'status'});
  #prefilled = '';
  #send;

  /**
   * @param {Strings} strings
   * @param {import('../shared/store.js').Store} store keeps what is typed over a reload
   * @param {On} on
   */
  constructor(strings, store, on) {
    this.#strings = strings;
    this.#store = store;
    this.#input = element('textarea', {
      rows: 1, part: 'input', 'aria-label': strings.text('input'), placeholder: strings.text('input.placeholder'),
      autocomplete: 'off', enterkeyhint: 'send',
    });
    // No form: a sandboxed frame may not submit one.
    this.#send = button({class: 'send', part: 'send', 'aria-label': strings.text('send')},
      () => this.#submit(on.submit), icon('send'));
    this.#input.value = store.read();
    this.#suggestions = new SuggestionList({
      strings, field: this.#input, find: on.find, pick: (suggestion) => this.#pick(suggestion, on.pick),
    });
    this.node = element('div', {class: 'composer', part: 'composer'}, this.#suggestions.node,
      element('div', {class: 'field'}, this.#input, this.#send), this.#count);
    this.#input.addEventListener('input', () => this.measure());
    this.#input.addEventListener('keydown', (event) => {
      if (!isEnter(event)) return;
      event.preventDefault();
      this.#submit(on.submit);
    });
  }

  focus() {
    this.#input.focus();
  }

  get value() {
    return this.#input.value;
  }

  /** @param {string} text put before what is typed already */
  prepend(text) {
    const typed = this.#input.value;
    this.#input.value = typed ? `${text}\n${typed}` : text;
    this.measure();
    this.#suggestions.reset();
  }

  /** @param {string} text the page's own; takes the place of what the page put there before, unless that was changed */
  prefill(text) {
    if (this.#input.value === this.#prefilled) this.clear();
    this.prepend(text);
    this.#prefilled = this.#input.value;
  }

  clear() {
    this.#input.value = '';
    this.#prefilled = '';
    this.measure();
    this.#suggestions.reset();
  }

  /** @param {string} message */
  takes(message) {
    return length(message) <= LONGEST;
  }

  /** @param {boolean} waiting a message is on its way */
  set waiting(waiting) {
    this.#send.setAttribute('aria-disabled', String(waiting));
  }

  /** @param {(message: string) => boolean} submit */
  #submit(submit) {
    const message = this.#input.value.trim();
    if (!message || !this.takes(message)) return this.focus();
    if (!submit(message)) return;
    this.#taken();
  }

  /**
   * @param {import('../shared/wire').Suggestion} suggestion
   * @param {On['pick']} pick
   */
  #pick(suggestion, pick) {
    if (pick(suggestion)) return this.#taken();
    this.#input.value = suggestion.text;
    this.measure();
  }

  #taken() {
    this.clear();
    // The keyboard on a touch screen would cover the answer.
    if (matchMedia('(pointer: coarse)').matches) this.#input.blur();
  }

  /** Grows with the text, and counts when it gets long. Has to be called again when it was hidden. */
  measure() {
    this.#input.rows = 1;
    const line = parseFloat(getComputedStyle(this.#input).lineHeight) || 20;
    this.#input.rows = Math.min(5, Math.max(1, Math.floor(this.#input.scrollHeight / line)));
    const used = length(this.#input.value.trim());
    this.#count.textContent = used <= COUNT_FROM ? '' : this.#countText(LONGEST - used);
    this.#count.classList.toggle('over', used > LONGEST);
    this.#store.write(this.#input.value);
  }

  /** @param {number} left */
  #countText(left) {
    return left < 0 ? this.#strings.text('input.over', {n: -left}) : this.#strings.text('input.left', {n: left});
  }
}

/** @param {string} text */
function length(text) {
  return [...text].length;
}

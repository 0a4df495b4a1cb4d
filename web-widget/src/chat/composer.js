// Where the person types. What was typed stays until it was taken.
import {button, element, isEnter} from '../shared/dom.js';
import {icon} from '../shared/icons.js';

/** @typedef {import('../shared/strings.js').Strings} Strings */

const LONGEST = 2000; // code points, as the server counts
const COUNT_FROM = 1800;

export class Composer {
  #strings;
  #input;
  #count = element('p', {class: 'count', role: 'status'});
  #prefilled = '';
  #send;

  /**
   * @param {Strings} strings
   * @param {(message: string) => boolean} submit false: not taken now, the text stays
   */
  constructor(strings, submit) {
    this.#strings = strings;
    this.#input = element('textarea', {
      rows: 1, part: 'input', 'aria-label': strings.text('input'), placeholder: strings.text('input.placeholder'),
      autocomplete: 'off', enterkeyhint: 'send',
    });
    // No form: a sandboxed frame may not submit one.
    this.#send = button({class: 'send', part: 'send', 'aria-label': strings.text('send')},
      () => this.#submit(submit), icon('send'));
    this.node = element('div', {class: 'composer', part: 'composer'},
      element('div', {class: 'field'}, this.#input, this.#send), this.#count);
    this.#input.addEventListener('input', () => this.measure());
    this.#input.addEventListener('keydown', (event) => {
      if (!isEnter(event)) return;
      event.preventDefault();
      this.#submit(submit);
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

// Says that the help takes long or could not be read, over what is on the page, which stays.
import {ApiFailure} from '../shared/api.js';
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';

export class Notice {
  #strings;
  #text = element('p', {role: 'status'});
  #retry;

  /**
   * @param {import('../shared/strings.js').Strings} strings
   * @param {() => void} retry
   */
  constructor(strings, retry) {
    this.#strings = strings;
    this.#retry = button({class: 'quiet', 'data-action': 'retry'}, retry, strings.text('retry'));
    this.node = element('div', {class: 'notice'}, this.#text, this.#retry);
    this.show('idle');
  }

  /** Something could not be read. */
  get hasFailed() {
    return !this.#retry.hidden;
  }

  /** @param {'idle' | 'slow' | ApiFailure} state */
  show(state) {
    const failed = state instanceof ApiFailure;
    this.node.classList.toggle('failure', failed);
    this.#retry.hidden = !failed;
    const text = failed ? this.#textOf(state) : state === 'slow' && this.#strings.text('f1.loading');
    this.#text.replaceChildren(...(failed ? [icon('warning')] : []), ...(text ? [text] : []));
    // Hidden by the style sheet when it is empty: the words of a role that appears with them are not read out.
    this.node.toggleAttribute('data-empty', !text);
  }

  /** @param {ApiFailure} failure */
  #textOf({kind, message}) {
    if ((kind === 'refused' || kind === 'limited') && message) return message;
    const name = kind === 'offline' || kind === 'timeout' || kind === 'busy' ? kind : 'broken';
    return this.#strings.text(`f1.failure.${name}`);
  }
}

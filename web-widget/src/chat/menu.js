// What is seldom wanted, behind one button of the header: a copy of the conversation, and the language.
import {copyText} from '../shared/clipboard.js';
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {languageNames} from '../shared/strings.js';

/** @typedef {import('../shared/strings.js').Strings} Strings */
/** @typedef {keyof typeof languageNames} Language */

/**
 * @typedef {object} On
 * @property {() => string} write the conversation as plain text
 * @property {(lang: Language) => void} [speak] called when a language is picked; absent: none is to be picked here
 */

export class Menu {
  #strings;
  #on;
  #opener;
  #copy;
  #box;
  #status = element('p', {class: 'menu-status', role: 'status'});
  /** What cannot be copied for the person, to be copied by hand. */
  #field;

  /**
   * @param {Strings} strings
   * @param {On} on
   */
  constructor(strings, on) {
    this.#strings = strings;
    this.#on = on;
    this.#opener = button({class: 'head-button', 'data-action': 'menu', 'aria-label': strings.text('menu'),
      'aria-expanded': 'false'}, () => this.#toggle(), icon('more'));
    this.#copy = button({class: 'menu-item', 'data-action': 'copy-all'}, () => void this.#press(),
      icon('copy'), strings.text('copy'));
    this.#field = element('textarea', {class: 'menu-text', readonly: true, rows: 4, hidden: true,
      'aria-label': strings.text('log')});
    this.#box = element('div', {class: 'menu', part: 'menu', role: 'group', 'aria-label': strings.text('menu'),
      hidden: true}, this.#copy, this.#status, this.#field, this.#drawLanguages(on.speak));
    this.node = element('div', {class: 'menu-place'}, this.#opener, this.#box);
    this.node.addEventListener('keydown', (event) => this.#closeOnEscape(event));
    this.node.addEventListener('focusout', ({relatedTarget}) => {
      if (relatedTarget && !this.node.contains(/** @type {Node} */ (relatedTarget))) this.close();
    });
  }

  /** @param {boolean} offered there is something to copy */
  set copyOffered(offered) {
    this.#copy.hidden = !offered;
    this.node.hidden = !offered && !this.#on.speak;
  }

  focus() {
    this.#opener.focus();
  }

  close() {
    if (this.#box.hidden) return;
    this.#show(false);
  }

  #toggle() {
    this.#show(this.#box.hidden);
  }

  /** @param {boolean} shown */
  #show(shown) {
    this.#box.hidden = !shown;
    this.#opener.setAttribute('aria-expanded', String(shown));
    const root = /** @type {HTMLElement} */ (this.node.getRootNode());
    if (shown) root.addEventListener('pointerdown', this.#pressedElsewhere);
    else root.removeEventListener('pointerdown', this.#pressedElsewhere);
    this.#status.textContent = '';
    this.#field.hidden = true;
  }

  /** @param {Event} event */
  #pressedElsewhere = (event) => {
    if (!this.node.contains(/** @type {Node} */ (event.target))) this.close();
  };

  /** @param {KeyboardEvent} event */
  #closeOnEscape(event) {
    if (event.key !== 'Escape' || this.#box.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
    this.#opener.focus();
  }

  async #press() {
    this.#field.value = this.#on.write();
    this.#field.hidden = false;
    const copied = await copyText(this.#field.value, this.#field);
    this.#field.hidden = copied;
    if (copied) this.#copy.focus();
    this.#status.textContent = this.#strings.text(copied ? 'copied' : 'draft.byHand');
  }

  /** @param {On['speak']} speak */
  #drawLanguages(speak) {
    if (!speak) return null;
    const label = this.#strings.text('language');
    const names = /** @type {[Language, string][]} */ (Object.entries(languageNames));
    return element('div', {class: 'languages', role: 'group', 'aria-label': label},
      element('p', {class: 'label', 'aria-hidden': 'true'}, label),
      ...names.map(([lang, name]) => button({class: 'menu-item', lang, 'data-lang': lang,
        'aria-pressed': String(lang === this.#strings.lang)}, () => speak(lang),
      name, lang === this.#strings.lang && icon('check'))));
  }
}

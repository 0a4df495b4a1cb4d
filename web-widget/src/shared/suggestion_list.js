// Suggestions under or over the field that they are for: a listbox that the field's keys move in, while the focus
// stays in the field.
import {element} from './dom.js';
import {Suggestions} from './suggestions.js';

/** @typedef {import('./wire').Suggestion} Suggestion */
/** @typedef {import('./wire').SuggestionGroup} SuggestionGroup */

/**
 * @typedef {object} Collaborators
 * @property {import('./strings.js').Strings} strings
 * @property {HTMLInputElement | HTMLTextAreaElement} field
 * @property {import('./suggestions.js').Collaborators['find']} find
 * @property {(suggestion: Suggestion) => void} pick called when one is chosen; the list is closed by then
 */

let lists = 0;

export class SuggestionList {
  #strings;
  #field;
  #pick;
  #suggestions;
  #id = `suggestions-${lists += 1}`;
  #list;
  /** @type {readonly SuggestionGroup[]} */
  #drawn = [];
  #count = element('p', {class: 'unseen', role: 'status'});

  /** @param {Collaborators} collaborators */
  constructor({strings, field, find, pick}) {
    this.#strings = strings;
    this.#field = field;
    this.#pick = pick;
    this.#suggestions = new Suggestions({find, changed: () => this.#show()});
    this.#list = element('div', {class: 'suggestions', part: 'suggestions', role: 'listbox', id: this.#id,
      'aria-label': strings.text('suggestions'), hidden: true});
    this.node = element('div', {class: 'suggesting'}, this.#list, this.#count);
    this.#label();
    this.#listen();
  }

  /** To be called when the field was filled or emptied other than by typing. */
  reset() {
    this.#suggestions.reset();
  }

  /** A textarea may not be called a combobox, and is one in all but the name. */
  #label() {
    const isInput = this.#field instanceof HTMLInputElement;
    if (isInput) this.#field.setAttribute('role', 'combobox');
    this.#field.setAttribute('aria-autocomplete', 'list');
    this.#field.setAttribute('aria-haspopup', 'listbox');
    this.#field.setAttribute('aria-controls', this.#id);
    if (isInput) this.#field.setAttribute('aria-expanded', 'false');
  }

  #listen() {
    const field = /** @type {HTMLElement} */ (this.#field);
    field.addEventListener('input', (event) => {
      const isComposing = /** @type {InputEvent} */ (event).isComposing;
      if (!isComposing) this.#suggestions.type(this.#field.value);
    });
    field.addEventListener('compositionend', () => this.#suggestions.type(this.#field.value));
    // Before the field's own listeners, wherever those were added.
    field.addEventListener('keydown', (event) => this.#press(event), {capture: true});
    field.addEventListener('blur', () => this.#suggestions.close());
    // The focus stays in the field, or it would close the list that is pressed.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      const option = /** @type {HTMLElement | null} */ (target.closest('[role=option]'));
      if (option) this.#take(this.#suggestions.all[Number(option.dataset.index)]);
    });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (!this.#suggestions.isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const {chosen} = this.#suggestions;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (event.shiftKey) return;
        this.#suggestions.move(event.key === 'ArrowDown' ? 1 : -1);
        break;
      case 'Escape':
        this.#suggestions.close();
        break;
      case 'Enter':
        if (event.shiftKey || !chosen) return;
        this.#take(chosen);
        break;
      default:
        return;
    }
    event.preventDefault();
    // Neither the field nor what it stands in has to do with this key.
    event.stopImmediatePropagation();
  }

  /** @param {Suggestion} suggestion */
  #take(suggestion) {
    this.#suggestions.close();
    this.#pick(suggestion);
  }

  #show() {
    const {groups, all, active, isOpen} = this.#suggestions;
    if (groups !== this.#drawn) this.#draw(groups);
    this.#list.hidden = !isOpen;
    this.#count.textContent = isOpen ? this.#strings.text('suggestions.count', {n: all.length}) : '';
    if (this.#field instanceof HTMLInputElement) this.#field.setAttribute('aria-expanded', String(isOpen));
    this.#mark(active);
  }

  /** @param {readonly SuggestionGroup[]} groups */
  #draw(groups) {
    this.#drawn = groups;
    let first = 0;
    this.#list.replaceChildren(...groups.map((group, number) => {
      const node = this.#drawGroup(group, number, first);
      first += group.suggestions.length;
      return node;
    }));
    this.#list.scrollTop = 0;
  }

  /**
   * @param {SuggestionGroup} group
   * @param {number} number
   * @param {number} first index of its first suggestion among all
   */
  #drawGroup({module, suggestions}, number, first) {
    const label = `${this.#id}-module-${number}`;
    return element('div', {role: 'group', 'aria-labelledby': label},
      element('p', {class: 'suggestion-module', id: label, role: 'presentation'}, module),
      ...suggestions.map(({text, lang}, place) => element('div', {
        class: 'suggestion', role: 'option', id: this.#optionId(first + place), lang,
        'data-index': first + place, 'aria-selected': 'false',
      }, text)));
  }

  /** @param {number} active */
  #mark(active) {
    for (const option of this.#list.querySelectorAll('[aria-selected=true]')) {
      option.setAttribute('aria-selected', 'false');
    }
    const option = active < 0 ? null : this.#list.querySelector(`[data-index="${active}"]`);
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({block: 'nearest'});
    if (option) this.#field.setAttribute('aria-activedescendant', option.id);
    else this.#field.removeAttribute('aria-activedescendant');
  }

  /** @param {number} index */
  #optionId(index) {
    return `${this.#id}-${index}`;
  }
}

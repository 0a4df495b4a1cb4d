// The search field that the server drew at the top of the page: suggests while somebody types, and searches without a
// reload. Without it the form still works.
import {button} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {SuggestionList} from '../shared/suggestion_list.js';

const MOST_SUGGESTIONS = 8;

/**
 * @typedef {object} Surroundings
 * @property {() => string} module the one that the person works in; empty: not known
 * @property {(query: string) => void} go to what is found
 * @property {(article: string) => void} open
 * @property {() => void} close the panel
 */

export class SearchField {
  #bar = document.querySelector('header.bar');
  #form = this.#bar?.querySelector('form');
  #input = /** @type {HTMLInputElement | null | undefined} */ (this.#form?.querySelector('input[type=search]'));
  /** @type {SuggestionList | null} */
  #suggestions = null;
  #close;

  /**
   * @param {import('../shared/strings.js').Strings} strings
   * @param {import('../shared/api.js').Api} api
   * @param {Surroundings} surroundings
   */
  constructor(strings, api, surroundings) {
    this.#close = button({class: 'close', 'data-action': 'close', 'aria-label': strings.text('f1.close'), hidden: true},
      surroundings.close, icon('close'));
    this.#bar?.append(this.#close);
    if (this.#form && this.#input) this.#enhance(this.#form, this.#input, {strings, api, surroundings});
  }

  /** @param {boolean} shown the button that closes the panel */
  set closeShown(shown) {
    this.#close.hidden = !shown;
  }

  /** @param {import('./place.js').Place} place what is on the page now */
  follow({query}) {
    if (!this.#input || this.#input.value.trim() === query) return;
    this.#input.value = query;
    this.#suggestions?.reset();
  }

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} field
   * @param {{strings: import('../shared/strings.js').Strings, api: import('../shared/api.js').Api,
   *   surroundings: Surroundings}} parts
   */
  #enhance(form, field, {strings, api, surroundings: {module, go, open}}) {
    const suggestions = this.#suggestions = new SuggestionList({
      strings, field,
      find: async (typed, signal) =>
        (await api.suggest(typed, {module: module(), limit: MOST_SUGGESTIONS}, signal)).groups,
      pick: ({article}) => open(article),
    });
    form.append(suggestions.node);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const query = field.value.trim();
      suggestions.reset();
      if (query) go(query);
      else field.focus();
    });
  }
}

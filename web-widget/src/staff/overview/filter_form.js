// What the overview is about: a period, and one channel, module or language of all.
import {element} from '../../shared/dom.js';
import {PeriodForm} from '../parts/period_form.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {'channel' | 'module' | 'lang'} Facet */

const facets = /** @type {Facet[]} */ (['channel', 'module', 'lang']);

export class FilterForm {
  #strings;
  #nameOf;
  #changed;
  #period;
  /** @type {Record<Facet, HTMLSelectElement>} */
  #selects;

  /**
   * @param {Context} context whose address is read
   * @param {(facet: Facet, key: string) => string} nameOf
   * @param {() => void} changed
   */
  constructor(context, nameOf, changed) {
    const {strings, query} = context;
    this.#strings = strings;
    this.#nameOf = nameOf;
    this.#changed = changed;
    this.#selects = /** @type {Record<Facet, HTMLSelectElement>} */ (Object.fromEntries(facets.map((facet) =>
      [facet, this.#select(facet, query.get(facet) ?? '')])));
    this.#period = new PeriodForm(context, changed);
    this.node = this.#period.node;
    // A select shows at once what it chooses, so that only the days have a button.
    this.node.append(...facets.map((facet) => element('div', {class: 'field'},
      element('label', {for: this.#selects[facet].id}, strings.text(`overview.${facet}`)), this.#selects[facet])));
    this.node.setAttribute('aria-label', strings.text('filter'));
  }

  /** As the API is asked. */
  get wanted() {
    return {...this.#period.period, ...this.#facets()};
  }

  /** As the address names it. */
  get address() {
    return {...this.#period.address, ...this.#facets()};
  }

  /** What is shown of all, by its name; empty: everything. */
  get parts() {
    return facets.filter((facet) => this.#selects[facet].value !== '')
      .map((facet) => this.#nameOf(facet, this.#selects[facet].value));
  }

  widen() {
    for (const facet of facets) this.#selects[facet].value = '';
    this.#changed();
  }

  /**
   * Offers what the period has. What was offered before stays, so that one can go from one to the other.
   *
   * @param {Record<Facet, string[]>} keys
   */
  offer(keys) {
    for (const facet of facets) {
      const select = this.#selects[facet];
      const known = new Set([...select.options].map(({value}) => value));
      for (const key of keys[facet]) if (key !== '' && !known.has(key)) select.append(this.#option(facet, key, ''));
    }
  }

  #facets() {
    return Object.fromEntries(facets.map((facet) => [facet, this.#selects[facet].value]));
  }

  /**
   * @param {Facet} facet
   * @param {string} chosen
   */
  #select(facet, chosen) {
    const select = element('select', {id: `filter-${facet}`},
      element('option', {value: ''}, this.#strings.text(`filter.${facet}`)),
      chosen && this.#option(facet, chosen, chosen));
    select.addEventListener('change', () => this.#changed());
    return select;
  }

  /**
   * @param {Facet} facet
   * @param {string} key
   * @param {string} chosen
   */
  #option(facet, key, chosen) {
    return element('option', {value: key, selected: key === chosen}, this.#nameOf(facet, key));
  }
}

// What the overview is about: a period, and one channel, module or language of all.
import {element} from '../../shared/dom.js';
import {daysBack, isDay, localDay} from '../days.js';
import {periodKinds, readPeriod, writePeriod} from './period.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {'channel' | 'module' | 'lang'} Facet */

const facets = /** @type {Facet[]} */ (['channel', 'module', 'lang']);

export class FilterForm {
  #context;
  #changed;
  #today = localDay(new Date());
  /** @type {import('./period.js').Period & {kind: import('./period.js').PeriodKind}} */
  #period;
  #kind;
  #from;
  #to;
  #own;
  #said = element('p', {class: 'field-error', role: 'alert', id: 'own-error'});
  /** @type {Record<Facet, HTMLSelectElement>} */
  #selects;
  #nameOf;

  /**
   * @param {Context} context whose address is read
   * @param {(facet: Facet, key: string) => string} nameOf
   * @param {() => void} changed
   */
  constructor(context, nameOf, changed) {
    const {strings, query} = context;
    this.#context = context;
    this.#nameOf = nameOf;
    this.#changed = changed;
    this.#period = readPeriod(query, this.#today);
    this.#kind = element('select', {id: 'period'}, ...periodKinds.map((kind) =>
      element('option', {value: kind, selected: kind === this.#period.kind}, strings.text(`period.${kind}`))));
    this.#from = this.#day('from');
    this.#to = this.#day('to');
    this.#own = element('div', {class: 'own', hidden: this.#period.kind !== 'own'},
      field(strings.text('period.from'), this.#from), field(strings.text('period.to'), this.#to),
      element('button', {class: 'button'}, strings.text('period.show')), this.#said);
    this.#selects = /** @type {Record<Facet, HTMLSelectElement>} */ (Object.fromEntries(facets.map((facet) =>
      [facet, this.#facet(facet, query.get(facet) ?? '')])));
    this.node = element('form', {'class': 'filters', 'aria-label': strings.text('filter'), 'novalidate': true},
      field(strings.text('period'), this.#kind), this.#own,
      ...facets.map((facet) => field(strings.text(`overview.${facet}`), this.#selects[facet])));
    this.#kind.addEventListener('change', () => this.#chooseKind());
    this.node.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#chooseOwn();
    });
  }

  /** As the API is asked. */
  get wanted() {
    const {from, to} = this.#period;
    return {from, to, ...this.#facets()};
  }

  /** As the address names it: a period that ends today stays one. */
  get address() {
    return {...writePeriod(this.#period), ...this.#facets()};
  }

  /** Whether only a part of all is shown. */
  get isNarrowed() {
    return facets.some((facet) => this.#selects[facet].value !== '');
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

  /** @param {'from' | 'to'} end */
  #day(end) {
    const given = this.#period.kind === 'own' ? this.#period[end] : '';
    return element('input', {
      type: 'date', id: `period-${end}`, value: given, max: this.#today, 'aria-describedby': 'own-error',
    });
  }

  /**
   * @param {Facet} facet
   * @param {string} chosen
   */
  #facet(facet, chosen) {
    const {strings} = this.#context;
    const select = element('select', {id: `filter-${facet}`},
      element('option', {value: ''}, strings.text(`filter.${facet}`)),
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

  #chooseKind() {
    const kind = this.#kind.value;
    this.#own.hidden = kind !== 'own';
    if (kind === 'own') {
      this.#from.value ||= this.#period.from;
      this.#to.value ||= this.#period.to;
      this.#from.focus();
      return;
    }
    this.#period = readPeriod(new URLSearchParams({period: kind}), this.#today);
    this.#changed();
  }

  #chooseOwn() {
    const [from, to] = [this.#from.value, this.#to.value];
    const wrong = this.#wrongDay(from, to);
    for (const input of [this.#from, this.#to]) input.setAttribute('aria-invalid', String(input === wrong?.input));
    this.#said.textContent = wrong ? this.#context.strings.text(wrong.text) : '';
    if (wrong) {
      wrong.input.focus();
      return;
    }
    this.#period = {kind: 'own', from, to};
    this.#changed();
  }

  /**
   * @param {string} from
   * @param {string} to
   */
  #wrongDay(from, to) {
    if (!isDay(from)) return {input: this.#from, text: 'period.from.missing'};
    if (!isDay(to)) return {input: this.#to, text: 'period.to.missing'};
    if (from > to) return {input: this.#to, text: 'period.reversed'};
    return daysBack(to, LONGEST_DAYS) > from ? {input: this.#from, text: 'period.too_long'} : null;
  }
}

const LONGEST_DAYS = 3660;

/**
 * @param {string} label
 * @param {HTMLElement} input
 */
function field(label, input) {
  return element('div', {class: 'field'}, element('label', {for: input.id}, label), input);
}

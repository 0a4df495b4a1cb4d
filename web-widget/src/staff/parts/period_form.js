// The period that a page is about: a usual one, or two days.
import {element} from '../../shared/dom.js';
import {daysBetween, isDay, localDay} from '../days.js';
import {periodKinds, periodOf, readPeriod, writePeriod} from '../overview/period.js';

/** @typedef {import('../overview/period.js').PeriodKind} PeriodKind */

/** What the server counts at once: three years. */
const MOST_DAYS = 3 * 366;

export class PeriodForm {
  #strings;
  #changed;
  #today = localDay(new Date());
  #period;
  #kind;
  #from;
  #to;
  #own;
  #said = element('p', {class: 'field-error', role: 'alert', id: 'period-error'});

  /**
   * @param {import('../page').Context} context whose address may name a period
   * @param {() => void} changed called when another period was chosen, and when the form is sent
   * @param {...Node} further fields behind it
   */
  constructor({strings, query}, changed, ...further) {
    this.#strings = strings;
    this.#changed = changed;
    this.#period = readPeriod(query, this.#today);
    this.#kind = element('select', {id: 'period'}, ...periodKinds.map((kind) =>
      element('option', {value: kind, selected: kind === this.#period.kind}, strings.text(`period.${kind}`))));
    this.#from = this.#day('from', this.#period.from);
    this.#to = this.#day('to', this.#period.to);
    this.#own = element('div', {class: 'own', hidden: this.#period.kind !== 'own'},
      field(strings.text('period.from'), this.#from), field(strings.text('period.to'), this.#to),
      further.length === 0 && element('button', {class: 'button'}, strings.text('period.show')), this.#said);
    this.node = element('form', {class: 'filters', novalidate: true},
      field(strings.text('period'), this.#kind), this.#own, ...further);
    this.#kind.addEventListener('change', () => this.#chooseKind());
    this.node.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#takeOwn()) this.#changed();
    });
  }

  /** As the API is asked. */
  get period() {
    const {from, to} = this.#period;
    return {from, to};
  }

  /** As the address names it: a period that ends today stays one. */
  get address() {
    return writePeriod(this.#period);
  }

  /**
   * @param {'from' | 'to'} end
   * @param {string} value
   */
  #day(end, value) {
    return element('input', {
      type: 'date', id: `period-${end}`, value, max: this.#today, 'aria-describedby': this.#said.id,
    });
  }

  #chooseKind() {
    const kind = /** @type {PeriodKind} */ (this.#kind.value);
    this.#own.hidden = kind !== 'own';
    if (kind === 'own') {
      this.#from.focus();
      return;
    }
    this.#period = {kind, ...periodOf(kind, this.#today)};
    this.#from.value = this.#period.from;
    this.#to.value = this.#period.to;
    this.#changed();
  }

  /** @returns {boolean} false: the days that were typed are no period, and it was said why */
  #takeOwn() {
    if (this.#own.hidden) return true;
    const [from, to] = [this.#from.value, this.#to.value];
    const wrong = this.#wrongDay(from, to);
    for (const input of [this.#from, this.#to]) input.setAttribute('aria-invalid', String(input === wrong?.input));
    this.#said.textContent = wrong ? this.#strings.text(wrong.text) : '';
    wrong?.input.focus();
    if (!wrong) this.#period = {kind: /** @type {PeriodKind} */ ('own'), from, to};
    return !wrong;
  }

  /**
   * @param {string} from
   * @param {string} to
   */
  #wrongDay(from, to) {
    if (!isDay(from)) return {input: this.#from, text: 'period.from.missing'};
    if (!isDay(to)) return {input: this.#to, text: 'period.to.missing'};
    if (from > to) return {input: this.#to, text: 'period.reversed'};
    return daysBetween(from, to) > MOST_DAYS ? {input: this.#from, text: 'period.too_long'} : null;
  }
}

/**
 * @param {string} label
 * @param {HTMLElement} input
 */
function field(label, input) {
  return element('div', {class: 'field'}, element('label', {for: input.id}, label), input);
}

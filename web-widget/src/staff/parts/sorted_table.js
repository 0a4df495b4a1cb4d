// A table that is ordered by the column that is pressed. Long ones show their first rows until more is asked for.
import {appendAll, button, element} from '../../shared/dom.js';

/** @typedef {import('../../shared/dom.js').Child} Child */
/** @typedef {{key: string, descends: boolean}} Order */

/**
 * @template Row
 * @typedef {object} SortedColumn
 * @property {string} key
 * @property {string} title
 * @property {(row: Row) => string | number} value what it is ordered by
 * @property {(row: Row) => Child} [draw] by default the value
 * @property {boolean} [isNumber] to the right, the largest first
 */

const PORTION = 100;

/** @template Row */
export class SortedTable {
  #strings;
  #columns;
  /** @type {Row[]} */
  #rows = [];
  #order;
  #shown = PORTION;
  #reordered;
  #body = element('tbody');
  #more;
  /** @type {Map<string, HTMLTableCellElement>} */
  #heads = new Map();

  /**
   * @param {import('../../shared/strings.js').Strings} strings
   * @param {object} table
   * @param {string} table.caption
   * @param {SortedColumn<Row>[]} table.columns the first names the row
   * @param {Order} table.order
   * @param {(order: Order) => void} table.reordered called when the person has chosen another order
   */
  constructor(strings, {caption, columns, order, reordered}) {
    this.#strings = strings;
    this.#columns = columns;
    this.#order = order;
    this.#reordered = reordered;
    const head = element('tr', {}, ...columns.map((column) => this.#head(column)));
    this.#more = button({class: 'button'}, () => this.#showMore(), strings.text('table.more'));
    this.node = element('div', {},
      element('div', {'class': 'table sorted', 'role': 'region', 'aria-label': caption, 'tabindex': 0},
        element('table', {}, element('caption', {class: 'unseen'}, caption), element('thead', {}, head), this.#body)),
      element('p', {class: 'more'}, this.#more));
  }

  /** @param {Row[]} rows */
  show(rows) {
    this.#rows = rows;
    this.#shown = PORTION;
    this.#draw();
  }

  /** @param {SortedColumn<Row>} column */
  #head({key, title, isNumber}) {
    const cell = element('th', {scope: 'col', class: isNumber && 'number'},
      button({class: 'order'}, () => this.#orderBy(key), title,
        element('span', {'class': 'arrow', 'aria-hidden': 'true'})));
    this.#heads.set(key, cell);
    return cell;
  }

  /** @param {string} key */
  #orderBy(key) {
    const column = this.#columns.find((each) => each.key === key);
    const isSame = key === this.#order.key;
    this.#order = {key, descends: isSame ? !this.#order.descends : column?.isNumber === true};
    this.#reordered(this.#order);
    this.#draw();
  }

  #showMore() {
    const from = this.#shown;
    this.#shown += PORTION;
    this.#draw();
    const next = this.#body.children[from]?.querySelector('a, button, summary');
    /** @type {HTMLElement | null | undefined} */ (next)?.focus();
  }

  #draw() {
    const {key, descends} = this.#order;
    for (const [each, cell] of this.#heads) {
      if (each === key) cell.setAttribute('aria-sort', descends ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    }
    const column = this.#columns.find((each) => each.key === key) ?? this.#columns[0];
    const rows = sorted(this.#rows, column.value, descends, this.#strings.lang);
    this.#body.replaceChildren();
    appendAll(this.#body, rows.slice(0, this.#shown).map((row) => this.#row(row)));
    this.#more.hidden = rows.length <= this.#shown;
  }

  /** @param {Row} row */
  #row(row) {
    return element('tr', {}, ...this.#columns.map(({value, draw, isNumber}, index) => {
      const content = draw ? draw(row) : String(value(row));
      if (index === 0) return element('th', {scope: 'row'}, content);
      return element('td', {class: isNumber && 'number'}, content);
    }));
  }
}

/**
 * @template Row
 * @param {Row[]} rows
 * @param {(row: Row) => string | number} value
 * @param {boolean} descends
 * @param {string} lang whose alphabet counts
 * @returns {Row[]} another list; equal ones stay in their order
 */
export function sorted(rows, value, descends, lang) {
  const {compare} = new Intl.Collator(lang, {numeric: true});
  const sign = descends ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
  });
}

// A table of figures: numbers to the right, the first cell of a row names it; where it is wide, it scrolls by itself.
import {element} from '../shared/dom.js';

/** @typedef {{title: string, isNumber?: boolean}} Column */
/** @typedef {string | Node} Cell */

/**
 * @param {string} caption for screen readers, and for whom it scrolls
 * @param {Column[]} columns
 * @param {Cell[][]} rows
 */
export function dataTable(caption, columns, rows) {
  const classOf = (/** @type {number} */ index) => columns[index].isNumber ? 'number' : null;
  return element('div', {'class': 'table', 'role': 'group', 'aria-label': caption, 'tabindex': 0},
    element('table', {},
      element('caption', {class: 'unseen'}, caption),
      element('thead', {}, element('tr', {}, ...columns.map(({title}, index) =>
        element('th', {scope: 'col', class: classOf(index)}, title)))),
      element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((cell, index) => index === 0
        ? element('th', {scope: 'row'}, cell)
        : element('td', {class: classOf(index)}, cell)))))));
}

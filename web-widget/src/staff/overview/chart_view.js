// A chart beside its table: what it shows can be read as well as seen.
import {element} from '../../shared/dom.js';
import {dataTable} from '../data_table.js';

/** @typedef {import('../page').Context} Context */

/**
 * @typedef {object} ChartParts
 * @property {string} name for screen readers: what it shows
 * @property {import('./charts.js').Drawing} drawing
 * @property {Node} [legend]
 * @property {import('../data_table.js').Column[]} columns
 * @property {import('../data_table.js').Cell[][]} rows
 * @property {string} [size] a class: how high it is
 */

/**
 * @param {Context} context
 * @param {import('./charts.js').Charts} charts
 * @param {ChartParts} parts
 */
export function chartView({strings}, charts, {name, drawing, legend, columns, rows, size = ''}) {
  const canvas = element('canvas', {'role': 'img', 'aria-label': strings.text('chart.name', {name})});
  charts.add(canvas, drawing);
  return element('figure', {class: 'chart'},
    legend,
    element('div', {class: `plot ${size}`}, canvas),
    element('details', {}, element('summary', {}, strings.text('chart.table')), dataTable(name, columns, rows)));
}

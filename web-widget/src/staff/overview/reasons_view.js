// Why episodes ended as they did, which successes were taken back, and what is not counted.
import {element} from '../../shared/dom.js';
import {dataTable} from '../data_table.js';
import {chartView} from './chart_view.js';
import {definition} from './definitions.js';
import {legend, mark, outcomeOfReason, outcomes} from './outcome_marks.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('./overview').Overview} Overview */

/**
 * @param {Context} context
 * @param {import('./charts.js').Charts} charts
 * @param {Overview} overview
 */
export function reasonsView(context, charts, {reasons}) {
  const {strings, formats} = context;
  const known = Object.keys(outcomeOfReason).filter((reason) => reason in reasons);
  const nameOf = (/** @type {string} */ reason) => strings.text(`reason.${reason}`);
  const name = strings.text('overview.reasons');
  return element('section', {'class': 'card', 'aria-labelledby': 'reasons'},
    element('h2', {id: 'reasons'}, name, definition(context, 'reasons')),
    chartView(context, charts, {
      name,
      legend: legend(context, outcomes),
      size: `bars-${known.length}`,
      drawing: {
        kind: 'bars',
        labels: known.map(nameOf),
        titles: known.map(nameOf),
        sets: [{
          style: known.map((reason) => outcomeOfReason[reason]),
          name: strings.text('overview.episodes'),
          values: known.map((reason) => reasons[reason]),
        }],
      },
      columns: [
        {title: strings.text('overview.reason')}, {title: strings.text('overview.outcome')},
        {title: strings.text('overview.episodes'), isNumber: true},
      ],
      rows: known.map((reason) => [
        nameOf(reason),
        element('span', {class: 'marked'}, mark(outcomeOfReason[reason]),
          strings.text(`overview.${outcomeOfReason[reason]}`)),
        formats.count(reasons[reason]),
      ]),
    }));
}

/**
 * @param {Context} context
 * @param {Overview} overview
 */
export function takenBackView(context, {takenBack}) {
  return countsView(context, 'taken_back', 'reason', takenBack);
}

/**
 * @param {Context} context
 * @param {Overview} overview
 */
export function excludedView(context, {excluded}) {
  return countsView(context, 'excluded', 'standing', excluded);
}

/**
 * @param {Context} context
 * @param {'taken_back' | 'excluded'} name
 * @param {string} group of strings that names the rows
 * @param {Record<string, number>} counts
 */
function countsView(context, name, group, counts) {
  const {strings, formats} = context;
  const title = strings.text(`overview.${name}`);
  const rows = Object.entries(counts).map(([key, count]) => [strings.name(group, key), formats.count(count)]);
  return element('section', {'class': 'card', 'aria-labelledby': name},
    element('h2', {id: name}, title, definition(context, name)),
    dataTable(title, [
      {title: strings.text(name === 'excluded' ? 'overview.standing' : 'overview.reason')},
      {title: strings.text('overview.episodes'), isNumber: true},
    ], rows));
}

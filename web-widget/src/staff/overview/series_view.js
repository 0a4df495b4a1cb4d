// How the period went, day by day or week by week.
import {element} from '../../shared/dom.js';
import {chartView} from './chart_view.js';
import {legend, outcomes} from './outcome_marks.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('./overview').Overview} Overview */
/** @typedef {import('./overview').Point} Point */

/** Beyond this, marks on a line run into each other. */
const MOST_MARKS = 62;

/**
 * @param {Context} context
 * @param {import('./charts.js').Charts} charts
 * @param {Overview} overview
 * @param {(by: 'day' | 'week') => void} choose
 */
export function seriesView(context, charts, {series: {by, points}}, choose) {
  const {strings, formats} = context;
  const name = strings.text(`overview.series.${by}`);
  const label = (/** @type {Point} */ {date}) => formats.day(date);
  return element('section', {'class': 'card', 'aria-labelledby': 'series'},
    element('div', {class: 'card-head'},
      element('h2', {id: 'series'}, name),
      stepChoice(context, by, choose)),
    chartView(context, charts, {
      name,
      legend: legend(context, outcomes),
      size: 'tall',
      drawing: {
        kind: 'lines',
        labels: points.map(({date}) => formats.shortDay(date)),
        titles: points.map(label),
        marks: points.length <= MOST_MARKS,
        sets: outcomes.map((outcome) => ({
          style: outcome, name: strings.text(`overview.${outcome}`), values: points.map((point) => point[outcome]),
        })),
      },
      columns: [
        {title: strings.text(`overview.${by}`)},
        ...['visits', 'episodes', 'answered', ...outcomes].map((key) =>
          ({title: strings.text(`overview.${key}`), isNumber: true})),
      ],
      rows: points.map((point) => [
        label(point),
        ...[point.visits, point.episodes, point.answered, point.confirmed, point.potential, point.none].map((count) =>
          formats.count(count)),
      ]),
    }));
}

/**
 * @param {Context} context
 * @param {'day' | 'week'} by
 * @param {(by: 'day' | 'week') => void} choose
 */
function stepChoice({strings}, by, choose) {
  const steps = /** @type {const} */ (['day', 'week']);
  return element('fieldset', {class: 'switch'},
    element('legend', {class: 'unseen'}, strings.text('overview.step')),
    ...steps.map((step) => {
      const input = element('input', {type: 'radio', name: 'step', value: step, checked: step === by});
      input.addEventListener('change', () => choose(step));
      return element('label', {}, input, strings.text(`overview.by_${step}`));
    }));
}

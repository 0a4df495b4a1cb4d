// The outcomes by channel, module or language.
import {element} from '../../shared/dom.js';
import {chartView} from './chart_view.js';
import {legend, outcomes} from './outcome_marks.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('./overview').Slice} Slice */

/** A chart has the largest; its table has all. */
const MOST_BARS = 12;

/**
 * @param {Context} context
 * @param {import('./charts.js').Charts} charts
 * @param {object} parts
 * @param {'channel' | 'module' | 'lang'} parts.by
 * @param {Slice[]} parts.slices
 * @param {(key: string) => string} parts.nameOf
 */
export function breakdownView(context, charts, {by, slices, nameOf}) {
  const {strings, formats} = context;
  const name = strings.text(`overview.by_${by}`);
  const shown = slices.slice(0, MOST_BARS);
  const share = (/** @type {number} */ part, /** @type {Slice} */ {episodes}) =>
    formats.share(episodes > 0 ? part / episodes : null);
  return element('section', {'class': 'card', 'aria-labelledby': `by-${by}`},
    element('h2', {id: `by-${by}`}, name),
    slices.length > shown.length && element('p', {class: 'hint'}, strings.text('overview.largest', {n: shown.length})),
    chartView(context, charts, {
      name,
      legend: legend(context, outcomes),
      size: `bars-${shown.length}`,
      drawing: {
        kind: 'bars',
        labels: shown.map(({key}) => nameOf(key)),
        titles: shown.map(({key}) => nameOf(key)),
        sets: outcomes.map((outcome) => ({
          style: outcome, name: strings.text(`overview.${outcome}`), values: shown.map((slice) => slice[outcome]),
        })),
      },
      columns: [
        {title: strings.text(`overview.${by}`)},
        ...['episodes', 'answered', 'confirmed', 'confirmed_share', 'potential', 'potential_share', 'none'].map((key) =>
          ({title: strings.text(`overview.${key}`), isNumber: true})),
      ],
      rows: slices.map((slice) => [
        nameOf(slice.key), formats.count(slice.episodes), formats.count(slice.answered),
        formats.count(slice.confirmed), share(slice.confirmed, slice),
        formats.count(slice.potential), share(slice.potential, slice), formats.count(slice.none),
      ]),
    }));
}

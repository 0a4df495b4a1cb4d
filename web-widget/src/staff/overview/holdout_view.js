// The trial by which the true effect on requests can be estimated, when it is on.
import {element} from '../../shared/dom.js';
import {dataTable} from '../data_table.js';
import {definition} from './definitions.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('./overview').Holdout} Holdout */
/** @typedef {import('./overview').Arm} Arm */

/**
 * @param {Context} context
 * @param {Holdout | null} holdout null: it is off
 */
export function holdoutView(context, holdout) {
  const {strings} = context;
  return element('section', {'class': 'card', 'aria-labelledby': 'holdout'},
    element('h2', {id: 'holdout'}, strings.text('overview.holdout'), definition(context, 'holdout')),
    ...holdout ? trial(context, holdout) : [element('p', {class: 'hint'}, strings.text('holdout.off'))]);
}

/**
 * @param {Context} context
 * @param {Holdout} holdout
 */
function trial(context, {share, shown, held, effect, low, high}) {
  const {strings, formats} = context;
  return [
    element('p', {}, strings.text('holdout.share', {share: formats.share(share)})),
    effect === null || low === null || high === null
      ? element('p', {class: 'careful'}, strings.text('holdout.unknown'))
      : element('p', {class: 'effect'},
        element('b', {class: 'figure'}, strings.text('change.points', {value: formats.points(-effect)})),
        ' ', strings.text('holdout.effect', {low: formats.points(-high), high: formats.points(-low)}),
        ' ', element('span', {class: 'hint'}, strings.text(verdict(low, high)))),
    dataTable(strings.text('overview.holdout'), [
      {title: strings.text('holdout.arm')}, {title: strings.text('overview.episodes'), isNumber: true},
      {title: strings.text('holdout.requests'), isNumber: true}, {title: strings.text('holdout.rate'), isNumber: true},
    ], [row(context, 'shown', shown), row(context, 'held', held)]),
  ];
}

/**
 * @param {number} low
 * @param {number} high
 * @returns {string} key of what the interval allows to say
 */
function verdict(low, high) {
  if (low > 0) return 'holdout.fewer';
  return high < 0 ? 'holdout.more' : 'holdout.undecided';
}

/**
 * @param {Context} context
 * @param {'shown' | 'held'} name
 * @param {Arm} arm
 */
function row({strings, formats}, name, {episodes, requests}) {
  return [
    strings.text(`holdout.${name}`), formats.count(episodes), formats.count(requests),
    formats.share(episodes > 0 ? requests / episodes : null),
  ];
}

// From visits to what became of them. The outcomes stand side by side, and are never added up.
import {element} from '../../shared/dom.js';
import {countChange, shareChange} from './change.js';
import {definition} from './definitions.js';
import {mark, outcomes} from './outcome_marks.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('./overview').Overview} Overview */
/** @typedef {'visits' | 'questions' | 'episodes' | 'answered'} Step */

const SVG = 'http://www.w3.org/2000/svg';
const steps = /** @type {Step[]} */ (['visits', 'questions', 'episodes', 'answered']);

/**
 * @param {Context} context
 * @param {Overview} overview
 */
export function funnelView(context, {totals, previousTotals, knows}) {
  const {strings, formats} = context;
  const most = Math.max(...steps.map((step) => totals[step]), 1);
  const shares = {confirmed: totals.confirmedRate, potential: totals.potentialRate, none: rest(totals)};
  const sharesBefore = {
    confirmed: previousTotals.confirmedRate, potential: previousTotals.potentialRate, none: rest(previousTotals),
  };
  return element('section', {'class': 'card', 'aria-labelledby': 'funnel'},
    element('h2', {id: 'funnel'}, strings.text('overview.funnel')),
    element('ol', {class: 'funnel'}, ...steps.map((step) => element('li', {},
      element('span', {class: 'name'}, strings.text(`overview.${step}`), definition(context, step)),
      element('b', {class: 'figure'}, formats.count(totals[step])),
      bar(totals[step] / most),
      element('span', {class: 'of'}, step === 'answered' && episodeShare(context, totals.answeredRate)),
      countChange(context, totals[step], previousTotals[step])))),
    element('ul', {class: 'outcomes'}, ...outcomes.map((outcome) => element('li', {class: outcome},
      element('span', {class: 'name'},
        mark(outcome), strings.text(`overview.${outcome}`), definition(context, outcome)),
      element('b', {class: 'figure'}, formats.count(totals[outcome])),
      episodeShare(context, shares[outcome]),
      shareChange(context, shares[outcome], sharesBefore[outcome])))),
    ...restsOn(context, totals.open, knows));
}

/**
 * @param {Context} context
 * @param {number | null} value
 */
function episodeShare({strings, formats}, value) {
  return element('span', {class: 'share'}, strings.text('overview.of_episodes', {share: formats.share(value)}));
}

/**
 * What makes the outcomes less sure than they look, right below them.
 *
 * @param {Context} context
 * @param {number} open
 * @param {Overview['knows']} knows
 */
function restsOn({strings, formats}, open, {requestsImported}) {
  return [
    requestsImported === 0 && element('p', {class: 'rests careful'}, strings.text('known.no_requests')),
    open > 0 && element('p', {class: 'rests'}, strings.text('known.open', {n: open, count: formats.count(open)})),
  ];
}

/** @param {import('./overview').Totals} totals */
function rest({none, episodes}) {
  return episodes > 0 ? none / episodes : null;
}

/** @param {number} share of the longest */
function bar(share) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'bar');
  svg.setAttribute('aria-hidden', 'true');
  const rectangle = document.createElementNS(SVG, 'rect');
  rectangle.setAttribute('width', `${(share * 100).toFixed(2)}%`);
  rectangle.setAttribute('height', '100%');
  svg.append(rectangle);
  return svg;
}

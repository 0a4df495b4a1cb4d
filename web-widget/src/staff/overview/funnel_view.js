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
export function funnelView(context, {totals, previousTotals}) {
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
      countChange(context, totals[step], previousTotals[step])))),
    element('ul', {class: 'outcomes'}, ...outcomes.map((outcome) => element('li', {class: outcome},
      element('span', {class: 'name'},
        mark(outcome), strings.text(`overview.${outcome}`), definition(context, outcome)),
      element('b', {class: 'figure'}, formats.count(totals[outcome])),
      element('span', {class: 'share'}, strings.text('overview.of_episodes', {share: formats.share(shares[outcome])})),
      shareChange(context, shares[outcome], sharesBefore[outcome])))));
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

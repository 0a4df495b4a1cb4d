// What the figures rest on, and what nobody knows.
import {element} from '../../shared/dom.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('./overview').Overview} Overview */

/**
 * @param {Context} context
 * @param {Overview} overview
 */
export function knownView({strings, formats}, {knows: {requestsImported, lastRequestAt}}) {
  const requests = requestsImported > 0
    ? strings.text('known.requests', {n: requestsImported, count: formats.count(requestsImported),
      at: lastRequestAt ? formats.moment(lastRequestAt) : '–'})
    : strings.text('known.no_requests');
  return element('section', {'class': 'card known', 'aria-labelledby': 'known'},
    element('h2', {id: 'known'}, strings.text('overview.known')),
    element('ul', {},
      element('li', {class: requestsImported > 0 ? null : 'careful'}, requests),
      element('li', {}, strings.text('known.returns')),
      element('li', {}, strings.text('known.visitors'))));
}

// The outcomes as they are drawn: each by its colour and by its form.
import {element} from '../../shared/dom.js';

/** @typedef {import('./overview').Outcome} Outcome */

export const outcomes = /** @type {Outcome[]} */ (['confirmed', 'potential', 'none']);

/** The outcome that each reason leads to, in the order in which they are shown. */
export const outcomeOfReason = /** @type {Record<string, Outcome>} */ ({
  helpful: 'confirmed', read: 'potential', not_found: 'none', drafted: 'none', filed: 'none', unhelpful: 'none',
  returned: 'none', unread: 'none',
});

/**
 * A small square that is filled as the outcome is in the charts.
 *
 * @param {string} name an outcome, or "visits"
 */
export function mark(name) {
  return element('span', {'class': `mark ${name}`, 'aria-hidden': 'true'});
}

/**
 * @param {import('../page').Context} context
 * @param {string[]} names
 */
export function legend({strings}, names) {
  return element('ul', {class: 'legend'}, ...names.map((name) =>
    element('li', {}, mark(name), strings.text(`overview.${name}`))));
}

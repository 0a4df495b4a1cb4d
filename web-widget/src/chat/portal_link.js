// The way to the vendor's portal.
import {element, pageLink} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {readLink} from '../shared/links.js';

/**
 * @param {string} address
 * @param {string | Node} label
 * @param {string} className
 * @param {import('./scene').Scene} scene
 * @param {() => void} [followed] called when it is followed; does not hold it up
 * @returns {HTMLElement | null} null: the address may not be followed
 */
export function drawPortalLink(address, label, className, {strings, base}, followed = () => {}) {
  const link = readLink(address, base);
  if (link?.kind !== 'page') return null;
  const node = pageLink(link.href, {class: className, 'data-action': 'portal', part: 'portal'},
    icon('ticket'), label, element('span', {class: 'unseen'}, ` (${strings.text('newTab')})`));
  node.addEventListener('click', followed);
  node.addEventListener('auxclick', (event) => {
    if (event.button === 1) followed();
  });
  return node;
}

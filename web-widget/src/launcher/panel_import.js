// How the panel's module is fetched.
import {element} from '../shared/dom.js';

/**
 * @param {string} address
 * @param {boolean} pinned refuse other bytes than those that this loader was built with, where the browser can
 * @returns {Promise<import('./panel_loader.js').PanelModule>}
 */
export function importPanel(address, pinned) {
  // import() takes no integrity, but it takes the module that was preloaded with one.
  if (pinned) document.head.append(element('link', {
    rel: 'modulepreload', href: address, crossorigin: '', integrity: integrityOf(PANEL_DIGEST),
  }));
  return import(address);
}

/** @param {string} digest in hexadecimal digits */
function integrityOf(digest) {
  const bytes = digest.match(/../g)?.map((pair) => parseInt(pair, 16)) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

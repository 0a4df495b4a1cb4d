// Whether articles can be written here, what to tell where they cannot, and what comes after something was saved.
import {element} from '../../shared/dom.js';
import {pageAddress} from '../router.js';

/** @typedef {import('../page').Context} Context */

/**
 * @param {import('../staff_api.js').StaffApi} api
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>}
 */
export async function isEditable(api, signal) {
  return (await api.get('publish', {}, signal)).editable;
}

/** @param {Context} context */
export function offNotice({strings}) {
  return element('div', {class: 'note', role: 'note'},
    element('h2', {}, strings.text('publish.off')),
    element('p', {}, strings.text('publish.off.text')),
    element('pre', {class: 'code', tabindex: 0}, element('code', {}, 'kb: /srv/pomocnik/kb')),
    element('p', {class: 'hint'}, strings.text('publish.off.hint')));
}

/**
 * @param {Context} context
 * @param {string} text what was saved
 * @param {string} asked a question to try once it is published
 */
export function savedNotice({strings}, text, asked) {
  return element('div', {class: 'note saved', role: 'status'},
    element('p', {}, element('strong', {}, text), ' ', strings.text('publish.next')),
    element('p', {class: 'actions'},
      element('a', {'class': 'button primary', 'data-action': 'publish', 'href': pageAddress('publish', {ask: asked})},
        strings.text('publish.go'))));
}

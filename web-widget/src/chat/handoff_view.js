// The way to a person: the portal's button, and a ready text to paste there.
import {button, element, pageLink} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {readLink} from '../shared/links.js';

/** @typedef {import('./scene').Scene} Scene */

/**
 * @param {import('../shared/wire').Handoff} handoff
 * @param {Scene} scene
 */
export function drawHandoff(handoff, scene) {
  return element('section', {class: 'handoff', part: 'handoff'},
    handoff.draft ? drawDraft(handoff.draft, scene) : null,
    drawPortalLink(handoff.portalUrl, handoff.label, 'primary', scene));
}

/**
 * @param {string} address
 * @param {string} label
 * @param {string} className
 * @param {Scene} scene
 * @returns {HTMLElement | null} null: the address may not be followed
 */
export function drawPortalLink(address, label, className, {strings, base}) {
  const link = readLink(address, base);
  if (link?.kind !== 'page') return null;
  return pageLink(link.href, {class: className, 'data-action': 'portal', part: 'portal'},
    icon('ticket'), label, element('span', {class: 'unseen'}, ` (${strings.text('newTab')})`));
}

/**
 * @param {string} draft
 * @param {Scene} scene
 */
function drawDraft(draft, {strings}) {
  const text = element('p', {class: 'draft-text', tabindex: 0}, draft);
  const copied = element('span', {role: 'status', class: 'unseen'});
  const copy = button({class: 'way'}, async () => {
    if (!await copyText(draft)) return selectText(text);
    copy.replaceChildren(icon('check'), strings.text('draft.copied'));
    copied.textContent = strings.text('draft.copied');
  }, icon('copy'), strings.text('draft.copy'));
  return element('div', {class: 'draft'},
    element('div', {class: 'draft-head'}, element('h3', {class: 'label'}, strings.text('draft')), copy, copied),
    text,
    element('p', {class: 'hint'}, strings.text('draft.text')));
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} false: the browser does not allow it
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * So that the person can copy by hand.
 *
 * @param {HTMLElement} node
 */
function selectText(node) {
  getSelection()?.selectAllChildren(node);
}

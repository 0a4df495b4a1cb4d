// The way to a person: the portal's button, and a draft to take there.
import {element} from '../shared/dom.js';
import {DraftView} from './draft_view.js';
import {drawPortalLink} from './portal_link.js';

/**
 * @param {import('../shared/transcript.js').Turn} turn
 * @param {import('../shared/wire').Handoff} handoff of its reply
 * @param {import('./scene').Scene} scene
 */
export function drawHandoff(turn, handoff, scene) {
  return element('section', {class: 'handoff', part: 'handoff'},
    handoff.draft
      ? new DraftView(turn, scene).node
      : drawPortalLink(handoff.portalUrl, element('span', {lang: turn.reply?.lang}, handoff.label), 'primary', scene,
        () => scene.toPortal(turn)));
}

// An answer that waits behind the request form: what a share of visitors sees first, where the vendor wants to know how
// many requests answers save.
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {drawHandoff} from './handoff_view.js';

/** @typedef {import('../shared/transcript.js').Turn} Turn */

/**
 * @param {Turn} turn
 * @returns {boolean} whether its answer is not to be shown yet
 */
export function isHeld({reply, revealed}) {
  return reply?.holdout === true && revealed !== true;
}

/**
 * @param {Turn} turn
 * @param {import('../shared/wire').ChatReply} reply of it
 * @param {import('./scene').Scene} scene
 */
export function drawHeld(turn, reply, scene) {
  const {strings} = scene;
  return element('article', {class: 'reply', part: 'reply', 'data-decision': 'held'},
    element('span', {class: 'unseen'}, strings.text('bot')),
    element('p', {}, strings.text('held')),
    drawHandoff(turn, reply.handoff, scene),
    element('p', {}, button({class: 'way', 'data-action': 'reveal'}, () => scene.reveal(turn),
      icon('article'), strings.text('held.show'))));
}

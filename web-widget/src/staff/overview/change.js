// How a figure compares with that of the period before.
import {element} from '../../shared/dom.js';

/** @typedef {import('../page').Context} Context */

/**
 * @param {Context} context
 * @param {number} now
 * @param {number} before
 */
export function countChange({strings, formats}, now, before) {
  if (before === 0) return changed(strings.text('change.none_before'), '');
  return changed(strings.text('change.before', {value: formats.count(before)}), formats.change(now / before - 1));
}

/**
 * @param {Context} context
 * @param {number | null} now
 * @param {number | null} before
 */
export function shareChange({strings, formats}, now, before) {
  if (now === null || before === null) return changed(strings.text('change.none_before'), '');
  const text = strings.text('change.points', {value: formats.points(now - before)});
  return changed(strings.text('change.before', {value: formats.share(before)}), text);
}

/**
 * @param {string} before
 * @param {string} text
 */
function changed(before, text) {
  return element('span', {class: 'change'}, text && element('b', {}, text), ' ', before);
}

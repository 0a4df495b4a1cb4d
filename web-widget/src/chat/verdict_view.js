// What help would cost: the verdict, the clause that it is by, and what belongs to it.
import {drawBlocks} from '../shared/blocks.js';
import {element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';

/** @typedef {import('../shared/wire').Verdict} Verdict */

const ICONS = /** @type {const} */ ({free: 'check', paid: 'price', none: 'close', depends: 'question'});

/**
 * @param {Verdict} verdict
 * @param {string} lang of the reply
 * @param {import('./scene').Scene} scene
 * @param {'whole' | 'folded'} [extent] folded: good news is told in short
 */
export function drawVerdict(verdict, lang, {strings, base, openArticle}, extent = 'whole') {
  const {clause} = verdict;
  const tone = toneOf(verdict);
  const blocks = verdict.blocks.length > 0 && element('div', {class: 'blocks', lang},
    drawBlocks(verdict.blocks, {base, tableLabel: strings.text('table'), openArticle}));
  const isFolded = extent === 'folded' && tone === 'free';
  return element('section', {class: 'verdict', part: 'verdict', 'data-verdict': tone},
    element('h3', {class: 'verdict-name'}, icon(ICONS[tone]), verdictName(verdict, strings)),
    clause && element('p', {class: 'verdict-clause', lang}, clause),
    blocks && isFolded
      ? element('details', {}, element('summary', {}, strings.text('verdict.conditions')), blocks)
      : blocks);
}

/**
 * @param {Verdict} verdict
 * @param {import('../shared/strings.js').Strings} strings
 */
export function verdictName(verdict, strings) {
  const tone = toneOf(verdict);
  return strings.text(`verdict.${tone === 'free' && verdict.conditional ? 'free_if' : tone}`);
}

/**
 * @param {Verdict} verdict
 * @returns {keyof typeof ICONS}
 */
function toneOf({verdict}) {
  return verdict === 'free' || verdict === 'paid' || verdict === 'none' ? verdict : 'depends';
}

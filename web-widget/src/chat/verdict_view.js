// What help would cost: the verdict, the clause that it is by, and what belongs to it.
import {drawBlocks} from '../shared/blocks.js';
import {catalog} from '../shared/catalog.js';
import {element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {Strings, chooseLanguage} from '../shared/strings.js';
import {toneOf, verdictName} from './verdict_name.js';

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
  // The card is one text: its headings are in the language of its clause.
  const spoken = chooseLanguage([lang]);
  const own = spoken === strings.lang ? strings : new Strings(spoken, catalog[spoken]);
  const blocks = verdict.blocks.length > 0 && element('div', {class: 'blocks'},
    drawBlocks(verdict.blocks, {base, tableLabel: own.text('table'), openArticle}));
  const isFolded = extent === 'folded' && tone === 'free';
  return element('section', {class: 'verdict', part: 'verdict', lang, 'data-verdict': tone},
    element('h3', {class: 'verdict-name'}, icon(ICONS[tone]), verdictName(verdict, own)),
    clause && element('p', {class: 'verdict-clause'}, clause),
    blocks && isFolded
      ? element('details', {}, element('summary', {}, own.text('verdict.conditions')), blocks)
      : blocks);
}

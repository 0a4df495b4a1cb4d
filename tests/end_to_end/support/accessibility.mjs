// axe-core on a page, its own frames and shadow roots.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param {import('playwright-core').Page} page
 * @param {string | null} [part] of the page, by its selector; null: the whole page
 * @param {string[] | null} [rules] that are looked at; null: all
 * @returns {Promise<string[]>} what is wrong, one line each
 */
export async function findBarriers(page, part = null, rules = null) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(source);
  return page.evaluate(async ([selector, only]) => {
    const {violations} = await globalThis.axe.run(selector ?? document,
      {resultTypes: ['violations'], ...only && {runOnly: only}});
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`));
  }, /** @type {const} */ ([part, rules]));
}

/** Runs in a page of the staff desk: what is wider than it may be, and what a finger would miss. */
export function misfits() {
  const boxes = [document.documentElement, ...document.querySelectorAll('main, .card, .top, dialog, .filters')];
  const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth + 1)
    .map((box) => box.className || box.localName);
  const controls = [...document.querySelectorAll('button, a, input, select, summary')]
    .filter((control) => control.checkVisibility() && !control.matches('.skip, .switch input, .option input'));
  const small = controls.filter((control) => {
    const {width, height} = control.getBoundingClientRect();
    return Math.min(width, height) < 24;
  }).map((control) => `${control.className || control.localName} ${control.textContent}`);
  return {wide, small};
}

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

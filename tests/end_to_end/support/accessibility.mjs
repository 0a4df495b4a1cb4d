// axe-core on a page, its own frames and shadow roots.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param {import('playwright-core').Page} page
 * @param {string} [part] of the page, by its selector; the whole page when absent
 * @returns {Promise<string[]>} what is wrong, one line each
 */
export async function findBarriers(page, part) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(source);
  return page.evaluate(async (selector) => {
    const {violations} = await globalThis.axe.run(selector ?? document, {resultTypes: ['violations']});
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`));
  }, part);
}

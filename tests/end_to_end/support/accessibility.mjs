// axe-core on a page, its own frames and shadow roots.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>} what is wrong, one line each
 */
export async function findBarriers(page) {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const {violations} = await globalThis.axe.run(document);
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`));
  });
}

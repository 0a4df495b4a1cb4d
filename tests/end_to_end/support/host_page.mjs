// A page of somebody else that has the chat on it, and what its own script does.

export const script = '<script async src="/widget.js"></script>';

/**
 * Notes all events from the load on.
 *
 * @param {import('playwright-core').Page} page
 */
export function noteEvents(page) {
  return page.addInitScript(() => {
    window.told = [];
    window.pomocnik = ['ready', 'open', 'close', 'question', 'answer', 'vote', 'handoff', 'error']
      .map((event) => ['on', event, (detail) => window.told.push({event, ...detail})]);
  });
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<any[]>}
 */
export function told(page) {
  return page.evaluate(() => window.told);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./stub_server.mjs').StubServer} stub
 * @param {string} [body]
 */
export async function visit(page, stub, body = script) {
  stub.pages['/host'] = `<!doctype html><html lang="sl"><title>gostitelj</title><body>${body}</body></html>`;
  await page.goto(`${stub.url}host`);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {...unknown} args the name of the call and its arguments
 */
export function call(page, ...args) {
  return page.evaluate((list) => window.pomocnik.push(list), args);
}

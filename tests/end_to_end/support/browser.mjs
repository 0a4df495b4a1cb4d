// A headless Chromium that talks to nobody but the servers of the tests.
import {chromium} from 'playwright-core';

export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--no-first-run',
    ],
  });
}

/**
 * A page of its own context. Anything that the browser reports as wrong is collected in `page.problems`:
 * script errors, refusals by the content security policy, and requests to other hosts than this machine's.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function newPage(browser, options = {}) {
  const context = await browser.newContext({locale: 'sl-SI', viewport: {width: 1280, height: 860}, ...options});
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) page.problems.push(message.text());
  });
  page.on('dialog', (dialog) => {
    page.problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    const {hostname, protocol} = new URL(request.url());
    if (protocol.startsWith('http') && !['127.0.0.1', 'localhost'].includes(hostname)) {
      page.problems.push(`request to ${hostname}`);
    }
  });
  return page;
}

/** @param {import('playwright-core').Page} page */
export async function openChat(page) {
  await page.locator('.launcher').click();
  await page.locator('dialog.panel[open]').waitFor();
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} question
 */
export async function ask(page, question) {
  const input = page.locator('.composer textarea');
  await input.fill(question);
  await input.press('Enter');
}

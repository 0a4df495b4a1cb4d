// Somebody who was told nothing comes to the page, and leaves it with a request ready for the portal: with the
// mouse alone, and with the keyboard alone. Only what is in view is used, by the words that are on it.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {launchBrowser, newPage} from './support/browser.mjs';
import {startProgram} from './support/program.mjs';
import {KeyboardVisitor, MouseVisitor} from './support/visitor.mjs';

const MOST_SECONDS = 60;

let browser;
let server;
let page;

before(async () => {
  server = await startProgram();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  page = await newPage(browser, {permissions: ['clipboard-read', 'clipboard-write']});
  await page.goto(server.url);
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

const called = (name, options = {}) => page.locator('help-chat').getByRole('button', {name, ...options});

/**
 * From the open panel's first answer to the copied request.
 *
 * @param {MouseVisitor | KeyboardVisitor} visitor
 * @param {{article: 'Tab' | 'Shift+Tab'}} [way] where the keyboard has to go from
 */
async function fromAnswerToRequest(visitor, way) {
  const title = await visitor.sees(page.locator('.reply .source-title'));
  await visitor.press(called(/^Cel članek/), way?.article);
  assert.equal(await visitor.sees(page.locator('.article h2')), title);
  await visitor.press(called('Nazaj na pogovor'), 'Shift+Tab');
  await visitor.sees(called(/^Cel članek/));

  await visitor.press(called('Ne', {exact: true}));
  await visitor.press(called('Ni pomagalo, pripravi zahtevek'));
  assert.notEqual(await visitor.sees(page.locator('.verdict')), '');
  await visitor.press(called('Kopiraj'));
  await visitor.sees(page.locator('.draft-status', {hasText: 'Kopirano'}));
  assert.notEqual(await page.evaluate(() => navigator.clipboard.readText()), '');
}

/**
 * @param {import('node:test').TestContext} context
 * @param {MouseVisitor | KeyboardVisitor} visitor
 */
function tell(context, visitor) {
  context.diagnostic(`from the page to the copied request: ${visitor.report}`);
  assert.ok(visitor.seconds <= MOST_SECONDS, visitor.report);
}

test('with the mouse alone', async (context) => {
  const visitor = new MouseVisitor(page);
  await visitor.press(called('Pomoč', {exact: true}));
  await visitor.press(called('Kako uvozim bančni izpisek?'));
  await fromAnswerToRequest(visitor);
  tell(context, visitor);
});

test('with the keyboard alone', async (context) => {
  const visitor = new KeyboardVisitor(page);
  await visitor.press(called('Pomoč', {exact: true}));
  await visitor.isAt(page.locator('help-chat').getByRole('textbox'));
  await visitor.type('kako storniram temeljnico');
  await visitor.hit('Enter');
  await fromAnswerToRequest(visitor, {article: 'Shift+Tab'});
  tell(context, visitor);
});

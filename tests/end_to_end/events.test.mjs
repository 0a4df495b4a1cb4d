// What the chat tells the server for its statistics, in a real browser.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {StubServer, golden} from './support/stub_server.mjs';

const {turn, citations} = golden('chat_reply_answer');

let browser;
let stub;
let page;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

beforeEach(async () => {
  stub = await new StubServer().start();
  page = await newPage(browser);
  await page.clock.install();
  await page.goto(stub.url);
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
  await stub.stop();
});

/** @param {string[]} expected "kind how article", once so many have arrived */
async function arrived(...expected) {
  const told = () => stub.events.map(({kind, how = '', article = ''}) => `${kind} ${how} ${article}`.trimEnd());
  const limit = Date.now() + 10000;
  while (told().length < expected.length && Date.now() < limit) {
    await page.evaluate(() => new Promise((resolve) => {
      requestAnimationFrame(resolve);
    }));
  }
  assert.deepEqual(told(), expected);
}

test('a visit, an answer that is read and an article that is opened are told once each', async () => {
  await openChat(page);
  await arrived('visit');
  assert.equal(stub.events[0].channel, 'web');
  await page.locator('[data-action=close]').click();
  await openChat(page);
  await ask(page, 'Kako storniram račun?');
  await page.locator('.reply .source-title').waitFor();
  await page.clock.runFor(2000);
  await arrived('visit');
  await page.clock.runFor(9000);
  await arrived('visit', 'view dwell');
  assert.equal(stub.events[1].turn, turn);
  const [{article}] = citations;
  for (let i = 0; i < 2; i++) {
    await page.locator('.reply [data-action=article]').first().click();
    await page.locator('[data-action=back]').click();
  }
  await page.clock.runFor(20000);
  await arrived('visit', 'view dwell', `view opened ${article}`);
});

test('an answer in a chat that is closed is not read', async () => {
  await openChat(page);
  await ask(page, 'Kako storniram račun?');
  await page.locator('.reply .source-title').waitFor();
  await page.locator('[data-action=close]').click();
  await page.locator('.panel').waitFor({state: 'hidden'});
  await page.clock.runFor(60000);
  await arrived('visit');
});

test('a suggestion that is picked is told with its article', async () => {
  await openChat(page);
  await page.locator('textarea[part=input]').fill('kako storn');
  await page.clock.runFor(1000);
  await page.locator('[role=option]').first().click();
  await page.locator('.reply').waitFor();
  const [{article}] = golden('suggest').groups[0].suggestions;
  await arrived('visit', `suggestion  ${article}`);
});

test('an answer that is held waits behind the draft, and counts as read when it was asked for', async () => {
  const held = golden('chat_reply_held');
  stub.behaviours.push({body: held});
  await openChat(page);
  await ask(page, 'Kako storniram račun?');
  await page.locator('.draft').waitFor();
  await page.clock.runFor(60000);
  assert.equal(await page.locator('.source-title').count(), 0);
  assert.equal(await page.locator('[data-vote]').count(), 0);
  await page.reload();
  await page.locator('.draft').waitFor();
  assert.equal(await page.locator('.source-title').count(), 0);
  await page.getByRole('button', {name: 'Pokaži odgovor iz navodil'}).click();
  await page.locator('.reply .source-title').waitFor();
  assert.equal(await page.locator('.draft').count(), 1);
  assert.ok(await page.locator('[data-vote]').count() > 0);
  await arrived('visit', 'view opened');
  await page.reload();
  await page.locator('.reply .source-title').waitFor();
});

// Suggestions while typing: by keyboard, mouse and touch, and how they stay out of the way.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {launchBrowser, newPage, openChat} from './support/browser.mjs';
import {StubServer} from './support/stub_server.mjs';

let browser;
let stub;
let page;

before(async () => {
  browser = await launchBrowser();
  stub = await new StubServer().start();
});
after(async () => {
  await browser.close();
  await stub.stop();
});

beforeEach(async () => {
  Object.assign(stub, {requests: [], typed: [], behaviours: [], suggestStatus: 200});
  page = await newPage(browser);
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

const input = () => page.locator('.composer textarea');
const options = () => page.locator('.suggestions [role=option]');

async function type(text) {
  await page.goto(stub.url);
  await openChat(page);
  await input().pressSequentially(text);
}

test('what was typed is completed by titles and questions, grouped by module', async () => {
  await type('storno');
  await options().first().waitFor();
  assert.deepEqual(await options().allInnerTexts(), ['Kako prekličem račun?', 'Storno temeljnice']);
  assert.deepEqual(await page.locator('.suggestion-module').allInnerTexts(),
    ['Fakturiranje', 'Dvostavno knjigovodstvo']);
  assert.equal(await page.locator('.suggesting [role=status]').innerText(), '2 predloga, izberete ju s puščicami');
  assert.equal(stub.typed.at(-1).q, 'storno');
  assert.ok(stub.typed.length <= 5, 'not every letter is asked about');
});

test('one is picked with the arrows and Enter, and its article is the answer', async () => {
  await type('storno');
  await options().first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const active = await input().getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).innerText(), 'Storno temeljnice');
  assert.equal(await page.locator('[role=option][aria-selected=true]').innerText(), 'Storno temeljnice');
  await page.keyboard.press('Enter');
  await page.locator('.reply').waitFor();
  const [{body}] = stub.chats();
  assert.deepEqual([body.message, body.choice, body.context.module],
    ['Storno temeljnice', 'dk-storno-temeljnice', 'Dvostavno knjigovodstvo']);
  assert.equal(await input().inputValue(), '');
  assert.equal(await options().count(), 0);
});

test('Enter without a choice asks what was typed', async () => {
  await type('storno');
  await options().first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.locator('.reply').waitFor();
  assert.deepEqual([stub.chats()[0].body.message, stub.chats()[0].body.choice], ['storno', undefined]);
});

test('Escape closes the suggestions first, and the panel after that', async () => {
  await type('storno');
  await options().first().waitFor();
  await page.keyboard.press('Escape');
  await options().first().waitFor({state: 'detached'});
  assert.equal(await input().inputValue(), 'storno');
  assert.ok(await page.locator('dialog.panel[open]').isVisible());
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog.panel[open]').count(), 0);
});

test('Tab leaves them', async () => {
  await type('storno');
  await options().first().waitFor();
  await page.keyboard.press('Tab');
  await page.locator('.send:focus').waitFor();
  assert.equal(await options().count(), 0);
});

test('one is picked with the mouse, and the list under a resting mouse chooses nothing', async () => {
  await type('stor');
  await options().first().waitFor();
  await options().nth(1).hover();
  assert.equal(await page.locator('[aria-selected=true]').count(), 0);
  await options().nth(1).click();
  await page.locator('.reply').waitFor();
  assert.equal(stub.chats()[0].body.choice, 'dk-storno-temeljnice');
});

test('one is picked with a finger', async () => {
  await page.context().close();
  page = await newPage(browser, {viewport: {width: 390, height: 780}, hasTouch: true, isMobile: true});
  await type('storno');
  await options().first().tap();
  await page.locator('.reply').waitFor();
  assert.equal(stub.chats()[0].body.choice, 'fakt-storno-racuna');
});

test('a server that is asked too much is not asked on, and nothing is said', async () => {
  stub.suggestStatus = 429;
  const refused = page.waitForResponse(/suggest/);
  await type('storno');
  await refused;
  await input().pressSequentially(' racuna');
  await page.keyboard.press('Enter');
  await page.locator('.reply').waitFor();
  assert.equal(stub.typed.length, 1);
  assert.equal(await page.locator('.failure').count(), 0);
  assert.equal(stub.chats()[0].body.message, 'storno racuna');
});

test('what is typed outlives a reload', async () => {
  await type('Kako storniram');
  await page.reload();
  await openChat(page);
  assert.equal(await input().inputValue(), 'Kako storniram');
});

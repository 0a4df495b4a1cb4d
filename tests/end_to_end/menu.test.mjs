// What the menu of the header does: a copy of the conversation, and another language.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {StubServer, golden} from './support/stub_server.mjs';

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
  Object.assign(stub, {requests: [], behaviours: []});
  page = await newPage(browser, {permissions: ['clipboard-read', 'clipboard-write']});
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

async function askFirst() {
  await page.goto(stub.url);
  await openChat(page);
  await ask(page, 'Kako storniram račun?');
  await page.locator('.reply').waitFor();
}

const menu = () => page.locator('[data-action=menu]');
const panelText = () => page.locator('.panel').innerText();

/** @param {'sl' | 'en' | 'hr'} lang */
async function speak(lang) {
  await menu().click();
  await page.locator(`.menu [data-lang=${lang}]`).click();
}

test('the conversation is copied as text, with its sources', async () => {
  await askFirst();
  await menu().click();
  await page.locator('[data-action=copy-all]').click();
  await page.locator('.menu-status', {hasText: 'Pogovor je kopiran'}).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^Pogovor s pomočnikom, /);
  assert.match(copied, /Vi: Kako storniram račun\?[^]*1\. Odprite Fakturiranje \/ Računi\.[^]*Vir: Storno računa/);
});

test('a page without a clipboard copies it in the older way, and one that refuses shows it marked', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {value: undefined});
    document.addEventListener('copy', (event) => {
      globalThis.copied = event.clipboardData.getData('text/plain');
    });
  });
  await askFirst();
  await menu().click();
  await page.locator('[data-action=copy-all]').click();
  await page.locator('.menu-status', {hasText: 'Pogovor je kopiran'}).waitFor();
  assert.match(await page.evaluate(() => globalThis.copied), /Vir: Storno računa/);
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await page.locator('[data-action=copy-all]').click();
  await page.locator('.menu-status', {hasText: 'Ctrl+C'}).waitFor();
  const marked = await page.locator('.menu-text').evaluate((field) => field.value.slice(0, field.selectionEnd));
  assert.match(marked, /Vir: Storno računa/);
});

test('before anything was said there is nothing to copy, but a language to pick', async () => {
  await page.goto(stub.url);
  await openChat(page);
  await menu().click();
  assert.equal(await page.locator('[data-action=copy-all]').isVisible(), false);
  assert.deepEqual(await page.locator('.menu [data-lang]').allInnerTexts(), ['Slovenščina', 'English', 'Hrvatski']);
  assert.equal(await page.locator('.menu [data-lang=sl]').getAttribute('aria-pressed'), 'true');
});

test('another language keeps the conversation and what is typed, and later messages are answered in it', async () => {
  await askFirst();
  await page.locator('.composer textarea').fill('In potem');
  await speak('en');
  assert.match(await panelText(), /New conversation[^]*Kako storniram račun\?[^]*Did this help\?[^]*File a request/);
  assert.equal(await page.locator('.composer textarea').inputValue(), 'In potem');
  assert.equal(await page.locator('.root').getAttribute('lang'), 'en');
  await page.locator('[data-action=menu]:focus').waitFor();
  await page.locator('.composer textarea').press('Enter');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  const [first, second] = stub.chats().map(({body}) => body);
  assert.deepEqual([first.lang, second.lang], [undefined, 'en']);
  assert.equal(second.conversation, golden('chat_reply_answer').conversation.id);
});

test('the language outlives a reload', async () => {
  await askFirst();
  await speak('hr');
  await page.reload();
  await page.locator('.reply').waitFor();
  assert.match(await panelText(), /Novi razgovor[^]*Predaj zahtjev/);
  await page.locator('[data-action=close]').click();
  assert.equal(await page.locator('.launcher').innerText(), 'Pomoć');
});

test('a message that waits for its answer is answered after the language was changed', async () => {
  let arrive = () => {};
  stub.behaviours.push({after: new Promise((resolve) => {
    arrive = resolve;
  })});
  await page.goto(stub.url);
  await openChat(page);
  await ask(page, 'Kako storniram račun?');
  await page.locator('.pending').waitFor();
  await speak('en');
  assert.match(await page.locator('.pending').innerText(), /Searching the help/);
  arrive();
  await page.locator('.reply').waitFor();
  assert.equal(stub.chats().length, 1);
});

test('each message has its own language', async () => {
  await askFirst();
  stub.behaviours.push({body: golden('chat_reply_abstain')});
  await ask(page, 'How do I fly to the Moon?');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  assert.deepEqual(await page.locator('.question [lang]').evaluateAll((nodes) => nodes.map(({lang}) => lang)),
    ['sl', 'en']);
  assert.deepEqual(await page.locator('.reply > .blocks').evaluateAll((nodes) => nodes.map(({lang}) => lang)),
    ['sl', 'en']);
});

test('Escape closes the menu first, and a press elsewhere closes it, too', async () => {
  await page.goto(stub.url);
  await openChat(page);
  await menu().press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.locator('[data-action=menu][aria-expanded=false]:focus').waitFor();
  assert.equal(await page.locator('.menu').isVisible(), false);
  await menu().click();
  await page.locator('.head-title').click();
  assert.equal(await page.locator('.menu').isVisible(), false);
  assert.ok(await page.locator('dialog.panel[open]').isVisible());
});

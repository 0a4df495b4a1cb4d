// The chat on other people's pages, and what those may spoil.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {call, noteEvents, script, told, visit} from './support/host_page.mjs';
import {StubServer, golden} from './support/stub_server.mjs';

const answer = golden('chat_reply_answer');

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
  Object.assign(stub, {behaviours: [], requests: [], pages: {}, found: golden('search'), feedbackStatus: 200});
  page = await newPage(browser);
  await noteEvents(page);
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('before it is wanted only the loader is there, and the page stays as it was', async () => {
  const files = [];
  page.on('request', (request) => files.push(new URL(request.url()).pathname));
  await visit(page, stub, `<p>Vsebina</p>${script}`);
  await page.locator('.launcher').waitFor();
  assert.deepEqual(files.filter((file) => file.endsWith('.js')), ['/widget.js']);
  assert.deepEqual(await told(page), [{event: 'ready', lang: 'sl'}]);
  const shift = await page.evaluate(() => new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries().length));
    observer.observe({type: 'layout-shift', buffered: true});
    // What has happened is told in the next task; when nothing has, nothing is.
    requestAnimationFrame(() => setTimeout(resolve, 0, 0));
  }));
  assert.equal(shift, 0);
  const fetched = page.waitForRequest(/panel\.js\?v=[0-9a-f]{16}$/);
  await page.locator('.launcher').hover();
  await fetched;
  assert.equal(await page.locator('.panel').count(), 0);
});

test('when the panel cannot be had, that is said, and the next press does what was wanted', async () => {
  await visit(page, stub);
  await page.locator('.launcher').waitFor();
  await page.route(/panel\.js/, (route) => route.abort());
  await call(page, 'ask', 'Prvo');
  await page.locator('.note', {hasText: 'Preverite povezavo'}).waitFor();
  assert.deepEqual((await told(page)).at(-1), {event: 'error', kind: 'offline', during: 'panel'});
  assert.equal(await page.locator('.launcher').innerText(), 'Pomoč');
  await page.unroute(/panel\.js/);
  await page.locator('.launcher').click();
  await page.locator('.reply').waitFor();
  assert.equal(await page.locator('.note').innerText(), '');
  assert.deepEqual(stub.chats().map(({body}) => body.message), ['Prvo']);
});

test('the page\'s own rules for everything do not reach it', async () => {
  const rules = `
    * { display: none !important; visibility: hidden !important; opacity: 0 !important; font-size: 90px !important;
        all: revert; position: static !important; transform: rotate(30deg) !important; pointer-events: none !important;
        color: lime !important; --accent: lime; --text: lime; }
    html, body, head { display: block !important; visibility: visible !important; }
    html { font-size: 60px; direction: rtl; } button, dialog, p { border: 9px solid red !important; }`;
  await page.route('**/hostile.css', (route) => route.fulfill({contentType: 'text/css', body: rules}));
  await visit(page, stub, `<link rel="stylesheet" href="/hostile.css"><p>Vsebina</p>${script}`);
  await openChat(page);
  await ask(page, 'Kako storniram račun?');
  await page.locator('.reply').waitFor();
  const shown = await page.locator('.panel').evaluate((node) => {
    const {fontSize, color, borderTopWidth, direction} = getComputedStyle(node);
    const {right, bottom} = node.getBoundingClientRect();
    return {fontSize, color, borderTopWidth, direction, right: innerWidth - right, bottom: innerHeight - bottom};
  });
  assert.deepEqual(shown, {
    fontSize: '15px', color: 'rgb(23, 34, 43)', borderTopWidth: '1px', direction: 'ltr', right: 20, bottom: 20,
  });
});

test('the page\'s own scripts may have changed what is everybody\'s', async () => {
  await page.addInitScript(() => {
    /** @type {any} */
    const host = window;
    // What old libraries and monitoring do.
    host.Array.prototype.toJSON = () => 'spoilt';
    host.Object.prototype.inherited = 'everywhere';
    host.Array.prototype.each = host.Array.prototype.forEach;
    host.Array.from = (list) => (list ? Array.prototype.slice.call(list) : []);
    const {fetch, customElements: registry, JSON: json} = host;
    host.fetch = (...args) => fetch(...args).then((response) => response);
    const define = registry.define.bind(registry);
    registry.define = (name, ...rest) => define(name, ...rest);
    host.JSON = {parse: (...args) => json.parse(...args), stringify: (...args) => json.stringify(...args)};
    host.name = 'pomocnik';
    customElements.define('help-chat', class extends HTMLElement {});
  });
  await visit(page, stub, `<help-chat>Pomoč gostitelja</help-chat><div id="pomocnik"></div>${script}`);
  await page.locator('pomocnik-help-chat .launcher').click();
  await ask(page, 'Prvo');
  await page.locator('.reply').waitFor();
  await page.reload();
  await page.locator('.reply').waitFor();
  await ask(page, 'Drugo');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  assert.equal(stub.chats()[1].body.conversation, answer.conversation.id);
  assert.equal(await page.locator('help-chat').innerText(), 'Pomoč gostitelja');
});

test('a page whose fetch is broken is told that there is no connection, and the question stays', async () => {
  await page.addInitScript(() => {
    window.fetch = () => {
      throw new Error('blocked by this page');
    };
  });
  await visit(page, stub);
  await call(page, 'ask', 'Prvo');
  await page.locator('.failure', {hasText: 'Ni povezave'}).waitFor();
  assert.equal(await page.locator('.question').count(), 1);
});

test('a clock that is wrong by a day changes nothing', async () => {
  await page.clock.setFixedTime(Date.now() - 24 * 60 * 60 * 1000);
  await visit(page, stub);
  await call(page, 'ask', 'Prvo');
  await page.locator('.reply').waitFor();
  await page.clock.setFixedTime(Date.now() + 24 * 60 * 60 * 1000);
  await page.reload();
  await ask(page, 'Drugo');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  assert.equal(stub.chats()[1].body.conversation, answer.conversation.id);
});

test('two tabs have a conversation each, and a duplicated one goes on with the same', async () => {
  await visit(page, stub);
  await call(page, 'ask', 'Prvo');
  await page.locator('.reply').waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await openChat(other);
  assert.equal(await other.locator('.turn').count(), 0);
  // What a browser does when a tab is duplicated.
  const kept = await page.evaluate(() => ({...sessionStorage}));
  await other.evaluate((entries) => Object.assign(sessionStorage, entries), kept);
  await other.reload();
  await other.locator('.reply').waitFor();
  await Promise.all([ask(page, 'Tu'), ask(other, 'Tam')]);
  for (const tab of [page, other]) await tab.locator('.turn:nth-child(2) .reply').waitFor();
  const [, ...later] = stub.chats();
  assert.deepEqual(later.map(({body}) => body.message).sort(), ['Tam', 'Tu']);
  assert.deepEqual(later.map(({body}) => body.conversation), Array(2).fill(answer.conversation.id));
  assert.notEqual(later[0].body.key, later[1].body.key);
});

test('a page may place the element itself, and gets one chat however many it places', async () => {
  const first = `<help-chat lang="en" module="DDV" screen="${'š'.repeat(150)}"
    channel="${'x'.repeat(30)}"></help-chat>`;
  await visit(page, stub, `${first}<help-chat></help-chat>${script}${script}`);
  await openChat(page);
  assert.equal(await page.locator('.launcher').count(), 1);
  assert.equal(await page.locator('.launcher').textContent(), 'Help');
  await ask(page, 'storno');
  await page.locator('.reply').waitFor();
  // The server takes no longer ones.
  const [screen, channel] = ['š'.repeat(100), 'x'.repeat(20)];
  assert.deepEqual(stub.chats()[0].body.context, {channel, screen, module: 'DDV'});
});

test('a page that exchanges its body on the way to the next page keeps the chat as it is', async () => {
  await visit(page, stub);
  await call(page, 'ask', 'Prvo');
  await page.locator('.reply').waitFor();
  await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
  await ask(page, 'Drugo');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
});

test('a page that throws the element away gets it back at the next call, with the conversation', async () => {
  await visit(page, stub);
  await call(page, 'ask', 'Prvo');
  await page.locator('.reply').waitFor();
  await page.evaluate(() => document.querySelector('help-chat')?.remove());
  await call(page, 'open');
  await page.locator('.reply').waitFor();
  assert.ok(await page.locator('dialog.panel[open]').isVisible());
});

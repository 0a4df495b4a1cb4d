// No barriers that axe-core can find, in each state, light and dark, and in English; nothing wider than a small phone
// or too small for a finger; and what a screen reader is told.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {findBarriers} from './support/accessibility.mjs';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {inTree} from './support/paths.mjs';
import {show, states} from './support/states.mjs';
import {StubServer, golden} from './support/stub_server.mjs';

const calm = {reducedMotion: 'reduce'};
const phone = {...calm, viewport: {width: 320, height: 568}, hasTouch: true, isMobile: true};

let browser;
let stub;

before(async () => {
  browser = await launchBrowser();
  stub = await new StubServer().start();
  stub.pages['/en'] = '<!doctype html><html lang="en"><title>Help</title><body><main><h1>Help</h1></main>' +
    '<script async src="/widget.js"></script></body></html>';
});
after(async () => {
  await browser.close();
  await stub.stop();
});

/** Does it with a page in the state. Where time does not have to pass, one page goes through all states. */
function inState(options, path, look) {
  let kept;
  return async (state) => {
    const page = state.waits ? await newPage(browser, options) : kept ??= await newPage(browser, options);
    await show(page, stub, state, path);
    await look(page);
    assert.deepEqual(page.problems, []);
    if (state.waits) await page.context().close();
  };
}

async function meetNoBarrierInLight(page) {
  await page.emulateMedia({colorScheme: 'light', ...calm});
  assert.deepEqual(await findBarriers(page, 'help-chat'), []);
}

/** In the dark only the colours are others. */
async function meetNoBarrier(page) {
  await meetNoBarrierInLight(page);
  await page.emulateMedia({colorScheme: 'dark', ...calm});
  assert.deepEqual(await findBarriers(page, 'help-chat', ['color-contrast']), [], 'dark');
}

for (const [path, language, meet] of [['', 'Slovene', meetNoBarrier], ['en', 'English', meetNoBarrierInLight]]) {
  const look = inState(calm, path, meet);
  for (const [name, state] of Object.entries(states)) {
    test(`no barrier: ${name}, ${language}`, () => look(state));
  }
}

for (const theme of readdirSync(inTree('web-widget/themes'))) {
  const css = readFileSync(inTree('web-widget/themes', theme), 'utf8');
  const look = inState(calm, '', async (page) => {
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
    await meetNoBarrier(page);
  });
  test(`no barrier in the theme ${theme}`, async () => {
    for (const name of ['menu', 'suggestions', 'vote-no', 'draft', 'paid', 'offline']) await look(states[name]);
  });
}

test('the page of the vendor itself has no barrier', async () => {
  const page = await newPage(browser, calm);
  await page.goto(stub.url);
  await page.locator('.launcher').waitFor();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({colorScheme});
    assert.deepEqual(await findBarriers(page), []);
  }
  await page.context().close();
});

/** Runs in the page: what is cut off, and what a finger would miss. */
function misfits() {
  const root = document.querySelector('help-chat').shadowRoot;
  const boxes = [document.documentElement, ...root.querySelectorAll('.panel, .log, .article, .head, .foot, .menu')];
  const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.className || box.localName);
  const controls = [...root.querySelectorAll('dialog :is(button, a, input, textarea, summary)')]
    .filter((control) => control.checkVisibility() && !control.closest('[inert], .blocks'));
  const small = controls.filter((control) => {
    const {width, height} = control.getBoundingClientRect();
    return Math.min(width, height) < 43.5;
  }).map((control) => `${control.className || control.localName} ${control.textContent}`);
  return {wide, small};
}

const fit = inState(phone, '', async (page) => {
  assert.deepEqual(await page.evaluate(misfits), {wide: [], small: []});
});
for (const [name, state] of Object.entries(states)) {
  test(`a small phone cuts nothing off, and a finger meets everything: ${name}`, () => fit(state));
}

/** Runs in the page: what is added inside the log, which a screen reader will read. */
function listen() {
  const log = document.querySelector('help-chat').shadowRoot.querySelector('[role=log]');
  globalThis.heard = [];
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({addedNodes}) => [...addedNodes])) globalThis.heard.push(node.textContent);
  }).observe(log, {childList: true, subtree: true});
}

test('a screen reader hears a new answer once, and nothing again that was said before', async () => {
  const page = await newPage(browser, calm);
  await show(page, stub, states.answer);
  await page.evaluate(listen);
  stub.behaviours = [{body: golden('chat_reply_choices')}];
  await ask(page, 'In kaj potem?');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  const heard = await page.evaluate(() => globalThis.heard);
  assert.equal(heard.length, 2, 'the question with "searching", and the answer');
  assert.match(heard[0], /^Vi:In kaj potem\?Iščem v navodilih/);
  assert.match(heard[1], /Storno temeljnice/);
  assert.ok(heard.every((text) => !text.includes('Knjiženega računa ne brišite')));
  await page.context().close();
});

test('what a screen reader finds in the panel has names, and the log tells who says what', async () => {
  const page = await newPage(browser, calm);
  await show(page, stub, states.answer);
  const tree = await page.locator('dialog.panel').ariaSnapshot();
  assert.match(tree, /^- dialog "Pogovor s pomočnikom":/);
  assert.match(tree, /- log "Potek pogovora":/);
  assert.match(tree, /- paragraph: "?Vi: ?Kako storniram račun\?/);
  assert.match(tree, /- article:/);
  assert.match(tree, /- heading "Storno računa" \[level=3\]/);
  assert.match(tree, /- textbox "Vaše vprašanje"/);
  assert.match(tree, /- link "Oddaj zahtevek \(odpre se v novem zavihku\)"/);
  await page.context().close();
});

/** @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => {
  const node = document.querySelector('help-chat').shadowRoot.activeElement;
  return node ? node.dataset.action ?? node.dataset.vote ?? node.className : null;
});

test('the focus is never lost when what had it goes away', async () => {
  const page = await newPage(browser, calm);
  await page.goto(stub.url);
  await openChat(page);
  await page.locator('[data-action=starter]').first().press('Enter');
  await page.locator('.reply').waitFor();
  assert.equal(await focused(page), 'log');
  stub.behaviours = [{status: 503, body: {}}];
  await ask(page, 'In potem?');
  await page.locator('[data-action=retry]').press('Enter');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  assert.equal(await focused(page), 'log');
  await page.locator('[data-vote=no]').last().press('Enter');
  await page.locator('.reason input').fill('Ni moja različica.');
  await page.keyboard.press('Enter');
  await page.locator('.vote-status', {hasText: 'pojasnilo'}).waitFor();
  assert.equal(await focused(page), 'no');
  await page.context().close();
});

test('the keys go through the panel in the order in which it is read, and each stop is seen', async () => {
  const page = await newPage(browser, calm);
  await show(page, stub, states.answer);
  await page.locator('.log').focus();
  const stops = [];
  for (let count = 0; count < 7; count += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
    assert.ok(await page.evaluate(isInSight), `${stops.at(-1)} is seen`);
  }
  assert.deepEqual(stops, ['inline-link', 'article', 'way', 'yes', 'no', '', 'send']);
  await page.context().close();
});

/** Runs in the page: the focus is on something that nothing covers, and it is marked. */
function isInSight() {
  const node = document.querySelector('help-chat').shadowRoot.activeElement;
  const {left, top, width, height} = node.getBoundingClientRect();
  const hit = document.querySelector('help-chat').shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
  const marked = node.matches('textarea') ? node.closest('.field') : node;
  return node.contains(hit) && getComputedStyle(marked).outlineStyle !== 'none';
}

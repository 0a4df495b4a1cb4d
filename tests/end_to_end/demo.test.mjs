// The demo site of the real program: its page, the gallery of states and the program in which F1 is pressed.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {findBarriers} from './support/accessibility.mjs';
import {launchBrowser, newPage} from './support/browser.mjs';
import {inTree} from './support/paths.mjs';
import {startProgram} from './support/program.mjs';
import {golden} from './support/stub_server.mjs';

const PAGES = ['', 'demo/gallery', 'demo/f1'];
const PHONE = {width: 320, height: 640};

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
  page = await newPage(browser, {permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce'});
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.problems.push(message.text());
  });
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

/** @param {string} path */
async function visit(path) {
  await page.goto(server.url + path);
  if (path === 'demo/gallery') await page.locator('[data-states][data-drawn]').waitFor();
}

for (const path of PAGES) {
  test(`/${path} has no barriers, light and dark, and nothing is cut off on a phone`, async () => {
    await visit(path);
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({colorScheme});
      assert.deepEqual(await findBarriers(page), [], colorScheme);
    }
    await page.setViewportSize(PHONE);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
  });
}

test('the page says that it is a demonstration, and its code puts the chat on another page', async () => {
  await visit('');
  assert.match(await page.locator('.notice').innerText(), /predstavitev/);
  await page.getByRole('button', {name: 'Kopiraj'}).click();
  await page.locator('[data-copied]', {hasText: 'Kopirano.'}).waitFor();
  await page.locator('.pinned summary').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const codes = [copied, await page.locator('#koda-sri').inputValue()];
  for (const code of codes) {
    const body = `<!doctype html><html lang="sl"><meta charset="utf-8"><title>x</title><body>${code}`;
    await page.route('**/elsewhere', (route) => route.fulfill({contentType: 'text/html', body}));
    await page.goto(`${server.url}elsewhere`);
    await page.getByRole('button', {name: 'Pomoč'}).click();
    await page.locator('dialog.panel[open]').waitFor();
    await page.unroute('**/elsewhere');
  }
});

test('the gallery shows every state in each language, light and dark', async () => {
  await visit('demo/gallery');
  const names = await page.locator('[data-states] .state').evaluateAll((nodes) => nodes.map((node) => node.id));
  assert.ok(names.length >= 15);
  for (const lang of ['en', 'hr', 'sl']) {
    await page.locator(`[name=lang][value=${lang}]`).check();
    await page.locator(`[data-states][data-drawn=${lang}]`).waitFor();
    const languages = await page.locator('.stage .root').evaluateAll((nodes) => nodes.map((node) => node.lang));
    assert.deepEqual([...new Set(languages)], [lang]);
  }
  const surface = () => page.locator('#pozdrav .panel').evaluate((node) => getComputedStyle(node).backgroundColor);
  await page.locator('[name=look][value=light]').check();
  const light = await surface();
  await page.locator('[name=look][value=dark]').check();
  assert.notEqual(await surface(), light);
  assert.deepEqual(await findBarriers(page), []);
});

for (const lang of ['sl', 'en', 'hr']) {
  test(`the samples of the gallery have the shape of the messages that the program is tested with: ${lang}`, () => {
    const file = inTree('web-widget/demo/gallery/samples', `${lang}.json`);
    const replies = Object.values(JSON.parse(readFileSync(file, 'utf8')).chats).map(({reply}) => reply);
    const keys = (values) => [...new Set(values.filter(Boolean).map(Object.keys).map(String))];
    const shapes = (part) => keys(replies.map((reply) => reply[part]));
    const shape = (value) => keys([value]);
    assert.deepEqual(keys(replies), shape(golden('chat_reply_answer')));
    assert.deepEqual(shapes('understood'), shape(golden('chat_reply_choices').understood));
    assert.deepEqual(shapes('verdict'), shape(golden('chat_reply_handoff').verdict));
    assert.deepEqual(shapes('handoff'), shape(golden('chat_reply_handoff').handoff));
  });
}

const help = () => page.frameLocator('#pomoc iframe');
/** @param {string} sentence that tells whose help it is */
const helpSays = (sentence) => help().locator('.match:visible', {hasText: sentence}).waitFor();
const sent = () => page.locator('[data-sent-screen]').innerText();

test('F1 on a field opens the help beside it, and another window takes the help along without a reload', async () => {
  await visit('demo/f1');
  await page.getByLabel('Rok plačila').focus();
  assert.equal(await sent(), 'FAK.Racun.RokPlacila');
  await page.keyboard.press('F1');
  await helpSays('»Rok plačila (dni)« še nima svojega članka. To je pomoč za zaslon »Račun«.');
  await page.locator('[data-traffic] .from', {hasText: 'ready'}).waitFor({state: 'attached'});
  const frame = page.frames()[1];
  await frame.evaluate(() => {
    globalThis.stays = true;
  });
  await page.getByRole('tab', {name: 'Dobropisi'}).click();
  await helpSays('Pomoč za zaslon »Dobropisi«.');
  await page.locator('[data-traffic] .from', {hasText: 'context-changed'}).waitFor({state: 'attached'});
  assert.equal(await frame.evaluate(() => globalThis.stays), true);
  assert.equal(await sent(), 'FAK.Dobropisi');
});

test('the help opens the form that an article is about, and can be closed from within', async () => {
  await visit('demo/f1');
  await page.getByRole('button', {name: 'Pomoč (F1)'}).click();
  await page.locator('[data-traffic] .from', {hasText: 'ready'}).waitFor({state: 'attached'});
  await help().getByRole('searchbox').or(help().getByRole('combobox')).fill('dobropis za izdani račun');
  await page.keyboard.press('Enter');
  await help().getByRole('link', {name: 'Priprava dobropisa iz izdanega računa'}).click();
  await help().getByRole('button', {name: 'Odpri okno »Dobropisi«'}).click();
  await page.locator('[data-status]', {hasText: 'Odprto iz pomoči'}).waitFor();
  assert.ok(await page.locator('#dobropisi').isVisible());
  await help().getByRole('button', {name: 'Zapri pomoč'}).click();
  await page.locator('#pomoc').waitFor({state: 'hidden'});
});

test('the program is used with the keyboard: tabs, menu, F1 on a button, and any screen by its id', async () => {
  await visit('demo/f1');
  await page.getByRole('tab', {name: 'Račun', exact: true}).focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('#dobropisi').waitFor();
  await page.getByText('Okna', {exact: true}).press('Enter');
  await page.getByRole('button', {name: 'Temeljnica'}).press('Enter');
  await page.locator('#temeljnica').waitFor();
  await page.locator('#temeljnica').getByRole('button', {name: 'Knjiži'}).focus();
  await page.keyboard.press('F1');
  await helpSays('To je pomoč za zaslon »Temeljnica«.');
  assert.equal(await sent(), 'DK.Temeljnica.Knjizi');
  await page.getByLabel('Drug zaslon').fill('Neznano.Okno');
  await page.keyboard.press('Enter');
  await helpSays('Za »Neznano.Okno« še ni pomoči.');
});

// The F1 page of the real program as a person uses it: reading, searching and asking, with and without its script.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {findBarriers} from './support/accessibility.mjs';
import {launchBrowser, newPage} from './support/browser.mjs';
import {question, states} from './support/f1_states.mjs';
import {startProgram} from './support/program.mjs';

const narrow = {viewport: {width: 380, height: 700}};

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
  page = await newPage(browser, narrow);
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

/** @param {string} address below /f1/ */
async function open(address) {
  await page.goto(`${server.url}f1/${address}`);
  await page.locator('help-panel .dock').waitFor();
}

const heading = () => page.locator('help-panel .view h1, help-panel .view h2');
const address = () => page.evaluate(() => location.pathname + location.search);

test('without JavaScript the page reads, searches, opens what was found and leads back', async () => {
  const plain = await newPage(browser, {...narrow, javaScriptEnabled: false});
  await plain.goto(`${server.url}f1/icenter/FAK.Dobropisi`);
  await plain.locator('main .steps li').first().waitFor();
  await plain.locator('input[type=search]').fill('storno temeljnice');
  await plain.locator('input[type=search]').press('Enter');
  await plain.locator('main a', {hasText: 'temeljnic'}).first().click();
  await plain.locator('main article h1').waitFor();
  await plain.locator('main .back a').click();
  await plain.locator('main .back a').click();
  await plain.locator('main', {hasText: 'Dobropisi'}).waitFor();
  assert.deepEqual(plain.problems, []);
  await plain.context().close();
});

test('a search and what it finds are shown without a reload, and Back leads back to where one was', async () => {
  await open('icenter/FAK.Dobropisi?v=2026.1');
  await page.evaluate(() => {
    window.isSamePage = true;
  });
  await page.locator('input[type=search]').fill('storno temeljnice');
  await page.keyboard.press('Enter');
  await heading().filter({hasText: 'Zadetki za »storno temeljnice«'}).waitFor();
  assert.equal(await address(), '/f1/icenter/FAK.Dobropisi?v=2026.1&q=storno+temeljnice');
  const link = page.locator('help-panel .links a', {hasText: 'Storno knjižene temeljnice'}).first();
  const title = await link.innerText();
  await link.click();
  await page.locator('help-panel article h2:focus', {hasText: title}).waitFor();
  assert.match(await address(), /q=storno\+temeljnice&article=/);
  await page.goBack();
  await page.locator('help-panel .links a:focus', {hasText: title}).waitFor();
  await page.goBack();
  await page.locator('help-panel article').waitFor();
  assert.equal(await page.locator('input[type=search]').inputValue(), '');
  assert.equal(await page.evaluate(() => window.isSamePage), true);
});

test('an address shows the same after a reload', async () => {
  await open('icenter/FAK.Dobropisi');
  await page.locator('input[type=search]').fill('storno temeljnice');
  await page.keyboard.press('Enter');
  await page.locator('help-panel .links a').first().waitFor();
  const drawn = await page.locator('help-panel .links a').allInnerTexts();
  await page.reload();
  await page.locator('main .results').waitFor();
  assert.deepEqual(await page.locator('main .results a').allInnerTexts(), drawn);
  assert.equal(await page.locator('input[type=search]').inputValue(), 'storno temeljnice');
});

test('a search among the articles of a module leads back to them', async () => {
  await open('icenter?module=Fakturiranje');
  await page.locator('input[type=search]').fill('račun');
  await page.keyboard.press('Enter');
  await page.locator('help-panel .back-line a', {hasText: 'Nazaj na »Fakturiranje«'}).click();
  await page.locator('main > h1', {hasText: 'Fakturiranje'}).waitFor();
});

test('suggestions open an article with the keyboard alone', async () => {
  await open('icenter/FAK');
  await page.locator('input[type=search]').focus();
  await page.keyboard.type('temeljnic');
  await page.locator('.bar [role=option]').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.bar [role=listbox]').waitFor({state: 'hidden'});
  assert.equal(await page.locator('input[type=search]').inputValue(), 'temeljnic');
  await page.keyboard.type('e');
  await page.locator('.bar [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('help-panel article h2:focus').waitFor();
  assert.match(await address(), /article=/);
});

test('the assistant is asked from the screen, in the same frame, and leads back to the help', async () => {
  await open('icenter/FAK.Dobropisi?v=2026.1');
  const asked = page.waitForRequest('**/api/v1/chat');
  await page.locator('[data-action=assistant]').click();
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  assert.deepEqual((await asked).postDataJSON().context,
    {channel: 'f1', app: 'icenter', screen: 'FAK.Dobropisi', module: 'Fakturiranje', version: '2026.1'});
  await page.locator('.reply .steps').waitFor();
  await page.locator('.assistant [data-action=article]').click();
  await page.locator('.assistant .article h2').waitFor();
  await page.locator('.assistant [data-action=back]').click();
  await page.locator('[data-action=help]').click();
  await page.locator('[data-action=assistant]:focus').waitFor();
  assert.ok(await page.locator('main > article').isVisible());
});

test('the conversation and its place on the page outlive a reload', async () => {
  await open('icenter/FAK.Dobropisi');
  await page.locator('[data-action=assistant]').click();
  await page.keyboard.type('ali je pomoč plačljiva, če traja 20 minut');
  await page.keyboard.press('Enter');
  await page.locator('.verdict').waitFor();
  await page.reload();
  await page.locator('.assistant .verdict').waitFor();
  await page.locator('.composer textarea').fill('rad bi oddal zahtevek');
  await page.keyboard.press('Enter');
  await page.locator('.assistant .draft').waitFor();
});

test('what nothing was found for can be asked at once', async () => {
  await open('icenter/FAK.Dobropisi?q=xqzw');
  await page.locator('input[type=search]').fill('traktor qwxz');
  await page.keyboard.press('Enter');
  await page.locator('help-panel [data-action=ask]').click();
  await page.locator('.assistant .reply').waitFor();
  assert.ok((await page.locator('.assistant .question').innerText()).endsWith('traktor qwxz'));
});

test('without a connection what is on the page stays, and can be tried again', async () => {
  await open('icenter/FAK.Dobropisi');
  await page.route('**/api/v1/search*', (route) => route.abort());
  await page.locator('input[type=search]').fill('temeljnica');
  await page.keyboard.press('Enter');
  await page.locator('.notice.failure', {hasText: 'Ni povezave'}).waitFor();
  assert.ok(await page.locator('main article').isVisible());
  assert.equal(await page.locator('input[type=search]').inputValue(), 'temeljnica');
  assert.equal(await address(), '/f1/icenter/FAK.Dobropisi');
  await page.unroute('**/api/v1/search*');
  await page.locator('.notice [data-action=retry]').click();
  await page.locator('help-panel .links a').first().waitFor();
  assert.equal(await page.locator('.notice.failure').count(), 0);
});

test('everything can be reached with the keyboard alone, and nothing behind the conversation', async () => {
  await open('icenter/FAK.Dobropisi');
  await page.locator('input[type=search]').focus();
  const reached = new Set();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    reached.add(await focusedAction(page));
  }
  for (const wanted of ['assistant', 'portal', 'A', 'INPUT']) assert.ok(reached.has(wanted), wanted);
  await page.locator('[data-action=assistant]').focus();
  await page.keyboard.press('Enter');
  const behind = new Set();
  for (let step = 0; step < 20; step += 1) {
    behind.add(await page.evaluate(() => document.activeElement?.localName));
    await page.keyboard.press('Tab');
  }
  assert.deepEqual([...behind].filter((name) => !['help-panel', 'body'].includes(name)), []);
  await page.locator('.composer textarea').fill('še pišem');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.composer textarea').inputValue(), 'še pišem');
  assert.ok(await page.locator('.composer textarea').isVisible());
});

/** @param {import('playwright-core').Page} where */
function focusedAction(where) {
  return where.evaluate(() => {
    const node = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return node instanceof HTMLElement ? node.dataset.action ?? node.tagName : '';
  });
}

const looks = [
  {colorScheme: 'light', lang: 'sl', width: 380}, {colorScheme: 'dark', lang: 'en', width: 380},
  {colorScheme: 'light', lang: 'en', width: 320}, {colorScheme: 'dark', lang: 'sl', width: 1200},
];

for (const {colorScheme, lang, width} of looks) {
  test(`there is no barrier in any state: ${colorScheme}, ${lang}, ${width} wide`, async () => {
    const look = await newPage(browser, {colorScheme, viewport: {width, height: 700}, reducedMotion: 'reduce'});
    await look.goto(`${server.url}f1/icenter/FAK.Dobropisi?lang=${lang}`);
    for (const [state, reach] of Object.entries(states)) {
      await reach(look);
      assert.deepEqual(await findBarriers(look), [], state);
      assert.deepEqual(await cutOff(look), [], state);
    }
    assert.deepEqual(look.problems, []);
    await look.context().close();
  });
}

/**
 * What is wider than the frame shows.
 *
 * @param {import('playwright-core').Page} look
 */
function cutOff(look) {
  return look.evaluate(() => {
    const root = document.querySelector('help-panel').shadowRoot;
    const parts = root.querySelectorAll('.view, .dock, .notice, .assistant, .panel, .log');
    return [document.documentElement, ...parts]
      .filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.className || box.localName);
  });
}

// From a question in the browser to a cited answer, with the real program and the articles of kb/.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {findBarriers} from './support/accessibility.mjs';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {inTree} from './support/paths.mjs';
import {startProgram} from './support/program.mjs';

const question = 'Kako storniram knjiženo temeljnico?';

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
  page = await newPage(browser);
  await page.goto(server.url);
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

const lastReply = () => page.locator('.turn:last-child .reply');

test('a question is answered with the steps of an article, which is named', async () => {
  await openChat(page);
  await ask(page, question);
  await lastReply().waitFor();
  assert.equal(await page.locator('.source-title').innerText(), 'Storno knjižene temeljnice');
  const facts = await page.locator('.source .facts').innerText();
  assert.match(facts, /^Dvostavno knjigovodstvo · nasvet · \d+\. \d+\. \d{4}$/);
  assert.ok(await page.locator('.steps > li').count() >= 3);
});

test('the whole article opens in the panel, and the way back leads to the conversation', async () => {
  await openChat(page);
  await ask(page, question);
  await page.locator('.reply [data-action=article]').click();
  await page.locator('.article h2', {hasText: 'Storno knjižene temeljnice'}).waitFor();
  await page.locator('[data-action=back]').click();
  assert.ok(await lastReply().isVisible());
});

test('a vote is saved, and can be changed', async () => {
  await openChat(page);
  await ask(page, question);
  await page.locator('[data-vote=yes]').click();
  await page.locator('.vote-status', {hasText: 'Hvala'}).waitFor();
  await page.locator('[data-vote=no]').click();
  await page.locator('.vote-status', {hasText: 'Žal mi je'}).waitFor();
});

test('the conversation outlives a reload and goes on', async () => {
  await openChat(page);
  await ask(page, question);
  await lastReply().waitFor();
  await page.reload();
  await page.locator('.source-title', {hasText: 'Storno knjižene temeljnice'}).waitFor();
  await ask(page, 'Kdaj je pomoč plačljiva?');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  assert.equal(await lastReply().getAttribute('data-decision'), 'policy');
});

test('what is off the matter is not answered, and the portal is offered', async () => {
  await openChat(page);
  await ask(page, 'Kakšno bo jutri vreme v Kopru?');
  await lastReply().waitFor();
  assert.equal(await page.locator('.source').count(), 0);
  assert.match(await page.locator('.handoff a').getAttribute('href') ?? '', /^https:/);
});

test('a choice leads to an answer, and none of them to the portal', async () => {
  await openChat(page);
  // Several articles have this title, so only its id says which one is picked.
  await ask(page, 'Zavihek Splošno');
  await page.locator('[data-action=choice]').last().waitFor();
  const module = await page.locator('[data-action=choice] .facts').last().innerText();
  await page.locator('[data-action=choice]').last().click();
  await page.locator('.turn:nth-child(2) .source .facts', {hasText: module}).waitFor();
  await page.locator('[data-action=none]').click();
  await page.locator('.turn:nth-child(3) .handoff').waitFor();
});

test('an answer that did not help leads to a verdict and a draft, which is kept without personal data', async () => {
  await openChat(page);
  await ask(page, question);
  await page.locator('[data-vote=no]').click();
  await page.locator('[data-action=unhelpful]').click();
  await page.locator('.turn:nth-child(2) .draft').waitFor();
  assert.equal(await lastReply().locator('.verdict').count(), 1);
  const text = page.getByLabel('Opis');
  assert.match(await text.inputValue(), /Kako storniram knjiženo temeljnico/);
  await text.fill('Temeljnica ni odprta. Pišite mi na ana.kovac@example.si.');
  await text.blur();
  await page.locator('.draft-status', {hasText: 'shranjene'}).waitFor();
  assert.match(await text.inputValue(), /^Temeljnica ni odprta\. Pišite mi na (?!ana)/);
});

test('when the server is gone the question stays, and goes out once it is back', async () => {
  await openChat(page);
  await server.halt();
  await ask(page, question);
  await page.locator('.failure').waitFor();
  assert.match(await page.locator('.question').innerText(), /Kako storniram knjiženo temeljnico\?/);
  await server.start();
  await page.locator('[data-action=retry]').click();
  await lastReply().waitFor();
  assert.equal(await page.locator('.turn').count(), 1);
});

test('every question that the page and the greeting suggest is answered', async () => {
  const greetings = ['sl', 'en', 'hr'].flatMap((lang) =>
    JSON.parse(readFileSync(inTree('web-widget/strings', `${lang}.json`), 'utf8')).starters);
  const suggested = [...await page.locator('[data-ask]').allInnerTexts(), ...greetings];
  const decisions = await page.evaluate((messages) => Promise.all(messages.map(async (message) => {
    const key = crypto.randomUUID();
    const response = await fetch('/api/v1/chat', {
      method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({message, key}),
    });
    return {message, decision: (await response.json()).decision};
  })), suggested);
  assert.deepEqual(decisions.filter(({decision}) => !['answer', 'policy'].includes(decision)), []);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`the page of a screen has no barriers, ${colorScheme}`, async () => {
    await page.emulateMedia({colorScheme});
    await page.locator('.screens a').first().click();
    await page.locator('main h1').first().waitFor();
    assert.ok(await page.locator('.steps > li').count() > 0);
    assert.deepEqual(await findBarriers(page), []);
  });
}

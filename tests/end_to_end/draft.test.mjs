// The draft of a request in a real browser: corrected, kept, copied and taken to the portal.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {StubServer, golden} from './support/stub_server.mjs';

const reply = {...golden('chat_reply_handoff'), conversation: golden('chat_reply_answer').conversation};
const {draft} = reply.handoff;

let browser;
let stub;
let page;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

beforeEach(async () => {
  stub = await new StubServer().start();
  page = await newPage(browser, {permissions: ['clipboard-read', 'clipboard-write']});
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
  await stub.stop();
});

const title = () => page.getByLabel('Naslov');
const text = () => page.getByLabel('Opis');
const status = (words) => page.locator('.draft-status', {hasText: words}).waitFor();
const copy = () => page.locator('[data-action=copy]').click();
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

async function openDraft(body = reply) {
  stub.behaviours.push({body});
  await page.goto(stub.url);
  await openChat(page);
  await ask(page, 'Rad bi oddal zahtevek');
  await page.locator('.draft').waitFor();
}

test('a draft stands below its verdict and what may answer already, and says what was taken out', async () => {
  await openDraft();
  const classes = await page.locator('.reply > *').evaluateAll((parts) => parts.map((part) => part.className));
  assert.deepEqual(classes, ['unseen', 'blocks', 'choices', 'verdict', 'handoff']);
  assert.deepEqual([await title().inputValue(), await text().inputValue()], [draft.title, draft.text]);
  assert.equal(await page.locator('.draft-removed').innerText(), draft.removed);
  assert.equal(await page.getByRole('group', {name: 'Osnutek zahtevka'}).count(), 1);
  assert.equal(stub.sentTo('draft').length, 0);
});

test('what was changed is kept when the fields are left, both in one', async () => {
  await openDraft();
  await title().fill('Storno plačanega računa');
  await text().fill('Račun je že plačan.');
  await text().blur();
  await status('Spremembe so shranjene.');
  assert.deepEqual(stub.sentTo('draft'),
    [{turn: reply.turn, title: 'Storno plačanega računa', text: 'Račun je že plačan.'}]);
  assert.equal(stub.requests.at(-1)?.secret, reply.conversation.secret);
});

test('what was taken out of the own wording is taken out of the field, and said', async () => {
  await openDraft(golden('chat_reply_abstain'));
  assert.equal(await page.locator('.draft-removed').isVisible(), false);
  stub.keptDraft = golden('draft_reply');
  await text().fill('Kako storniram račun? Pišite na ana@example.si.');
  await text().blur();
  await page.locator('.draft-removed', {hasText: golden('draft_reply').removed}).waitFor();
  assert.equal(await text().inputValue(), golden('draft_reply').text);
});

test('what could not be kept stays as it was typed, over a reload too, and is sent again', async () => {
  await openDraft();
  stub.draftStatus = 503;
  await text().fill('Račun je že plačan.');
  await text().blur();
  await status('ni bilo mogoče shraniti');
  assert.equal(await text().inputValue(), 'Račun je že plačan.');
  stub.draftStatus = 200;
  await page.reload();
  await status('Spremembe so shranjene.');
  assert.equal(await text().inputValue(), 'Račun je že plačan.');
});

test('what is being typed outlives a reload and a message in between', async () => {
  await openDraft();
  await text().fill('Račun je');
  await ask(page, 'Še nekaj');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  await page.reload();
  assert.equal(await text().inputValue(), 'Račun je');
});

test('copying keeps the wording first, then copies title and text as they were kept', async () => {
  await openDraft();
  stub.keptDraft = golden('draft_reply');
  await text().fill('Kako storniram račun? Pišite na ana@example.si.');
  await copy();
  await status('Kopirano. Odprite portal');
  assert.equal(await clipboard(), `${golden('draft_reply').title}\n\n${golden('draft_reply').text}`);
  assert.deepEqual(stub.sentTo('draft-event'), [{turn: reply.turn, event: 'draft_copied'}]);
  assert.equal(await page.locator('[data-action=copy]').innerText(), 'Kopirano');
  await text().press('a');
  assert.equal(await page.locator('[data-action=copy]').innerText(), 'Kopiraj');
});

test('a server that keeps nothing does not stop the copy', async () => {
  await openDraft();
  stub.draftStatus = 503;
  await text().fill('Račun je že plačan.');
  await copy();
  await status('Spremembe pri nas še niso shranjene');
  assert.equal(await clipboard(), `${draft.title}\n\nRačun je že plačan.`);
});

test('a server that is silent does not stop the copy', async () => {
  await openDraft();
  stub.draftAfter = new Promise(() => {});
  await text().fill('Račun je že plačan.');
  await copy();
  await status('Spremembe pri nas še niso shranjene');
  assert.equal(await clipboard(), `${draft.title}\n\nRačun je že plačan.`);
});

test('a page without a clipboard copies in the older way', async () => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', {value: undefined}));
  await openDraft();
  await page.evaluate(() => {
    document.addEventListener('copy', (event) => {
      document.title = event.clipboardData?.getData('text/plain') ?? '';
    });
  });
  await copy();
  await status('Kopirano. Odprite portal');
  assert.equal(await page.title(), `${draft.title} ${draft.text.replace(/\s+/g, ' ')}`);
});

test('a portal that can take it gets the wording in the fragment of its address', async () => {
  await openDraft({...reply, handoff: {...reply.handoff, prefill: true}});
  await page.context().route('https://example.si/**', (route) => route.fulfill({body: 'portal'}));
  const opened = page.context().waitForEvent('page');
  await page.locator('.draft input').fill('Moj naslov & več');
  await page.locator('.draft [data-action=portal]').click();
  const portal = await opened;
  await portal.waitForURL(/#/);
  const taken = new URLSearchParams(new URL(portal.url()).hash.slice(1));
  assert.equal(taken.get('title'), 'Moj naslov & več');
  assert.equal(taken.get('description'), draft.text);
  await portal.close();
});

for (const [where, way] of [['the draft', '.draft'], ['the foot', '.foot']]) {
  test(`the portal opened from ${where} is told`, async () => {
    await openDraft();
    await page.context().route('https://example.si/**', (route) => route.fulfill({body: 'portal'}));
    page.context().on('page', (opened) => opened.close());
    await page.locator(`${way} [data-action=portal]`).click();
    await page.waitForTimeout(200);
    assert.deepEqual(stub.sentTo('draft-event'), [{turn: reply.turn, event: 'portal_opened'}]);
  });
}

test('an article that may answer already is asked for by its id', async () => {
  await openDraft();
  await page.locator('[data-action=choice]').click();
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  assert.equal(stub.chats()[1].body.choice, reply.choices[0].article);
});

test('after a "no" one press leads to the draft, as long as nothing else was said', async () => {
  await page.goto(stub.url);
  await openChat(page);
  await ask(page, 'Kako storniram račun?');
  await page.locator('[data-vote=no]').click();
  stub.behaviours.push({body: reply});
  await page.getByRole('button', {name: 'Ni pomagalo, pripravi zahtevek'}).click();
  await page.locator('.turn:nth-child(2) .draft').waitFor();
  assert.equal(stub.chats()[1].body.message, 'Ni pomagalo');
  assert.equal(await page.locator('[data-action=unhelpful]').isVisible(), false);
});

test('a draft can be filled in, copied and taken to the portal with the keyboard alone', async () => {
  await openDraft(golden('chat_reply_abstain'));
  await title().focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' Today');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await status('Kopirano');
  await page.keyboard.press('Tab');
  await page.locator('.draft [data-action=portal]:focus').waitFor();
  assert.match(await clipboard(), /^How do I fly to the Moon\? Today\n\nReference/);
});

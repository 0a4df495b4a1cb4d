// What the widget shows and keeps in each state, in a real browser, with a server that can be told to fail.
import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {StubServer, golden} from './support/stub_server.mjs';

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
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
  await stub.stop();
});

/** @param {import('./support/stub_server.mjs').Behaviour} [behaviour] */
async function askOn(behaviour, question = 'Kako storniram račun?') {
  if (behaviour) stub.behaviours.push(behaviour);
  await page.goto(stub.url);
  await openChat(page);
  await ask(page, question);
}

const storage = () => page.evaluate(() => JSON.stringify(sessionStorage));
const texts = (selector) => page.locator(selector).allInnerTexts();

test('the chat says at the start that it is no person, and keeps nothing yet', async () => {
  await page.goto(stub.url);
  await openChat(page);
  assert.match(await page.locator('.greeting').innerText(), /samodejni pomočnik in ne oseba/);
  const portal = await page.locator('.foot a').getAttribute('href');
  assert.equal(portal, 'https://saopsupport.microsoftcrmportals.com/sl-SI/');
  assert.equal(await storage(), '{}');
});

test('an answer shows its steps, its callout and where it comes from', async () => {
  await askOn();
  await page.locator('.reply').waitFor();
  assert.deepEqual(await texts('.steps > li'), ['Odprite Fakturiranje / Računi.',
    'Označite račun in preberite še popravek računa.']);
  assert.match(await page.locator('.callout').innerText(), /POMEMBNO\s+Knjiženega računa ne brišite\./);
  assert.equal(await page.locator('.source-title').innerText(), 'Storno računa');
  assert.equal(await page.locator('.source .facts').innerText(), 'Fakturiranje · nasvet · 12. 5. 2026');
  assert.equal(await page.locator('.source-ways a').getAttribute('href'), 'https://example.si/nasveti/storno-racuna');
  assert.equal(await page.locator('.reply > .blocks').getAttribute('lang'), 'sl');
});

test('a choice is asked with its article and module, and none of them can be said', async () => {
  await askOn({body: golden('chat_reply_choices')}, 'storno');
  await page.locator('[data-action=choice]').nth(1).click();
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  const {message, choice, context} = stub.chats()[1].body;
  assert.deepEqual([message, choice, context.module],
    ['Storno temeljnice', 'dk-storno-temeljnice', 'Dvostavno knjigovodstvo']);
  await page.locator('[data-action=none]').click();
  await page.locator('.turn:nth-child(3) .reply').waitFor();
  assert.equal(stub.chats()[2].body.message, 'Nič od tega');
});

test('a reply says how the question was read, and the same can be asked to be read literally', async () => {
  await askOn({body: golden('chat_reply_choices')}, 'stornno');
  assert.equal(await page.locator('.understood p').innerText(), 'Razumel sem: stornno → storno.');
  await page.getByRole('button', {name: 'Išči zapisano'}).click();
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  const [first, second] = stub.chats().map(({body}) => body);
  assert.deepEqual([first.literal, second.literal], [undefined, true]);
  assert.deepEqual([second.message, second.context], [first.message, first.context]);
});

test('when nothing was found there is no source, but a draft and the portal', async () => {
  await askOn({body: golden('chat_reply_abstain')});
  await page.locator('.handoff').waitFor();
  assert.equal(await page.locator('.source').count(), 0);
  assert.equal(await page.locator('.votes').count(), 0);
  assert.equal(await page.getByLabel('Naslov').inputValue(), 'How do I fly to the Moon?');
  assert.equal(await page.locator('.handoff a').getAttribute('href'), 'https://example.si/portal');
  assert.equal(await page.locator('.foot a').getAttribute('href'), 'https://example.si/portal');
});

test('a policy answer shows the verdict with its clause', async () => {
  await askOn({body: golden('chat_reply_policy')});
  assert.match(await page.locator('.verdict').innerText(),
    /Plačljivo\s+Zahtevek, na katerega odgovarja pomoč, je plačljiv\./);
});

test('a verdict has its headings in the language of its clause', async () => {
  await askOn({body: {...golden('chat_reply_policy'), lang: 'en'}}, 'Do I pay?');
  assert.equal(await page.locator('.verdict[lang=en] .verdict-name').innerText(), 'Payable');
});

test('a long wait is admitted, and given up in the end', async () => {
  await page.clock.install();
  await askOn({after: new Promise(() => {})});
  await page.locator('.pending').waitFor();
  assert.match(await page.locator('.pending').innerText(), /Iščem v navodilih/);
  await page.clock.fastForward(5000);
  assert.match(await page.locator('.pending').innerText(), /Traja dlje kot običajno/);
  await page.clock.fastForward(20000);
  await page.locator('.failure').waitFor();
  assert.match(await page.locator('.failure').innerText(), /ni bilo pravočasno/);
});

test('what was asked outlives a lost connection and a reload, and is sent again with its key', async () => {
  await askOn({drop: true});
  await page.locator('.failure').waitFor();
  assert.match(await page.locator('.question').innerText(), /Kako storniram račun\?/);
  await page.reload();
  await page.locator('[data-action=retry]').click();
  await page.locator('.reply').waitFor();
  const [first, second] = stub.chats();
  assert.deepEqual(second.body, first.body);
});

test('what waits for its answer when the page is left is asked again on the next one', async () => {
  await askOn({after: new Promise(() => {})});
  await page.locator('.pending').waitFor();
  await page.goto(`${stub.url}?next`);
  await page.locator('dialog.panel[open] .reply').waitFor();
  const [first, second] = stub.chats();
  assert.deepEqual(second.body, first.body);
});

test('it is sent by itself when the connection comes back', async () => {
  await askOn({drop: true});
  await page.locator('.failure').waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.locator('.reply').waitFor();
});

test('a message that failed can be edited', async () => {
  await askOn({drop: true});
  await page.locator('[data-action=edit]').click();
  assert.equal(await page.locator('.composer textarea').inputValue(), 'Kako storniram račun?');
  assert.equal(await page.locator('.turn').count(), 0);
});

test('a server that is busy, or refuses the question, or has had too many of them, is told apart', async () => {
  await askOn({status: 503, body: golden('error_not_found')});
  await page.locator('.failure').waitFor();
  assert.match(await page.locator('.failure').innerText(), /trenutno preobremenjen/);
  stub.behaviours.push({status: 400, body: golden('error_empty_message')});
  await ask(page, '?');
  await page.locator('.turn:nth-child(2) .failure').waitFor();
  assert.match(await page.locator('.turn:nth-child(2) .failure').innerText(), /Sporočilo je prazno/);
  const limited = {error: {code: 'rate_limited', message: 'Vprašanja si sledijo prehitro.'}};
  stub.behaviours.push({status: 429, body: limited});
  await ask(page, 'In potem?');
  const third = page.locator('.turn:nth-child(3)');
  await third.locator('.failure').waitFor();
  assert.match(await third.innerText(), /In potem\?[^]*si sledijo prehitro/);
  assert.equal(await third.locator('[data-action=retry]').count(), 1);
});

test('the conversation and the open panel outlive a reload; a new conversation forgets it', async () => {
  await askOn();
  await page.locator('.reply').waitFor();
  await page.reload();
  await page.locator('dialog.panel[open] .reply').waitFor();
  assert.equal(stub.chats().length, 1);
  await ask(page, 'In potem?');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  const {conversation} = golden('chat_reply_answer');
  assert.deepEqual([stub.chats()[1].body.conversation, stub.chats()[1].secret], [conversation.id, conversation.secret]);
  await page.locator('[data-action=restart]').click();
  assert.equal(await page.locator('.turn').count(), 0);
  assert.equal(await storage(), '{}');
});

test('it works where the browser denies storage', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await askOn();
  await page.locator('.reply').waitFor();
});

test('a vote is sent, can be changed and explained, and says when it was not saved', async () => {
  await askOn();
  await page.locator('[data-vote=yes]').click();
  await page.locator('.vote-status', {hasText: 'Hvala'}).waitFor();
  await page.locator('[data-vote=no]').click();
  await page.locator('.vote-status', {hasText: 'Žal mi je'}).waitFor();
  await page.locator('.reason input').fill('Ni za mojo različico.');
  await page.locator('.reason input').press('Enter');
  await page.locator('.vote-status', {hasText: 'pojasnilo'}).waitFor();
  stub.feedbackStatus = 503;
  await page.locator('[data-vote=yes]').click();
  await page.locator('.vote-status', {hasText: 'ni bilo mogoče shraniti'}).waitFor();
  assert.equal(await page.locator('[data-vote=no]').getAttribute('aria-pressed'), 'true');
  const votes = stub.requests.filter(({path}) => path === '/api/v1/feedback').map(({body}) => body);
  assert.deepEqual(votes.map(({helpful, reason}) => [helpful, reason]), [[true, undefined], [false, undefined],
    [false, 'Ni za mojo različico.'], [true, undefined]]);
});

test('a whole article opens at the passage, leads on to others, and back to where one was', async () => {
  await askOn();
  await page.locator('.reply [data-action=article]').click();
  await page.locator('.article h2').waitFor();
  assert.equal(await page.locator('.article h3:focus').innerText(), 'Postopek');
  assert.match(await page.locator('.article .facts').first().innerText(),
    /Fakturiranje · novice · 12\. 5\. 2026 · številka 123 · od različice 2026\.1/);
  await page.locator('[data-action=related]').click();
  await page.locator('.article .failure', {hasText: 'Tega članka ni več.'}).waitFor();
  await page.locator('[data-action=back]').click();
  await page.locator('.article h2').waitFor();
  await page.locator('[data-action=back]').click();
  await page.locator('.reply [data-action=article]:focus').waitFor();
  assert.ok(await page.locator('.foot [data-action=portal]').isVisible());
});

test('everything can be done with the keyboard alone', async () => {
  await page.goto(stub.url);
  await page.locator('.launcher').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Kako storniram račun?');
  await page.keyboard.press('Enter');
  await page.locator('.reply').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.launcher:focus').waitFor();
  assert.equal(await page.locator('dialog.panel[open]').count(), 0);
});

test('a question of the page opens the chat and asks', async () => {
  await page.goto(stub.url);
  await page.locator('[data-ask]', {hasText: 'Pozabil sem geslo'}).click();
  await page.locator('.reply').waitFor();
  assert.equal(stub.chats()[0].body.message, 'Pozabil sem geslo');
});

test('a message that is too long stays in the input and says by how much', async () => {
  await page.goto(stub.url);
  await openChat(page);
  await ask(page, 'ž'.repeat(2002));
  assert.equal(await page.locator('.count').innerText(), '2 znaka preveč');
  assert.equal(stub.chats().length, 0);
});

test('there is one chat however often the script is loaded', async () => {
  const script = '<script async src="/widget.js" data-lang="en" data-module="DDV"></script>';
  stub.pages['/twice'] = `<!doctype html><html lang="en"><title>x</title><body>${script}${script}</body></html>`;
  await page.goto(`${stub.url}twice`);
  await openChat(page);
  assert.equal(await page.locator('help-chat').count(), 1);
  assert.match(await page.locator('.greeting').innerText(), /automatic assistant and not a person/);
  await ask(page, 'storno');
  await page.locator('.reply').waitFor();
  assert.deepEqual(stub.chats()[0].body.context, {channel: 'web', module: 'DDV'});
});

test('before the portal is known, the way to it is asked for', async () => {
  stub.pages['/bare'] = '<!doctype html><html lang="sl"><title>x</title><body><script src="/widget.js"></script>';
  await page.goto(`${stub.url}bare`);
  await openChat(page);
  await page.locator('.foot [data-action=portal]').click();
  await page.locator('.reply').waitFor();
  assert.equal(stub.chats()[0].body.message, 'Rad bi oddal zahtevek');
});

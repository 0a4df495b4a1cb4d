// What a page may call, and what it is told.
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

const input = () => page.locator('.composer textarea');
const isOpen = () => page.locator('dialog.panel[open]').isVisible();

test('calls made before the load are done in their order', async () => {
  await page.addInitScript(() => {
    window.pomocnik.push(['context', {module: 'DDV'}], ['ask', 'Prvo'], ['context', {module: 'FAK'}],
      ['prefill', 'Drugo']);
  });
  await visit(page, stub);
  await page.locator('.reply').waitFor();
  assert.deepEqual(stub.chats().map(({body}) => [body.message, body.context]),
    [['Prvo', {channel: 'web', module: 'DDV'}]]);
  assert.equal(await input().inputValue(), 'Drugo');
  await input().press('Enter');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  assert.equal(stub.chats()[1].body.context.module, 'FAK');
});

test('the panel is opened, closed and toggled, and the focus comes back', async () => {
  await visit(page, stub, `<input id="field">${script}`);
  await page.locator('.launcher').waitFor();
  await page.locator('#field').focus();
  await call(page, 'open');
  await page.locator('.composer textarea:focus').waitFor();
  await call(page, 'close');
  await page.locator('#field:focus').waitFor();
  await call(page, 'toggle');
  assert.ok(await isOpen());
  await page.locator('#field').focus();
  await call(page, 'toggle');
  assert.ok(!await isOpen());
  await page.locator('#field:focus').waitFor();
  assert.deepEqual((await told(page)).map(({event}) => event), ['ready', 'open', 'close', 'open', 'close']);
});

test('a search lists articles that open in place, and leads back', async () => {
  await visit(page, stub);
  await call(page, 'search', 'stornno');
  await page.locator('.results h2:focus').waitFor();
  assert.equal(await page.locator('.results h2').innerText(), 'Zadetki za »stornno«');
  assert.match(await page.locator('.results').innerText(), /2 članka\. Razumel sem: stornno → storno\./);
  await page.locator('[data-action=result]').first().click();
  await page.locator('.article h2', {hasText: 'Storno računa'}).waitFor();
  await page.locator('[data-action=back]', {hasText: 'Nazaj na zadetke'}).click();
  await page.locator('.results h2').waitFor();
  await page.locator('[data-action=ask]').click();
  await page.locator('.reply').waitFor();
  assert.equal(stub.chats()[0].body.message, 'stornno');
});

test('a search without results or without a connection says so', async () => {
  stub.found = {results: [], corrections: []};
  await visit(page, stub);
  await call(page, 'search', 'traktor');
  await page.locator('.results', {hasText: 'Ni zadetkov.'}).waitFor();
  stub.found = null;
  await call(page, 'search', 'traktor');
  await page.locator('.failure', {hasText: 'Iskanje ni uspelo.'}).waitFor();
  assert.deepEqual((await told(page)).at(-1), {event: 'error', kind: 'offline', during: 'search'});
  stub.found = golden('search');
  await page.locator('.reader [data-action=retry]').click();
  await page.locator('[data-action=result]').first().waitFor();
});

test('an article opens at its heading, and leads back to the conversation', async () => {
  await visit(page, stub);
  await call(page, 'article', 'fakt-storno-racuna', 'postopek');
  await page.locator('.article h3:focus', {hasText: 'Postopek'}).waitFor();
  await page.locator('[data-action=back]').click();
  await page.locator('.greeting').waitFor();
  await call(page, 'article', 'ni-tega');
  await page.locator('.failure', {hasText: 'Tega članka ni več.'}).waitFor();
  assert.deepEqual((await told(page)).at(-1), {event: 'error', kind: 'missing', during: 'article'});
});

test('what the page puts into the input takes nothing away that was typed', async () => {
  await visit(page, stub);
  await call(page, 'open');
  await call(page, 'prefill', 'Predlog');
  await call(page, 'prefill', 'Drug predlog');
  assert.equal(await input().inputValue(), 'Drug predlog');
  await input().fill('Napisano');
  await call(page, 'prefill', 'Predlog');
  assert.equal(await input().inputValue(), 'Predlog\nNapisano');
  assert.equal(stub.chats().length, 0);
});

test('a question of the page that cannot go out now is put into the input', async () => {
  stub.behaviours = [{after: new Promise(() => {})}];
  await visit(page, stub);
  await call(page, 'ask', 'Prvo');
  await page.locator('.pending').waitFor();
  await call(page, 'ask', 'Drugo');
  assert.equal(await input().inputValue(), 'Drugo');
  assert.deepEqual(stub.chats().map(({body}) => body.message), ['Prvo']);
});

test('a page that changes without a reload says where the person is now', async () => {
  await visit(page, stub, '<script async src="/widget.js" data-app="icenter" data-module="DDV"></script>');
  await call(page, 'ask', 'Prvo');
  await page.locator('.reply').waitFor();
  await call(page, 'context', {module: 'FAK', screen: 'FAK.Dobropisi', url: 'https://example.si/skrito?id=7'});
  await ask(page, 'Drugo');
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  await call(page, 'context', {screen: null, version: '2026.1'});
  await ask(page, 'Tretje');
  await page.locator('.turn:nth-child(3) .reply').waitFor();
  assert.deepEqual(stub.chats().map(({body}) => body.context), [
    {channel: 'web', app: 'icenter', module: 'DDV'},
    {channel: 'web', app: 'icenter', screen: 'FAK.Dobropisi', module: 'FAK'},
    {channel: 'web', app: 'icenter', module: 'FAK', version: '2026.1'},
  ]);
});

test('who the person is goes into the copied draft, where they see it, and nowhere else', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  stub.behaviours = [{body: golden('chat_reply_handoff')}];
  await visit(page, stub);
  await call(page, 'identify',
    {name: 'Ana Kovač', company: 'Primer d. o. o.', email: 'ana@example.si', customer: '1234'});
  await call(page, 'context', {url: 'https://example.si/racun/7'});
  await call(page, 'ask', 'Rad bi oddal zahtevek');
  const contact = 'Kontakt: Ana Kovač, Primer d. o. o., ana@example.si, št. stranke 1234\n' +
    'Stran: https://example.si/racun/7';
  await page.locator('.draft-contact', {hasText: 'Ana Kovač'}).waitFor();
  await page.locator('[data-action=copy]').click();
  await page.locator('.draft-status', {hasText: 'Kopirano'}).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied.replaceAll('\r', ''), new RegExp(`^Storno računa\\n\\nOznaka: P-7K3F9Q[^]*\\n\\n${contact}$`));
  const {reference} = golden('chat_reply_handoff').handoff.draft;
  assert.deepEqual((await told(page)).at(-1), {event: 'handoff', way: 'copied', reference});
  const sent = JSON.stringify(stub.requests) + await page.evaluate(() => JSON.stringify({...sessionStorage}));
  assert.doesNotMatch(sent, /Ana|1234|racun\/7/);
});

test('logout forgets what was said, typed and told, and begins anew', async () => {
  await visit(page, stub);
  await call(page, 'identify', {name: 'Ana Kovač'});
  await call(page, 'ask', 'Prvo');
  await page.locator('.reply').waitFor();
  let release = () => {};
  stub.behaviours = [{after: new Promise((resolve) => {
    release = () => resolve(undefined);
  })}];
  await ask(page, 'Še na poti');
  await page.locator('.pending').waitFor();
  await input().fill('Napol napisano');
  await call(page, 'logout');
  release();
  assert.ok(!await isOpen());
  assert.equal(await page.evaluate(() => JSON.stringify(sessionStorage)), '{}');
  stub.behaviours = [{body: golden('chat_reply_handoff')}];
  await call(page, 'ask', 'Drug človek');
  await page.locator('.draft').waitFor();
  assert.equal(await page.locator('.turn').count(), 1);
  assert.equal(await page.locator('.draft-contact').count(), 0);
  assert.equal(await input().inputValue(), '');
  const last = stub.chats().at(-1);
  assert.deepEqual([last.body.conversation, last.secret], [undefined, undefined]);
});

test('logout works before the panel was ever loaded, and takes back what waits', async () => {
  await visit(page, stub);
  await call(page, 'ask', 'Prvo');
  await page.locator('.reply').waitFor();
  await page.evaluate(() => window.pomocnik.close());
  await page.reload();
  await page.locator('.launcher').waitFor();
  await page.evaluate(() => {
    window.pomocnik.prefill('Napisano');
    window.pomocnik.logout();
  });
  assert.equal(await page.evaluate(() => JSON.stringify(sessionStorage)), '{}');
  await openChat(page);
  assert.equal(await page.locator('.turn').count(), 0);
  assert.equal(await input().inputValue(), '');
});

test('the events tell what happened, and no words and no secrets', async () => {
  stub.behaviours = [{}, {status: 503, body: golden('error_not_found')}];
  await visit(page, stub);
  await call(page, 'context', {module: 'FAK'});
  await call(page, 'ask', 'Kako storniram račun?');
  await page.locator('[data-vote=no]').click();
  await page.locator('.vote-status', {hasText: 'Žal mi je'}).waitFor();
  await ask(page, 'Zasebno');
  await page.locator('.failure').waitFor();
  const portal = page.waitForEvent('popup');
  await page.locator('.foot a').click();
  await (await portal).close();
  const events = await told(page);
  assert.deepEqual(events, [
    {event: 'ready', lang: 'sl'},
    {event: 'open'},
    {event: 'question', article: null, channel: 'web', module: 'FAK'},
    {event: 'answer', decision: 'answer', lang: 'sl', verdict: null, articles: ['fakt-storno-racuna']},
    {event: 'vote', helpful: false, articles: ['fakt-storno-racuna']},
    {event: 'question', article: null, channel: 'web', module: 'FAK'},
    {event: 'error', kind: 'busy', during: 'question'},
    {event: 'handoff', way: 'portal', reference: null},
  ]);
  for (const secret of [answer.conversation.id, answer.conversation.secret, answer.turn, 'Zasebno']) {
    assert.ok(!JSON.stringify(events).includes(secret), secret);
  }
});

test('wrong calls are told on the console, and a listener that throws stops nothing', async () => {
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  await visit(page, stub);
  await page.locator('.launcher').waitFor();
  await page.evaluate(() => {
    window.pomocnik.push('open', ['opne'], ['ask', 5]);
    window.pomocnik.context({password: 'x'});
    window.pomocnik.on('open', () => {
      throw new Error('of the page');
    });
    window.pomocnik.open();
  });
  await page.locator('dialog.panel[open]').waitFor();
  assert.equal(said.length, 5);
  assert.match(said[1], /no call "opne"; it has open, close/);
  assert.match(said[4], /a listener of this page failed.*of the page/);
});


// The chat of the real program on pages of other origins, of no origin and from a file; and while the program is away.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {HostSite} from './support/host_site.mjs';
import {startProgram} from './support/program.mjs';

const question = 'Kako storniram knjiženo temeljnico?';

let browser;
let server;
let host;
let stranger;
let folder;
let page;

before(async () => {
  host = await new HostSite().start();
  stranger = await new HostSite().start();
  server = await startProgram(`allowed_origins: [${host.origin}, 'null', 'file://']\n`);
  browser = await launchBrowser();
  folder = await mkdtemp(path.join(os.tmpdir(), 'pomocnik-'));
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await host?.stop();
  await stranger?.stop();
  await rm(folder, {recursive: true, force: true});
});

beforeEach(async () => {
  page = await newPage(browser);
});
afterEach(async () => {
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

const script = () => `<script async src="${server.url}widget.js"></script>`;

test('it works under a strict policy of the page, with trusted types', async () => {
  host.pages['/'] = {
    policy: `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; require-trusted-types-for 'script'; ` +
      `trusted-types 'none'; connect-src ${server.url}; img-src ${server.url}; base-uri 'none'`,
    body: `<script async nonce="abc" src="${server.url}widget.js"></script>`,
  };
  await page.goto(`${host.origin}/`);
  await openChat(page);
  await ask(page, question);
  await page.locator('.reply [data-action=article]').click();
  await page.locator('.article h2').waitFor();
});

test('a version of the script can be insisted on', async () => {
  const bytes = Buffer.from(await (await fetch(`${server.url}widget.js`)).arrayBuffer());
  const digest = createHash('sha256').update(bytes).digest();
  const address = `${server.url}widget.js?v=${digest.toString('hex').slice(0, 16)}`;
  assert.match((await fetch(address)).headers.get('cache-control') ?? '', /immutable/);
  const tag = (integrity) => `<script async src="${address}" integrity="sha256-${integrity}" crossorigin></script>`;
  host.pages['/right'] = {body: tag(digest.toString('base64'))};
  await page.goto(`${host.origin}/right`);
  await openChat(page);
  await page.route(/panel\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: `${await response.text()}\n// not what the loader knows`});
  });
  await page.reload();
  await page.locator('.launcher').click();
  await page.locator('.note', {hasText: 'ni bilo mogoče odpreti'}).waitFor();
  assert.equal(await page.locator('.panel').count(), 0);
  host.pages['/wrong'] = {body: tag(createHash('sha256').update('other').digest('base64'))};
  await page.goto(`${host.origin}/wrong`, {waitUntil: 'load'});
  assert.equal(await page.locator('help-chat').count(), 0);
});

test('a page that the server does not know is told at once that there is no connection', async () => {
  stranger.pages['/'] = {body: script()};
  await page.goto(`${stranger.origin}/`);
  await openChat(page);
  await ask(page, question);
  await page.locator('.failure', {hasText: 'Ni povezave'}).waitFor();
  assert.ok((await page.locator('.question').innerText()).endsWith(question));
});

test('it works in a frame of a foreign page that is sandboxed, and keeps nothing there', async () => {
  host.pages['/inner'] = {body: script()};
  stranger.pages['/outer'] = {
    body: `<iframe sandbox="allow-scripts" width="600" height="700" src="${host.origin}/inner"></iframe>`,
  };
  await page.goto(`${stranger.origin}/outer`);
  const frame = page.frameLocator('iframe');
  await frame.locator('.launcher').click();
  await frame.locator('.composer textarea').fill(question);
  await frame.locator('.composer textarea').press('Enter');
  await frame.locator('.reply').waitFor();
  await frame.locator('body').evaluate(() => window.pomocnik.logout());
  await frame.locator('.launcher').click();
  await frame.locator('.composer textarea').waitFor();
  assert.equal(await frame.locator('.turn').count(), 0);
});

test('it works on a page from a file, which may show the help of a screen, too', async () => {
  const file = path.join(folder, 'program.html');
  await writeFile(file, `<!doctype html><html lang="sl"><meta charset="utf-8"><title>program</title>${script()}` +
    `<iframe width="500" height="500" src="${server.url}f1/icenter/DK.Temeljnica"></iframe></html>`);
  await page.goto(pathToFileURL(file).href);
  await page.frameLocator('iframe').locator('article h1').waitFor();
  await openChat(page);
  await ask(page, question);
  await page.locator('.reply').waitFor();
});

test('a foreign page may not show the help of a screen', async () => {
  stranger.pages['/f1'] = {body: `<iframe src="${server.url}f1/icenter/DK.Temeljnica"></iframe>`};
  await page.goto(`${stranger.origin}/f1`);
  assert.equal(await page.frameLocator('iframe').locator('main').count(), 0);
  assert.match(page.problems.splice(0).join(), /frame-ancestors/);
});

test('a conversation goes on after the program was started again, and nothing typed is lost meanwhile', async () => {
  host.pages['/'] = {body: script()};
  await page.goto(`${host.origin}/`);
  await openChat(page);
  await ask(page, question);
  await page.locator('.reply').waitFor();
  const conversation = () => page.evaluate(() => JSON.parse(sessionStorage['pomocnik.chat']).conversation.id);
  const begun = await conversation();
  await server.halt();
  await page.locator('.reply [data-action=article]').click();
  await page.locator('.reader .failure').waitFor();
  await page.locator('[data-action=back]').click();
  await ask(page, 'Kdaj je pomoč plačljiva?');
  await page.locator('.turn:nth-child(2) .failure').waitFor();
  await server.start();
  await page.locator('.turn [data-action=retry]').click();
  await page.locator('.turn:nth-child(2) .reply').waitFor();
  assert.equal(await conversation(), begun);
});

// The F1 page of the real program in frames and in a program's web view: who is heard, and what comes of it.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {launchBrowser, newPage} from './support/browser.mjs';
import {HostSite} from './support/host_site.mjs';
import {inTree} from './support/paths.mjs';
import {startProgram} from './support/program.mjs';

const wide = {viewport: {width: 900, height: 760}};
const context = {pomocnik: 1, type: 'context', app: 'icenter', screen: 'PP.UvozIzpiskov'};
const title = 'Uvoz bančnega izpiska in samodejno povezovanje plačil';

const LISTED = /app: (\w+), id: ([\w.]+)/g;
/** Of all that are listed tests/bot/commands/f1_test.py asks; a part shows that they are drawn here, too. */
const listed = [...readFileSync(inTree('kb/screens.yaml'), 'utf8').matchAll(LISTED)]
  .map(([, app, screen]) => ({app, screen})).filter((_, index) => index % 4 === 0);

const unknown = [
  '', 'Xqzw', '9999', '0', '-1', '1.5', '00001204', '99999999999999999999', 'a', 'ž', 'ČŠŽ', '日本語', '🙂', 'a b', 'a+b',
  'a%20b', '.', '..', '...', '../../etc/passwd', './FAK', 'FAK/../DK', '.FAK', 'FAK.', 'FAK..Dobropisi', '.....', '%',
  '%%', '%2e%2e', '%00', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' OR 1=1 --", '*', '"', '{}',
  '";DROP TABLE screen;--', 'NEAR(a b)', 'AND', '${7*7}', 'javascript:alert(1)', '\u202eFAK', '\u200b', '#a', '?a',
  '&a=b', 'x'.repeat(200), 'a.'.repeat(60), 'ž'.repeat(200), 'TfrmUvozIzpiskov', 'frmXyz123', 'null', 'undefined', '//',
];

/** Of the collected ones as many as are quickly gone through; tests/bot/http has them all in the server's page. */
const collected = inTree('../shared/data/xss_vectors.txt');
const vectors = existsSync(collected) ? readFileSync(collected, 'utf8').split('\n') : [];
const hostile = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '{{constructor.alert(1)}}',
  ...vectors.filter((text, index) => index % 61 === 0 && text.trim() && text.length <= 200 && !/[\p{Cc}]/u.test(text)),
];

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
  page = await newPage(browser, wide);
});
afterEach(async () => {
  await page.context().close();
});

const frameTag = (more = '') => `<body><iframe id="pomoc" title="Pomoč" width="380" height="700" ${more}
  src="${server.url}f1/icenter/FAK.Dobropisi"></iframe>`;

const frame = () => page.frameLocator('#pomoc');

/** The page on its host's site, with the script of the host as docs/f1-bridge.md has it. */
async function embed(body = frameTag()) {
  host.pages['/'] = {body};
  await page.goto(`${host.origin}/`);
  await frame().locator('help-panel .dock').waitFor();
}

/** @param {object} [further] keys of the first message */
async function connect(further = {}) {
  await page.evaluate(([target, more]) => {
    const channel = new MessageChannel();
    window.told = [];
    window.port = channel.port1;
    channel.port1.onmessage = ({data}) => window.told.push(data);
    document.getElementById('pomoc').contentWindow
      .postMessage({pomocnik: 1, type: 'connect', ...more}, target, [channel.port2]);
  }, [new URL(server.url).origin, further]);
  await page.waitForFunction(() => window.told.length > 0);
}

const told = () => page.evaluate(() => window.told);
const say = (message) => page.evaluate((data) => window.port.postMessage(data), message);

/** Sends a context and waits until the page says that it shows it. */
function move(message) {
  return page.evaluate((data) => new Promise((resolve, reject) => {
    setTimeout(reject, 10000, new Error(`no answer to ${JSON.stringify(data)}`));
    const begun = performance.now();
    const done = new AbortController();
    window.port.addEventListener('message', ({data: {type, match}}) => {
      if (type !== 'context-changed') return;
      done.abort();
      resolve({match, took: performance.now() - begun});
    }, {signal: done.signal});
    window.port.postMessage(data);
  }), message);
}

test('an allowed page is heard: the help follows its form without a reload, and the conversation stays', async () => {
  await embed();
  await connect();
  assert.deepEqual(await told(), [{pomocnik: 1, type: 'ready'}]);
  await frame().locator('[data-action=assistant]').click();
  await frame().locator('.composer textarea').fill('Kako storniram knjiženo temeljnico?');
  await frame().locator('.composer textarea').press('Enter');
  await frame().locator('.assistant .reply').waitFor();
  await frame().locator('.composer textarea').fill('še nekaj');
  await frame().locator('html').evaluate(() => {
    window.isSamePage = true;
  });
  assert.equal((await move(context)).match, 'screen');
  await frame().locator('help-panel .view h2', {hasText: title}).waitFor();
  await frame().locator('[data-action=assistant]').click();
  assert.equal(await frame().locator('.assistant .turn').count(), 1);
  assert.equal(await frame().locator('.composer textarea').inputValue(), 'še nekaj');
  assert.equal(await frame().locator('html').evaluate(() => window.isSamePage), true);
  const chat = page.waitForRequest('**/api/v1/chat');
  await frame().locator('.composer textarea').press('Enter');
  assert.deepEqual((await chat).postDataJSON().context,
    {channel: 'f1', app: 'icenter', screen: 'PP.UvozIzpiskov', module: 'Plačilni promet'});
  assert.deepEqual(page.problems, []);
});

const levels = [
  [{screen: 'PP.UvozIzpiskov'}, 'screen', 'Pomoč za zaslon »Uvoz izpiskov«.'],
  [{screen: 'pp.uvozizpiskov.gumb'}, 'parent', 'To je pomoč za zaslon »Uvoz izpiskov«'],
  [{screen: 'PP.NiTakega'}, 'module', 'To so članki modula Plačilni promet'],
  [{screen: 'Frm1', title: 'Uvoz bančnih izpiskov'}, 'search', '»Uvoz bančnih izpiskov« še nima svojega članka'],
  [{screen: 'Xqzw'}, 'none', 'Za »Xqzw« še ni pomoči'],
  [{screen: ''}, 'none', 'Poiščite po navodilih ali izberite modul'],
];

test('after each move the page says how near its help is', async () => {
  await embed();
  await connect();
  for (const [where, match, sentence] of levels) {
    assert.equal((await move({...context, title: '', ...where})).match, match, sentence);
    await frame().locator('help-panel .match', {hasText: sentence}).waitFor();
    assert.ok(await frame().locator('help-panel .links a, help-panel article').count() > 0, sentence);
  }
});

test('the help follows to screens of the knowledge base and to others, within a moment', async (report) => {
  await embed();
  await connect();
  const times = [];
  for (const where of [...listed, ...unknown.map((screen) => ({app: 'icenter', screen}))]) {
    const {match, took} = await move({pomocnik: 1, type: 'context', ...where});
    times.push(took);
    assert.ok(match, where.screen);
    const shown = await page.frames()[1].evaluate(() => {
      const root = document.querySelector('help-panel').shadowRoot;
      const ways = root.querySelectorAll('.view a, .view article').length;
      return {level: root.querySelector('.match').className, ways};
    });
    assert.ok(shown.ways > 0, where.screen);
    assert.ok([`match ${match}`, 'match start'].includes(shown.level), `${where.screen}: ${shown.level}`);
  }
  times.sort((left, right) => left - right);
  const median = times[times.length >> 1];
  report.diagnostic(`${times.length} moves: ${median.toFixed(0)} ms (median), ${times.at(-1).toFixed(0)} ms at most`);
  assert.ok(median < 1000);
  assert.deepEqual(page.problems, []);
});

test(`none of ${hostile.length} hostile captions of a window does anything`, async () => {
  await embed();
  await connect();
  for (const text of hostile) {
    await move({pomocnik: 1, type: 'context', app: 'icenter', screen: text, title: text});
    const active = await page.frames()[1].evaluate(() => {
      const {shadowRoot} = document.querySelector('help-panel');
      return shadowRoot.querySelectorAll('script, iframe, object, embed, img, [style], [onerror], [onload]').length;
    });
    assert.equal(active, 0, text);
  }
  assert.deepEqual(page.problems, []);
});

test('of several moves in a row the last is shown and reported', async () => {
  await embed();
  await connect();
  const moves = ['DK.Temeljnica', 'OPZ.Rek', 'SYS', 'FAK.Dobropisi'].map((screen) => ({...context, screen}));
  await page.evaluate((messages) => messages.forEach((message) => window.port.postMessage(message)), moves);
  await frame().locator('help-panel .view h1', {hasText: 'Dobropisi'}).waitFor({state: 'attached'});
  await page.waitForFunction(() => window.told.length > 1);
  assert.deepEqual((await told()).slice(1), [{pomocnik: 1, type: 'context-changed', match: 'screen'}]);
});

test('only a connected host is offered to close the page, and to open a form that an article names', async () => {
  await embed();
  assert.equal(await frame().locator('[data-action=close]:visible').count(), 0);
  await connect({opensForms: true});
  await frame().locator('.bar [data-action=close]').click();
  await move({...context, screen: 'FAK.Pogodbe'});
  await frame().locator('help-panel [data-action=open-form]').first().click();
  await page.waitForFunction(() => window.told.some(({type}) => type === 'open-form'));
  const sent = (await told()).filter(({type}) => type === 'close' || type === 'open-form');
  assert.deepEqual(sent, [
    {pomocnik: 1, type: 'close'},
    {pomocnik: 1, type: 'open-form', app: 'icenter', screen: 'FAK.PripravaPoPogodbah'},
  ]);
  await connect();
  await frame().locator('help-panel [data-action=open-form]').first().waitFor({state: 'detached'});
});

test('a host that cannot be served is told nothing, and what is on the page stays', async () => {
  await embed();
  await connect();
  await page.route('**/api/v1/f1/**', (route) => route.abort());
  await say(context);
  await frame().locator('.notice.failure').waitFor();
  assert.ok(await frame().locator('main article').isVisible());
  await page.unroute('**/api/v1/f1/**');
  await frame().locator('.notice [data-action=retry]').click();
  await page.waitForFunction(() => window.told.some(({type}) => type === 'context-changed'));
});

test('a page of another origin is neither let in nor heard', async () => {
  stranger.pages['/'] = {body: frameTag()};
  await page.goto(`${stranger.origin}/`);
  await page.waitForFunction(() => window.frames.length === 1);
  const refused = page.frames()[1];
  await refused.waitForURL(/chrome-error|about:blank|f1/);
  assert.equal(await refused.locator('help-panel').count(), 0);
});

const right = {pomocnik: 1, type: 'connect'};
const forged = [
  {...right, opensForms: 'da'}, {...right, opensForms: {}}, {...right, extra: 1}, {...right, pomocnik: 2},
  {...right, pomocnik: '1'}, {...right, type: ['connect']}, {...right, type: 'x'.repeat(1 << 20)}, {type: 'connect'},
  {pomocnik: 1, type: 'open-form', app: 'a', screen: 'b'}, context, [right], JSON.stringify(right), null, 1, 'connect',
].map((message) => JSON.stringify(message));
forged.push('{"pomocnik":1,"type":"connect","__proto__":{"opensForms":true}}');
forged.push('{"pomocnik":1,"type":"connect","constructor":{"prototype":{"opensForms":true}}}');

test(`${forged.length} forged first words, and a right one without a port or from elsewhere, are ignored`, async () => {
  await embed(`${frameTag()}<iframe id="other" title="drugo" srcdoc="<p>x"></iframe>`);
  await page.evaluate(([target, messages]) => {
    const inner = document.getElementById('pomoc').contentWindow;
    const connecting = {pomocnik: 1, type: 'connect', opensForms: true};
    const ports = Array.from({length: messages.length + 3}, () => new MessageChannel());
    window.told = [];
    for (const {port1} of ports) port1.onmessage = ({data}) => window.told.push(data);
    for (const [at, message] of messages.entries()) inner.postMessage(JSON.parse(message), target, [ports[at].port2]);
    inner.postMessage(connecting, target);
    inner.postMessage(connecting, target, ports.slice(-2).map(({port2}) => port2));
    // Another frame of the same page has the right origin, and is not the host.
    const other = document.getElementById('other').contentWindow;
    const script = other.document.createElement('script');
    script.textContent = 'window.forge = (inner, message, target, port) => inner.postMessage(message, target, [port])';
    other.document.body.append(script);
    other.forge(inner, connecting, target, ports[messages.length].port2);
  }, [new URL(server.url).origin, forged]);
  await frame().locator('input[type=search]').fill('temeljnica');
  await frame().locator('input[type=search]').press('Enter');
  await frame().locator('help-panel .links a').first().waitFor();
  assert.deepEqual(await told(), []);
  assert.equal(await frame().locator('[data-action=close]:visible').count(), 0);
  await connect();
  assert.deepEqual(await told(), [{pomocnik: 1, type: 'ready'}]);
  const wrong = [{...context, screen: 1}, {...context, title: 'x'.repeat(201)}, {...context, url: 'https://a.si'}];
  for (const message of [...forged.slice(0, -2).map((text) => JSON.parse(text)), ...wrong]) await say(message);
  assert.equal((await move(context)).match, 'screen');
  assert.equal(await frame().locator('html').evaluate(() => ({}).opensForms), undefined);
});

test('a page from a file may be the host when the list names files', async () => {
  const file = path.join(folder, 'host.html');
  await writeFile(file, `<!doctype html><html lang="sl"><title>gostitelj</title>${frameTag()}</html>`);
  await page.goto(pathToFileURL(file).href);
  await frame().locator('help-panel .dock').waitFor();
  await connect();
  assert.equal((await move(context)).match, 'screen');
});

test('a program with a web view is the host of a page in its window', async () => {
  await page.addInitScript(() => {
    const view = new EventTarget();
    window.told = [];
    Object.assign(view, {postMessage: (message) => window.told.push(message)});
    window.chrome = {webview: view};
    window.hear = (data) => view.dispatchEvent(Object.assign(new Event('message'), {data}));
  });
  await page.goto(`${server.url}f1/icenter/FAK.Dobropisi`);
  await page.locator('help-panel .dock').waitFor();
  await page.evaluate((message) => {
    window.hear(message);
    window.hear({pomocnik: 1, type: 'connect', opensForms: true});
    window.hear(message);
  }, context);
  await page.locator('help-panel .view h2', {hasText: title}).waitFor();
  await page.locator('.bar [data-action=close]').click();
  assert.deepEqual((await told()).map(({type}) => type), ['ready', 'context-changed', 'close']);
  await page.evaluate((message) => window.hear({...message, lang: 'en'}), context);
  await page.locator('html[lang=en] help-panel .dock').waitFor();
  assert.match(page.url(), /\/f1\/icenter\/PP\.UvozIzpiskov\?lang=en/);
  assert.deepEqual(page.problems, []);
});

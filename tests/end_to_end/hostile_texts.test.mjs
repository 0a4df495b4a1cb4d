// Texts that try to become markup or code, in every field of a reply, in articles and in what is asked: nothing
// runs, nothing is fetched, nothing is lost.
import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {
  hasCollection, hostileTexts, inParts, inspect, ownTexts, squeezed, writeHostileArticles,
} from './support/hostile.mjs';
import {startProgram} from './support/program.mjs';
import {StubServer, golden} from './support/stub_server.mjs';

const GROUP = 100;
const LONGEST_MESSAGE = 1900;
const LONGEST_WORD = 150; // of an address

let browser;
let stub;
let server;
let folder;
/** @type {import('./support/hostile.mjs').HostileArticle[]} */
let articles;

before(async () => {
  browser = await launchBrowser();
  stub = await new StubServer().start();
  folder = await mkdtemp(path.join(os.tmpdir(), 'pomocnik-hostile-'));
  articles = await writeHostileArticles(folder, GROUP);
  server = await startProgram('', [folder]);
});
after(async () => {
  await browser?.close();
  await stub?.stop();
  await server?.stop();
  await rm(folder, {recursive: true, force: true});
});

/** @param {string} vector */
function hostileBlocks(vector) {
  const text = [{text: vector}, {text: vector, style: vector, href: vector}];
  const inner = [{type: 'paragraph', text}];
  return [
    ...inner, {type: 'heading', level: 2, anchor: vector, text}, {type: 'code', text: vector},
    {type: 'steps', start: vector, items: [{blocks: inner}]}, {type: 'list', items: [{blocks: inner}]},
    {type: 'table', header: [text], rows: [[text]]}, {type: 'callout', tone: vector, label: vector, blocks: inner},
    {type: 'image', src: vector, alt: vector}, {type: 'link', href: vector, label: vector}, {type: vector},
  ];
}

/** @param {string[]} some */
function hostileReply(some) {
  const [vector] = some;
  const article = {
    article: vector, title: vector, module: vector, kind: vector, lang: vector, updated: vector, url: vector,
  };
  const draft = {reference: vector, title: vector, text: vector, removed: vector};
  return {
    ...golden('chat_reply_answer'), lang: vector, decision: 'answer', blocks: some.flatMap(hostileBlocks),
    citations: [{...article, anchor: vector}], choices: [article],
    understood: {text: vector, words: [{word: vector, readAs: vector}], offer: vector},
    verdict: {verdict: vector, rules: [vector], clause: vector, conditional: false, blocks: hostileBlocks(vector)},
    handoff: {portalUrl: vector, label: vector, draft},
  };
}

const nothing = {elements: [], attributes: [], protocols: []};

/**
 * @param {import('playwright-core').Locator} root a part of the page, or an element with a shadow root
 * @param {string[]} wanted texts that have to be there, as paragraphs and as code
 * @param {string[]} titles that have to be there, of related articles
 */
async function requireHarmless(root, wanted, titles) {
  const {found, texts, related} = await root.evaluate(inspect);
  assert.deepEqual(found, nothing);
  const counts = new Map();
  for (const text of texts.map(squeezed)) counts.set(text, (counts.get(text) ?? 0) + 1);
  assert.deepEqual(wanted.map(squeezed).filter((text) => (counts.get(text) ?? 0) < 2), []);
  const shown = new Set(related.map(squeezed));
  assert.deepEqual(titles.map(squeezed).filter((title) => !shown.has(title)), []);
}

/** Nothing ran, asked, or went out to another host. */
async function leave(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

test(`none of ${hostileTexts.length} texts does anything in a reply, whatever field it is in`, async (context) => {
  if (!hasCollection) context.diagnostic('the collected texts are not here: own ones only');
  const page = await newPage(browser, {reducedMotion: 'reduce'});
  await page.goto(stub.url);
  await openChat(page);
  for (const some of [...inParts(hostileTexts, 200), ownTexts]) {
    stub.behaviours.push({body: hostileReply(some)});
    await ask(page, some[0].slice(0, 500));
    await page.locator('.turn:last-child .reply').waitFor();
    await requireHarmless(page.locator('help-chat'), [], []);
    await page.locator('[data-action=restart]').click();
  }
  await leave(page);
});

test('none does anything in an article on the F1 page, nor as a title or an address there', async () => {
  const page = await newPage(browser, {reducedMotion: 'reduce'});
  for (const {screen, texts} of articles) {
    await page.goto(`${server.url}f1/icenter/${screen}`);
    await requireHarmless(page.locator('main'), texts, texts);
  }
  for (const [index] of articles.entries()) {
    await page.goto(`${server.url}f1/icenter/FAK?article=koda-${index}`);
    await requireHarmless(page.locator('main'), [], []);
  }
  await leave(page);
});

test('none does anything in an article in the chat, nor as a title or an address there', async () => {
  const page = await newPage(browser, {reducedMotion: 'reduce'});
  await page.goto(server.url);
  for (const {id, title, texts} of articles) {
    await page.evaluate((article) => {
      (window.pomocnik ||= []).push(['article', article]);
    }, id);
    await page.locator('.article h2', {hasText: title}).waitFor();
    await requireHarmless(page.locator('help-chat'), texts, texts);
  }
  await leave(page);
});

/**
 * All texts in as few as they fit into, a line each; what is too long goes on in the next.
 *
 * @param {number} longest in code points
 */
function packed(longest) {
  const packs = [''];
  for (const text of hostileTexts.flatMap((each) => inParts([...each], longest).map((part) => part.join('')))) {
    const longer = packs.at(-1) ? `${packs.at(-1)}\n${text}` : text;
    if ([...longer].length <= longest) packs[packs.length - 1] = longer;
    else packs.push(text);
  }
  return packs.map((pack) => pack.trim());
}

/** @param {string[]} messages */
async function say(messages) {
  const page = await newPage(browser, {reducedMotion: 'reduce'});
  await page.goto(server.url);
  await openChat(page);
  for (const message of messages) {
    await ask(page, message);
    const turn = page.locator('.turn:last-child');
    await turn.locator('.reply').waitFor();
    assert.equal(await turn.locator('.question').evaluate((node) => node.lastChild?.textContent), message);
    assert.deepEqual((await page.locator('help-chat').evaluate(inspect)).found, nothing);
    await page.locator('[data-action=restart]').click();
  }
  await leave(page);
}

test('none does anything as a message, and every message stays as it was typed', async () => {
  const messages = packed(LONGEST_MESSAGE);
  await Promise.all(inParts(messages, Math.ceil(messages.length / 2)).map(say));
});

const PARAMETERS = ['q', 'title', 'lang', 'v', 'article'];
const MOST_TRIES = 20;
const OWN_FILES = /<(link rel="stylesheet" href|script type="module" src)="\/f1\.(css|js)\?v=\w+">(<\/script>)?/g;

/**
 * As the screen, and in one of the parameters.
 *
 * @param {{text: string, index: number}} word
 */
async function fetchPage({text, index}) {
  const word = encodeURIComponent(text);
  const address = `${server.url}f1/icenter/${word}?${PARAMETERS[index % PARAMETERS.length]}=${word}`;
  let response = await fetch(address);
  // On a busy machine a search among thousands of articles may be given up.
  for (let tries = 1; response.status === 503 && tries < MOST_TRIES; tries += 1) response = await fetch(address);
  assert.equal(response.status, 200, text);
  // Without the files of the page itself, which has nothing else of this kind.
  return (await response.text()).replace(OWN_FILES, '');
}

test('none does anything in the address of an F1 page, even where no policy of the page would stop it', async () => {
  const page = await newPage(browser, {reducedMotion: 'reduce'});
  let bodies = [];
  // Many pages in one, and without their headers, so that whatever is not text would run.
  await page.route('**/together', (route) => route.fulfill({contentType: 'text/html', body: bodies.join('\n')}));
  for (const some of inParts(packed(LONGEST_WORD).map((text, index) => ({text, index})), 500)) {
    bodies = [];
    for (const few of inParts(some, 4)) bodies.push(...await Promise.all(few.map(fetchPage)));
    await page.goto(`${server.url}together`, {waitUntil: 'domcontentloaded'});
    assert.deepEqual((await page.locator('html').evaluate(inspect)).found, nothing);
  }
  await leave(page);
});

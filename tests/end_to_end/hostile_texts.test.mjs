// Texts that try to become markup or code, in every field of a reply: nothing runs, nothing is fetched.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {inTree} from './support/paths.mjs';
import {StubServer, golden} from './support/stub_server.mjs';

const own = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', 'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>', '//evil.example/x.js', 'https://evil.example/media/x.png',
];
const collected = inTree('../shared/data/xss_vectors.txt');
const vectors = existsSync(collected) ? [...own, ...readFileSync(collected, 'utf8').split('\n').filter(Boolean)] : own;

let browser;
let stub;

before(async () => {
  browser = await launchBrowser();
  stub = await new StubServer().start();
});
after(async () => {
  await browser.close();
  await stub.stop();
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
    verdict: {verdict: vector, rules: [vector], clause: vector},
    handoff: {portalUrl: vector, label: vector, draft},
  };
}

test(`none of ${vectors.length} hostile texts does anything`, async (context) => {
  if (vectors.length === own.length) context.diagnostic('the collected vectors are not here: own ones only');
  const page = await newPage(browser);
  await page.goto(stub.url);
  await openChat(page);
  const size = 200;
  for (let begin = 0; begin < vectors.length; begin += size) {
    stub.behaviours.push({body: hostileReply(vectors.slice(begin, begin + size))});
    await ask(page, vectors[begin].slice(0, 500));
    await page.locator('.turn:last-child .reply').waitFor();
    await page.locator('[data-action=restart]').click();
  }
  stub.behaviours.push({body: hostileReply(own)});
  await ask(page, own[0]);
  await page.locator('.turn:last-child .reply').waitFor();
  const found = await page.evaluate(() => {
    const root = document.querySelector('help-chat').shadowRoot;
    const links = [...root.querySelectorAll('a')].map((link) => link.protocol);
    return {
      active: root.querySelectorAll('script, iframe, object, embed, [style], [onerror], [onload]').length,
      protocols: [...new Set(links)].filter((name) => !['https:', 'http:', 'mailto:', 'tel:'].includes(name)),
    };
  });
  assert.deepEqual(found, {active: 0, protocols: []});
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

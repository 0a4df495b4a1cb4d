// No barriers that axe-core can find, in each state, light and dark, and nothing wider than a small phone.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {findBarriers} from './support/accessibility.mjs';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {StubServer, golden} from './support/stub_server.mjs';

const states = {
  greeting: {shows: '.greeting'},
  answer: {behaviour: {body: golden('chat_reply_answer')}, shows: '.source'},
  'an unhelpful answer': {behaviour: {body: golden('chat_reply_answer')}, shows: '.reason', press: ['[data-vote=no]']},
  article: {
    behaviour: {body: golden('chat_reply_answer')}, shows: '.article h2', press: ['.reply [data-action=article]'],
  },
  choices: {behaviour: {body: golden('chat_reply_choices')}, shows: '.choice-none'},
  abstain: {behaviour: {body: golden('chat_reply_abstain')}, shows: '.draft'},
  draft: {behaviour: {body: golden('chat_reply_handoff')}, shows: '.draft'},
  'a copied draft': {
    behaviour: {body: golden('chat_reply_handoff')}, shows: '.draft-status', press: ['[data-action=copy]'],
  },
  policy: {behaviour: {body: golden('chat_reply_policy')}, shows: '.verdict'},
  failed: {behaviour: {drop: true}, shows: '.failure'},
  searching: {behaviour: {after: new Promise(() => {})}, shows: '.pending'},
};

const looks = {
  light: {colorScheme: 'light', reducedMotion: 'reduce'},
  dark: {colorScheme: 'dark', reducedMotion: 'reduce'},
  'a phone': {colorScheme: 'light', reducedMotion: 'reduce', viewport: {width: 320, height: 568}, hasTouch: true},
};

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

/**
 * @param {keyof states} state
 * @param {keyof looks} look
 */
async function show(state, look) {
  const {behaviour, shows, press = []} = states[state];
  const page = await newPage(browser, looks[look]);
  stub.behaviours = behaviour ? [behaviour] : [];
  await page.goto(stub.url);
  await openChat(page);
  if (behaviour) await ask(page, 'Kako storniram račun?');
  for (const selector of press) await page.locator(selector).click();
  await page.locator(shows).first().waitFor();
  return page;
}

for (const look of Object.keys(looks)) {
  for (const state of Object.keys(states)) {
    test(`no barrier: ${state}, ${look}`, async () => {
      const page = await show(state, look);
      assert.deepEqual(await findBarriers(page), []);
      assert.deepEqual(page.problems, []);
      await page.context().close();
    });
  }
}

for (const state of Object.keys(states)) {
  test(`nothing is cut off on a small phone: ${state}`, async () => {
    const page = await show(state, 'a phone');
    const overflow = await page.evaluate(() => {
      const root = document.querySelector('help-chat').shadowRoot;
      const boxes = [document.documentElement, ...root.querySelectorAll('.panel, .log, .article, .head, .foot')];
      return boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.className || box.localName);
    });
    assert.deepEqual(overflow, []);
    await page.context().close();
  });
}

// Every state of the desk's pages: nothing is in the way of whoever needs contrast, names or a narrow window; and texts
// that try to become markup or code stay texts.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {findBarriers, misfits} from './support/accessibility.mjs';
import {launchBrowser, newPage} from './support/browser.mjs';
import {pageStates, sample, showPage} from './support/staff_page_states.mjs';
import {hostileTexts, inspect, inParts} from './support/hostile.mjs';
import {StaffServer, golden} from './support/staff_server.mjs';

let browser;
/** @type {StaffServer[]} */
let servers;

before(async () => {
  browser = await launchBrowser();
  servers = await Promise.all([0, 1].map(() => new StaffServer().start()));
});
after(async () => {
  await browser?.close();
  await Promise.all((servers ?? []).map((server) => server.stop()));
});

const wide = {width: 1280, height: 860};
const narrow = {width: 390, height: 780};

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name of the state that it is in
 */
async function requireClear(page, name) {
  assert.deepEqual(await findBarriers(page), [], name);
  await page.setViewportSize(narrow);
  await page.emulateMedia({colorScheme: 'dark'});
  assert.deepEqual(await findBarriers(page, null, ['color-contrast']), [], `${name}, dark and narrow`);
  assert.deepEqual(await page.evaluate(misfits), {wide: [], small: []}, name);
  await page.setViewportSize(wide);
  await page.emulateMedia({colorScheme: 'light'});
}

test('no state of a page is a barrier, light or dark, wide or narrow', async () => {
  const states = Object.entries(pageStates);
  await Promise.all(inParts(states, Math.ceil(states.length / 2)).map(async (some, index) => {
    const page = await newPage(browser, {reducedMotion: 'reduce', colorScheme: 'light'});
    for (const [name, state] of some) {
      if (page.url().startsWith('http')) await page.evaluate(() => localStorage.clear());
      await showPage(page, servers[index], state);
      await requireClear(page, name);
    }
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }));
});

/** What decides where something is drawn, and not what is written there. */
const KEPT = new Set(['state', 'type', 'outcome']);

/**
 * @param {any} value
 * @param {() => string} next the text to go in place of the next one
 * @returns {any} a copy in which every text is such a one
 */
function hostile(value, next) {
  if (typeof value === 'string') return next();
  if (Array.isArray(value)) return value.map((each) => hostile(each, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) =>
    [key, KEPT.has(key) ? part : hostile(part, next)]));
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {number} count
 */
function repeated(items, count) {
  return Array.from({length: count}, (_, index) => items[index % items.length]);
}

/** @param {() => string} next */
function hostileReplies(next) {
  const spoilt = (/** @type {unknown} */ body) => hostile(body, next);
  const {gaps} = sample('gaps');
  const articles = sample('articles');
  const conversation = sample('conversation');
  const publishing = golden('staff_publish');
  const {candidate} = publishing;
  const many = {lost: repeated(candidate.lost, 100), won: repeated(candidate.won, 100)};
  return {
    'gaps': spoilt({gaps: repeated([gaps[0]], 100)}),
    'articles': spoilt({...articles, articles: repeated(articles.articles, 150)}),
    'screens': spoilt({screens: repeated(sample('screens').screens, 200)}),
    'conversations': spoilt({conversations: repeated(sample('conversations').conversations, 200), next: 'x'}),
    [`conversations/${conversation.id}`]: spoilt({...conversation, turns: repeated(conversation.turns, 40)}),
    'publish': {...spoilt(publishing), candidate: spoilt({...candidate, ...many})},
    'edits/article': spoilt({...golden('staff_edit_article'), questions: repeated([''], 200)}),
    'edits/preview': spoilt(golden('staff_preview')),
    'log': spoilt({entries: repeated(golden('staff_log').entries, 200)}),
    'sessions': spoilt({sessions: repeated(golden('staff_sessions').sessions, 200)}),
  };
}

const SEEN = [
  ...['gaps', 'gaps-question', 'gaps-synonym', 'articles', 'article-edit', 'screens', 'conversations', 'conversation',
    'publish'].map((name) => pageStates[name]),
  {path: 'log'}, {path: 'account'},
];

/** Presses whatever shows more of a page, until nothing is left to show. Runs in the page. */
function unfold() {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const more = [...document.querySelectorAll('.gap-list > div > .button, .more .button')];
  for (const each of more) for (let count = 0; count < 10 && !each.hidden; count += 1) each.click();
}

test(`none of ${hostileTexts.length} texts does anything, whatever field of whatever page it is in`, async () => {
  const [server] = servers;
  const page = await newPage(browser, {reducedMotion: 'reduce'});
  let index = 0;
  const next = () => {
    index += 1;
    return hostileTexts[index % hostileTexts.length];
  };
  for (const {path, then} of SEEN) {
    const replies = hostileReplies(next);
    await showPage(page, server, {path, replies, then});
    if (!then) await page.evaluate(unfold);
    const {found} = await page.locator('body').evaluate(inspect);
    assert.deepEqual(found, {elements: [], attributes: [], protocols: []}, path);
  }
  assert.ok(index > 2 * hostileTexts.length, 'each text was in a field');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a hostile text is there to be read, as it was typed', async () => {
  const [server] = servers;
  const page = await newPage(browser, {reducedMotion: 'reduce'});
  const vector = '"><img src=x onerror=alert(1)>';
  const {gaps} = sample('gaps');
  await showPage(page, server, {path: 'gaps', replies: {gaps: hostile({gaps: [gaps[0]]}, () => vector)}});
  const drawn = await page.locator('.gap').evaluate((node) =>
    ['h2', 'q', '.badge', '.nearest a'].map((selector) => node.querySelector(selector)?.textContent));
  assert.deepEqual(drawn, [vector, vector, vector, vector]);
  await page.context().close();
});

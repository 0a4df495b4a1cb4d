// The states that the chat can be in, each with the way there: for what looks at all of them.
import {ask, openChat} from './browser.mjs';
import {golden} from './stub_server.mjs';

const QUESTION = 'Kako storniram račun?';
const never = new Promise(() => {});

const answer = golden('chat_reply_answer');
const policy = golden('chat_reply_policy');
const richAnswer = {...answer, blocks: golden('article').blocks};
const reply = (body) => ({body});
const problem = (status, code, message) => ({status, body: {error: {code, message}}});

/** @param {object} verdict what is different in it */
function verdictReply(verdict) {
  return {body: {...policy, blocks: [], citations: [], verdict: {...policy.verdict, ...verdict}}};
}

const conditions = golden('chat_reply_handoff').verdict.blocks;

/**
 * @typedef {object} State
 * @property {import('./stub_server.mjs').Behaviour} [behaviour] of the answer to a question that is asked
 * @property {string} shows what is there when the state is reached
 * @property {(page: import('playwright-core').Page) => Promise<unknown>} [then] what else is done
 * @property {boolean} [waits] time has to pass
 */

/** @type {Record<string, State>} */
export const states = {
  greeting: {shows: '.greeting'},
  menu: {behaviour: reply(answer), shows: '.menu', then: (page) => page.locator('[data-action=menu]').click()},
  suggestions: {
    shows: '.suggestion', then: async (page) => {
      await page.locator('.composer textarea').fill('storno');
      await page.locator('.suggestion').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  'too-long': {shows: '.count.over', then: (page) => page.locator('.composer textarea').fill('dolgo '.repeat(400))},
  searching: {behaviour: {after: never}, shows: '.pending'},
  slow: {behaviour: {after: never}, shows: '.pending', waits: true, then: (page) => page.clock.fastForward(5000)},
  answer: {behaviour: reply(answer), shows: '.source'},
  'rich-answer': {
    behaviour: reply(richAnswer), shows: '.reply table',
    then: (page) => page.locator('figure img').first().evaluate((image) => image.decode()),
  },
  choices: {behaviour: reply(golden('chat_reply_choices')), shows: '.choice-none'},
  abstain: {behaviour: reply(golden('chat_reply_abstain')), shows: '.draft'},
  draft: {behaviour: reply(golden('chat_reply_handoff')), shows: '.draft'},
  'draft-copied': {
    behaviour: reply(golden('chat_reply_handoff')), shows: '.draft-status:not(:empty)',
    then: (page) => page.locator('[data-action=copy]').click(),
  },
  paid: {behaviour: reply(policy), shows: '.verdict[data-verdict=paid]'},
  free: {
    behaviour: verdictReply({verdict: 'free', rules: ['F1'], conditional: true, blocks: conditions,
      clause: 'Vprašanja, na katera je mogoče odgovoriti v 15 minutah, so brezplačna.'}),
    shows: '.verdict[data-verdict=free]',
  },
  none: {
    behaviour: verdictReply({verdict: 'none', rules: ['N1'],
      clause: 'Pomoči ne nudimo, dokler ima podjetje neporavnane obveznosti.'}),
    shows: '.verdict[data-verdict=none]',
  },
  depends: {
    behaviour: verdictReply({verdict: 'depends', rules: ['P4', 'F1'], blocks: conditions,
      clause: 'Pomoč je plačljiva, če odgovor vzame več kot 15 minut.'}),
    shows: '.verdict[data-verdict=depends]',
  },
  offline: {behaviour: {drop: true}, shows: '.failure'},
  timeout: {behaviour: {after: never}, shows: '.failure', waits: true, then: (page) => page.clock.fastForward(25000)},
  busy: {behaviour: problem(503, 'busy', ''), shows: '.failure'},
  limited: {behaviour: problem(429, 'rate_limited', 'Vprašanja si sledijo prehitro.'), shows: '.failure'},
  refused: {behaviour: problem(400, 'bad_request', 'Sporočilo je predolgo.'), shows: '.failure'},
  broken: {behaviour: problem(500, 'internal', ''), shows: '.failure'},
  'vote-yes': {
    behaviour: reply(answer), shows: '.vote-status:not(:empty)',
    then: (page) => page.locator('[data-vote=yes]').click(),
  },
  'vote-no': {
    behaviour: reply(answer), shows: '.vote-status:not(:empty)',
    then: (page) => page.locator('[data-vote=no]').click(),
  },
  article: {
    behaviour: reply(answer), shows: '.article h2',
    then: (page) => page.locator('.reply [data-action=article]').click(),
  },
  'article-failed': {
    behaviour: reply(answer), shows: '.article .failure', then: async (page) => {
      await page.route('**/api/v1/articles/**', (route) => route.abort());
      await page.locator('.reply [data-action=article]').click();
    },
  },
  search: {shows: '.results .choice', then: (page) => page.evaluate(() => globalThis.pomocnik.search('storno'))},
  'article-missing': {
    behaviour: reply(answer), shows: '.article .failure', then: async (page) => {
      await page.locator('.reply [data-action=article]').click();
      await page.locator('[data-action=related]').click();
    },
  },
};

/**
 * Brings a page into a state, whatever state it was in.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('./stub_server.mjs').StubServer} stub
 * @param {State} state
 * @param {string} [path] of the page that has the chat
 */
export async function show(page, stub, {behaviour, shows, then, waits}, path = '') {
  // The browser tries once more when a connection that it has kept is cut.
  stub.behaviours = behaviour ? [behaviour, ...(behaviour.drop ? [behaviour] : [])] : [];
  await page.unrouteAll();
  if (page.url().startsWith(stub.url)) await page.evaluate(() => sessionStorage.clear());
  if (waits) await page.clock.install();
  await page.goto(stub.url + path);
  await openChat(page);
  if (behaviour) await ask(page, QUESTION);
  if (behaviour) await page.locator('.reply, .pending, .failure').first().waitFor();
  await then?.(page);
  await page.locator(shows).first().waitFor();
}

// The states of the desk's pages behind the overview, each with the way there: for what looks at all of them.
import {readFileSync} from 'node:fs';
import {inTree} from './paths.mjs';
import {golden} from './staff_server.mjs';

/**
 * Fuller than the golden messages, but with nothing in them that those do not have.
 *
 * @param {string} name of a file in staff_samples, without .json
 */
export function sample(name) {
  return JSON.parse(readFileSync(inTree('tests/end_to_end/support/staff_samples', `${name}.json`), 'utf8'));
}

const publishing = golden('staff_publish');
const conversation = sample('conversation');
const [gap] = sample('gaps').gaps;
const idle = {...publishing, state: 'idle', candidate: null};
const text = 'Napačno davčno številko popravimo z **dobropisom**.\n\n1. Odpremo račun.\n2. Kliknemo Dobropis.\n\n' +
  '> **POZOR!** Računa ne brišemo.';

/**
 * @param {Record<string, unknown>} [other] what is answered otherwise, by path; a function gets the call
 * @returns {Record<string, (call: import('./staff_server.mjs').Call) => any>} what the server answers with
 */
export function pageReplies(other = {}) {
  const answers = {
    'gaps': sample('gaps'), 'gaps/state': {},
    'articles': sample('articles'), 'screens': sample('screens'),
    'conversations': sample('conversations'), [`conversations/${conversation.id}`]: conversation,
    'conversations/erase': {}, 'publish': publishing, 'publish/prepare': {}, 'publish/go': {}, 'publish/discard': {},
    'publish/rollback': {}, 'edits/preview': golden('staff_preview'), 'edits/question': {},
    'edits/synonym': {file: 'lexicon/synonyms.yaml'},
    'edits/article': ({method}) => method === 'GET'
      ? golden('staff_edit_article')
      : {id: 'fak-davcna-stevilka', file: 'articles/fak-davcna-stevilka.md'},
    'log': golden('staff_log'), 'sessions': golden('staff_sessions'),
    ...other,
  };
  return Object.fromEntries(Object.entries(answers).map(([path, answer]) => [path, async (call) => {
    const found = typeof answer === 'function' ? await answer(call) : answer;
    return typeof found?.status === 'number' ? found : {body: found};
  }]));
}

/** What is answered outside the staff API. */
export const elsewhere = {
  '/api/v1/articles/fak-dobropis': golden('article'), '/api/v1/chat': golden('chat_reply_answer'),
};

/**
 * @typedef {object} PageState
 * @property {string} path of the page, with its query
 * @property {Record<string, unknown>} [replies] what is answered otherwise
 * @property {string} [shows] what is there when the state is reached
 * @property {(page: import('playwright-core').Page) => Promise<unknown>} [then] what else is done
 */

/** @param {string} action */
const press = (action) => (page) => page.locator(`[data-action=${action}]`).first().click();

/** @type {Record<string, PageState>} */
export const pageStates = {
  'gaps': {path: 'gaps', shows: '.gap'},
  'gaps-out': {path: 'gaps?state=out_of_scope', shows: '.gap'},
  'gaps-empty': {path: 'gaps', replies: {gaps: {gaps: []}}, shows: '.empty-state'},
  'gaps-off': {path: 'gaps', replies: {publish: {...idle, editable: false}}, shows: '.note'},
  'gaps-moved': {path: 'gaps', shows: '.moved', then: press('out_of_scope')},
  'gaps-synonym': {path: 'gaps', shows: 'dialog[open]', then: press('synonym')},
  'gaps-question': {path: 'gaps', shows: '.picker .option', then: press('question')},
  'write': {
    path: `gaps?write=${gap.id}`, shows: '.preview .steps', then: (page) => page.locator('textarea').fill(text),
  },
  'write-missing': {path: `gaps?write=${gap.id}`, shows: '.field-error:not(:empty)', then: press('save')},
  'write-restored': {
    path: `gaps?write=${gap.id}`, shows: '.note', then: async (page) => {
      await page.locator('textarea').fill(text);
      await page.reload();
    },
  },
  'write-saved': {
    path: `gaps?write=${gap.id}`, shows: '.saved', then: async (page) => {
      await page.locator('textarea').fill(text);
      await press('save')(page);
    },
  },
  'articles': {path: 'articles', shows: 'tbody tr'},
  'articles-empty': {path: 'articles', replies: {articles: {articles: []}}, shows: '.empty-state'},
  'article': {path: 'articles?read=fak-dobropis', shows: '.blocks'},
  'article-edit': {path: 'articles?edit=fak-dobropis', shows: '.editor'},
  'screens': {path: 'articles?tab=screens', shows: 'tbody tr'},
  'screens-empty': {path: 'articles?tab=screens', replies: {screens: {screens: []}}, shows: '.empty-state'},
  'conversations': {path: 'conversations', shows: '.conversations li'},
  'conversations-empty': {
    path: 'conversations?q=nič', replies: {conversations: {conversations: [], next: null}}, shows: '.empty-state',
  },
  'conversation': {
    path: `conversations?id=${conversation.id}`, shows: '.why[open]',
    then: (page) => page.locator('.why summary').first().click(),
  },
  'conversation-erase': {path: `conversations?id=${conversation.id}`, shows: 'dialog[open]', then: press('erase')},
  'publish': {path: 'publish', shows: '.verdict'},
  'publish-idle': {path: 'publish', replies: {publish: idle}, shows: '[data-state=idle]'},
  'publish-busy': {
    path: 'publish', shows: 'progress',
    replies: {publish: {...idle, state: 'checking', progress: {done: 80, total: 212}}},
  },
  'publish-failed': {
    path: 'publish', shows: '.failure-text',
    replies: {publish: {...idle, state: 'failed', error: 'cannot read kb/articles'}},
  },
  'publish-off': {path: 'publish', replies: {publish: {...idle, editable: false}}, shows: '.note'},
  'publish-tried': {
    path: `publish?ask=${encodeURIComponent(gap.title)}`, replies: {publish: idle}, shows: '.tried .blocks',
    then: press('try'),
  },
};

/**
 * Brings a new page into a state.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('./staff_server.mjs').StaffServer} server
 * @param {PageState} state
 */
export async function showPage(page, server, {path, replies, shows, then}) {
  server.replies = pageReplies(replies);
  server.elsewhere = elsewhere;
  server.calls = [];
  await page.goto(`${server.url}staff/${path}`);
  await page.locator('h1').waitFor();
  await page.locator('[aria-busy]').waitFor({state: 'detached'});
  await then?.(page);
  if (shows) await page.locator(shows).first().waitFor();
}

import assert from 'node:assert/strict';
import test from 'node:test';
import {Api, ApiFailure} from '../src/shared/api.js';
import {golden} from './support/golden.js';

/**
 * @param {(url: URL, options: any) => Promise<Response>} fetch
 * @param {number} [patience]
 */
const apiWith = (fetch, patience) => new Api({base: 'https://help.example.si/pomoc/', lang: 'sl', fetch, patience});

const json = (status, body) => new Response(JSON.stringify(body), {status});

/** A fetch that never answers, as the real one ends when it is aborted. */
const silence = (_url, {signal}) => new Promise((_resolve, reject) => {
  signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
});

test('a message is posted as JSON with the secret in a header and no cookies', async () => {
  let seen;
  const api = apiWith(async (url, options) => {
    seen = {url: url.href, options};
    return json(200, golden('chat_reply_answer'));
  });
  const request = golden('chat_request');
  const reply = await api.chat(request, 'tajno');
  assert.equal(reply.decision, 'answer');
  assert.equal(seen.url, 'https://help.example.si/pomoc/api/v1/chat');
  assert.deepEqual(JSON.parse(seen.options.body), request);
  assert.equal(seen.options.headers['X-Conversation-Secret'], 'tajno');
  assert.equal(seen.options.credentials, 'omit');
});

test('what was done with a draft is posted so that it arrives when the page is left', async () => {
  const seen = [];
  const api = apiWith(async (url, options) => {
    seen.push([url.pathname, options.keepalive, JSON.parse(options.body), options.headers['X-Conversation-Secret']]);
    return json(200, golden('draft_reply'));
  });
  await api.draft(golden('draft_request'), 'tajno');
  await api.draftEvent(golden('draft_event_request'), 'tajno');
  assert.deepEqual(seen, [
    ['/pomoc/api/v1/draft', false, golden('draft_request'), 'tajno'],
    ['/pomoc/api/v1/draft-event', true, golden('draft_event_request'), 'tajno'],
  ]);
});

test('what a page shows is posted with where it is, so that it arrives when the page is left', async () => {
  const seen = [];
  const api = apiWith(async (url, options) => {
    seen.push([url.pathname, options.keepalive, JSON.parse(options.body), options.headers['X-Conversation-Secret']]);
    return json(200, golden('feedback_reply'));
  });
  const {context, events} = golden('events_request');
  await api.events(events, context, 'tajno');
  await api.events([events[0]], context, null);
  assert.deepEqual(seen, [
    ['/pomoc/api/v1/events', true, golden('events_request'), 'tajno'],
    ['/pomoc/api/v1/events', true, {lang: 'sl', context, events: [events[0]]}, undefined],
  ]);
});

test('an article is asked for by its id alone', async () => {
  const urls = [];
  const api = apiWith(async (url) => {
    urls.push(url.pathname);
    return json(200, golden('article'));
  });
  await api.article('a/../b?c');
  assert.deepEqual(urls, ['/pomoc/api/v1/articles/a%2F..%2Fb%3Fc']);
});

test('suggestions are asked for with what was typed, in the language that is spoken by then', async () => {
  const seen = [];
  const api = apiWith(async (url, options) => {
    seen.push([url.pathname + url.search, options.headers['Accept-Language']]);
    return json(200, golden('suggest'));
  });
  await api.suggest('račun & dobropis', {});
  api.lang = 'en';
  const {groups} = await api.suggest('storno', {module: 'Fakturiranje', limit: 6});
  assert.equal(groups.length, 2);
  assert.deepEqual(seen, [
    ['/pomoc/api/v1/suggest?q=ra%C4%8Dun+%26+dobropis', 'sl'],
    ['/pomoc/api/v1/suggest?q=storno&module=Fakturiranje&limit=6', 'en'],
  ]);
});

const failures = [
  [400, 'refused'], [413, 'refused'], [404, 'missing'], [409, 'conflict'], [429, 'limited'], [502, 'busy'],
  [503, 'busy'], [500, 'broken'],
];

for (const [status, kind] of failures) {
  test(`the status ${status} means ${kind}`, async () => {
    const api = apiWith(async () => json(status, golden('error_empty_message')));
    await assert.rejects(api.article('x'), (error) => error instanceof ApiFailure && error.kind === kind &&
      error.message === 'Sporočilo je prazno. Napišite, kaj vas zanima.');
  });
}

test('a conversation that takes no more is told apart from too many requests', async () => {
  const api = apiWith(async () => json(429, {error: {code: 'conversation_full', message: 'Začnite novega.'}}));
  await assert.rejects(api.chat({message: 'a', key: 'k'}, null), {kind: 'full', message: 'Začnite novega.'});
});

test('an error without a message of ours has none', async () => {
  const api = apiWith(async () => new Response('<h1>Bad gateway</h1>', {status: 502}));
  await assert.rejects(api.article('x'), (error) => error instanceof ApiFailure && error.message === '');
});

test('an answer that is not JSON is the fault of the server', async () => {
  const api = apiWith(async () => new Response('<html>', {status: 200}));
  await assert.rejects(api.article('x'), {kind: 'broken'});
});

test('no connection is told apart from no answer in time', async () => {
  const offline = apiWith(async () => {
    throw new TypeError('Failed to fetch');
  });
  await assert.rejects(offline.article('x'), {kind: 'offline'});
  await assert.rejects(apiWith(silence, 1).article('x'), {kind: 'timeout'});
});

test('a request that was given up fails with the reason of that', async () => {
  const abort = new AbortController();
  const asked = apiWith(silence).article('x', abort.signal);
  abort.abort(new Error('dovolj'));
  await assert.rejects(asked, {message: 'dovolj'});
});

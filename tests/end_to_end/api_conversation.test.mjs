// The API of the real program: a conversation over HTTP, kept over a restart.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {startProgram} from './support/program.mjs';

const question = 'Kako storniram knjiženo temeljnico?';

let server;

before(async () => {
  server = await startProgram();
});
after(async () => {
  await server?.stop();
});

/**
 * @param {string} path
 * @param {object} body
 * @param {Record<string, string>} headers
 */
async function post(path, body, headers = {}) {
  const response = await fetch(new URL(path, server.url), {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...headers},
    body: JSON.stringify(body),
  });
  return {status: response.status, body: await response.json()};
}

test('a question is answered with the article it is cited from', async () => {
  const {status, body} = await post('/api/v1/chat', {message: question, key: 'question-1'});
  assert.equal(status, 200);
  assert.equal(body.decision, 'answer');
  assert.equal(body.citations[0].article, 'dk-storno-temeljnice');
  assert.equal(body.saved, true);
  const article = await fetch(new URL(`/api/v1/articles/${body.citations[0].article}`, server.url));
  assert.equal((await article.json()).title, body.citations[0].title);
});

test('a conversation goes on, and feedback is taken, only with its secret', async () => {
  const first = (await post('/api/v1/chat', {message: question, key: 'secret-1'})).body;
  const next = {message: 'Hvala', key: 'secret-2', conversation: first.conversation.id};
  assert.equal((await post('/api/v1/chat', next)).status, 404);
  const headers = {'X-Conversation-Secret': first.conversation.secret};
  const second = await post('/api/v1/chat', next, headers);
  assert.equal(second.status, 200);
  assert.equal(second.body.conversation.secret, undefined);
  const vote = {turn: second.body.turn, helpful: true};
  assert.equal((await post('/api/v1/feedback', vote)).status, 404);
  assert.equal((await post('/api/v1/feedback', vote, headers)).status, 200);
});

test('what was acknowledged is there after a restart, and a repeat changes nothing', async () => {
  const message = {message: question, key: 'restart-1'};
  const earlier = (await post('/api/v1/chat', message)).body;
  await server.halt();
  await server.start();
  const again = (await post('/api/v1/chat', message)).body;
  assert.deepEqual(again, earlier);
  const headers = {'X-Conversation-Secret': earlier.conversation.secret};
  const vote = {turn: earlier.turn, helpful: false, reason: 'premalo'};
  assert.equal((await post('/api/v1/feedback', vote, headers)).status, 200);
});

test('a screen has its page without JavaScript, known or not', async () => {
  for (const screen of ['DK.Temeljnica', 'Neznan.Zaslon', '<script>alert(1)</script>']) {
    const response = await fetch(new URL(`/f1/icenter/${encodeURIComponent(screen)}`, server.url));
    assert.equal(response.status, 200);
    const page = await response.text();
    assert.match(page, /<h1>/);
    assert.doesNotMatch(page, /<script>alert/);
  }
});

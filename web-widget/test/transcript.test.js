import assert from 'node:assert/strict';
import test from 'node:test';
import {Transcript} from '../src/shared/transcript.js';
import {golden} from './support/golden.js';

const answer = golden('chat_reply_answer');

test('the first reply names the conversation, and later ones keep its secret', () => {
  const transcript = new Transcript();
  const first = transcript.begin('Kako storniram račun?', 'key-0001', {});
  assert.equal(first.conversation, null);
  transcript.finish(first, answer);
  const second = transcript.begin('In potem?', 'key-0002', {});
  assert.equal(second.conversation, answer.conversation.id);
  transcript.finish(second, golden('chat_reply_choices'));
  assert.equal(transcript.conversation?.secret, answer.conversation.secret);
});

test('what was said outlives being written and read', () => {
  const transcript = new Transcript();
  transcript.finish(transcript.begin('Prvo', 'key-0001', {channel: 'web'}), answer);
  transcript.fail(transcript.begin('Drugo', 'key-0002', {}), 'offline', '');
  transcript.panelOpen = true;
  const copy = Transcript.parse(transcript.serialize());
  assert.deepEqual(copy, transcript);
});

test('what was typed into a draft outlives being written and read', () => {
  const transcript = new Transcript();
  const turn = transcript.begin('Rad bi oddal zahtevek', 'key-0001', {});
  transcript.finish(turn, golden('chat_reply_handoff'));
  transcript.reword(turn, 'Storno', 'Natipkano.');
  const [copy] = Transcript.parse(transcript.serialize()).turns;
  assert.deepEqual(copy.wording, {
    title: 'Storno', text: 'Natipkano.', removed: 'Iz besedila sem odstranil: e-naslov.', kept: false,
  });
});

test('nothing is kept before the first message', () => {
  const transcript = new Transcript();
  transcript.panelOpen = true;
  assert.equal(transcript.serialize(), '');
});

test('a failed message is tried again with its key', () => {
  const transcript = new Transcript();
  const turn = transcript.begin('Prvo', 'key-0001', {});
  transcript.fail(turn, 'offline', '');
  transcript.retry(turn, 'key-0002');
  assert.deepEqual([turn.key, turn.state, turn.failure], ['key-0001', 'pending', null]);
});

test('a failed message becomes a new request when another conversation has begun', () => {
  const transcript = new Transcript();
  const failed = transcript.begin('Prvo', 'key-0001', {});
  transcript.fail(failed, 'offline', '');
  transcript.finish(transcript.begin('Drugo', 'key-0002', {}), answer);
  transcript.retry(failed, 'key-0003');
  assert.deepEqual([failed.key, failed.conversation], ['key-0003', answer.conversation.id]);
});

test('a key that was used for another request is not used again', () => {
  const transcript = new Transcript();
  const turn = transcript.begin('Prvo', 'key-0001', {});
  transcript.fail(turn, 'conflict', '');
  transcript.retry(turn, 'key-0002');
  assert.equal(turn.key, 'key-0002');
});

test('the oldest turns go when there are many', () => {
  const transcript = new Transcript();
  for (let n = 0; n < 80; n += 1) transcript.begin(`Vprašanje ${n}`, `key-${1000 + n}`, {});
  assert.equal(transcript.turns.length, 60);
  assert.equal(transcript.turns[0].message, 'Vprašanje 20');
});

/** A transcript of one turn, whose reply has this hand-over. */
function doneWith(handoff, more = {}) {
  const reply = {...answer, handoff: {...answer.handoff, ...handoff}};
  return JSON.stringify({version: 1, turns: [{key: 'k', message: 'm', state: 'done', reply, ...more}]});
}

const broken = [
  '', 'x', 'null', '[]', '{}', '{"version":0,"turns":[]}', '{"version":1}', '{"version":1,"turns":[null]}',
  '{"version":1,"turns":[{"key":"k","message":"m","state":"done"}]}',
  '{"version":1,"turns":[{"key":"k","message":"m","state":"done","reply":{"blocks":[]}}]}',
  '{"version":1,"turns":[{"key":"k","message":"m","state":"odd"}]}',
  doneWith({draft: 'besedilo'}), doneWith({draft: {title: 'samo naslov'}}), doneWith({draft: null}, {wording: 'x'}),
  doneWith({}).replace('"verdict":null', '"verdict":{"verdict":"free"}'),
];

for (const text of broken) {
  test(`an entry that is not a transcript is an empty one: ${text.slice(0, 80)} … ${text.slice(-60)}`, () => {
    assert.equal(Transcript.parse(text).turns.length, 0);
  });
}

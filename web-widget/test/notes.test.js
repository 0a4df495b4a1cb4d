import assert from 'node:assert/strict';
import test from 'node:test';
import {Notes} from '../src/chat/notes.js';
import {golden} from './support/golden.js';

const turn = /** @type {any} */ ({reply: golden('chat_reply_answer')});
const unsaved = /** @type {any} */ ({reply: {...golden('chat_reply_answer'), saved: false}});

/** @param {(notes: Notes) => void} act */
function told(act) {
  /** @type {object[]} */
  const events = [];
  act(new Notes((event) => events.push(event)));
  return events;
}

test('a visit is told once, each picked suggestion too', () => {
  assert.deepEqual(told((notes) => {
    notes.visited();
    notes.picked('a');
    notes.visited();
    notes.picked('a');
  }), [{kind: 'visit'}, {kind: 'suggestion', article: 'a'}, {kind: 'suggestion', article: 'a'}]);
});

test('that an answer was read is told once of each way and article', () => {
  const view = {kind: 'view', turn: turn.reply.turn};
  assert.deepEqual(told((notes) => {
    for (let i = 0; i < 2; i++) {
      notes.read(turn, 'dwell');
      notes.read(turn, 'opened', 'a');
      notes.read(turn, 'opened', 'b');
    }
  }), [{...view, how: 'dwell'}, {...view, how: 'opened', article: 'a'}, {...view, how: 'opened', article: 'b'}]);
});

test('nothing is told of a reply that the server does not know', () => {
  assert.deepEqual(told((notes) => notes.read(unsaved, 'dwell')), []);
  assert.deepEqual(told((notes) => notes.read(/** @type {any} */ ({reply: null}), 'dwell')), []);
});

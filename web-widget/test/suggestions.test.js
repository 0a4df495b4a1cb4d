import assert from 'node:assert/strict';
import test from 'node:test';
import {ApiFailure} from '../src/shared/api.js';
import {Suggestions} from '../src/shared/suggestions.js';
import {golden} from './support/golden.js';

const {groups} = golden('suggest');

/** Time that passes when a test says so. */
class FakeClock {
  time = 0;
  /** @type {{at: number, action: () => void}[]} */
  due = [];

  now() {
    return this.time;
  }

  after(wait, action) {
    const entry = {at: this.time + wait, action};
    this.due.push(entry);
    return () => {
      this.due = this.due.filter((other) => other !== entry);
    };
  }

  async pass(ms) {
    this.time += ms;
    const ripe = this.due.filter(({at}) => at <= this.time);
    this.due = this.due.filter(({at}) => at > this.time);
    for (const {action} of ripe) action();
    await settled();
  }
}

/** All that was waiting for a promise has run. */
function settled() {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A person who types, and a server whose answers come when a test says so. */
function scene() {
  const clock = new FakeClock();
  const requests = [];
  let changes = 0;
  const suggestions = new Suggestions({
    clock,
    changed: () => {
      changes += 1;
    },
    find: (typed, signal) => new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      requests.push({typed, signal, resolve, reject});
    }),
  });
  const answer = async (index, found = groups) => {
    requests[index].resolve(found);
    await settled();
  };
  return {clock, suggestions, requests, answer, typed: () => requests.map(({typed}) => typed), changes: () => changes};
}

test('the server is asked after a pause in typing, about what stands there then', async () => {
  const {clock, suggestions, typed} = scene();
  suggestions.type('st');
  await clock.pass(60);
  suggestions.type('sto');
  await clock.pass(119);
  assert.deepEqual(typed(), []);
  await clock.pass(1);
  assert.deepEqual(typed(), ['sto']);
});

const notAsked = ['', ' ', 's', ' s ', 'prva vrstica\ndruga', 'a'.repeat(201)];
for (const text of notAsked) {
  test(`nothing is asked about ${JSON.stringify(text.slice(0, 20))}`, async () => {
    const {clock, suggestions, typed} = scene();
    suggestions.type(text);
    await clock.pass(1000);
    assert.deepEqual(typed(), []);
  });
}

test('what was found is shown until something else is found', async () => {
  const {clock, suggestions, answer, changes} = scene();
  suggestions.type('storno');
  await clock.pass(120);
  await answer(0);
  assert.deepEqual(suggestions.all.map(({text}) => text), ['Kako prekličem račun?', 'Storno temeljnice']);
  suggestions.type('storno t');
  await clock.pass(120);
  assert.equal(suggestions.isOpen, true);
  await answer(1, groups.slice(1));
  assert.deepEqual(suggestions.all.map(({text}) => text), ['Storno temeljnice']);
  suggestions.type('s');
  assert.equal(suggestions.isOpen, false);
  assert.equal(changes(), 3);
});

test('an older request is given up, and its answer is not shown', async () => {
  const {clock, suggestions, requests, answer} = scene();
  suggestions.type('sto');
  await clock.pass(120);
  suggestions.type('stor');
  assert.equal(requests[0].signal.aborted, true);
  await clock.pass(120);
  await answer(0);
  assert.equal(suggestions.isOpen, false);
  await answer(1);
  assert.equal(suggestions.isOpen, true);
});

test('what was sent or left is not suggested for any more', async () => {
  const {clock, suggestions, answer} = scene();
  suggestions.type('storno');
  await clock.pass(120);
  suggestions.reset();
  await answer(0);
  assert.equal(suggestions.isOpen, false);
});

test('closed suggestions come back when something else is typed', async () => {
  const {clock, suggestions, answer, typed} = scene();
  suggestions.type('storno');
  await clock.pass(120);
  await answer(0);
  suggestions.close();
  assert.equal(suggestions.isOpen, false);
  suggestions.type('storno ');
  await clock.pass(120);
  assert.deepEqual(typed(), ['storno']);
  suggestions.type('storno t');
  await clock.pass(120);
  await answer(1);
  assert.equal(suggestions.isOpen, true);
});

test('the arrows go round through the list and what was typed', async () => {
  const {clock, suggestions, answer} = scene();
  suggestions.type('storno');
  await clock.pass(120);
  await answer(0);
  const places = [1, 1, 1, -1, -1].map((step) => {
    suggestions.move(/** @type {1 | -1} */ (step));
    return suggestions.active;
  });
  assert.deepEqual(places, [0, 1, -1, 1, 0]);
  assert.equal(suggestions.chosen?.article, 'fakt-storno-racuna');
});

const failures = ['offline', 'limited', 'busy', 'timeout', 'broken', 'refused'];
for (const kind of failures) {
  test(`a server that is ${kind} is left alone for a while, and nothing is said`, async () => {
    const {clock, suggestions, requests, typed} = scene();
    suggestions.type('storno');
    await clock.pass(120);
    requests[0].reject(new ApiFailure(kind));
    await settled();
    assert.equal(suggestions.isOpen, false);
    suggestions.type('storno r');
    await clock.pass(120);
    assert.deepEqual(typed(), ['storno']);
    await clock.pass(5000);
    suggestions.type('storno ra');
    await clock.pass(120);
    assert.deepEqual(typed(), ['storno', 'storno ra']);
  });
}

test('a module without suggestions is not shown', async () => {
  const {clock, suggestions, answer} = scene();
  suggestions.type('storno');
  await clock.pass(120);
  await answer(0, [{module: 'Plače', suggestions: []}]);
  assert.equal(suggestions.isOpen, false);
});

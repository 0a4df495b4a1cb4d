import assert from 'node:assert/strict';
import test from 'node:test';
import {ApiFailure} from '../src/shared/api.js';
import {Conversation} from '../src/chat/conversation.js';
import {wordingOf} from '../src/shared/transcript.js';
import {golden} from './support/golden.js';

const answer = golden('chat_reply_answer');
const handoff = golden('chat_reply_handoff');
const later = {...golden('chat_reply_choices'), conversation: {id: answer.conversation.id}};

/** A server whose answers are given beforehand; a failure is thrown. */
class FakeApi {
  requests = [];
  votes = [];
  drafts = [];
  events = [];

  /** @param {any[]} answers */
  constructor(answers) {
    this.answers = answers;
  }

  async chat(request, secret, signal) {
    this.requests.push({...request, secret});
    const next = await this.answers.shift();
    if (signal.aborted) throw signal.reason;
    if (next instanceof Error) throw next;
    return next;
  }

  async feedback(request, secret) {
    this.votes.push({...request, secret});
    const next = this.answers.shift();
    if (next instanceof Error) throw next;
    return {saved: true};
  }

  async draft(request, secret) {
    this.drafts.push({...request, secret});
    const next = await this.answers.shift();
    if (next instanceof Error) throw next;
    return next;
  }

  async draftEvent(request, secret) {
    this.events.push({...request, secret});
    const next = this.answers.shift();
    if (next instanceof Error) throw next;
    return {saved: true};
  }
}

class FakeStore {
  text = '';

  read() {
    return this.text;
  }

  write(text) {
    this.text = text;
  }
}

/** @param {...any} answers */
function setUp(...answers) {
  const api = new FakeApi(answers);
  const store = new FakeStore();
  let keys = 0;
  const open = () => new Conversation({
    api, store, newKey: () => `key-${String(keys += 1).padStart(5, '0')}`, changed: () => {},
  });
  return {api, store, open, conversation: open()};
}

test('a message is sent to be read literally when that is wished, and on every try', async () => {
  const {api, conversation} = setUp(answer, new ApiFailure('offline', ''), later);
  await conversation.ask('storno temelnico', {});
  await conversation.ask('storno temelnico', {}, {literal: true});
  await conversation.retryOffline();
  assert.deepEqual(api.requests.map(({literal}) => literal), [undefined, true, true]);
});

test('a message is sent with a key, and the next one with the conversation and its secret', async () => {
  const {api, conversation} = setUp(answer, later);
  await conversation.ask('Prvo', {channel: 'web'});
  await conversation.ask('Drugo', {});
  assert.deepEqual(api.requests[0], {message: 'Prvo', key: 'key-00001', context: {channel: 'web'}, secret: null});
  assert.deepEqual(api.requests[1], {
    message: 'Drugo', key: 'key-00002', context: {}, conversation: answer.conversation.id,
    secret: answer.conversation.secret,
  });
});

test('a picked article is named, and on every try', async () => {
  const {api, conversation} = setUp(answer, new ApiFailure('offline', ''), later);
  await conversation.ask('storno', {});
  await conversation.ask('Storno računa', {}, {choice: 'fakt-storno-racuna'});
  await conversation.retryOffline();
  assert.deepEqual(api.requests.map(({choice}) => choice), [undefined, 'fakt-storno-racuna', 'fakt-storno-racuna']);
});

test('the language to be answered in is named, and on every try', async () => {
  const {api, conversation} = setUp(answer, new ApiFailure('offline', ''), later);
  await conversation.ask('storno', {});
  await conversation.ask('In potem?', {}, {lang: 'en'});
  await conversation.retryOffline();
  assert.deepEqual(api.requests.map(({lang}) => lang), [undefined, 'en', 'en']);
});

test('a message that failed is kept and sent again as it was', async () => {
  const {api, conversation} = setUp(new ApiFailure('offline'), answer);
  await conversation.ask('Prvo', {});
  const [turn] = conversation.turns;
  assert.deepEqual([turn.state, turn.failure, turn.message], ['failed', 'offline', 'Prvo']);
  await conversation.retry(turn);
  assert.equal(turn.state, 'done');
  assert.deepEqual(api.requests[1], api.requests[0]);
});

test('a message that a reload interrupted is sent again with its key', async () => {
  const {api, open, conversation} = setUp(new Promise(() => {}), answer);
  conversation.ask('Prvo', {});
  const reloaded = open();
  await reloaded.resume();
  assert.equal(reloaded.turns[0].state, 'done');
  assert.equal(api.requests[1].key, api.requests[0].key);
});

for (const [what, kind] of [['has forgotten the conversation', 'missing'], ['takes no more in it', 'full']]) {
  test(`when the server ${what}, the message begins another`, async () => {
    const {api, conversation} = setUp(answer, new ApiFailure(kind), answer);
    await conversation.ask('Prvo', {});
    await conversation.ask('Drugo', {});
    assert.equal(conversation.turns[1].state, 'done');
    assert.deepEqual([api.requests[2].conversation, api.requests[2].secret], [undefined, null]);
    assert.notEqual(api.requests[2].key, api.requests[1].key);
  });
}

test('a message that came too soon is kept with what the server said', async () => {
  const {conversation} = setUp(new ApiFailure('limited', 'Počakajte.'), answer);
  await conversation.ask('Prvo', {});
  const [turn] = conversation.turns;
  assert.deepEqual([turn.state, turn.failure, turn.notice, turn.message], ['failed', 'limited', 'Počakajte.', 'Prvo']);
  await conversation.retry(turn);
  assert.equal(turn.state, 'done');
});

test('a new conversation forgets the old one, and an answer to it that comes late', async () => {
  let arrive = () => {};
  const {store, conversation} = setUp(new Promise((resolve) => {
    arrive = () => resolve(answer);
  }));
  const asked = conversation.ask('Prvo', {});
  conversation.restart();
  arrive();
  await asked;
  assert.equal(conversation.turns.length, 0);
  assert.equal(store.text, '');
});

test('a vote is kept when it was saved, and can be changed', async () => {
  const {api, conversation} = setUp(answer, null, null);
  await conversation.ask('Prvo', {});
  const [turn] = conversation.turns;
  assert.equal(await conversation.vote(turn, true), 'saved');
  assert.equal(await conversation.vote(turn, false, 'Ni za mojo različico.'), 'saved');
  assert.equal(turn.helpful, false);
  assert.deepEqual(api.votes[1], {
    turn: answer.turn, helpful: false, reason: 'Ni za mojo različico.', secret: answer.conversation.secret,
  });
});

test('a vote that was not saved leaves the earlier one', async () => {
  const {conversation} = setUp(answer, null, new ApiFailure('busy'));
  await conversation.ask('Prvo', {});
  const [turn] = conversation.turns;
  await conversation.vote(turn, true);
  assert.equal(await conversation.vote(turn, false), 'failed');
  assert.equal(turn.helpful, true);
});

test('the portal is known from the first reply on', async () => {
  const {conversation} = setUp(answer);
  assert.equal(conversation.portalUrl, null);
  await conversation.ask('Prvo', {});
  assert.equal(conversation.portalUrl, answer.handoff.portalUrl);
});

/** @param {...any} answers after the one that has a draft */
async function draftFor(...answers) {
  const setting = setUp({...handoff, conversation: answer.conversation}, ...answers);
  await setting.conversation.ask('Rad bi oddal zahtevek', {});
  return {...setting, turn: setting.conversation.turns[0]};
}

const kept = golden('draft_reply');

test('a draft that nobody touched is not sent', async () => {
  const {api, conversation, turn} = await draftFor();
  assert.equal(await conversation.keepWording(turn), 'saved');
  assert.equal(api.drafts.length, 0);
  assert.equal(wordingOf(turn)?.title, handoff.handoff.draft.title);
});

test('a wording is sent with the secret, and is shown as it was kept', async () => {
  const {api, conversation, turn} = await draftFor(kept);
  conversation.reword(turn, 'Storno računa', 'Pišite na ana@example.si.');
  assert.equal(await conversation.keepWording(turn), 'saved');
  assert.deepEqual(api.drafts, [{
    turn: handoff.turn, title: 'Storno računa', text: 'Pišite na ana@example.si.', secret: answer.conversation.secret,
  }]);
  assert.deepEqual(wordingOf(turn), {title: kept.title, text: kept.text, removed: kept.removed, kept: true});
});

test('what was taken out before is still said when nothing more was', async () => {
  const {conversation, turn} = await draftFor({...kept, removed: null});
  conversation.reword(turn, 'Storno', 'Drugače.');
  await conversation.keepWording(turn);
  assert.equal(wordingOf(turn)?.removed, handoff.handoff.draft.removed);
});

test('a wording that could not be kept stays as it was typed, over a reload too, and is sent again', async () => {
  const {open, conversation, turn} = await draftFor(new ApiFailure('busy'), kept);
  conversation.reword(turn, 'Storno', 'Natipkano.');
  assert.equal(await conversation.keepWording(turn), 'failed');
  const reloaded = open();
  const [again] = reloaded.turns;
  assert.deepEqual([wordingOf(again)?.text, wordingOf(again)?.kept], ['Natipkano.', false]);
  assert.equal(await reloaded.keepWording(again), 'saved');
  assert.equal(wordingOf(again)?.text, kept.text);
});

test('what is typed while a wording is on its way is not lost, and is sent after it', async () => {
  let arrive = () => {};
  const first = new Promise((resolve) => {
    arrive = () => resolve(kept);
  });
  const {api, conversation, turn} = await draftFor(first, {...kept, text: 'Drugo.'});
  conversation.reword(turn, 'Storno', 'Prvo.');
  const keeping = [conversation.keepWording(turn)];
  await Promise.resolve();
  conversation.reword(turn, 'Storno', 'Drugo.');
  keeping.push(conversation.keepWording(turn));
  assert.deepEqual(api.drafts.map(({text}) => text), ['Prvo.']);
  arrive();
  assert.deepEqual(await Promise.all(keeping), ['saved', 'saved']);
  assert.deepEqual(api.drafts.map(({text}) => text), ['Prvo.', 'Drugo.']);
  assert.equal(wordingOf(turn)?.text, 'Drugo.');
});

test('a wording of a conversation that was given up is not sent', async () => {
  const {api, conversation, turn} = await draftFor();
  conversation.reword(turn, 'Storno', 'Prvo.');
  conversation.restart();
  assert.equal(await conversation.keepWording(turn), 'failed');
  assert.equal(api.drafts.length, 0);
});

test('what was done with a draft is told, and it does not matter when that fails', async () => {
  const {api, conversation, turn} = await draftFor(null, new ApiFailure('offline'));
  await conversation.noteDraft(turn, 'draft_copied');
  await conversation.noteDraft(turn, 'portal_opened');
  const {secret} = answer.conversation;
  assert.deepEqual(api.events, [{turn: handoff.turn, event: 'draft_copied', secret},
    {turn: handoff.turn, event: 'portal_opened', secret}]);
});

test('a message that is under way when the page is left is no failure, and is sent again with its key', async () => {
  let arrive = () => {};
  const {api, conversation} = setUp(new Promise((resolve) => {
    arrive = () => resolve(answer);
  }), answer);
  const left = conversation.ask('Kako storniram račun?', {});
  conversation.pause();
  arrive();
  await left;
  assert.equal(conversation.turns[0].state, 'pending');
  await conversation.resume();
  assert.equal(conversation.turns[0].state, 'done');
  assert.equal(api.requests[0].key, api.requests[1].key);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import {Session} from '../src/staff/session.js';
import {StaffApi} from '../src/staff/staff_api.js';
import {StaffFailure, StaffWire} from '../src/staff/staff_wire.js';

const ana = {name: 'ana', role: 'curator', csrf: 'first'};
const signedOut = () => new StaffFailure('signed_out');

/** A server that gives each call its next reply; an error is thrown. */
function scene(replies) {
  const sent = [];
  const json = async (path, sending = {}) => {
    sent.push({path, ...sending});
    const reply = replies.shift();
    if (reply instanceof Error) throw reply;
    return reply;
  };
  const session = new Session({json});
  return {session, api: new StaffApi({json, file: json}, session), sent, paths: () => sent.map(({path}) => path)};
}

test('who is signed in is known after restoring, and the token goes along with what changes anything', async () => {
  const {session, api, sent} = scene([ana, {}, {}]);
  assert.equal(await session.restore(), true);
  assert.deepEqual(session.person, {name: 'ana', role: 'curator'});
  await api.get('overview', {from: '2026-11-01', to: '', by: null});
  await api.post('assumptions', {minutesPerRequest: 9});
  assert.equal(sent[1].path, 'overview?from=2026-11-01');
  assert.equal(sent[1].token, undefined);
  assert.deepEqual({body: sent[2].body, token: sent[2].token}, {body: {minutesPerRequest: 9}, token: 'first'});
});

test('without a session nobody is signed in', async () => {
  const {session} = scene([signedOut()]);
  assert.equal(await session.restore(), false);
  assert.equal(session.person, null);
});

test('a server that is down does not look like a session that has ended', async () => {
  const {session} = scene([new StaffFailure('busy')]);
  await assert.rejects(session.restore(), {kind: 'busy'});
});

test('calls that find the session ended wait for one signing-in, and are repeated with the new token', async () => {
  const {session, api, sent, paths} = scene([
    ana, signedOut(), signedOut(), {...ana, csrf: 'second'}, {saved: 1}, {gaps: []},
  ]);
  await session.restore();
  let asked = 0;
  session.askAgain = async () => {
    asked += 1;
    await session.signIn({name: 'ana', password: 'geslo'});
  };
  const [saved, gaps] = await Promise.all([api.post('edits/article', {title: 'Storno'}), api.get('gaps')]);
  assert.deepEqual([saved, gaps, asked], [{saved: 1}, {gaps: []}, 1]);
  assert.deepEqual(paths(), ['session', 'edits/article', 'gaps', 'login', 'edits/article', 'gaps']);
  assert.deepEqual({body: sent[4].body, token: sent[4].token}, {body: {title: 'Storno'}, token: 'second'});
});

test('a token that another tab has replaced is taken anew', async () => {
  const {session, api, paths} = scene([ana, new StaffFailure('forbidden'), {...ana, csrf: 'second'}, {done: 1}]);
  await session.restore();
  assert.deepEqual(await api.post('publish/go', {}), {done: 1});
  assert.deepEqual(paths(), ['session', 'publish/go', 'session', 'publish/go']);
});

const stillForbidden = [
  ['the token is the same', ana],
  ['somebody else is signed in', {name: 'bojan', role: 'admin', csrf: 'second'}],
];
for (const [reason, reply] of stillForbidden) {
  test(`what is forbidden stays so when ${reason}`, async () => {
    const {session, api} = scene([ana, new StaffFailure('forbidden'), reply]);
    await session.restore();
    await assert.rejects(api.post('publish/go', {}), {kind: 'forbidden'});
  });
}

test('signing out is done when the session had already ended', async () => {
  const {session} = scene([ana, signedOut()]);
  await session.restore();
  await session.signOut();
  assert.equal(session.person, null);
  assert.equal(session.token, '');
});

/** @param {Response | Error} answer */
function wireOf(answer) {
  const asked = [];
  const wire = new StaffWire({
    base: 'https://desk.example/api/v1/staff/',
    language: {lang: 'hr'},
    fetch: async (url, options) => {
      asked.push({url: String(url), ...options});
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return {wire, asked};
}

test('a request carries the language, the cookie and, when it changes anything, the token', async () => {
  const {wire, asked} = wireOf(Response.json({saved: true}));
  assert.deepEqual(await wire.json('assumptions', {body: {eurPerHour: 30}, token: 't'}), {saved: true});
  const [{url, method, headers, body, credentials, cache, redirect}] = asked;
  assert.equal(url, 'https://desk.example/api/v1/staff/assumptions');
  assert.deepEqual({method, body, credentials, cache, redirect},
    {method: 'POST', body: '{"eurPerHour":30}', credentials: 'same-origin', cache: 'no-store', redirect: 'error'});
  assert.equal(headers['Accept-Language'], 'hr');
  assert.equal(headers['Content-Type'], 'application/json');
  assert.equal(headers['X-Staff-Token'], 't');
});

const statuses = [
  [400, 'refused'], [401, 'signed_out'], [403, 'forbidden'], [404, 'missing'], [409, 'conflict'], [413, 'refused'],
  [429, 'limited'], [500, 'broken'], [503, 'busy'],
];
for (const [status, kind] of statuses) {
  test(`${status} is ${kind}, with what the server says`, async () => {
    const error = {code: 'x', message: 'Napačen dan.', field: 'from'};
    const {wire} = wireOf(Response.json({error}, {status, headers: {'Retry-After': '900'}}));
    const expected = {kind, message: 'Napačen dan.', field: 'from', code: 'x', retryAfter: 900};
    await assert.rejects(wire.json('overview'), expected);
  });
}

test('what is no JSON, no answer or no connection is told apart', async () => {
  await assert.rejects(wireOf(new Response('<html>', {status: 200})).wire.json('gaps'), {kind: 'broken'});
  await assert.rejects(wireOf(new Response('<html>', {status: 502})).wire.json('gaps'), {kind: 'busy'});
  await assert.rejects(wireOf(new TypeError('failed')).wire.json('gaps'), {kind: 'offline'});
});

test('a file comes with the name that the server gives it, and never with a folder', async () => {
  const named = (name) =>
    wireOf(new Response('a', {headers: {'Content-Disposition': `attachment; filename="${name}"`}})).wire;
  assert.equal((await named('pregled.csv').file('export/overview')).name, 'pregled.csv');
  assert.equal((await named('../x').file('export/overview')).name, 'pomocnik');
});

test('a call that is given up fails with the reason', async () => {
  const given = new AbortController();
  given.abort(new Error('left'));
  await assert.rejects(wireOf(Response.json({})).wire.json('gaps', {signal: given.signal}), {message: 'left'});
});

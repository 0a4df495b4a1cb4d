import assert from 'node:assert/strict';
import test from 'node:test';
import {EVENTS, NAMES, readCall} from '../src/launcher/calls.js';
import {PageApi, install} from '../src/launcher/page_api.js';

/** @param {unknown} [begun] what the page has put into the global before */
function setUp(begun) {
  const said = {warnings: [], errors: []};
  const page = {pomocnik: begun};
  const api = new PageApi({
    warn: (text) => said.warnings.push(text),
    error: (text, error) => said.errors.push([text, error.message]),
  });
  const performed = [];
  install(page, api);
  return {page, api, said, performed, start: () => api.start((call) => performed.push(call), {lang: 'sl'})};
}

test('the names are those of the contract', () => {
  assert.deepEqual(NAMES, ['open', 'close', 'toggle', 'ask', 'search', 'article', 'prefill', 'identify', 'context',
    'logout', 'on', 'off']);
  assert.deepEqual(EVENTS, ['ready', 'open', 'close', 'question', 'answer', 'vote', 'handoff', 'error']);
});

test('calls made before the load are performed after it, in their order', () => {
  const {page, performed, start} = setUp([['ask', 'a'], ['close']]);
  page.pomocnik.push(['search', 'b'], ['open']);
  page.pomocnik.prefill('c');
  assert.deepEqual(performed, []);
  start();
  assert.deepEqual(performed.map(({name, args}) => [name, ...args]),
    [['ask', 'a'], ['close'], ['search', 'b'], ['open'], ['prefill', 'c']]);
});

test('after the load a call is performed at once, pushed or called', () => {
  const {page, performed, start} = setUp();
  start();
  page.pomocnik.push(['article', 'a', 'b']);
  page.pomocnik.toggle();
  assert.deepEqual(performed, [{name: 'article', args: ['a', 'b']}, {name: 'toggle', args: []}]);
});

test('a call can be a listener of the page: what else it gets is passed over', () => {
  const {page, performed, start} = setUp();
  start();
  const {open} = page.pomocnik;
  open({type: 'click'});
  assert.deepEqual(performed, [{name: 'open', args: []}]);
});

test('something else under the name of the global is replaced', () => {
  for (const begun of [null, 'text', {length: 1}, () => {}]) {
    const {page, performed, start} = setUp(begun);
    start();
    page.pomocnik.open();
    assert.equal(performed.length, 1);
  }
});

const wrong = [
  ['open', /lists such as/],
  [[], /no call without a name; it has open, close/],
  [['opne'], /no call "opne"; it has open/],
  [['constructor'], /no call "constructor"/],
  [[{toString: null}], /no call without a name/],
  [['ask'], /pomocnik\.ask takes a text/],
  [['ask', '  '], /takes a text/],
  [['ask', 5], /takes a text/],
  [['search', null], /takes a text/],
  [['article', 'a', 5], /the id of an article/],
  [['prefill', ['a']], /takes a text/],
  [['identify', 'Ana'], /object of short texts: name, company/],
  [['identify', {password: 'x'}], /object of short texts/],
  [['identify', ['Ana']], /object of short texts/],
  [['context', {module: 5}], /object of short texts: app, screen, module, version, url/],
  [['context', {module: 'x'.repeat(101)}], /object of short texts/],
  [['context', null], /object of short texts/],
  [['on', 'opened', () => {}], /an event \(ready, open/],
  [['on', 'open'], /and a function/],
  [['off', 'open', 'f'], /and a function/],
];

for (const [call, text] of wrong) {
  test(`the wrong call ${JSON.stringify(call)} is told and passed over`, () => {
    const {page, performed, said, start} = setUp([call]);
    start();
    page.pomocnik.push(call);
    assert.deepEqual(performed, []);
    assert.equal(said.warnings.length, 2);
    assert.match(said.warnings[0], text);
  });
}

const right = [
  [['article', 'a'], ['a']], [['article', 'a', null], ['a', null]], [['context', {}], [{}]],
  [['context', {module: null, url: `https://a.si/${'x'.repeat(500)}`}]], [['context', {screen: 'ž'.repeat(100)}]],
  [['identify', {name: 'Ana', company: 'A', email: 'a@a.si', phone: '1', customer: '2'}]],
];

for (const [call, args] of right) {
  test(`the call ${JSON.stringify(call)} is right`, () => {
    assert.deepEqual(readCall(call), {name: call[0], args: args ?? call.slice(1)});
  });
}

test('listeners are told, each until it is taken off', () => {
  const {page, api, start} = setUp();
  const told = [];
  const listener = (detail) => told.push(detail);
  page.pomocnik.on('open', listener);
  page.pomocnik.on('close', listener);
  start();
  api.emit('open', {a: 1});
  page.pomocnik.off('open', listener);
  api.emit('open', {a: 2});
  api.emit('close', {});
  assert.deepEqual(told, [{a: 1}, {}]);
});

test('a listener that throws does not stop the others, and is told to the developer', () => {
  const {page, api, said, start} = setUp();
  let told = 0;
  page.pomocnik.on('open', () => {
    throw new Error('mine');
  });
  page.pomocnik.on('open', () => {
    told += 1;
  });
  start();
  api.emit('open', {});
  assert.equal(told, 1);
  assert.deepEqual(said.errors, [['pomocnik: a listener of this page failed', 'mine']]);
});

test('a listener may take itself off, and may change what it was told', () => {
  const {page, api, start} = setUp();
  const told = [];
  const once = (detail) => {
    page.pomocnik.off('open', once);
    told.push({...detail});
    detail.a = 5;
  };
  page.pomocnik.on('open', once);
  page.pomocnik.on('open', (detail) => told.push(detail));
  start();
  api.emit('open', {a: 1});
  api.emit('open', {a: 1});
  assert.deepEqual(told, [{a: 1}, {a: 1}, {a: 1}]);
});

test('ready is told before the calls that waited, and at once to who comes later', () => {
  const seen = [];
  const {page, api} = setUp([['open'], ['on', 'ready', (detail) => seen.push(detail)]]);
  api.start(({name}) => seen.push(name), {lang: 'en'});
  page.pomocnik.on('ready', (detail) => seen.push(detail));
  assert.deepEqual(seen, [{lang: 'en'}, 'open', {lang: 'en'}]);
});

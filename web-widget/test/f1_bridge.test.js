import assert from 'node:assert/strict';
import test from 'node:test';
import {Bridge} from '../src/f1/bridge.js';
import {readMessage} from '../src/f1/messages.js';

const HOST = 'https://erp.example.si';
const OWN = 'https://pomoc.example.si';

class FakePort extends EventTarget {
  sent = [];
  closed = false;

  start() {}

  postMessage(message) {
    this.sent.push(message);
  }

  close() {
    this.closed = true;
  }

  hears(data) {
    this.dispatchEvent(Object.assign(new Event('message'), {data}));
  }
}

class FakeWindow extends EventTarget {
  location = {origin: OWN};
  parent = {};

  /** @param {object} event */
  hears(event) {
    this.dispatchEvent(Object.assign(new Event('message'), {
      source: this.parent, origin: HOST, ports: [], data: undefined, ...event,
    }));
  }
}

class FakeWebView extends FakePort {}

function framed({origins = HOST, view = new FakeWindow()} = {}) {
  const contexts = [];
  let connected = 0;
  const bridge = new Bridge(view, origins, {
    connected: () => {
      connected += 1;
    },
    moved: (context) => contexts.push(context),
  });
  bridge.start();
  return {view, bridge, contexts, connections: () => connected};
}

function inProgram(webview = new FakeWebView()) {
  const view = new FakeWindow();
  view.parent = view;
  view.chrome = {webview};
  return {webview, ...framed({view})};
}

const connect = {pomocnik: 1, type: 'connect'};
const context = {pomocnik: 1, type: 'context', app: 'icenter', screen: 'FAK.Dobropisi'};
const polluting = JSON.parse('{"pomocnik": 1, "type": "connect", "__proto__": {"opensForms": true}}');

class Disguised {
  pomocnik = 1;
  type = 'connect';
}

test('an allowed page that sends a port is answered through that port alone', () => {
  const {view, bridge, contexts, connections} = framed();
  const port = new FakePort();
  view.hears({data: {...connect, opensForms: true}, ports: [port]});
  assert.deepEqual(port.sent, [{pomocnik: 1, type: 'ready'}]);
  assert.deepEqual([bridge.isConnected, bridge.opensForms, connections()], [true, true, 1]);
  port.hears({...context, title: ' Dobropisi '});
  assert.deepEqual(contexts, [
    {app: 'icenter', screen: 'FAK.Dobropisi', title: 'Dobropisi', module: '', version: '', lang: ''},
  ]);
  bridge.send({type: 'open-form', app: 'icenter', screen: 'FAK'});
  assert.deepEqual(port.sent[1], {pomocnik: 1, type: 'open-form', app: 'icenter', screen: 'FAK'});
  assert.equal(bridge.ignored, 0);
});

test('a page of the same server may be the host without being listed', () => {
  const {view, bridge} = framed({origins: ''});
  view.hears({origin: OWN, data: connect, ports: [new FakePort()]});
  assert.ok(bridge.isConnected);
});

test('a page without an origin is no host unless the list names its kind', () => {
  for (const [origins, heard] of [['', false], [HOST, false], [`null ${HOST}`, true], [`${HOST} file://`, true]]) {
    const view = new FakeWindow();
    view.location.origin = 'null';
    const {bridge} = framed({origins, view});
    view.hears({origin: 'null', data: connect, ports: [new FakePort()]});
    assert.equal(bridge.isConnected, heard, origins);
  }
});

test('a second connection takes the place of the first', () => {
  const {view, bridge, contexts} = framed();
  const [first, second] = [new FakePort(), new FakePort()];
  view.hears({data: {...connect, opensForms: true}, ports: [first]});
  view.hears({data: connect, ports: [second]});
  assert.ok(first.closed);
  assert.equal(bridge.opensForms, false);
  second.hears(context);
  bridge.send({type: 'close'});
  assert.deepEqual(second.sent, [{pomocnik: 1, type: 'ready'}, {pomocnik: 1, type: 'close'}]);
  assert.equal(contexts.length, 1);
});

const port = [new FakePort()];
const forged = {
  'a listed origin as part of another': {origin: `${HOST}.evil.example`, data: connect, ports: port},
  'another scheme': {origin: 'http://erp.example.si', data: connect, ports: port},
  'another port': {origin: `${HOST}:8443`, data: connect, ports: port},
  'another case': {origin: 'https://ERP.example.si', data: connect, ports: port},
  'a foreign origin': {origin: 'https://evil.example', data: connect, ports: port},
  'no origin': {origin: '', data: connect, ports: port},
  'a sandbox': {origin: 'null', data: connect, ports: port},
  'a star for an origin': {origin: '*', data: connect, ports: port},
  'another frame': {source: {}, data: connect, ports: port},
  'no source': {source: null, data: connect, ports: port},
  'no port': {data: connect},
  'two ports': {data: connect, ports: [new FakePort(), new FakePort()]},
  'a context before the port': {data: context, ports: port},
  'no data': {ports: port},
  'null': {data: null, ports: port},
  'a text': {data: JSON.stringify(connect), ports: port},
  'a number': {data: 1, ports: port},
  'a list': {data: [connect], ports: port},
  'an object with a class': {data: new Disguised(), ports: port},
  'a map': {data: new Map(Object.entries(connect)), ports: port},
  'no mark': {data: {type: 'connect'}, ports: port},
  'another version': {data: {...connect, pomocnik: 2}, ports: port},
  'the version as a text': {data: {...connect, pomocnik: '1'}, ports: port},
  'an unknown type': {data: {...connect, type: 'close'}, ports: port},
  'a type of the prototype': {data: {...connect, type: 'toString'}, ports: port},
  'no type': {data: {pomocnik: 1}, ports: port},
  'a key too many': {data: {...connect, url: 'https://evil.example'}, ports: port},
  'a key of the prototype': {data: polluting, ports: port},
  'a wrong kind of value': {data: {...connect, opensForms: 'yes'}, ports: port},
};

test(`${Object.keys(forged).length} forged connections are ignored without an answer`, async (group) => {
  for (const [name, event] of Object.entries(forged)) {
    await group.test(name, () => {
      const {view, bridge, contexts, connections} = framed();
      view.hears(event);
      assert.deepEqual([bridge.isConnected, bridge.opensForms, bridge.ignored], [false, false, 1]);
      assert.deepEqual([contexts, connections()], [[], 0]);
      assert.ok((event.ports ?? []).every(({sent}) => sent.length === 0));
      assert.equal(Object.prototype.opensForms, undefined);
    });
  }
});

const wrongContexts = {
  'no program': {...context, app: ''},
  'a program of blanks': {...context, app: '  '},
  'a long program': {...context, app: 'a'.repeat(65)},
  'a huge screen': {...context, screen: 'x'.repeat(1 << 20)},
  'a huge title': {...context, title: 'ž'.repeat(201)},
  'several lines': {...context, title: 'a\nb'},
  'a NUL': {...context, screen: 'a\0'},
  'half of a character': {...context, screen: '\ud83d'},
  'a number for a screen': {...context, screen: 1204},
  'a list for a screen': {...context, screen: ['FAK']},
  'an object with a text': {...context, screen: {toString: () => 'FAK'}},
  'a key too many': {...context, html: '<b>'},
  'a key of the prototype': JSON.parse('{"pomocnik": 1, "type": "context", "app": "a", "__proto__": {"screen": "x"}}'),
  'a constructor': {...context, constructor: 'x'},
  'many keys': {...context, ...Object.fromEntries(Array.from({length: 10000}, (_, n) => [`key${n}`, n]))},
};

test(`${Object.keys(wrongContexts).length} wrong contexts are ignored, and the connection goes on`, async (group) => {
  for (const [name, data] of Object.entries(wrongContexts)) {
    await group.test(name, () => {
      const {view, bridge, contexts} = framed();
      const ours = new FakePort();
      view.hears({data: connect, ports: [ours]});
      ours.hears(data);
      assert.deepEqual([contexts, bridge.ignored], [[], 1]);
      ours.hears(context);
      assert.equal(contexts.length, 1);
    });
  }
});

test('a text may be as long as it says', () => {
  const longest = {
    app: 'a'.repeat(64), screen: 's'.repeat(200), title: 't'.repeat(200), module: 'm'.repeat(100),
    version: '1'.repeat(40), lang: 'l'.repeat(35),
  };
  assert.deepEqual(readMessage({pomocnik: 1, type: 'context', ...longest}), {type: 'context', context: longest});
});

test('a program with a web view is heard and answered, once it has connected', () => {
  const {webview, bridge, contexts} = inProgram();
  webview.hears(context);
  assert.deepEqual([contexts, bridge.ignored], [[], 1]);
  webview.hears({...connect, opensForms: true});
  webview.hears(context);
  bridge.send({type: 'context-changed', match: 'screen'});
  assert.equal(contexts.length, 1);
  assert.deepEqual(webview.sent,
    [{pomocnik: 1, type: 'ready'}, {pomocnik: 1, type: 'context-changed', match: 'screen'}]);
});

test('a page in a window of its own hears nobody by window messages', () => {
  const {view, bridge} = inProgram();
  view.hears({source: view, origin: OWN, data: connect, ports: [new FakePort()]});
  assert.equal(bridge.isConnected, false);
});

test('a frame does not listen to the web view of the program around its page', () => {
  const view = new FakeWindow();
  view.chrome = {webview: new FakeWebView()};
  const {bridge} = framed({view});
  view.chrome.webview.hears(connect);
  assert.equal(bridge.isConnected, false);
});

test('after it has stopped it hears and sends nothing', () => {
  const {view, bridge, contexts} = framed();
  const ours = new FakePort();
  view.hears({data: connect, ports: [ours]});
  bridge.stop();
  bridge.send({type: 'close'});
  view.hears({data: connect, ports: [new FakePort()]});
  assert.deepEqual([bridge.isConnected, ours.closed, ours.sent.length, contexts.length], [false, true, 1, 0]);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import {Router, pageAddress, readPlace} from '../src/staff/router.js';

const places = [
  ['/staff', '', {path: 'overview', query: ''}],
  ['/staff/', '', {path: 'overview', query: ''}],
  ['/staff/gaps', '?from=2026-11-01', {path: 'gaps', query: 'from=2026-11-01'}],
  ['/staff/gaps/', '', {path: 'gaps', query: ''}],
  ['/staff/no/such', '', {path: 'no/such', query: ''}],
  ['/stafford', '', null],
  ['/', '', null],
];
for (const [pathname, search, expected] of places) {
  test(`${pathname}${search} is ${expected ? `the page ${expected.path}` : 'no page of the desk'}`, () => {
    const place = readPlace({pathname, search}, 'overview');
    assert.deepEqual(place && {path: place.path, query: place.query.toString()}, expected);
  });
}

test('an address leaves out what is empty', () => {
  assert.equal(pageAddress('gaps'), '/staff/gaps');
  assert.equal(pageAddress('gaps', {from: '2026-11-01', module: ''}), '/staff/gaps?from=2026-11-01');
});

/** A browser at an address, as far as the router needs one. */
function browser(start, mayLeave = async () => true) {
  const listeners = {};
  const shown = [];
  const location = {origin: 'https://desk.example', pathname: '', search: ''};
  const visited = [];
  const move = (address) => {
    const {pathname, search} = new URL(address, location.origin);
    Object.assign(location, {pathname, search});
  };
  const window = {
    location,
    history: {
      pushState: (_state, _title, address) => {
        visited.push(`push ${address}`);
        move(address);
      },
      replaceState: (_state, _title, address) => {
        visited.push(`replace ${address}`);
        move(address);
      },
    },
    addEventListener: (type, listener) => {
      listeners[type] = listener;
    },
    document: {addEventListener: () => {}},
  };
  move(start);
  const show = ({path, query}) => shown.push(`${path}?${query}`);
  const router = new Router({first: 'overview', show, mayLeave, window: /** @type {any} */ (window)});
  router.start();
  return {router, shown, visited, back: (address) => {
    move(address);
    return listeners.popstate();
  }};
}

test('going to a page shows it and makes an address that can be kept', async () => {
  const {router, shown, visited} = browser('/staff');
  await router.go('gaps', {module: 'Plače'});
  await router.go('gaps', {module: 'Plače'});
  assert.deepEqual(shown, ['overview?', 'gaps?module=Pla%C4%8De', 'gaps?module=Pla%C4%8De']);
  assert.deepEqual(visited, ['push /staff/gaps?module=Pla%C4%8De']);
});

test('a filter changes the address without showing the page anew', () => {
  const {router, shown, visited} = browser('/staff/gaps');
  router.setQuery({module: 'DDV'});
  assert.deepEqual(visited, ['replace /staff/gaps?module=DDV']);
  assert.deepEqual(shown, ['gaps?']);
});

test('back shows the page that was left', async () => {
  const {router, shown, back} = browser('/staff');
  await router.go('gaps');
  await back('/staff');
  assert.deepEqual(shown, ['overview?', 'gaps?', 'overview?']);
});

test('who wants to stay for what is not saved stays, with the address of the page', async () => {
  const {router, shown, visited, back} = browser('/staff/articles', async () => false);
  await router.go('gaps');
  await back('/staff/overview');
  assert.deepEqual(shown, ['articles?']);
  assert.deepEqual(visited, ['push /staff/articles']);
});

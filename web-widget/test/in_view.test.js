import assert from 'node:assert/strict';
import test, {beforeEach, mock} from 'node:test';
import {InView} from '../src/shared/in_view.js';

/** @type {FakeObserver[]} */
let observers;

class FakeObserver {
  watched = new Set();

  constructor(told) {
    this.told = told;
    observers.push(this);
  }

  observe(node) {
    this.watched.add(node);
  }

  unobserve(node) {
    this.watched.delete(node);
  }
}

const page = new EventTarget();
const clock = {now: 0};
let seen;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({apis: ['setTimeout']});
  observers = [];
  seen = 0;
  clock.now = 0;
  page.visibilityState = 'visible';
  Object.assign(globalThis, {IntersectionObserver: FakeObserver, document: page});
  mock.method(performance, 'now', () => clock.now);
});

const tick = (milliseconds) => {
  clock.now += milliseconds;
  mock.timers.tick(milliseconds);
};
const turnPage = (state) => {
  page.visibilityState = state;
  page.dispatchEvent(new Event('visibilitychange'));
};
const node = {name: 'answer'};
const watched = () => {
  const inView = new InView(/** @type {any} */ ({}));
  inView.watch(/** @type {any} */ (node), () => seen++);
  return inView;
};
/** So much of the node is in a frame of 400 pixels. */
const show = (share, height = 100) => observers[0].told([{
  target: node, isIntersecting: share > 0, intersectionRatio: share,
  intersectionRect: {height: share * height}, rootBounds: {height: 400},
}]);

test('what is half in view for ten seconds is seen, once', () => {
  watched();
  show(0.5);
  tick(9999);
  assert.equal(seen, 0);
  tick(1);
  assert.equal(seen, 1);
  show(1);
  tick(20000);
  assert.equal(seen, 1);
  assert.equal(observers[0].watched.size, 0);
});

test('the time in view is added up', () => {
  watched();
  show(1);
  tick(6000);
  show(0.2);
  tick(60000);
  show(1);
  tick(3999);
  assert.equal(seen, 0);
  tick(1);
  assert.equal(seen, 1);
});

test('what is longer than the frame is in view when it fills half of it', () => {
  watched();
  show(0.2, 900);
  tick(20000);
  assert.equal(seen, 0);
  show(0.25, 900);
  tick(10000);
  assert.equal(seen, 1);
});

test('nobody reads on a page that is behind another', () => {
  watched();
  show(1);
  tick(5000);
  turnPage('hidden');
  tick(60000);
  assert.equal(seen, 0);
  turnPage('visible');
  tick(5000);
  assert.equal(seen, 1);
});

test('what is left is never seen', () => {
  const inView = watched();
  show(1);
  inView.discard();
  tick(20000);
  turnPage('visible');
  assert.equal(seen, 0);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import {Navigator} from '../src/f1/navigator.js';
import {readPlace} from '../src/f1/place.js';
import {ApiFailure} from '../src/shared/api.js';

const SERVER = 'https://pomoc.example.si';

class FakeWindow extends EventTarget {
  entries = [`${SERVER}/f1/icenter/FAK`];
  states = [null];
  scrollY = 120;
  reloads = 0;

  get location() {
    return {
      href: this.entries.at(-1),
      reload: () => {
        this.reloads += 1;
      },
    };
  }

  get history() {
    return {
      state: this.states[this.entries.length - 1],
      pushState: (state, title, address) => this.states.splice(this.entries.push(SERVER + address) - 1, 1, state),
      replaceState: (state, title, address) => {
        this.states[this.entries.length - 1] = state;
        if (address) this.entries.splice(-1, 1, SERVER + address);
      },
    };
  }

  back() {
    this.entries.pop();
    this.dispatchEvent(new Event('popstate'));
  }
}

/** A navigator whose loads are settled by the test, by screen. */
function navigator() {
  const window = new FakeWindow();
  const shown = [];
  const arrivals = [];
  const progress = [];
  const loads = {};
  const subject = new Navigator({
    window,
    isDrawable: ({screen}) => screen !== '',
    load: (place, signal) => new Promise((resolve, reject) => {
      loads[place.screen] = {resolve, reject};
      signal.addEventListener('abort', () => reject(signal.reason));
    }),
    show: (view, place, {manner, from, top}) => {
      shown.push(view);
      arrivals.push([manner, from.screen, top]);
    },
    progress: (state) => progress.push(state instanceof ApiFailure ? state.kind : state),
  });
  subject.start();
  return {subject, window, shown, arrivals, progress, loads};
}

const at = (screen) => readPlace(`${SERVER}/f1/icenter/${screen}`);

test('it begins where the page is', () => {
  assert.equal(navigator().subject.place.screen, 'FAK');
});

test('what was asked for is shown and gets its address', async () => {
  const {subject, window, shown, progress, loads} = navigator();
  const going = subject.go(at('DK'), 'push');
  assert.equal(window.entries.length, 1);
  loads.DK.resolve('help');
  assert.equal(await going, true);
  assert.deepEqual([shown, progress, window.entries.at(-1)], [['help'], ['idle'], `${SERVER}/f1/icenter/DK`]);
  assert.equal(window.entries.length, 2);
});

test('what a host asks for takes the place of what was there', async () => {
  const {subject, window, loads} = navigator();
  const going = subject.go(at('DK'), 'replace');
  loads.DK.resolve('help');
  await going;
  assert.deepEqual(window.entries, [`${SERVER}/f1/icenter/DK`]);
});

test('of several the last wins, whichever answers first', async () => {
  const {subject, shown, loads} = navigator();
  const first = subject.go(at('DK'), 'replace');
  const second = subject.go(at('DDV'), 'replace');
  loads.DDV.resolve('second');
  loads.DK.resolve('first');
  assert.deepEqual(await Promise.all([first, second]), [false, true]);
  assert.deepEqual([shown, subject.place.screen], [['second'], 'DDV']);
});

test('a failure leaves what is shown and its address, and can be tried again', async () => {
  const {subject, window, shown, progress, loads} = navigator();
  const going = subject.go(at('DK'), 'push');
  loads.DK.reject(new ApiFailure('offline'));
  assert.equal(await going, false);
  assert.deepEqual([shown, window.entries.length, subject.place.screen], [[], 1, 'FAK']);
  const again = subject.retry();
  loads.DK.resolve('help');
  assert.equal(await again, true);
  assert.deepEqual([shown, progress, window.entries.length], [['help'], ['offline', 'idle'], 2]);
});

test('going back shows what was there before, where it was left', async () => {
  const {subject, window, shown, arrivals, loads} = navigator();
  const going = subject.go(at('DK'), 'push');
  loads.DK.resolve('help');
  await going;
  window.back();
  loads.FAK.resolve('earlier');
  await new Promise(setImmediate);
  assert.deepEqual([shown, window.entries.length, subject.place.screen], [['help', 'earlier'], 1, 'FAK']);
  assert.deepEqual(arrivals, [['push', 'FAK', 0], ['back', 'DK', 120]]);
});

test('a heading of what is shown is gone to by the browser', () => {
  const {subject, window, loads} = navigator();
  window.entries.push(`${SERVER}/f1/icenter/FAK#postopek`, 'left by going back');
  window.back();
  assert.deepEqual([subject.place.anchor, Object.keys(loads)], ['postopek', []]);
});

test('coming back to what is still shown takes back that something else could not be', async () => {
  const {subject, window, shown, progress, loads} = navigator();
  const going = subject.go(at('DK'), 'push');
  loads.DK.resolve('help');
  await going;
  window.back();
  loads.FAK.reject(new ApiFailure('offline'));
  await new Promise(setImmediate);
  window.entries.push(`${SERVER}/f1/icenter/DK`, 'left by going forward');
  window.back();
  assert.deepEqual([shown, progress], [['help'], ['idle', 'offline', 'idle']]);
});

test('what cannot be drawn here is loaded by the browser', async () => {
  const {subject, window, loads} = navigator();
  window.entries = [`${SERVER}/f1/icenter?module=DDV`, `${SERVER}/f1/icenter/FAK`];
  const going = subject.go(at('DK'), 'push');
  loads.DK.resolve('help');
  await going;
  window.entries.pop();
  window.back();
  assert.deepEqual([window.reloads, Object.keys(loads)], [1, ['DK']]);
});

test('a slow server is said to be slow, and no longer when it has answered', async (context) => {
  context.mock.timers.enable({apis: ['setTimeout']});
  const {subject, progress, loads} = navigator();
  const going = subject.go(at('DK'), 'push');
  context.mock.timers.tick(399);
  assert.deepEqual(progress, []);
  context.mock.timers.tick(1);
  loads.DK.resolve('help');
  await going;
  assert.deepEqual(progress, ['slow', 'idle']);
});

test('a mistake of the program is not taken for one of the server', async () => {
  const {subject, loads} = navigator();
  const going = subject.go(at('DK'), 'push');
  loads.DK.reject(new TypeError('a mistake'));
  await assert.rejects(going, TypeError);
});

test('after it has stopped it goes nowhere', async () => {
  const {subject, window, shown, loads} = navigator();
  const going = subject.go(at('DK'), 'push');
  subject.stop();
  window.back();
  assert.equal(await going, false);
  assert.deepEqual([shown, Object.keys(loads)], [[], ['DK']]);
});

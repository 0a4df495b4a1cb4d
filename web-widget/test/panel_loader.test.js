import assert from 'node:assert/strict';
import test from 'node:test';
import {PanelLoader} from '../src/launcher/panel_loader.js';

const panel = {mount: () => null};

/** @param {...any} outcomes of the loads to come; a failure is thrown */
function setUp(...outcomes) {
  const addresses = [];
  const load = async (address) => {
    addresses.push(address);
    const outcome = await outcomes.shift();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  return {addresses, loader: new PanelLoader('https://a.si/panel.js?v=1', load, 20)};
}

test('the panel is loaded once, however often it is wanted', async () => {
  const {addresses, loader} = setUp(panel);
  loader.prefetch();
  const wanted = await Promise.all([loader.load(), loader.load()]);
  assert.deepEqual(wanted, [panel, panel]);
  assert.deepEqual(addresses, ['https://a.si/panel.js?v=1']);
});

test('after a failure the next try asks another address, which the browser has not given up', async () => {
  const {addresses, loader} = setUp(new Error('offline'), new Error('offline'), panel);
  await assert.rejects(loader.load(), /offline/);
  await assert.rejects(loader.load(), /offline/);
  assert.equal(await loader.load(), panel);
  assert.deepEqual(addresses,
    ['https://a.si/panel.js?v=1', 'https://a.si/panel.js?v=1&try=2', 'https://a.si/panel.js?v=1&try=3']);
});

test('that it could not be had beforehand is no failure yet', async () => {
  const {loader} = setUp(new Error('offline'), panel);
  loader.prefetch();
  await new Promise(setImmediate);
  assert.equal(await loader.load(), panel);
});

test('a load that never ends is given up', async () => {
  const {loader} = setUp(new Promise(() => {}), panel);
  await assert.rejects(loader.load(), /too long/);
  assert.equal(await loader.load(), panel);
});

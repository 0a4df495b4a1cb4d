import assert from 'node:assert/strict';
import test from 'node:test';
import {toJson} from '../src/shared/json.js';

const values = [
  null, 0, 'š"', true, [], {}, [1, ['a', null]], {a: {b: [{c: 1}]}, d: undefined}, {list: [undefined, 'x']},
];

for (const value of values) {
  test(`${JSON.stringify(value)} is written as usual`, () => {
    assert.equal(toJson(value), JSON.stringify(value));
  });
}

test('an old library on the page changes nothing', () => {
  const usual = JSON.stringify({list: [1, {a: []}]});
  const prototypes = /** @type {any[]} */ ([Array.prototype, Object.prototype]);
  for (const prototype of prototypes) prototype.toJSON = () => 'spoilt';
  try {
    assert.equal(toJson({list: [1, {a: []}]}), usual);
  } finally {
    for (const prototype of prototypes) delete prototype.toJSON;
  }
});

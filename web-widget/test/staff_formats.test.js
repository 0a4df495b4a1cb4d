import assert from 'node:assert/strict';
import test from 'node:test';
import {Formats} from '../src/staff/formats.js';

const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');

const rows = [
  ['sl', 'count', 12345, '12.345'], ['en', 'count', 12345, '12,345'], ['hr', 'count', 0, '0'],
  ['sl', 'share', 0.4237, '42,4 %'], ['en', 'share', 1, '100.0%'],
  ['sl', 'share', null, '–'], ['sl', 'share', NaN, '–'],
  ['sl', 'points', 0.021, '+2,1'], ['sl', 'points', -0.021, '−2,1'], ['sl', 'points', 0, '0,0'],
  ['sl', 'change', 0.124, '+12 %'], ['en', 'change', -0.5, '-50%'],
  ['sl', 'euros', 1725.4, '1725 €'], ['en', 'euros', 1725.4, '€1,725'],
  ['sl', 'decimal', 12.5, '12,5'], ['sl', 'decimal', 12, '12'],
  ['sl', 'day', '2026-11-09', '9. 11. 2026'], ['en', 'day', '2026-11-09', '9 Nov 2026'], ['sl', 'day', 'kdaj', 'kdaj'],
  ['sl', 'shortDay', '2026-11-09', '9. 11.'],
  ['sl', 'moment', '2026-11-03T08:12:00.000Z', '3. 11. 2026, 09:12'], ['sl', 'moment', 'kdaj', 'kdaj'],
];
for (const [lang, style, value, expected] of rows) {
  test(`${style} of ${value} in ${lang} is "${expected}"`, () => {
    assert.equal(plain(new Formats(/** @type {any} */ (lang))[style](value)), expected);
  });
}

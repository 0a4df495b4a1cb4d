import assert from 'node:assert/strict';
import test from 'node:test';
import {fitVersion} from '../src/f1/program_version.js';

const cases = [
  ['2026.2', '2026.02.001', null, 'holds'],
  ['2026.1', '2026.02.001', null, 'tooOld'],
  ['6.25', '6.3', null, 'holds'],
  ['6.25', null, '6.3', 'tooNew'],
  ['2019_04_001', '2019.05', null, 'tooOld'],
  ['2022.07.001 (9. 5. 2022)', '2022.07', '2022.07', 'holds'],
  ['Verzija 2026.2', '2026.3', null, 'tooOld'],
  ['2026.10', '2026.9', null, 'holds'],
  ['2027', null, '2026.12', 'tooNew'],
  ['', '2026.1', '2026.2', 'holds'],
  ['zadnja', '2026.1', null, 'holds'],
  ['2026.1', 'od vedno', null, 'holds'],
  ['2026.1', null, null, 'holds'],
];

for (const [version, from, to, expected] of cases) {
  test(`an article from ${from} to ${to}, with the program ${version || 'unknown'}: ${expected}`, () => {
    assert.equal(fitVersion(version, from, to), expected);
  });
}

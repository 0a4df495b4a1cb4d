import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {linesOf} from '../src/staff/overview/chart_style.js';
import {outcomeOfReason, outcomes} from '../src/staff/overview/outcome_marks.js';
import {Strings} from '../src/shared/strings.js';
import {golden, stringTable} from './support/golden.js';

const overview = golden('staff_overview');
const month = JSON.parse(readFileSync(
  new URL('../../tests/end_to_end/support/overview_month.json', import.meta.url), 'utf8'));
const strings = new Strings('sl', stringTable('sl', 'staff/'));

test('every reason that the server tells has an outcome, and their episodes add up to it', () => {
  const sums = {confirmed: 0, potential: 0, none: 0};
  for (const [reason, count] of Object.entries(overview.reasons)) sums[outcomeOfReason[reason]] += count;
  for (const outcome of outcomes) assert.equal(sums[outcome], overview.totals[outcome], outcome);
});

/** @param {any} value whose every text and number is replaced by what it is; of a list the first stands for all */
function shape(value) {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (value === null || typeof value !== 'object') return typeof value === 'number' ? 'number' : 'text';
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]));
}

test('the month that the pages are tried with looks like what the server writes', () => {
  assert.deepEqual(shape(month), shape(overview));
});

const named = [
  ['reason', Object.keys(overview.reasons)], ['reason', Object.keys(overview.takenBack)],
  ['standing', Object.keys(overview.excluded)], ['channel', overview.byChannel.map(({key}) => key)],
];
for (const [group, keys] of named) {
  test(`every ${group} of the sample has a name: ${keys}`, () => {
    for (const key of keys.filter(Boolean)) assert.notEqual(strings.name(group, key), key);
  });
}

test('what can be asked about has a name and a meaning', () => {
  const defined = Object.keys(stringTable('sl', 'staff/')).filter((key) => key.startsWith('define.'));
  assert.ok(defined.length >= 11);
  for (const key of defined) {
    const name = key.replace('define', 'overview');
    assert.notEqual(strings.text(name), name);
  }
});

const lines = [
  ['Potni nalogi', 16, ['Potni nalogi']],
  ['Materialno skladiščno poslovanje', 16, ['Materialno', 'skladiščno', 'poslovanje']],
  ['F1 v programu', 5, ['F1 v', 'programu']],
  ['', 16, ['']],
];
for (const [text, length, expected] of lines) {
  test(`"${text}" on lines of ${length} is ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(linesOf(text, length), expected);
  });
}

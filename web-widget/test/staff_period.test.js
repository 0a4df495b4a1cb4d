import assert from 'node:assert/strict';
import test from 'node:test';
import {daysBack, daysBetween, isDay, localDay} from '../src/staff/days.js';
import {periodOf, readPeriod, writePeriod} from '../src/staff/overview/period.js';

const periods = [
  ['7', '2026-11-19', '2026-11-13', '2026-11-19'],
  ['30', '2026-11-19', '2026-10-21', '2026-11-19'],
  ['90', '2026-03-01', '2025-12-02', '2026-03-01'],
  ['month', '2026-11-01', '2026-11-01', '2026-11-01'],
  ['last_month', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['last_month', '2028-03-15', '2028-02-01', '2028-02-29'],
  ['last_month', '2026-01-02', '2025-12-01', '2025-12-31'],
  ['year', '2026-11-19', '2026-01-01', '2026-11-19'],
];
for (const [kind, today, from, to] of periods) {
  test(`on ${today} the period ${kind} is ${from} to ${to}`, () => {
    assert.deepEqual(periodOf(/** @type {any} */ (kind), today), {from, to});
  });
}

const addresses = [
  ['', '30', '2026-10-21', '2026-11-19'],
  ['period=7', '7', '2026-11-13', '2026-11-19'],
  ['period=own', '30', '2026-10-21', '2026-11-19'],
  ['period=never', '30', '2026-10-21', '2026-11-19'],
  ['from=2026-02-01&to=2026-02-28', 'own', '2026-02-01', '2026-02-28'],
  ['from=2026-02-28&to=2026-02-01', '30', '2026-10-21', '2026-11-19'],
  ['from=2026-02-30&to=2026-03-01', '30', '2026-10-21', '2026-11-19'],
  ['from=2026-02-01', '30', '2026-10-21', '2026-11-19'],
];
for (const [query, kind, from, to] of addresses) {
  test(`the address ?${query} is about ${from} to ${to}`, () => {
    assert.deepEqual(readPeriod(new URLSearchParams(query), '2026-11-19'), {kind, from, to});
  });
}

test('an address that was written is read as the same period', () => {
  for (const query of ['period=7', 'period=year', 'from=2026-02-01&to=2026-02-28']) {
    const period = readPeriod(new URLSearchParams(query), '2026-11-19');
    assert.equal(new URLSearchParams(writePeriod(period)).toString(), query);
  }
});

test('a day is that of the calendar in Slovenia', () => {
  assert.equal(localDay(new Date('2026-07-01T21:59:59Z')), '2026-07-01');
  assert.equal(localDay(new Date('2026-07-01T22:00:00Z')), '2026-07-02');
  assert.equal(localDay(new Date('2026-12-31T23:00:00Z')), '2027-01-01');
});

test('days are counted across both clock changes', () => {
  assert.equal(daysBack('2026-03-30', 1), '2026-03-29');
  assert.equal(daysBack('2026-10-26', 1), '2026-10-25');
  assert.equal(daysBetween('2026-03-01', '2026-03-31'), 31);
  assert.equal(daysBetween('2026-10-25', '2026-10-25'), 1);
});

test('what is no day is told from one', () => {
  const wrong = ['', '2026-1-1', '2026-02-29', '20260201', '2026-13-01', 'danes'];
  for (const text of wrong) assert.equal(isDay(text), false, text);
  assert.equal(isDay('2028-02-29'), true);
});

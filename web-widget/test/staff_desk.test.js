import assert from 'node:assert/strict';
import test from 'node:test';
import {rankScreens} from '../src/staff/articles/screens_table.js';
import {directionOf, drawTrend} from '../src/staff/gaps/trend.js';
import {durationText} from '../src/staff/gaps/gap_card.js';
import {diagnosticText} from '../src/staff/parts/diagnostic.js';
import {findArticles, hasTerm} from '../src/staff/parts/plain_words.js';
import {sorted} from '../src/staff/parts/sorted_table.js';
import {verdictOf} from '../src/staff/publish/candidate_view.js';
import {Strings} from '../src/shared/strings.js';
import {fakeDocument} from './support/fake_document.js';
import {golden, stringTable} from './support/golden.js';

const {articles} = golden('staff_articles');
const {candidate} = golden('staff_publish');
const points = (...counts) => counts.map((count, index) => ({date: `2026-11-0${index + 1}`, count}));

for (const [counts, direction] of [
  [[1, 1, 4, 9], 'rising'], [[9, 4, 1, 1], 'falling'], [[3, 4, 4, 3], 'steady'], [[0, 0, 0, 0], 'steady'],
  [[5], 'steady'], [[0, 9, 1], 'rising'], [[], 'steady'],
]) {
  test(`${JSON.stringify(counts)} is ${direction}`, () => assert.equal(directionOf(points(...counts)), direction));
}

test('the trend is a bar each, with its meaning as a text', () => {
  globalThis.document = {createElementNS: (_, name) => fakeDocument.createElement(name)};
  const picture = drawTrend(points(0, 2, 4), 'narašča');
  assert.equal(picture.attributes['aria-label'], 'narašča');
  assert.deepEqual(picture.all('rect').map(({attributes}) => Number(attributes.height)), [1, 14, 28]);
  delete globalThis.document;
});

test('time is told in hours where it is more than one', () => {
  const strings = new Strings('sl', stringTable('sl', 'staff/'));
  assert.deepEqual([0, 2, 59, 60, 276].map((minutes) => durationText(strings, minutes)), [
    'približno 0 minut dela', 'približno 2 minuti dela', 'približno 59 minut dela', 'približno 1 h 0 min dela',
    'približno 4 h 36 min dela',
  ]);
});

test('articles are found by words of the title, of the module and by their id, without č š ž', () => {
  const found = (typed) => findArticles(articles, typed).map(({id}) => id);
  assert.deepEqual(found('MEDSKLADISCN'), ['msp-medskladiscnica']);
  assert.deepEqual(found('inventura skladišč'), ['msp-inventura']);
  assert.deepEqual(found('msp-inv'), ['msp-inventura']);
  assert.deepEqual(found(''), articles.map(({id}) => id));
  assert.deepEqual(found('traktor'), []);
});

for (const [term, has] of [
  ['davčna številka', true], ['davcna stevilka', true], ['kupec', true], ['izdan račun', true], ['tiskalnik', false],
  ['davčna napoved', false],
]) {
  test(`the text ${has ? 'has' : 'does not have'} "${term}" in some form`, () => {
    assert.equal(hasTerm('Napačno davčno številko kupcu popravimo na izdanem računu.', term), has);
  });
}

test('a column of numbers is ordered by them, one of words by the alphabet, and equals stay', () => {
  const rows = [{n: 2, t: 'žaba'}, {n: 10, t: 'čebela'}, {n: 2, t: 'sova'}, {n: 1, t: 'šoja'}];
  assert.deepEqual(sorted(rows, ({n}) => n, true, 'sl').map(({t}) => t), ['čebela', 'žaba', 'sova', 'šoja']);
  assert.deepEqual(sorted(rows, ({t}) => t, false, 'sl').map(({t}) => t), ['čebela', 'sova', 'šoja', 'žaba']);
});

test('of screens those without a topic come first, and the most pressed on top', () => {
  assert.deepEqual(rankScreens(golden('staff_screens').screens).map(({screen}) => screen),
    ['FAK.Nov', '', 'DK.Konto']);
});

test('a version with a lost question is not called better, however many are won', () => {
  assert.equal(verdictOf(candidate), 'lost');
  assert.equal(verdictOf({...candidate, lost: []}), 'won');
  assert.equal(verdictOf({...candidate, lost: [], won: []}), 'same');
  assert.equal(verdictOf({...candidate, lost: [], won: [], questions: 0}), 'unchecked');
});

for (const [code, excerpt, shown] of [
  ['html', '', 'Oznake HTML tu ne veljajo in so izpuščene'],
  ['link', 'ftp://e', 'Ta povezava ni dovoljena, zato ostane le besedilo: ftp://e'],
  ['', '', 'in English'], ['unknown', 'x', 'in English'],
]) {
  test(`a diagnostic of the code "${code}" is told as "${shown}"`, () => {
    const strings = new Strings('sl', stringTable('sl', 'staff/'));
    const diagnostic = {file: 'a.md', line: 3, severity: 'warning', code, excerpt, text: 'in English'};
    assert.equal(diagnosticText(strings, diagnostic), shown);
  });
}

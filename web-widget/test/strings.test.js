import assert from 'node:assert/strict';
import test from 'node:test';
import {Strings, chooseLanguage} from '../src/shared/strings.js';
import {golden, stringTable} from './support/golden.js';

const languages = /** @type {const} */ (['sl', 'en', 'hr']);

const choices = [
  [['sl'], 'sl'], [['sl-SI'], 'sl'], [['EN-us'], 'en'], [['hr-HR'], 'hr'], [['sr-Latn-RS'], 'hr'], [['bs'], 'hr'],
  [['de', 'en'], 'en'], [[null, undefined, '', 'hr'], 'hr'], [['de'], 'sl'], [[], 'sl'],
];

for (const [wanted, expected] of choices) {
  test(`of ${JSON.stringify(wanted)} the language is ${expected}`, () => {
    assert.equal(chooseLanguage(wanted), expected);
  });
}

const plurals = [
  ['sl', 1, 'še 1 znak'], ['sl', 2, 'še 2 znaka'], ['sl', 3, 'še 3 znaki'], ['sl', 4, 'še 4 znaki'],
  ['sl', 5, 'še 5 znakov'], ['sl', 101, 'še 101 znak'], ['sl', 102, 'še 102 znaka'], ['sl', 0, 'še 0 znakov'],
  ['en', 1, '1 character left'], ['en', 2, '2 characters left'],
  ['hr', 1, 'još 1 znak'], ['hr', 3, 'još 3 znaka'], ['hr', 5, 'još 5 znakova'], ['hr', 21, 'još 21 znak'],
];

for (const [lang, n, expected] of plurals) {
  test(`${n} in ${lang} is "${expected}"`, () => {
    assert.equal(new Strings(lang, stringTable(lang)).text('input.left', {n}), expected);
  });
}

const dates = [
  ['sl', '2026-11-22', '22. 11. 2026'], ['sl', '2026-01-02', '2. 1. 2026'], ['en', '2026-11-22', '22 Nov 2026'],
  ['hr', '2026-11-22', '22. 11. 2026.'], ['sl', 'včeraj', 'včeraj'], ['sl', '2026-13-40', '2026-13-40'],
];

for (const [lang, day, expected] of dates) {
  test(`the day ${day} in ${lang} is "${expected}"`, () => {
    const shown = new Strings(lang, stringTable(lang)).date(day);
    assert.equal(shown.replace(/\u00a0/g, ' '), expected);
  });
}

for (const [part, whose] of /** @type {const} */ ([['', 'widget'], ['staff/', 'staff desk']])) {
  test(`every language has every text, list and plural form of the ${whose}`, () => {
    const wanted = Object.keys(stringTable('sl', part));
    for (const lang of languages) {
      const table = stringTable(lang, part);
      assert.deepEqual(Object.keys(table), wanted, lang);
      const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
      for (const [key, entry] of Object.entries(table)) {
        if (typeof entry === 'string' || Array.isArray(entry)) continue;
        for (const form of forms) assert.ok(entry[form], `${lang} ${key} ${form}`);
      }
    }
  });

  test(`every language keeps the places for values of the ${whose}`, () => {
    const places = (entry) => [...JSON.stringify(entry).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const [key, entry] of Object.entries(stringTable('sl', part))) {
      for (const lang of languages) {
        assert.deepEqual(new Set(places(stringTable(lang, part)[key])), new Set(places(entry)), `${lang} ${key}`);
      }
    }
  });
}

test('a name that is not known is shown as it is', () => {
  const strings = new Strings('sl', stringTable('sl'));
  assert.equal(strings.name('kind', 'tip'), 'nasvet');
  assert.equal(strings.name('kind', 'video'), 'video');
  assert.equal(strings.text('ni.takega'), 'ni.takega');
});

test('the kinds of the samples have names', () => {
  const strings = new Strings('sl', stringTable('sl'));
  for (const {kind} of golden('chat_reply_choices').choices) assert.notEqual(strings.name('kind', kind), kind);
});

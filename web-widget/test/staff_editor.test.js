import assert from 'node:assert/strict';
import test, {afterEach, beforeEach} from 'node:test';
import {
  emptyFields, fieldsOfGap, fieldsOfScreen, missingFields, ownQuestions, sameFields,
} from '../src/staff/editor/fields.js';
import {KeptText} from '../src/staff/editor/kept_text.js';
import {TOOLS, applyTool, continueList} from '../src/staff/editor/markdown_tools.js';
import {golden} from './support/golden.js';

const {gaps} = golden('staff_gaps');
const {screens} = golden('staff_screens');

class FakeStorage {
  entries = new Map();

  getItem(name) {
    return this.entries.get(name) ?? null;
  }

  setItem(name, text) {
    this.entries.set(name, text);
  }

  removeItem(name) {
    this.entries.delete(name);
  }
}

beforeEach(() => {
  globalThis.localStorage = new FakeStorage();
});
afterEach(() => {
  delete globalThis.localStorage;
});

test('an article for a gap begins with what its questions tell, and without a text', () => {
  assert.deepEqual(fieldsOfGap(gaps[0]), {
    title: 'Kako natisnem etikete za police', module: 'Materialno skladiščno poslovanje', kind: 'tip', lang: 'sl',
    markdown: '', questions: gaps[0].examples.map(({text}) => text),
  });
});

test('a topic for a screen is named like it', () => {
  assert.deepEqual(fieldsOfScreen(screens[0]),
    {...emptyFields(), title: 'Nov račun', module: 'Fakturiranje', kind: 'f1'});
});

test('of questions that differ in spaces, case or the mark at their end, one is kept', () => {
  assert.deepEqual(ownQuestions(['Kako  storniram?', 'kako storniram', ' KAKO STORNIRAM! ', 'kako brišem', '']),
    ['Kako storniram?', 'kako brišem']);
});

test('a question that personal data was taken from is none that somebody would ask', () => {
  assert.deepEqual(ownQuestions(['kaj je z računom [IBAN]', 'kaj je z računom']), ['kaj je z računom']);
});

test('title, module and text are needed, and asked for from top to bottom', () => {
  assert.deepEqual(missingFields({...emptyFields(), module: ' '}), ['title', 'module', 'markdown']);
  assert.deepEqual(missingFields({...emptyFields(), title: 'a', module: 'b', markdown: 'c'}), []);
});

test('whatever is different makes other fields', () => {
  const fields = fieldsOfGap(gaps[0]);
  assert.ok(sameFields(fields, structuredClone(fields)));
  for (const other of [{title: 'x'}, {markdown: 'x'}, {lang: 'en'}, {questions: []}]) {
    assert.ok(!sameFields(fields, {...fields, ...other}));
  }
});

const now = () => new Date('2026-11-19T11:00:00Z');
const fields = {...emptyFields(), title: 'Naslov', markdown: 'Besedilo'};

test('what is typed is there again after a reload, for the same person and place', () => {
  new KeptText('ana', 'gap:1', now).write(fields);
  assert.deepEqual(new KeptText('ana', 'gap:1').read(), {fields, at: '2026-11-19T11:00:00.000Z'});
  for (const [owner, place] of [['bojan', 'gap:1'], ['ana', 'gap:2'], ['an', 'a.gap:1']]) {
    assert.equal(new KeptText(owner, place).read(), null);
  }
});

test('what was saved is kept no longer', () => {
  const kept = new KeptText('ana', 'new', now);
  kept.write(fields);
  kept.forget();
  assert.equal(kept.read(), null);
  assert.equal(new KeptText('ana', 'new').read(), null);
});

test('where the browser denies storage, what is typed lives as long as the page', () => {
  globalThis.localStorage = undefined;
  const kept = new KeptText('ana', 'new', now);
  kept.write(fields);
  assert.deepEqual(kept.read()?.fields, fields);
});

test('what is no text of ours is passed over', () => {
  for (const text of ['{', '[]', '{"at":"x"}', '{"at":"x","fields":{}}']) {
    localStorage.setItem('pomocnik.staff.text.ana.new', text);
    assert.equal(new KeptText('ana', 'new').read(), null, text);
  }
});

const rows = [
  // tool, text with what is chosen between | and |, what comes of it
  ['strong', 'kliknemo |Knjiži|.', 'kliknemo **Knjiži**.'],
  ['strong', 'kliknemo ||.', 'kliknemo **primer**.'],
  ['heading', 'prej||', 'prej\n\n## primer\n'],
  ['steps', '|prvo\ndrugo|', '1. prvo\n2. drugo\n'],
  ['steps', '|1. prvo\ndrugo\n- tretje|', '1. prvo\n2. drugo\n3. tretje\n'],
  ['list', '|1. prvo\n2. drugo|', '- prvo\n- drugo\n'],
  ['list', 'prej\n\n|prvo\ndrugo|\npotem', 'prej\n\n- prvo\n- drugo\n\npotem'],
  ['warning', 'prej\n|Ne brišemo.|', 'prej\n\n> **POZOR!** Ne brišemo.\n'],
];

for (const [name, before, after] of rows) {
  test(`"${name}" makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
    const tool = TOOLS.find((each) => each.name === name);
    const [head, chosen, tail] = before.split('|');
    const text = head + chosen + tail;
    const place = {start: head.length, end: head.length + chosen.length};
    const {start, end, inserted} = applyTool(text, place, tool, 'primer');
    assert.equal(text.slice(0, start) + inserted + text.slice(end), after);
  });
}

const entered = [
  // text with the place where Enter is hit at |, what comes of it; null: what the browser does
  ['1. prvo|', '1. prvo\n2. |'],
  ['1. prvo\n2. drugo|\n3. tretje', '1. prvo\n2. drugo\n3. |\n3. tretje'],
  ['9) deveto|', '9) deveto\n10) |'],
  ['uvod\n\n- prvo|', 'uvod\n\n- prvo\n- |'],
  ['  * notranje|', '  * notranje\n  * |'],
  ['1. prvo\n2. |', '1. prvo\n\n|'],
  ['1. prvo\nše vedno prvo|', null],
  ['navaden odstavek|', null],
  ['2026. leto|', '2026. leto\n2027. |'],
  ['12345. ni korak|', null],
  ['|1. prvo', null],
];

for (const [before, after] of entered) {
  test(`Enter makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
    const at = before.indexOf('|');
    const text = before.replace('|', '');
    const next = continueList(text, at);
    assert.equal(next && `${text.slice(0, next.start)}${next.inserted}|${text.slice(next.end)}`, after);
  });
}

import assert from 'node:assert/strict';
import test from 'node:test';
import {writeBlocks} from '../src/shared/plain_text.js';
import {golden} from './support/golden.js';

const base = 'https://pomoc.example.si/';
const paragraph = (text, rest = {}) => ({type: 'paragraph', text: [{text, ...rest}]});
const item = (...blocks) => ({blocks});

const samples = [
  ['a paragraph', [paragraph('Odprite račun.', {style: 'strong'})], 'Odprite račun.'],
  ['a link to a page', [paragraph('cenik', {href: '/cenik'})], 'cenik (https://pomoc.example.si/cenik)'],
  ['an address as its own text', [paragraph('https://example.si/', {href: 'https://example.si/'})],
    'https://example.si/'],
  ['a link to an article', [paragraph('popravek', {href: 'article:popravek'})], 'popravek'],
  ['an address that may not be followed', [paragraph('tu', {href: 'javascript:alert(1)'})], 'tu'],
  ['steps', [{type: 'steps', start: 3, items: [item(paragraph('Označite.')), item(paragraph('Shranite.'))]}],
    '3. Označite.\n4. Shranite.'],
  ['a step with more in it', [{type: 'steps', start: 1, items: [
    item(paragraph('Izberite:'), {type: 'list', items: [item(paragraph('dan')), item(paragraph('uro'))]})]}],
    '1. Izberite:\n   – dan\n   – uro'],
  ['a table', [{type: 'table', header: [[{text: 'Ura'}], [{text: 'EUR'}]], rows: [[[{text: 'delo'}], [{text: '71'}]]]}],
    'Ura | EUR\ndelo | 71'],
  ['a callout', [{type: 'callout', tone: 'tip', label: 'NASVET', blocks: [paragraph('Shranite.')]}],
    'NASVET: Shranite.'],
  ['code', [{type: 'code', text: 'SELECT 1'}], 'SELECT 1'],
  ['an image', [{type: 'image', src: '/media/a.png', alt: 'Okno Računi'}], '[Okno Računi]'],
  ['an image that says nothing', [{type: 'image', src: '/media/a.png', alt: ''}], ''],
  ['an attachment', [{type: 'link', href: 'mailto:info@example.si', label: 'Pišite nam'}],
    'Pišite nam (mailto:info@example.si)'],
  ['what is not known', [{type: 'video'}], ''],
  ['several', [paragraph('Prvi.'), {type: 'video'}, paragraph('Drugi.')], 'Prvi.\n\nDrugi.'],
];

for (const [what, blocks, expected] of samples) {
  test(`${what} as plain text`, () => {
    assert.equal(writeBlocks(/** @type {any} */ (blocks), base), expected);
  });
}

test('every block of an article becomes text', () => {
  const {blocks} = golden('article');
  for (const block of blocks) assert.notEqual(writeBlocks([block], base), '', block.type);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import {drawBlocks} from '../src/shared/blocks.js';
import {fakeDocument} from './support/fake_document.js';
import {golden} from './support/golden.js';

globalThis.document = fakeDocument;

/**
 * Draws blocks into an element that can be looked through.
 *
 * @param {any[]} blocks
 * @param {object} [more] of the surroundings
 */
function draw(blocks, more = {}) {
  const opened = [];
  const root = fakeDocument.createElement('div');
  root.appendChild(drawBlocks(blocks, {
    base: 'https://help.example.si/', tableLabel: 'Tabela', ...more,
    openArticle: (id, anchor) => opened.push([id, anchor]),
  }));
  return {root, opened};
}

const text = (words, extra = {}) => ({type: 'paragraph', text: [{text: words, ...extra}]});

test('an article is drawn with all of its words', () => {
  const {root} = draw(golden('article').blocks);
  for (const words of ['Navadno, krepko in ležeče', 'Postopek', 'Kliknite Storno.', 'vgnezdena', 'knjižen',
    'OPOZORILO', 'Storna ni mogoče razveljaviti.', 'SELECT 1 < 2;', 'Obrazec']) {
    assert.ok(root.textContent.includes(words), words);
  }
});

test('styles of text become elements', () => {
  const {root} = draw(golden('article').blocks);
  assert.equal(root.all('strong')[0].textContent, 'krepko');
  assert.equal(root.all('em')[0].textContent, 'ležeče');
  assert.equal(root.all('code')[0].textContent, 'DA');
});

test('steps keep the number that they start with', () => {
  const {root} = draw(golden('article').blocks);
  assert.equal(root.all('ol')[0].attributes.start, '3');
  assert.equal(root.all('ol')[0].all('li').length, 2);
});

test('a heading stands below the title of what it belongs to', () => {
  const heading = (level) => ({type: 'heading', level, anchor: `a${level}`, text: [{text: 'x'}]});
  const {root} = draw([2, 3, 6, 1, 9].map(heading));
  assert.deepEqual(root.childNodes.map(({name}) => name), ['h3', 'h4', 'h6', 'h3', 'h6']);
  assert.equal(root.childNodes[0].attributes['data-anchor'], 'a2');
});

for (const [length, folded] of [[5, 0], [6, 3], [14, 11]]) {
  test(`of a list of ${length}, ${folded} are folded away where that is wished`, () => {
    const list = {type: 'list', items: Array.from({length}, (_, n) => ({blocks: [text(`pogoj ${n}`)]}))};
    const {root} = draw([list], {foldLabel: (n) => `Še ${n}`});
    assert.equal(root.all('li').length, length);
    assert.deepEqual(root.all('details').map((rest) => [rest.all('li').length, rest.all('summary')[0].textContent]),
      folded ? [[folded, `Še ${folded}`]] : []);
    assert.equal(draw([list]).root.all('details').length, 0);
  });
}

test('a table has column headers and every cell', () => {
  const {root} = draw(golden('article').blocks);
  const [table] = root.all('table');
  assert.deepEqual(table.all('th').map((cell) => [cell.attributes.scope, cell.textContent]),
    [['col', 'Stanje'], ['col', 'Pomen']]);
  assert.deepEqual(table.all('td').map((cell) => cell.textContent), ['K', 'knjižen', 'S', '']);
});

test('a link to an article opens it in the panel', () => {
  const {root, opened} = draw([text('popravek', {href: 'article:fakt-popravek#postopek'})]);
  root.all('button')[0].click();
  assert.deepEqual(opened, [['fakt-popravek', 'postopek']]);
});

test('a link to elsewhere opens a tab that knows nothing about this one', () => {
  const {root} = draw([{type: 'link', href: 'https://example.si/', label: 'Obrazec'}]);
  const [link] = root.all('a');
  assert.equal(link.attributes.target, '_blank');
  assert.equal(link.attributes.rel, 'noopener noreferrer');
});

test('a link that may not be followed is plain text', () => {
  const {root} = draw([text('klik', {href: 'javascript:alert(1)'})]);
  assert.equal(root.all('a').length, 0);
  assert.equal(root.textContent, 'klik');
});

test('a foreign picture is replaced by its description', () => {
  const {root} = draw([{type: 'image', src: 'https://evil.example/x.png', alt: 'Okno računa'}]);
  assert.equal(root.all('img').length, 0);
  assert.equal(root.textContent, 'Okno računa');
});

test('markup in a text stays text', () => {
  const {root} = draw([text('<img src=x onerror=alert(1)>')]);
  assert.equal(root.all('img').length, 0);
  assert.equal(root.textContent, '<img src=x onerror=alert(1)>');
});

test('a block of an unknown type is passed over', () => {
  const {root} = draw([{type: 'hologram'}, text('ostane')]);
  assert.equal(root.textContent, 'ostane');
});

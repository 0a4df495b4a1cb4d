import assert from 'node:assert/strict';
import test from 'node:test';
import {readImage, readLink} from '../src/shared/links.js';

const base = 'https://help.example.si/';

const followed = [
  ['https://example.si/a?b=c#d', {kind: 'page', href: 'https://example.si/a?b=c#d'}],
  ['http://example.si', {kind: 'page', href: 'http://example.si/'}],
  ['/media/obrazec.pdf', {kind: 'page', href: 'https://help.example.si/media/obrazec.pdf'}],
  ['mailto:podpora@example.si', {kind: 'contact', href: 'mailto:podpora@example.si'}],
  ['tel:+38653934000', {kind: 'contact', href: 'tel:+38653934000'}],
  ['article:fakt-storno', {kind: 'article', id: 'fakt-storno', anchor: null}],
  ['article:fakt-storno#če-je-plačan', {kind: 'article', id: 'fakt-storno', anchor: 'če-je-plačan'}],
];

for (const [href, link] of followed) {
  test(`${href} is followed`, () => assert.deepEqual(readLink(href, base), link));
}

const refused = [
  'javascript:alert(1)', 'JavaScript:alert(1)', ' javascript:alert(1)', '\u0001javascript:alert(1)',
  'java\nscript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd',
  'blob:https://help.example.si/1', 'ftp://example.si', 'https://help.example.si@evil.example/',
  'https://', 'article:../../etc', 'article:', 'ARTICLE:A b', '', null, undefined, 7, {},
];

for (const href of refused) {
  test(`${JSON.stringify(href)} is not followed`, () => assert.equal(readLink(href, base), null));
}

test('a picture comes from the media folder of the server', () => {
  assert.equal(readImage('/media/a b.png', base), 'https://help.example.si/media/a%20b.png');
});

const foreignImages = [
  'https://evil.example/media/x.png', '//evil.example/media/x.png', '/api/v1/search?q=x', '/media/../api/v1/x',
  'data:image/png;base64,AAAA', 'https://help.example.si:8443/media/x.png', 'http://help.example.si/media/x.png', null,
];

for (const source of foreignImages) {
  test(`the picture ${JSON.stringify(source)} is not loaded`, () => assert.equal(readImage(source, base), null));
}

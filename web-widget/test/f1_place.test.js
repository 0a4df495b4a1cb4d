import assert from 'node:assert/strict';
import test from 'node:test';
import {addressOf, readPlace} from '../src/f1/place.js';

const SERVER = 'https://pomoc.example.si';

const places = {
  '/f1': {},
  '/f1/icenter': {app: 'icenter'},
  '/f1/icenter/FAK.Dobropisi': {app: 'icenter', screen: 'FAK.Dobropisi'},
  '/f1/icenter/1204?lang=en&v=2026.1': {app: 'icenter', screen: '1204', lang: 'en', version: '2026.1'},
  '/f1/icenter/FAK?q=storno+ra%C4%8Duna': {app: 'icenter', screen: 'FAK', query: 'storno računa'},
  '/f1/icenter/FAK?title=Okno+%26+ve%C4%8D&article=fak-dobropis#postopek-1':
    {app: 'icenter', screen: 'FAK', title: 'Okno & več', article: 'fak-dobropis', anchor: 'postopek-1'},
  '/f1/icenter?module=Obra%C4%8Dun+pla%C4%8D': {app: 'icenter', module: 'Obračun plač'},
  '/f1/i%2Fcenter/%3Cb%3E%20%C5%A1%3F%23%25': {app: 'i/center', screen: '<b> š?#%'},
};

const blank = {app: '', screen: '', title: '', lang: '', version: '', module: '', query: '', article: '', anchor: ''};

for (const [address, place] of Object.entries(places)) {
  test(`${address} is read and written`, () => {
    assert.deepEqual(readPlace(SERVER + address), {...blank, ...place});
    assert.equal(addressOf(place), address);
  });
}

test('what is no address of an F1 page is no place', () => {
  for (const address of ['/', '/f2/icenter', '/api/v1/f1/icenter/FAK', '/media/f1']) {
    assert.equal(readPlace(SERVER + address), null, address);
  }
});

test('a screen may have slashes in its name, plain or not', () => {
  for (const address of ['/f1/icenter/FAK/Dobropisi', '/f1/icenter/FAK%2FDobropisi']) {
    assert.equal(readPlace(SERVER + address)?.screen, 'FAK/Dobropisi');
  }
});

test('a wrong encoding is taken as it is written', () => {
  assert.equal(readPlace(`${SERVER}/f1/icenter/100%`)?.screen, '100%');
});

test('dots that would lead up a folder are left out', () => {
  assert.equal(addressOf({app: 'icenter', screen: '..'}), '/f1/icenter');
  assert.equal(addressOf({app: '.', screen: 'FAK'}), '/f1');
});

test('what would make an address too long for the server is cut off', () => {
  const long = {app: 'a'.repeat(64), screen: 'ž'.repeat(200), title: '🙂'.repeat(100), version: '1'.repeat(40)};
  const address = addressOf(long);
  assert.ok(address.length < 1500, address);
  assert.equal(readPlace(SERVER + address)?.screen, 'ž'.repeat(100));
});

test('without a program there is no screen', () => {
  assert.equal(addressOf({screen: 'FAK'}), '/f1');
});

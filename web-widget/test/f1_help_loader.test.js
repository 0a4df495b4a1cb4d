import assert from 'node:assert/strict';
import test from 'node:test';
import {HelpLoader} from '../src/f1/help_loader.js';
import {readPlace} from '../src/f1/place.js';
import {ApiFailure} from '../src/shared/api.js';
import {golden} from './support/golden.js';

const topics = {
  match: 'screen', screen: null, form: null, module: 'Fakturiranje', articles: golden('search').results, shown: null,
  modules: [],
};

/** An API that notes what it is asked. */
function loader({help = topics, missing = ''} = {}) {
  const asked = [];
  const api = {
    screen: async ({app, screen, title, pressed}) => {
      asked.push(['screen', app, screen, title, pressed]);
      return help;
    },
    article: async (id) => {
      asked.push(['article', id]);
      if (id === missing) throw new ApiFailure('missing');
      return {...golden('article'), article: id};
    },
    search: async (text, module, signal, place) => {
      asked.push(['search', text, module, place]);
      return golden('search');
    },
  };
  const subject = new HelpLoader(api);
  const load = (address, pressed = false) =>
    subject.load(readPlace(`https://a.si/f1/${address}`), new AbortController().signal, pressed);
  return {asked, load};
}

test('a screen with several topics is a list', async () => {
  const {asked, load} = loader();
  assert.deepEqual(await load('icenter/FAK?title=Okno'), {topics, found: null, article: null, isChosen: false});
  assert.deepEqual(asked, [['screen', 'icenter', 'FAK', 'Okno', false]]);
});

test('the topic that the server would show whole is read, too', async () => {
  const {load} = loader({help: {...topics, shown: 'fak-dobropis'}});
  const {article, isChosen} = await load('icenter/FAK');
  assert.deepEqual([article?.article, isChosen], ['fak-dobropis', false]);
});

test('a search says where it is made from, and is shown instead of the topic', async () => {
  const {asked, load} = loader({help: {...topics, shown: 'fak-dobropis'}});
  const {article, found} = await load('icenter/FAK?q=storno&v=2026.1');
  assert.deepEqual([article, found], [null, golden('search')]);
  const where = {app: 'icenter', screen: 'FAK', version: '2026.1', limit: '8'};
  assert.deepEqual(asked.at(-1), ['search', 'storno', 'Fakturiranje', where]);
});

test('a search among the articles of a module stays there', async () => {
  const {asked, load} = loader();
  await load('icenter?module=DDV&q=storno');
  assert.equal(asked.at(-1)[2], 'DDV');
});

test('a chosen article is shown instead of what it was found among', async () => {
  const {load} = loader();
  const {article, found, isChosen} = await load('icenter/FAK?q=storno&article=dk-storno');
  assert.deepEqual([article?.article, found !== null, isChosen], ['dk-storno', true, true]);
});

test('an article that is gone leaves what it was found among', async () => {
  const {load} = loader({missing: 'old'});
  assert.equal((await load('icenter/FAK?article=old')).topics, topics);
  assert.notEqual((await load('icenter/FAK?q=storno&article=old')).found, null);
});

test('what was read for a place is not read again for the next place beside it', async () => {
  const {asked, load} = loader();
  for (const rest of ['', '?q=storno', '?q=storno&article=a', '?q=storno&article=b', '?q=storno']) {
    await load(`icenter/FAK${rest}`);
  }
  assert.deepEqual(asked.map(([what]) => what), ['screen', 'search', 'article', 'article']);
  await load('icenter/DK');
  assert.equal(asked.at(-1)[2], 'DK');
});

test('each press of F1 is told to the server, on the same screen, too', async () => {
  const {asked, load} = loader();
  await load('icenter/FAK', true);
  await load('icenter/FAK', true);
  await load('icenter/FAK?q=storno');
  const topicsAsked = asked.filter(([what]) => what === 'screen');
  assert.deepEqual(topicsAsked.map(([, , , , pressed]) => pressed), [true, true]);
});

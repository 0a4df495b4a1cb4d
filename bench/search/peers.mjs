// Asks MiniSearch and NLP.js what bench_search dumped; prints the same lines as it does.
//
//   node peers.mjs FOLDER minisearch|nlpjs ROUNDS
//
// FOLDER holds articles.jsonl and questions.jsonl. Exits with 3 when the npm packages are not installed.
import { readFileSync } from 'node:fs';

const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

// As the documentation of MiniSearch shows it: boosts, prefixes, a fifth of a word's letters may differ.
async function miniSearch(articles) {
  const { default: MiniSearch } = await import('minisearch');
  const engine = new MiniSearch({
    fields: ['title', 'keywords', 'body'],
    searchOptions: { boost: { title: 3, keywords: 2 }, prefix: true, fuzzy: 0.2 },
  });
  engine.addAll(articles);
  return async (text) =>
    engine
      .search(text)
      .slice(0, 10)
      .map((hit) => hit.id);
}

// An intent for each article; its title, keywords and sentences are the examples.
async function nlpJs(articles) {
  const { containerBootstrap } = await import('@nlpjs/core');
  const { Nlp } = await import('@nlpjs/nlp');
  const { LangSl } = await import('@nlpjs/lang-sl');
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangSl);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.settings.log = false;
  nlp.addLanguage('sl');
  for (const article of articles) {
    const keywords = article.keywords.split('\n').filter(Boolean);
    const sentences = article.body.split(/[.\n]/).filter((sentence) => sentence.trim().length > 3);
    for (const text of [article.title, ...keywords, ...sentences]) nlp.addDocument('sl', text, article.id);
  }
  await nlp.train();
  return async (text) => {
    const { classifications } = await nlp.process('sl', text);
    return classifications.slice(0, 10).map((found) => found.intent);
  };
}

const [folder, name, rounds] = process.argv.slice(2);
const articles = lines(`${folder}/articles.jsonl`);
const questions = lines(`${folder}/questions.jsonl`);
const engines = { minisearch: ['MiniSearch', miniSearch], nlpjs: ['NLP.js lang-sl', nlpJs] };
const [label, make] = engines[name];

const begin = performance.now();
let search;
try {
  search = await make(articles);
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.exit(3);
}
const buildSeconds = (performance.now() - begin) / 1000;

const answers = questions.map(({ id }) => ({ id, articles: [], micros: Infinity }));
const LONG_ROUND = 10_000;
for (let round = 0; round < Number(rounds); ++round) {
  const roundBegin = performance.now();
  for (const [i, question] of questions.entries()) {
    const asked = performance.now();
    answers[i].articles = await search(question.text);
    answers[i].micros = Math.min(answers[i].micros, (performance.now() - asked) * 1000);
  }
  if (performance.now() - roundBegin > LONG_ROUND) break;
}
console.log(JSON.stringify({ engine: label, articles: articles.length, buildSeconds, answers }));

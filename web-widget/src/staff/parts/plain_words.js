// Words as they are compared: without regard to case and to č š ž. Pure.

/** @param {string} text */
export function plain(text) {
  return text.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

/** @param {string} text */
export function words(text) {
  return plain(text).split(/[^\p{Letter}\p{Number}]+/u).filter(Boolean);
}

/**
 * @template {{id: string, title: string, module: string}} Article
 * @param {Article[]} articles
 * @param {string} typed
 * @returns {Article[]} those that have every typed word, titles first
 */
export function findArticles(articles, typed) {
  const wanted = words(typed);
  const fits = (/** @type {string} */ text) => wanted.every((word) => plain(text).includes(word));
  const byTitle = articles.filter(({title}) => fits(title));
  const others = articles.filter(({title, module, id}) => !fits(title) && fits(`${title} ${module} ${id}`));
  return [...byTitle, ...others];
}

/**
 * @param {string} text
 * @param {string} term one word or a few, in any form
 * @returns {boolean} whether the text has them all: a word counts as the same when its beginning is
 */
export function hasTerm(text, term) {
  const there = words(text);
  return words(term).every((word) => {
    const beginning = word.slice(0, Math.max(SHORTEST, word.length - LONGEST_ENDING));
    return there.some((each) => each.startsWith(beginning));
  });
}

const SHORTEST = 3;
const LONGEST_ENDING = 3;

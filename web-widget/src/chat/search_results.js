// The articles that a search has found; each opens in place of the list.
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {drawFacts} from './source_view.js';

/** @typedef {import('./scene').Scene} Scene */

/**
 * @param {string} text what was searched for
 * @param {import('../shared/wire').SearchResults} found
 * @param {Scene} scene
 */
export function drawResults(text, found, scene) {
  const {strings, ask} = scene;
  return element('section', {class: 'results', part: 'results'},
    element('h2', {tabindex: -1}, strings.text('search.title', {text})),
    element('p', {class: 'hint'}, drawSummary(found, strings)),
    element('ul', {class: 'choices'}, ...found.results.map((article) => drawResult(article, scene))),
    element('p', {}, button({class: 'quiet', 'data-action': 'ask'}, () => ask(text),
      icon('chat'), strings.text('search.ask'))));
}

/**
 * @param {import('../shared/wire').SearchResults} found
 * @param {import('../shared/strings.js').Strings} strings
 */
function drawSummary({results, corrections}, strings) {
  const count = results.length > 0 ? strings.text('search.found', {n: results.length}) : strings.text('search.none');
  if (corrections.length === 0) return count;
  const words = corrections.map(({word, readAs}) => `${word} → ${readAs}`).join(', ');
  return `${count} ${strings.text('search.readAs', {words})}`;
}

/**
 * @param {import('../shared/wire').ArticleRef} article
 * @param {Scene} scene
 */
function drawResult(article, {strings, openArticle}) {
  return element('li', {}, button({class: 'choice', 'data-action': 'result'}, () => openArticle(article.article, null),
    element('span', {class: 'choice-text'},
      element('span', {class: 'choice-title', lang: article.lang}, article.title), drawFacts(article, strings)),
    icon('next')));
}

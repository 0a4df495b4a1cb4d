// Where an answer comes from: title, module, kind and date, with the ways to the whole article.
import {button, element, pageLink} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {readLink} from '../shared/links.js';

/** @typedef {import('../shared/wire').ArticleRef} ArticleRef */
/** @typedef {import('../shared/wire').Citation} Citation */
/** @typedef {import('./scene').Scene} Scene */

/**
 * What an answer begins with: the article that its words are from.
 *
 * @param {Citation} citation
 * @param {Scene} scene
 */
export function drawSourceHead(citation, {strings}) {
  return element('header', {class: 'source', part: 'source'},
    element('h3', {class: 'source-title', lang: citation.lang}, citation.title),
    drawFacts(citation, strings));
}

/**
 * @param {Citation} citation
 * @param {Scene} scene
 */
export function drawSourceWays(citation, scene) {
  const full = scene.strings.text('source.full');
  return element('p', {class: 'source-ways'},
    button({class: 'way', 'data-action': 'article', 'aria-label': `${full}: ${citation.title}`},
      () => scene.openArticle(citation.article, citation.anchor), icon('article'), full),
    drawWebLink(citation, scene));
}

/**
 * Articles that stand behind what was said, or beside it.
 *
 * @param {Citation[]} citations at least one
 * @param {Scene} scene
 */
export function drawSources(citations, scene) {
  return element('section', {class: 'sources', part: 'sources'},
    element('h3', {class: 'label'}, scene.strings.text('source', {n: citations.length})),
    element('ul', {}, ...citations.map((citation) => element('li', {class: 'source'},
      element('p', {class: 'source-title', lang: citation.lang}, citation.title),
      drawFacts(citation, scene.strings),
      drawSourceWays(citation, scene)))));
}

/**
 * @param {ArticleRef} article
 * @param {import('./scene').Reading} scene
 * @returns {HTMLElement | null} null: it is published nowhere else
 */
export function drawWebLink(article, {strings, base}) {
  const link = readLink(article.url, base);
  if (link?.kind !== 'page') return null;
  return pageLink(link.href, {class: 'way'},
    icon('external'), strings.text('source.web'),
    element('span', {class: 'unseen'}, ` (${strings.text('newTab')})`));
}

/**
 * "Fakturiranje · nasvet · 22. 11. 2026", and further facts after it.
 *
 * @param {ArticleRef} article
 * @param {import('../shared/strings.js').Strings} strings
 * @param {string[]} [further]
 */
export function drawFacts(article, strings, further = []) {
  const day = article.updated && element('time', {datetime: article.updated}, strings.date(article.updated));
  const facts = [article.module, strings.name('kind', article.kind), day, ...further].filter(Boolean);
  return element('p', {class: 'facts'}, ...facts.flatMap((fact, index) => index === 0 ? [fact] : [' · ', fact]));
}

// Draws the blocks of a reply or an article.
import {appendAll, button, element, pageLink} from './dom.js';
import {readImage, readLink} from './links.js';

/** @typedef {import('./wire').Block} Block */
/** @typedef {import('./wire').Text} Text */
/** @typedef {import('./wire').Item} Item */

/** How much of a long list is shown, and how much more makes it one. */
const SHOWN_ITEMS = 3;
const WORTH_FOLDING = 3;

/**
 * @typedef {object} Surroundings
 * @property {string} base address of the server that paths lead to
 * @property {string} tableLabel what a screen reader calls a table that scrolls
 * @property {(id: string, anchor: string | null) => void} openArticle called when a link to an article is followed
 * @property {(n: number) => string} [foldLabel] present: the rest of a long list is folded away under this
 */

/**
 * @param {Block[]} blocks those of an unknown type are passed over
 * @param {Surroundings} surroundings
 * @returns {DocumentFragment}
 */
export function drawBlocks(blocks, surroundings) {
  const fragment = document.createDocumentFragment();
  appendAll(fragment, blocks.map((block) => drawBlock(block, surroundings)));
  return fragment;
}

/**
 * @param {Block} block
 * @param {Surroundings} surroundings
 * @returns {HTMLElement | null}
 */
function drawBlock(block, surroundings) {
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, ...drawText(block.text, surroundings));
    case 'heading':
      return drawHeading(block, surroundings);
    case 'steps':
      return element('ol', {class: 'steps', role: 'list', start: block.start},
        ...drawItems(block.items, surroundings));
    case 'list':
      return drawList(block, surroundings);
    case 'table':
      return drawTable(block, surroundings);
    case 'callout':
      return element('div', {class: 'callout', 'data-tone': block.tone, role: 'note'},
        element('p', {class: 'callout-label'}, block.label),
        drawBlocks(block.blocks, surroundings));
    case 'code':
      return element('pre', {class: 'code', tabindex: 0}, element('code', {}, block.text));
    case 'image':
      return drawImage(block, surroundings);
    case 'link':
      return element('p', {class: 'attachment'}, drawLink(block.href, [block.label], surroundings));
    default:
      return null;
  }
}

/**
 * @param {Text} text
 * @param {Surroundings} surroundings
 * @returns {Node[]}
 */
function drawText(text, surroundings) {
  const styles = /** @type {const} */ ({strong: 'strong', emphasis: 'em', code: 'code'});
  return text.map((span) => {
    const name = span.style && styles[span.style];
    const run = name ? element(name, {}, span.text) : document.createTextNode(span.text);
    return span.href ? drawLink(span.href, [run], surroundings) : run;
  });
}

/**
 * @param {string} href
 * @param {(Node | string)[]} children
 * @param {Surroundings} surroundings
 * @returns {HTMLElement} plain text in a span when the address may not be followed
 */
function drawLink(href, children, surroundings) {
  const link = readLink(href, surroundings.base);
  switch (link?.kind) {
    case 'article':
      return button({class: 'inline-link'}, () => surroundings.openArticle(link.id, link.anchor),
        ...children);
    case 'page':
      return pageLink(link.href, {}, ...children);
    case 'contact':
      return element('a', {href: link.href}, ...children);
    default:
      return element('span', {}, ...children);
  }
}

/**
 * The title of what the blocks belong to is an h2, so theirs begin below it.
 *
 * @param {Extract<Block, {type: 'heading'}>} block
 * @param {Surroundings} surroundings
 */
function drawHeading(block, surroundings) {
  const names = /** @type {const} */ (['h3', 'h4', 'h5', 'h6']);
  const name = names[Math.min(Math.max(block.level, 2), 5) - 2];
  return element(name, {'data-anchor': block.anchor, tabindex: -1}, ...drawText(block.text, surroundings));
}

/**
 * @param {Item[]} items
 * @param {Surroundings} surroundings
 */
function drawItems(items, surroundings) {
  return items.map((item) => element('li', {}, drawBlocks(item.blocks, surroundings)));
}

/**
 * @param {Extract<Block, {type: 'list'}>} block
 * @param {Surroundings} surroundings
 */
function drawList({items}, surroundings) {
  const {foldLabel} = surroundings;
  const list = (/** @type {Item[]} */ some) =>
    element('ul', {class: 'list'}, ...drawItems(some, surroundings));
  if (!foldLabel || items.length < SHOWN_ITEMS + WORTH_FOLDING) return list(items);
  return element('div', {class: 'folded'}, list(items.slice(0, SHOWN_ITEMS)),
    element('details', {}, element('summary', {}, foldLabel(items.length - SHOWN_ITEMS)),
      list(items.slice(SHOWN_ITEMS))));
}

/**
 * @param {Extract<Block, {type: 'table'}>} block
 * @param {Surroundings} surroundings
 */
function drawTable(block, surroundings) {
  const header = element('tr', {},
    ...block.header.map((cell) => element('th', {scope: 'col'}, ...drawText(cell, surroundings))));
  const rows = block.rows.map((row) => element('tr', {},
    ...row.map((cell) => element('td', {}, ...drawText(cell, surroundings)))));
  return element('div', {class: 'table', role: 'group', 'aria-label': surroundings.tableLabel, tabindex: 0},
    element('table', {}, element('thead', {}, header), element('tbody', {}, ...rows)));
}

/**
 * @param {Extract<Block, {type: 'image'}>} block
 * @param {Surroundings} surroundings
 */
function drawImage(block, surroundings) {
  const source = readImage(block.src, surroundings.base);
  const described = element('p', {class: 'missing-image'}, block.alt);
  if (!source) return described;
  const image = element('img', {src: source, alt: block.alt, loading: 'lazy', decoding: 'async'});
  const figure = element('figure', {}, image);
  image.addEventListener('error', () => figure.replaceWith(described), {once: true});
  return figure;
}

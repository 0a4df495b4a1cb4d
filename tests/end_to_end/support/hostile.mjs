// Texts that try to become markup or code, as articles, and what must not come of them.
import {existsSync, readFileSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {inTree} from './paths.mjs';

const collected = inTree('../shared/data/xss_vectors.txt');

export const ownTexts = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', 'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>', '//evil.example/x.js', 'https://evil.example/media/x.png',
];

/** Whether the collection is here; without it, only our own few are. */
export const hasCollection = existsSync(collected);

/** @type {string[]} */
export const hostileTexts = hasCollection
  ? [...ownTexts, ...readFileSync(collected, 'utf8').split('\n').filter(Boolean)]
  : ownTexts;

/**
 * @template Item
 * @param {Item[]} items
 * @param {number} size of each part but the last
 * @returns {Item[][]}
 */
export function inParts(items, size) {
  const parts = [];
  for (let begin = 0; begin < items.length; begin += size) parts.push(items.slice(begin, begin + size));
  return parts;
}

/** As it is compared: how many spaces there are is not what a text says. */
export function squeezed(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** Written so that Markdown takes none of it for markup. */
function literal(text) {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/**
 * @typedef {object} HostileArticle
 * @property {string} id
 * @property {string} title
 * @property {string} screen
 * @property {string[]} texts that it holds as paragraphs, as code, as addresses, and as titles of related articles
 */

/**
 * Writes articles of every text, each group with an article that is the topic of a screen.
 *
 * @param {string} folder
 * @param {number} size of a group
 * @returns {Promise<HostileArticle[]>} those with the texts in them
 */
export async function writeHostileArticles(folder, size) {
  await mkdir(folder, {recursive: true});
  const screens = [...readFileSync(inTree('kb/screens.yaml'), 'utf8').matchAll(/app: icenter, id: ([\w.]+)/g)];
  return Promise.all(inParts(hostileTexts, size).map(async (texts, index) => {
    const related = await Promise.all(texts.map((text, at) =>
      writeArticle(folder, `naslov-${index}-${at}`, text, {kind: 'tip'}, 'Besedilo.')));
    const article = {id: `besedilo-${index}`, title: `Besedila ${index}`, screen: screens[index][1], texts};
    const body = texts.map(asBody).join('\n\n');
    await writeArticle(folder, article.id, article.title, {kind: 'f1', f1: [article.screen], related}, body);
    // As an author would paste it: HTML, which is to be dropped, may swallow what comes after it.
    await writeArticle(folder, `koda-${index}`, `Koda ${index}`, {kind: 'tip'}, `Uvod.\n\n${texts.join('\n\n')}`);
    return article;
  }));
}

/** @param {string} text */
function asBody(text) {
  const words = text.trim();
  const address = literal(words);
  return `${address}\n\n    ${words}\n\n` +
    `Glejte [tu](<${address}>), [tam](<https://example.si/${address}>) in ![slika](<${address}>).`;
}

/**
 * @param {string} folder
 * @param {string} id
 * @param {string} title
 * @param {object} further front matter
 * @param {string} body
 * @returns {Promise<string>} its id
 */
async function writeArticle(folder, id, title, further, body) {
  const matter = {id, title, module: 'Fakturiranje', lang: 'sl', ...further};
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  await writeFile(path.join(folder, `${id}.md`), `---\n${lines.join('\n')}\n---\n\n${body}\n`);
  return id;
}

/**
 * What is on the page that hostile texts must not bring about, and the words that are on it. To be evaluated there.
 *
 * @param {Element} top its shadow root is looked at when it has one
 */
export function inspect(top) {
  const root = top.shadowRoot ?? top;
  const nodes = [...root.querySelectorAll('*')];
  const words = (selector) => [...root.querySelectorAll(selector)].map((node) => node.textContent);
  const names = nodes.flatMap((node) => node.getAttributeNames()).filter((name) => /^on|^style$|^srcdoc$/.test(name));
  const protocols = nodes.map((node) => node.protocol).filter(Boolean);
  const active = root.querySelectorAll('script:not([src]), iframe, object, embed, base, meta[http-equiv=refresh i]');
  return {
    found: {
      elements: [...active].map(({localName}) => localName),
      attributes: [...new Set(names)],
      protocols: [...new Set(protocols)].filter((name) => !['https:', 'http:', 'mailto:', 'tel:'].includes(name)),
    },
    texts: words('article p, .blocks p, pre code'),
    related: words('.topics a, [data-action=related] .choice-title'),
  };
}

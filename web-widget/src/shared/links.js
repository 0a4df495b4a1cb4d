// Which addresses of a reply may be followed. Everything else is shown as plain text.

/** @typedef {{kind: 'article', id: string, anchor: string | null}} ArticleLink */
/** @typedef {{kind: 'page', href: string}} PageLink opens in a new tab */
/** @typedef {{kind: 'contact', href: string}} ContactLink mailto or tel: opens what the person uses for it */
/** @typedef {ArticleLink | PageLink | ContactLink} Link */

const ARTICLE = /^article:([a-z0-9-]{1,100})(?:#(.+))?$/u;

/**
 * @param {unknown} href as the server sent it; a path is one on the server
 * @param {string} base address of the server
 * @returns {Link | null} null: not to be followed
 */
export function readLink(href, base) {
  if (typeof href !== 'string' || !href) return null;
  const article = ARTICLE.exec(href);
  if (article) return {kind: 'article', id: article[1], anchor: article[2] ?? null};
  const url = parse(href, base);
  if (!url || url.username || url.password) return null;
  switch (url.protocol) {
    case 'https:':
    case 'http:':
      return {kind: 'page', href: url.href};
    case 'mailto:':
    case 'tel:':
      return {kind: 'contact', href: url.href};
    default:
      return null;
  }
}

/**
 * Pictures come from the server's own media folder only.
 *
 * @param {unknown} source
 * @param {string} base address of the server
 * @returns {string | null} null: not to be loaded
 */
export function readImage(source, base) {
  if (typeof source !== 'string') return null;
  const url = parse(source, base);
  if (!url || url.origin !== new URL(base).origin || !url.pathname.startsWith('/media/')) return null;
  return url.href;
}

/**
 * @param {string} address
 * @param {string} base
 */
function parse(address, base) {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

// Addresses of the F1 page as values, and back. The server knows the same ones: docs/f1.md.

/**
 * @typedef {object} Place
 * @property {string} app empty: no program was named
 * @property {string} screen empty: the program as a whole
 * @property {string} title of the form, as the program calls it
 * @property {string} lang
 * @property {string} version
 * @property {string} module whose articles are listed
 * @property {string} query what is searched for
 * @property {string} article id of the one that is shown whole
 * @property {string} anchor the heading in it to begin at
 */

/** Where the help begins. @type {Readonly<Place>} */
export const NOWHERE = {
  app: '', screen: '', title: '', lang: '', version: '', module: '', query: '', article: '', anchor: '',
};

/** Query parameters in the order in which addresses have them. @type {[string, keyof Place][]} */
const PARAMETERS = [
  ['lang', 'lang'], ['v', 'version'], ['title', 'title'], ['module', 'module'], ['q', 'query'], ['article', 'article'],
];

/** How long they may be in an address, percent-encoded, so that the server takes it. */
const MOST_BYTES = {app: 200, screen: 600, title: 400};

/**
 * @param {Partial<Place>} some
 * @returns {Place} one that an address can name: what is too long is cut off
 */
export function placeOf(some) {
  const place = {...NOWHERE, ...some};
  place.app = isSegment(place.app) ? fit(place.app, MOST_BYTES.app) : '';
  place.screen = place.app && isSegment(place.screen) ? fit(place.screen, MOST_BYTES.screen) : '';
  place.title = fit(place.title, MOST_BYTES.title);
  return place;
}

/**
 * @param {string} href
 * @returns {Place | null} null: no address of an F1 page
 */
export function readPlace(href) {
  const {pathname, searchParams, hash} = new URL(href);
  const [, first, app = '', ...screen] = pathname.split('/').map(decode);
  if (first !== 'f1') return null;
  const place = {...NOWHERE, app, screen: screen.join('/'), anchor: decode(hash.slice(1))};
  for (const [parameter, name] of PARAMETERS) place[name] = (searchParams.get(parameter) ?? '').trim();
  return place;
}

/**
 * @param {Partial<Place>} place
 * @returns {string} path, query and fragment
 */
export function addressOf(place) {
  const named = placeOf(place);
  const {app, screen, anchor} = named;
  const path = ['/f1', ...[app, screen].filter(Boolean).map(encodeURIComponent)].join('/');
  const query = new URLSearchParams();
  for (const [parameter, name] of PARAMETERS) {
    if (named[name]) query.set(parameter, named[name]);
  }
  const parameters = query.toString();
  return path + (parameters && `?${parameters}`) + (anchor && `#${encodeURIComponent(anchor)}`);
}

/**
 * @param {string} text
 * @param {number} most bytes of it when it is percent-encoded
 */
function fit(text, most) {
  const kept = [...text];
  while (encodeURIComponent(kept.join('')).length > most) kept.pop();
  return kept.join('');
}

/**
 * A browser would go up a folder for dots.
 *
 * @param {string} text
 */
function isSegment(text) {
  return text !== '' && text !== '.' && text !== '..';
}

/** @param {string} text percent-encoded, or not */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

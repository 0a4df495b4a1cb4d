// The addresses of the desk: /staff/PAGE?QUERY. Moves between pages without loading the desk anew.

/** @typedef {{path: string, query: URLSearchParams}} Place */
/** @typedef {URLSearchParams | Record<string, string>} Query */

const ROOT = '/staff';

/**
 * @param {string} path of a page
 * @param {Query} [query] empty values are left out
 * @returns {string} the address that a link to the page has
 */
export function pageAddress(path, query = {}) {
  const given = [...new URLSearchParams(query)].filter(([, value]) => value !== '');
  const text = new URLSearchParams(given).toString();
  return `${ROOT}/${path}${text ? `?${text}` : ''}`;
}

/**
 * @param {{pathname: string, search: string}} address
 * @param {string} first the page that the desk opens with
 * @returns {Place | null} null: no address of the desk
 */
export function readPlace({pathname, search}, first) {
  if (pathname !== ROOT && !pathname.startsWith(`${ROOT}/`)) return null;
  const path = pathname.slice(ROOT.length + 1).replace(/\/$/, '') || first;
  return {path, query: new URLSearchParams(search)};
}

export class Router {
  #first;
  #window;
  /** @type {(place: Place) => void} */
  #show;
  /** @type {() => Promise<boolean>} */
  #mayLeave;
  /** Where the person is; popstate tells where they want to be only when it is too late. */
  #address = '';

  /**
   * @param {object} options
   * @param {string} options.first path of the page that the desk opens with
   * @param {(place: Place) => void} options.show
   * @param {() => Promise<boolean>} options.mayLeave asks the person when something would be lost
   * @param {Window} [options.window]
   */
  constructor({first, show, mayLeave, window = globalThis.window}) {
    this.#first = first;
    this.#show = show;
    this.#mayLeave = mayLeave;
    this.#window = window;
  }

  /** Follows the browser's back and forward, and the links of the desk, from now on. */
  start() {
    this.#window.addEventListener('popstate', () => this.#back());
    this.#window.document.addEventListener('click', (event) => this.#follow(event));
    this.#draw();
  }

  /**
   * @param {string} path
   * @param {Query} [query]
   */
  async go(path, query) {
    const address = pageAddress(path, query);
    if (!await this.#mayLeave()) return;
    if (address !== this.#here()) this.#window.history.pushState(null, '', address);
    this.#draw();
  }

  /** @param {Query} query of the present page, which is not shown anew */
  setQuery(query) {
    const place = readPlace(this.#window.location, this.#first);
    this.#window.history.replaceState(null, '', pageAddress(place?.path ?? this.#first, query));
    this.#address = this.#here();
  }

  /** Shows the present page anew. */
  again() {
    this.#draw();
  }

  #here() {
    const {pathname, search} = this.#window.location;
    return pathname + search;
  }

  #draw() {
    this.#address = this.#here();
    const place = readPlace(this.#window.location, this.#first);
    if (place) this.#show(place);
  }

  async #back() {
    const wanted = this.#here();
    if (wanted === this.#address) return;
    const left = this.#address;
    if (await this.#mayLeave()) this.#draw();
    else if (this.#here() === wanted) this.#window.history.pushState(null, '', left);
  }

  /** @param {MouseEvent} event */
  #follow(event) {
    const wantsElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || wantsElsewhere || !(event.target instanceof Element)) return;
    const link = event.target.closest('a');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== this.#window.location.origin) return;
    const place = readPlace(link, this.#first);
    // A link within the page is the browser's.
    if (!place || link.hash) return;
    event.preventDefault();
    this.go(place.path, place.query);
  }
}

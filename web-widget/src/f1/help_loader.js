// Reads what a place of the F1 help shows. Draws nothing.
import {ApiFailure} from '../shared/api.js';

/** @typedef {import('./place.js').Place} Place */
/** @typedef {import('../shared/wire').Article} Article */
/** @typedef {import('../shared/wire').ScreenHelp} ScreenHelp */
/** @typedef {import('../shared/wire').SearchResults} SearchResults */

/**
 * @typedef {object} Help what a place shows: the article, else what was found, else the topics as a list
 * @property {ScreenHelp} topics of the screen
 * @property {SearchResults | null} found null: nothing was searched for
 * @property {Article | null} article
 * @property {boolean} isChosen the reader chose the article; else it is the screen's own
 */

/** As many as the server's page shows. */
const MOST_RESULTS = '8';

export class HelpLoader {
  #api;
  /** One looks at several topics of a screen in a row. @type {Kept<ScreenHelp>} */
  #topics = new Kept();
  /** And at several results of a search. @type {Kept<SearchResults>} */
  #found = new Kept();

  /** @param {import('../shared/api.js').Api} api */
  constructor(api) {
    this.#api = api;
  }

  /**
   * @param {Place} place
   * @param {AbortSignal} signal
   * @param {boolean} pressed somebody pressed F1 there just now, and does not only read on
   * @returns {Promise<Help>} fails as the Api does
   */
  async load(place, signal, pressed) {
    const choosing = place.article ? this.#chosen(place.article, signal) : Promise.resolve(null);
    if (pressed) this.#topics = new Kept();
    const [topics, chosen] = await Promise.all([this.#topicsOf(place, signal, pressed), choosing]);
    const found = place.query ? await this.#search(place, topics, signal) : null;
    if (chosen || found || !topics.shown) return {topics, found, article: chosen, isChosen: chosen !== null};
    return {topics, found, article: await this.#api.article(topics.shown, signal), isChosen: false};
  }

  /**
   * A link may be older than the knowledge; what it was found among is shown then.
   *
   * @param {string} id
   * @param {AbortSignal} signal
   */
  async #chosen(id, signal) {
    try {
      return await this.#api.article(id, signal);
    } catch (error) {
      if (error instanceof ApiFailure && error.kind === 'missing') return null;
      throw error;
    }
  }

  /**
   * @param {Place} place
   * @param {AbortSignal} signal
   * @param {boolean} pressed
   */
  #topicsOf({app, screen, title}, signal, pressed) {
    return this.#topics.get(JSON.stringify([app, screen, title]),
      () => this.#api.screen({app, screen, title, pressed}, signal));
  }

  /**
   * Asked as the server's page does, which shows the same after a reload.
   *
   * @param {Place} place
   * @param {ScreenHelp} topics
   * @param {AbortSignal} signal
   */
  #search({app, screen, version, query, module: chosen}, {screen: listed, module: own}, signal) {
    const module = chosen || own || '';
    const where = {app: listed?.app ?? app, screen: listed?.id ?? screen, version, limit: MOST_RESULTS};
    return this.#found.get(JSON.stringify([query, module, where]),
      () => this.#api.search(query, module, signal, where));
  }
}

/** The last thing that was read. @template Thing */
class Kept {
  #name = '';
  /** @type {Thing | null} */
  #thing = null;

  /**
   * @param {string} name
   * @param {() => Promise<Thing>} read called when the last thing had another name
   * @returns {Promise<Thing>}
   */
  async get(name, read) {
    if (this.#thing && this.#name === name) return this.#thing;
    const thing = await read();
    this.#name = name;
    this.#thing = thing;
    return thing;
  }
}

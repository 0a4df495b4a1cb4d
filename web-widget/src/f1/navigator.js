// Which place of the help is on the page: goes there without a reload, keeps the browser's addresses right, and leaves
// what is shown where it is until there is something else to show. Draws nothing.
import {ApiFailure} from '../shared/api.js';
import {addressOf, readPlace} from './place.js';

/** @typedef {import('./place.js').Place} Place */

/** A quick answer needs no "loading". */
const SLOW_AFTER = 400;

/**
 * push: the way back is kept · replace: takes the place of the present entry · back: the browser has gone there
 * already · again: it is there, and is drawn anew
 *
 * @typedef {'push' | 'replace' | 'back' | 'again'} Manner
 */

/**
 * @typedef {object} Arrival how a place was come to
 * @property {Manner} manner
 * @property {Place | null} from what was on the page before
 * @property {number} top how far the page is to be scrolled
 */

/**
 * @template View
 * @typedef {object} Collaborators
 * @property {Window} window
 * @property {(place: Place) => boolean} isDrawable false: the browser has to load it
 * @property {(place: Place, signal: AbortSignal, manner: Manner) => Promise<View>} load fails with an ApiFailure, or
 *   with the reason of the signal
 * @property {(view: View, place: Place, arrival: Arrival) => void} show
 * @property {(state: 'idle' | 'slow' | ApiFailure) => void} progress called with each change
 */

/** @template View */
export class Navigator {
  #window;
  #isDrawable;
  #load;
  #show;
  #progress;
  #place;
  #loading = new AbortController();
  /** @type {() => Promise<boolean>} */
  #repeat = async () => false;

  /** @param {Collaborators<View>} collaborators */
  constructor({window, isDrawable, load, show, progress}) {
    this.#window = window;
    this.#isDrawable = isDrawable;
    this.#load = load;
    this.#show = show;
    this.#progress = progress;
    this.#place = readPlace(window.location.href);
  }

  /** What is on the page. @returns {Place | null} null: nothing that this knows */
  get place() {
    return this.#place;
  }

  start() {
    this.#window.addEventListener('popstate', this.#goBack);
  }

  stop() {
    this.#loading.abort();
    this.#window.removeEventListener('popstate', this.#goBack);
  }

  /**
   * The last call wins.
   *
   * @param {Place} place
   * @param {Manner} manner
   * @returns {Promise<boolean>} false: it is not shown, because it could not be read or something else was asked for
   */
  go(place, manner) {
    this.#repeat = () => this.#go(place, manner);
    return this.#repeat();
  }

  /** Once more what failed. */
  retry() {
    return this.#repeat();
  }

  /**
   * @param {Place} place
   * @param {Manner} manner
   */
  async #go(place, manner) {
    this.#loading.abort();
    const loading = this.#loading = new AbortController();
    const {signal} = loading;
    const timer = setTimeout(() => this.#progress('slow'), SLOW_AFTER);
    try {
      const view = await this.#load(place, signal, manner);
      if (signal.aborted) return false;
      const from = this.#place;
      this.#enter(place, manner);
      this.#show(view, place, {manner, from, top: this.#topOf(manner)});
      this.#progress('idle');
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      if (!(error instanceof ApiFailure)) throw error;
      this.#progress(error);
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @param {Place} place
   * @param {Manner} manner
   */
  #enter(place, manner) {
    this.#place = place;
    const {history, scrollY} = this.#window;
    if (manner === 'push') {
      history.replaceState({top: scrollY}, '');
      history.pushState(null, '', addressOf(place));
    }
    if (manner === 'replace') history.replaceState(null, '', addressOf(place));
  }

  /** @param {Manner} manner */
  #topOf(manner) {
    return manner === 'back' ? Number(this.#window.history.state?.top) || 0 : 0;
  }

  #goBack = () => {
    const place = readPlace(this.#window.location.href);
    if (!place) return;
    if (!this.#place || !isSamePage(place, this.#place)) {
      if (this.#isDrawable(place)) void this.go(place, 'back');
      else this.#window.location.reload();
      return;
    }
    // The browser itself goes to a heading, or has come back to what is still shown.
    this.#loading.abort();
    this.#place = place;
    this.#progress('idle');
  };
}

/**
 * @param {Place} one
 * @param {Place} other
 */
function isSamePage(one, other) {
  return addressOf({...one, anchor: ''}) === addressOf({...other, anchor: ''});
}

// What is suggested while somebody types: when to ask for it, what is still of use when it comes, and which of
// it the arrow keys stand on. Draws nothing.
import {ApiFailure} from './api.js';

/** @typedef {import('./wire').Suggestion} Suggestion */
/** @typedef {import('./wire').SuggestionGroup} SuggestionGroup */

/** A pause in typing after which it is worth to ask. */
const WAIT = 120;
/** How long a server that did not answer is left alone. */
const REST = 5000;
const SHORTEST = 2;
const LONGEST = 200;

/**
 * @typedef {object} Collaborators
 * @property {(typed: string, signal: AbortSignal) => Promise<SuggestionGroup[]>} find fails with an ApiFailure, or
 *   with the reason of the signal
 * @property {() => void} changed called after each change of what is shown
 * @property {Clock} [clock]
 */

/**
 * @typedef {object} Clock
 * @property {() => number} now milliseconds
 * @property {(wait: number, action: () => void) => () => void} after what it returns calls it off
 */

/** @type {Clock} */
const wallClock = {
  now: () => Date.now(),
  after: (wait, action) => {
    const timer = setTimeout(action, wait);
    return () => clearTimeout(timer);
  },
};

export class Suggestions {
  #find;
  #changed;
  #clock;
  /** @type {SuggestionGroup[]} */
  #groups = [];
  #active = -1;
  /** What was typed last, whether or not it was asked about. */
  #typed = '';
  #callOff = () => {};
  #request = new AbortController();
  #restUntil = 0;

  /** @param {Collaborators} collaborators */
  constructor({find, changed, clock = wallClock}) {
    this.#find = find;
    this.#changed = changed;
    this.#clock = clock;
  }

  /** @returns {readonly SuggestionGroup[]} empty: nothing is to be shown */
  get groups() {
    return this.#groups;
  }

  /** @returns {Suggestion[]} in the order in which they are shown */
  get all() {
    return this.#groups.flatMap(({suggestions}) => suggestions);
  }

  get isOpen() {
    return this.#groups.length > 0;
  }

  /** Which one the arrow keys stand on; -1: none, what was typed counts. */
  get active() {
    return this.#active;
  }

  /** @returns {Suggestion | null} */
  get chosen() {
    return this.all[this.#active] ?? null;
  }

  /** @param {string} text all that stands in the field now */
  type(text) {
    const typed = text.trim();
    if (typed === this.#typed) return;
    this.#typed = typed;
    this.#forget();
    if (!isWorthAsking(text)) return this.#show([]);
    this.#callOff = this.#clock.after(WAIT, () => void this.#ask(typed));
  }

  /** @param {1 | -1} step down or up; past the ends it comes back to what was typed */
  move(step) {
    const places = this.all.length + 1;
    this.#active = (this.#active + 1 + step + places) % places - 1;
    this.#changed();
  }

  /** Shows none until something else is typed. */
  close() {
    this.#forget();
    this.#show([]);
  }

  /** The field is empty again, whatever was typed into it. */
  reset() {
    this.#typed = '';
    this.close();
  }

  /** Nothing that was asked for is of use any more. */
  #forget() {
    this.#callOff();
    this.#request.abort();
  }

  /** @param {string} typed */
  async #ask(typed) {
    if (this.#clock.now() < this.#restUntil) return this.#show([]);
    this.#request = new AbortController();
    const {signal} = this.#request;
    try {
      const groups = await this.#find(typed, signal);
      if (!signal.aborted) this.#show(groups.filter(({suggestions}) => suggestions.length > 0));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiFailure)) throw error;
      // Who types has asked for nothing yet, so nothing is said; the question itself will tell.
      this.#restUntil = this.#clock.now() + REST;
      this.#show([]);
    }
  }

  /** @param {SuggestionGroup[]} groups */
  #show(groups) {
    const wasOpen = this.isOpen;
    this.#groups = groups;
    this.#active = -1;
    if (wasOpen || this.isOpen) this.#changed();
  }
}

/**
 * Several lines are a message that tells a story, not the beginning of a title.
 *
 * @param {string} text
 */
function isWorthAsking(text) {
  const {length} = [...text.trim()];
  return length >= SHORTEST && length <= LONGEST && !text.includes('\n');
}

// What somebody is writing, until it is saved: it outlives an error, a reload, signing out and the closing of the tab.
// Where the browser denies storage, it lives as long as the page.
import {toJson} from '../../shared/json.js';

/** What every entry of ours begins with. */
const PREFIX = 'pomocnik.staff.text.';

/** @typedef {import('./fields.js').Fields} Fields */
/** @typedef {{fields: Fields, at: string}} Kept at: the moment of the last change, RFC 3339 */

export class KeptText {
  #entry;
  #now;
  /** @type {Kept | null} */
  #memory = null;

  /**
   * @param {string} owner the account's name: others at the same browser do not see it
   * @param {string} place what is being written: an article, a gap, a screen
   * @param {() => Date} [now]
   */
  constructor(owner, place, now = () => new Date()) {
    this.#entry = `${PREFIX}${encodeURIComponent(owner)}.${encodeURIComponent(place)}`;
    this.#now = now;
  }

  /** @returns {Kept | null} null: nothing is unsaved */
  read() {
    try {
      return parse(localStorage.getItem(this.#entry)) ?? this.#memory;
    } catch {
      return this.#memory;
    }
  }

  /** @param {Fields} fields */
  write(fields) {
    this.#memory = {fields, at: this.#now().toISOString()};
    try {
      localStorage.setItem(this.#entry, toJson(this.#memory));
    } catch {
      // Denied or full: what is in memory has to do.
    }
  }

  forget() {
    this.#memory = null;
    try {
      localStorage.removeItem(this.#entry);
    } catch {
      // Denied: nothing is there.
    }
  }
}

/**
 * @param {string | null} text
 * @returns {Kept | null} null when it is not what we wrote
 */
function parse(text) {
  try {
    const kept = JSON.parse(text ?? 'null');
    return typeof kept?.at === 'string' && typeof kept.fields?.markdown === 'string' ? kept : null;
  } catch {
    return null;
  }
}

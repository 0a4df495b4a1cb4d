// One text that outlives a reload of the page. Where the browser denies storage, it lives as long as the page.

/** What every entry of ours begins with. */
const PREFIX = 'pomocnik.';
/** The entry that has the conversation. */
export const CHAT_ENTRY = `${PREFIX}chat`;
/** The entry that has the language, once the person has picked one. */
export const LANGUAGE_ENTRY = `${PREFIX}language`;

export class Store {
  #name;
  #memory = '';

  /**
   * @param {string | null} name of the entry in the tab's session storage, with the prefix; null: none, it lives as
   *   long as the page
   */
  constructor(name) {
    this.#name = name;
  }

  /** @returns {string} empty when nothing is kept */
  read() {
    if (this.#name === null) return this.#memory;
    try {
      return sessionStorage.getItem(this.#name) ?? this.#memory;
    } catch {
      return this.#memory;
    }
  }

  /** @param {string} text empty: keep nothing */
  write(text) {
    this.#memory = text;
    if (this.#name === null) return;
    try {
      if (text) sessionStorage.setItem(this.#name, text);
      else sessionStorage.removeItem(this.#name);
    } catch {
      // Denied or full: the text in memory has to do.
    }
  }

  /** Removes every entry of ours from the tab's session storage. */
  static wipe() {
    try {
      const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
      for (const name of names) sessionStorage.removeItem(name);
    } catch {
      // Denied: nothing is there.
    }
  }
}

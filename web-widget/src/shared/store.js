// One text that outlives a reload of the page. Where the browser denies storage, it lives as long as the page.

export class Store {
  #name;
  #memory = '';

  /** @param {string} name of the entry in the tab's session storage */
  constructor(name) {
    this.#name = name;
  }

  /** @returns {string} empty when nothing is kept */
  read() {
    try {
      return sessionStorage.getItem(this.#name) ?? this.#memory;
    } catch {
      return this.#memory;
    }
  }

  /** @param {string} text empty: keep nothing */
  write(text) {
    this.#memory = text;
    try {
      if (text) sessionStorage.setItem(this.#name, text);
      else sessionStorage.removeItem(this.#name);
    } catch {
      // Denied or full: the text in memory has to do.
    }
  }
}

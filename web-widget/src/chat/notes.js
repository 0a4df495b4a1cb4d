// What the server is told for its statistics beside messages and votes: that the chat was opened, what was read, and
// which suggestion was picked. Each is told once, and nothing depends on its arriving.

/** @typedef {import('../shared/transcript.js').Turn} Turn */
/** @typedef {import('../shared/wire').PageEvent} PageEvent */

export class Notes {
  #tell;
  /** @type {Set<string>} */
  #told = new Set();

  /** @param {(event: PageEvent) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  /** The chat was opened. */
  visited() {
    this.#once({kind: 'visit'});
  }

  /** @param {string} article a suggestion that was picked */
  picked(article) {
    this.#tell({kind: 'suggestion', article});
  }

  /**
   * An answer, or an article of it, was read.
   *
   * @param {Turn} turn
   * @param {'opened' | 'dwell'} how
   * @param {string} [article] that was opened
   */
  read({reply}, how, article) {
    if (reply?.saved) this.#once({kind: 'view', turn: reply.turn, how, ...(article ? {article} : {})});
  }

  /** @param {PageEvent} event */
  #once(event) {
    const name = JSON.stringify(event);
    if (this.#told.has(name)) return;
    this.#told.add(name);
    this.#tell(event);
  }
}

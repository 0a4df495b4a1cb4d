// Fetches the panel's module when it is wanted, and again after it could not be had.

const PATIENCE = 20000;

/**
 * @typedef {object} PanelModule
 * @property {(launcher: import('../chat/host').Launcher) => import('../chat/chat.js').Chat} mount
 */

export class PanelLoader {
  #address;
  #load;
  #patience;
  #tries = 0;
  /** @type {Promise<PanelModule> | null} */
  #module = null;

  /**
   * @param {string} address
   * @param {(address: string) => Promise<PanelModule>} load
   * @param {number} [patience] how long to wait for it, in milliseconds
   */
  constructor(address, load, patience = PATIENCE) {
    this.#address = address;
    this.#load = load;
    this.#patience = patience;
  }

  /** @returns {Promise<PanelModule>} fails when it cannot be had; the next call tries again */
  load() {
    this.#module ??= this.#try();
    return this.#module;
  }

  /** Has it ready before it is wanted. That it could not be had shows when it is wanted. */
  prefetch() {
    this.load().catch(() => {});
  }

  async #try() {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const tooLate = new Promise((_resolve, reject) => {
      timer = setTimeout(reject, this.#patience, new Error('it takes too long'));
    });
    try {
      return await Promise.race([this.#load(this.#nextAddress()), tooLate]);
    } catch (error) {
      this.#module = null;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Browsers remember that an address failed to load, so the next try has another one. */
  #nextAddress() {
    this.#tries += 1;
    return this.#tries === 1 ? this.#address : `${this.#address}&try=${this.#tries}`;
  }
}

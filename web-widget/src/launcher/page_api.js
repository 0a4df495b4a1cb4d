// What the page around the chat has of it: calls that wait until they can be made, and events.
// Whatever the page does wrong is told on its console; nothing is thrown at it.
import {NAMES, readCall} from './calls.js';

/** @typedef {import('./calls.js').Call} Call */
/** @typedef {(detail: object) => void} Listener */

export class PageApi {
  #console;
  /** @type {Call[]} made before there was anything to perform them */
  #waiting = [];
  /** @type {((call: Call) => void) | null} */
  #perform = null;
  /** @type {{event: string, listener: Listener}[]} */
  #listeners = [];
  /** @type {object | null} the detail of `ready`, once that is over */
  #ready = null;

  /** @param {Pick<Console, 'warn' | 'error'>} output for the page's developer */
  constructor(output) {
    this.#console = output;
  }

  /** @param {unknown} written a list of the call's name and its arguments */
  take(written) {
    const call = readCall(written);
    if (typeof call === 'string') this.#console.warn(call);
    else if (call.name === 'on') this.#on(call.args[0], call.args[1]);
    else if (call.name === 'off') this.#off(call.args[0], call.args[1]);
    else if (this.#perform) this.#perform(call);
    else this.#waiting.push(call);
  }

  /**
   * Performs what waits, in its order, and from now on whatever comes.
   *
   * @param {(call: Call) => void} perform
   * @param {object} detail of the event `ready`
   */
  start(perform, detail) {
    this.#perform = perform;
    this.#ready = detail;
    this.emit('ready', detail);
    for (const call of this.#waiting.splice(0)) perform(call);
  }

  /**
   * @param {string} event
   * @param {object} detail
   */
  emit(event, detail) {
    const told = this.#listeners.filter((entry) => entry.event === event);
    for (const {listener} of told) this.#tell(listener, detail);
  }

  /**
   * @param {string} event
   * @param {Listener} listener
   */
  #on(event, listener) {
    this.#listeners.push({event, listener});
    // Who comes late is told at once, or would wait for ever.
    if (event === 'ready' && this.#ready) this.#tell(listener, this.#ready);
  }

  /**
   * @param {string} event
   * @param {Listener} listener
   */
  #off(event, listener) {
    this.#listeners = this.#listeners.filter((entry) => entry.event !== event || entry.listener !== listener);
  }

  /**
   * @param {Listener} listener
   * @param {object} detail
   */
  #tell(listener, detail) {
    try {
      listener({...detail});
    } catch (error) {
      this.#console.error('pomocnik: a listener of this page failed', error);
    }
  }
}

/**
 * Puts the global `pomocnik` on the page in place of the list that the page may have begun, and takes over its calls.
 *
 * @param {any} page its window
 * @param {PageApi} api
 */
export function install(page, api) {
  const begun = page.pomocnik;
  /** @type {Record<string, (...args: unknown[]) => void>} */
  const surface = {
    push: (...calls) => {
      for (const call of calls) api.take(call);
    },
  };
  for (const name of NAMES) surface[name] = (...args) => api.take([name, ...args]);
  Object.defineProperty(page, 'pomocnik', {value: Object.freeze(surface), configurable: true, writable: true});
  if (!Array.isArray(begun)) return;
  for (let index = 0; index < begun.length; index += 1) api.take(begun[index]);
}

// The staff API for the pages. A call that finds the session ended waits until the person has signed in again, and is
// then repeated: what a page was about to do or show is not lost.
import {StaffFailure} from './staff_wire.js';

/** @typedef {Record<string, string | number | null | undefined>} Query absent and empty values are left out */

export class StaffApi {
  #wire;
  #session;

  /**
   * @param {Pick<import('./staff_wire.js').StaffWire, 'json' | 'file'>} wire
   * @param {Pick<import('./session.js').Session, 'token' | 'renew' | 'refreshToken'>} session
   */
  constructor(wire, session) {
    this.#wire = wire;
    this.#session = session;
  }

  /**
   * @param {string} path below /api/v1/staff: "overview"
   * @param {Query} [query]
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   * @throws {StaffFailure} or the reason of the signal when that was aborted
   */
  get(path, query = {}, signal) {
    return this.#repeated(() => this.#wire.json(withQuery(path, query), {signal}));
  }

  /**
   * Changes something.
   *
   * @param {string} path
   * @param {unknown} body
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   * @throws {StaffFailure} or the reason of the signal when that was aborted
   */
  post(path, body, signal) {
    return this.#repeated(() => this.#wire.json(path, {body, token: this.#session.token, signal}));
  }

  /**
   * @param {string} path
   * @param {Query} [query]
   * @param {AbortSignal} [signal]
   * @returns {Promise<{name: string, content: Blob}>}
   * @throws {StaffFailure} or the reason of the signal when that was aborted
   */
  file(path, query = {}, signal) {
    return this.#repeated(() => this.#wire.file(withQuery(path, query), {signal}));
  }

  /**
   * @template T
   * @param {() => Promise<T>} call
   * @returns {Promise<T>}
   */
  async #repeated(call) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof StaffFailure) || !await this.#isMended(error)) throw error;
    }
    return call();
  }

  /** @param {StaffFailure} failure */
  async #isMended({kind}) {
    if (kind === 'forbidden') return this.#session.refreshToken();
    if (kind !== 'signed_out') return false;
    await this.#session.renew();
    return true;
  }
}

/**
 * @param {string} path
 * @param {Query} query
 */
function withQuery(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

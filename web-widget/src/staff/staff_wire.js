// One request to the staff API and what comes back. Knows nothing about who is signed in.
import {toJson} from '../shared/json.js';

/**
 * @typedef {'offline' | 'timeout' | 'busy' | 'limited' | 'signed_out' | 'forbidden' | 'missing' | 'conflict' |
 *   'refused' | 'broken'} StaffFailureKind
 *   offline: no connection · timeout: no answer in time · busy: come back later · limited: too many tries · signed_out:
 *   nobody is signed in · forbidden: not with this role, or not from this page · missing: no such thing · conflict:
 *   somebody else was faster · refused: the request is wrong · broken: the server's fault
 */

/** @typedef {{code?: string, field?: string, retryAfter?: number}} FailureDetails */

export class StaffFailure extends Error {
  /**
   * @param {StaffFailureKind} kind
   * @param {string} [message] the server's text for the person, when it sent one
   * @param {FailureDetails} [details] code: what the server calls it · field: the one that is wrong · retryAfter:
   *   seconds
   */
  constructor(kind, message = '', {code = '', field = '', retryAfter = 0} = {}) {
    super(message);
    this.name = 'StaffFailure';
    this.kind = kind;
    this.code = code;
    this.field = field;
    this.retryAfter = retryAfter;
  }
}

/**
 * @typedef {object} Sending
 * @property {unknown} [body] makes a POST of it
 * @property {string} [token] of the session, for what changes anything
 * @property {AbortSignal} [signal]
 */

export class StaffWire {
  #base;
  #language;
  #fetch;
  #patience;

  /**
   * @param {object} options
   * @param {string} options.base address of the staff API, with a slash at the end
   * @param {{lang: string}} options.language of the server's messages, as it is when they are asked for
   * @param {typeof fetch} [options.fetch]
   * @param {number} [options.patience] how long to wait for an answer, in milliseconds
   */
  constructor({base, language, fetch = globalThis.fetch.bind(globalThis), patience = 30000}) {
    this.#base = base;
    this.#language = language;
    this.#fetch = fetch;
    this.#patience = patience;
  }

  /**
   * @param {string} path below the staff API, with its query
   * @param {Sending} [sending]
   * @returns {Promise<any>} the JSON that came
   * @throws {StaffFailure} or the reason of the signal when that was aborted
   */
  json(path, sending) {
    return this.#send(path, sending, async (response) => {
      const body = parse(await response.text());
      if (body === undefined) throw new StaffFailure('broken');
      return body;
    });
  }

  /**
   * @param {string} path
   * @param {Sending} [sending]
   * @returns {Promise<{name: string, content: Blob}>} a file, by the name that the server gives it
   * @throws {StaffFailure} or the reason of the signal when that was aborted
   */
  file(path, sending) {
    return this.#send(path, sending, async (response) => ({
      name: /filename="([^"/\\]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'pomocnik',
      content: await response.blob(),
    }));
  }

  /**
   * @template T
   * @param {string} path
   * @param {Sending | undefined} sending
   * @param {(response: Response) => Promise<T>} read
   * @returns {Promise<T>}
   */
  async #send(path, {body, token, signal} = {}, read) {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.#patience);
    const abort = () => deadline.abort();
    signal?.throwIfAborted();
    signal?.addEventListener('abort', abort);
    try {
      const response = await this.#fetch(new URL(path, this.#base), {
        ...(body === undefined ? {} : {method: 'POST', body: toJson(body)}),
        headers: {
          'Accept': 'application/json', 'Accept-Language': this.#language.lang,
          ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
          ...(token ? {'X-Staff-Token': token} : {}),
        },
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: deadline.signal,
      });
      if (!response.ok) throw await failure(response);
      return await read(response);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof StaffFailure) throw error;
      // fetch and the reading of a body fail with a TypeError when the connection does.
      throw new StaffFailure(deadline.signal.aborted ? 'timeout' : 'offline');
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }
}

/** @param {Response} response */
async function failure(response) {
  const error = parse(await response.text())?.error;
  const message = typeof error?.message === 'string' ? error.message : '';
  return new StaffFailure(failureKind(response.status), message, {
    code: String(error?.code ?? ''),
    field: String(error?.field ?? ''),
    retryAfter: Number(response.headers.get('Retry-After')) || 0,
  });
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @type {Record<number, StaffFailureKind>} */
const kindOfStatus = {
  401: 'signed_out', 403: 'forbidden', 404: 'missing', 409: 'conflict', 429: 'limited',
  502: 'busy', 503: 'busy', 504: 'busy',
};

/**
 * @param {number} status
 * @returns {StaffFailureKind}
 */
function failureKind(status) {
  return kindOfStatus[status] ?? (status >= 400 && status < 500 ? 'refused' : 'broken');
}

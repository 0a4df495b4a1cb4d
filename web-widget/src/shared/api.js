// The server's API as functions. Knows nothing about what is shown.
import {toJson} from './json.js';

/** @typedef {import('./wire').ChatReply} ChatReply */
/** @typedef {import('./wire').ChatRequest} ChatRequest */
/** @typedef {import('./wire').Article} Article */
/** @typedef {import('./wire').SearchResults} SearchResults */
/** @typedef {import('./wire').Suggestions} Suggestions */
/** @typedef {import('./wire').FeedbackRequest} FeedbackRequest */
/** @typedef {import('./wire').DraftRequest} DraftRequest */
/** @typedef {import('./wire').DraftReply} DraftReply */
/** @typedef {import('./wire').DraftEventRequest} DraftEventRequest */

const LONGEST_SEARCH = 500; // code points
const LONGEST_FACT = 100;

/**
 * @typedef {'offline' | 'timeout' | 'busy' | 'limited' | 'full' | 'missing' | 'conflict' | 'refused' |
 *   'broken'} FailureKind
 *   offline: no connection · timeout: no answer in time · busy: come back later · limited: too much was asked for,
 *   come back later · full: the conversation takes no more · missing: no such thing · conflict: the key was used
 *   for another request · refused: the request is wrong · broken: the server's fault
 */

export class ApiFailure extends Error {
  /**
   * @param {FailureKind} kind
   * @param {string} [message] the server's text for the person, when it sent one
   */
  constructor(kind, message = '') {
    super(message);
    this.name = 'ApiFailure';
    this.kind = kind;
  }
}

/**
 * @typedef {object} Sending
 * @property {AbortSignal} [signal]
 * @property {boolean} [keepalive] goes on when the page is left
 */

/** Every call fails with an ApiFailure, or with the reason of `signal` when that was aborted. */
export class Api {
  #base;
  #lang;
  #fetch;
  #patience;

  /**
   * @param {object} options
   * @param {string} options.base address of the server
   * @param {string} options.lang language of the server's messages
   * @param {typeof fetch} [options.fetch]
   * @param {number} [options.patience] how long to wait for an answer, in milliseconds
   */
  constructor({base, lang, fetch = globalThis.fetch.bind(globalThis), patience = 20000}) {
    this.#base = base;
    this.#lang = lang;
    this.#fetch = fetch;
    this.#patience = patience;
  }

  get base() {
    return this.#base;
  }

  /** @param {string} lang of the server's messages from now on */
  set lang(lang) {
    this.#lang = lang;
  }

  /**
   * @param {ChatRequest} request
   * @param {string | null} secret of the conversation that the request names
   * @param {AbortSignal} [signal]
   * @returns {Promise<ChatReply>}
   */
  chat(request, secret, signal) {
    return this.#post('api/v1/chat', request, secret, {signal});
  }

  /**
   * @param {string} id
   * @param {AbortSignal} [signal]
   * @returns {Promise<Article>}
   */
  article(id, signal) {
    return this.#call(`api/v1/articles/${encodeURIComponent(id)}`, {}, {signal});
  }

  /**
   * @param {string} text
   * @param {string | undefined} module the one that the person works in
   * @param {AbortSignal} [signal]
   * @param {{app?: string, screen?: string, version?: string, limit?: string}} [further] where the person works, and
   *   how many articles are wanted
   * @returns {Promise<SearchResults>}
   */
  search(text, module, signal, further = {}) {
    const query = new URLSearchParams({q: [...text].slice(0, LONGEST_SEARCH).join('')});
    for (const [name, fact] of Object.entries({module, ...further})) if (fact) query.set(name, cut(fact));
    return this.#call(`api/v1/search?${query}`, {}, {signal});
  }

  /**
   * @param {{app: string, screen: string, title: string, pressed: boolean}} asked screen: empty for the program as a
   *   whole; title: what the program calls the screen; pressed: somebody pressed F1 there just now
   * @param {AbortSignal} [signal]
   * @returns {Promise<import('./wire').ScreenHelp>}
   */
  screen({app, screen, title, pressed}, signal) {
    const path = ['api/v1/f1', ...[app, screen].filter(Boolean).map(encodeURIComponent)].join('/');
    const query = new URLSearchParams({...(title ? {title} : {}), ...(pressed ? {} : {press: 'false'})});
    return this.#call(`${path}?${query}`, {}, {signal});
  }

  /**
   * @param {string} typed so far
   * @param {{module?: string, limit?: number}} wanted
   * @param {AbortSignal} [signal]
   * @returns {Promise<Suggestions>}
   */
  suggest(typed, {module, limit}, signal) {
    const query = new URLSearchParams({q: typed});
    if (module) query.set('module', module);
    if (limit) query.set('limit', String(limit));
    return this.#call(`api/v1/suggest?${query}`, {}, {signal});
  }

  /**
   * @param {FeedbackRequest} request
   * @param {string | null} secret
   * @returns {Promise<{saved: true}>}
   */
  feedback(request, secret) {
    return this.#post('api/v1/feedback', request, secret);
  }

  /**
   * @param {DraftRequest} request
   * @param {string | null} secret
   * @returns {Promise<DraftReply>} the wording as it was kept
   */
  draft(request, secret) {
    return this.#post('api/v1/draft', request, secret);
  }

  /**
   * Arrives even when the page is left at once.
   *
   * @param {DraftEventRequest} request
   * @param {string | null} secret
   * @returns {Promise<{saved: true}>}
   */
  draftEvent(request, secret) {
    return this.#post('api/v1/draft-event', request, secret, {keepalive: true});
  }

  /**
   * Arrives even when the page is left at once.
   *
   * @param {import('./wire').PageEvent[]} events
   * @param {import('./wire').Context} context
   * @param {string | null} secret of the conversation, when one is a view
   * @returns {Promise<{saved: true}>}
   */
  events(events, context, secret) {
    return this.#post('api/v1/events', {lang: this.#lang, context, events}, secret, {keepalive: true});
  }

  /**
   * @param {string} path
   * @param {unknown} body
   * @param {string | null} secret
   * @param {Sending} [sending]
   */
  #post(path, body, secret, sending) {
    /** @type {Record<string, string>} */
    const headers = {'Content-Type': 'application/json'};
    if (secret) headers['X-Conversation-Secret'] = secret;
    return this.#call(path, {method: 'POST', headers, body: toJson(body)}, sending);
  }

  /**
   * @param {string} path
   * @param {{method?: string, headers?: Record<string, string>, body?: string}} options
   * @param {Sending} [sending]
   */
  async #call(path, options, {signal, keepalive = false} = {}) {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.#patience);
    const abort = () => deadline.abort();
    signal?.addEventListener('abort', abort);
    try {
      const response = await this.#fetch(new URL(path, this.#base), {
        ...options,
        headers: {Accept: 'application/json', 'Accept-Language': this.#lang, ...options.headers},
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        keepalive,
        signal: deadline.signal,
      });
      return await read(response);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof ApiFailure) throw error;
      // fetch and the reading of a body fail with a TypeError when the connection does.
      throw new ApiFailure(deadline.signal.aborted ? 'timeout' : 'offline');
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }
}

/** @param {string} fact about where somebody is */
function cut(fact) {
  return [...fact].slice(0, LONGEST_FACT).join('');
}

/**
 * @param {Response} response
 * @returns {Promise<any>}
 */
async function read(response) {
  const body = parse(await response.text());
  if (response.ok && body !== undefined) return body;
  const message = body?.error?.message;
  throw new ApiFailure(failureKind(response.status, body?.error?.code), typeof message === 'string' ? message : '');
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {number} status
 * @param {unknown} code
 * @returns {FailureKind}
 */
function failureKind(status, code) {
  if (status === 404) return 'missing';
  if (status === 409) return 'conflict';
  if (status === 429) return code === 'conversation_full' ? 'full' : 'limited';
  if (status === 502 || status === 503 || status === 504) return 'busy';
  return status >= 400 && status < 500 ? 'refused' : 'broken';
}

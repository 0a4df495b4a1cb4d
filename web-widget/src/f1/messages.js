// Which messages of a host are understood. Everything else is none, whatever it looks like.

/**
 * @typedef {object} Context where the person is in the program; empty: not said
 * @property {string} app never empty
 * @property {string} screen empty: the program as a whole
 * @property {string} title of the form
 * @property {string} module
 * @property {string} version
 * @property {string} lang
 */

/** @typedef {{type: 'connect', opensForms: boolean}} Connect */
/** @typedef {Connect | {type: 'context', context: Context}} Incoming */
/**
 * @typedef {{type: 'ready'} | {type: 'close'} | {type: 'open-form', app: string, screen: string} |
 *   {type: 'context-changed', match: string}} Outgoing
 */

/** Each message names the version of the protocol under this key. */
const MARK = 'pomocnik';
const VERSION = 1;

/** The most UTF-16 units that a field of a context may have. */
const LONGEST = {app: 64, screen: 200, title: 200, module: 100, version: 40, lang: 35};

/** @type {(keyof Context)[]} */
const OF_CONTEXT = ['app', 'screen', 'title', 'module', 'version', 'lang'];

/**
 * @param {unknown} data as it arrived
 * @returns {Incoming | null} null: to be ignored
 */
export function readMessage(data) {
  if (!isPlainObject(data) || data[MARK] !== VERSION) return null;
  if (data.type === 'connect') return readConnect(data);
  if (data.type === 'context') return readContext(data);
  return null;
}

/**
 * @param {Outgoing} message
 * @returns {object} as it is sent
 */
export function writeMessage(message) {
  return {[MARK]: VERSION, ...message};
}

/**
 * @param {Record<string, unknown>} data
 * @returns {Connect | null}
 */
function readConnect(data) {
  if (!hasOnly(data, ['opensForms'])) return null;
  const {opensForms = false} = data;
  return typeof opensForms === 'boolean' ? {type: 'connect', opensForms} : null;
}

/**
 * @param {Record<string, unknown>} data
 * @returns {Incoming | null}
 */
function readContext(data) {
  if (!hasOnly(data, OF_CONTEXT)) return null;
  /** @type {Context} */
  const context = {app: '', screen: '', title: '', module: '', version: '', lang: ''};
  for (const name of OF_CONTEXT) {
    const text = data[name] ?? '';
    if (typeof text !== 'string' || text.length > LONGEST[name] || !isLine(text)) return null;
    context[name] = text.trim();
  }
  return context.app ? {type: 'context', context} : null;
}

/**
 * What has a class was not sent: messages arrive as plain objects.
 *
 * @param {unknown} data
 * @returns {data is Record<string, unknown>}
 */
function isPlainObject(data) {
  if (typeof data !== 'object' || data === null) return false;
  const prototype = Object.getPrototypeOf(data);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Keys such as __proto__ are among those that no message has.
 *
 * @param {Record<string, unknown>} data
 * @param {string[]} names
 */
function hasOnly(data, names) {
  return Object.keys(data).every((key) => key === MARK || key === 'type' || names.includes(key));
}

/**
 * No control characters, and no half of a character, which no address can hold.
 *
 * @param {string} text
 */
function isLine(text) {
  return !/[\p{Cc}\p{Surrogate}]/u.test(text);
}

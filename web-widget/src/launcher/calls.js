// The calls that a page may make, as data: what each takes, and how it is written.

/**
 * @typedef {object} Call
 * @property {string} name
 * @property {any[]} args as many as the call takes
 */

/** @typedef {(value: unknown) => boolean} Check */

export const EVENTS = ['ready', 'open', 'close', 'question', 'answer', 'vote', 'handoff', 'error'];
export const CONTEXT = ['app', 'screen', 'module', 'version', 'url'];
export const CONTACT = ['name', 'company', 'email', 'phone', 'customer'];

const LONGEST = 100; // of a value, as the server takes it
const LONGEST_URL = 2000;

/** @type {Check} */
const isText = (value) => typeof value === 'string' && value.trim() !== '';
/** @type {Check} */
const isAnchor = (value) => value === undefined || value === null || typeof value === 'string';
/** @type {Check} */
const isEvent = (value) => EVENTS.includes(/** @type {string} */ (value));
/** @type {Check} */
const isListener = (value) => typeof value === 'function';

/**
 * @param {string[]} keys
 * @returns {Check} whether it is an object of short texts; null takes a value away
 */
const isFacts = (keys) => (value) => typeof value === 'object' && value !== null && !Array.isArray(value) &&
  Object.entries(value).every(([key, fact]) => keys.includes(key) && (fact === null || isShort(key, fact)));

const LISTENING = `an event (${EVENTS.join(', ')}) and a function`;

/** @type {Record<string, {takes: Check[], use: string}>} */
const CALLS = {
  open: {takes: [], use: ''},
  close: {takes: [], use: ''},
  toggle: {takes: [], use: ''},
  ask: {takes: [isText], use: 'a text'},
  search: {takes: [isText], use: 'a text'},
  article: {takes: [isText, isAnchor], use: 'the id of an article and, if wanted, of a heading'},
  prefill: {takes: [isText], use: 'a text'},
  identify: {takes: [isFacts(CONTACT)], use: `an object of short texts: ${CONTACT.join(', ')}`},
  context: {takes: [isFacts(CONTEXT)], use: `an object of short texts: ${CONTEXT.join(', ')}`},
  logout: {takes: [], use: ''},
  on: {takes: [isEvent, isListener], use: LISTENING},
  off: {takes: [isEvent, isListener], use: LISTENING},
};

export const NAMES = Object.keys(CALLS);

/**
 * Further arguments are passed over, so that a call can be a listener itself.
 *
 * @param {unknown} written by the page: a list of the call's name and its arguments
 * @returns {Call | string} the text for the page's developer when it is wrong
 */
export function readCall(written) {
  if (!Array.isArray(written)) return 'pomocnik.push takes lists such as ["open"]';
  const [name, ...args] = written;
  if (typeof name !== 'string' || !NAMES.includes(name)) {
    const call = typeof name === 'string' ? `"${name}"` : 'without a name';
    return `pomocnik has no call ${call}; it has ${NAMES.join(', ')}`;
  }
  const {takes, use} = CALLS[name];
  const fits = takes.every((check, index) => check(args[index]));
  if (!fits) return `pomocnik.${name} takes ${use}; this call was passed over`;
  return {name, args: args.slice(0, takes.length)};
}

/**
 * @param {string} key
 * @param {unknown} fact
 */
function isShort(key, fact) {
  return typeof fact === 'string' && [...fact].length <= (key === 'url' ? LONGEST_URL : LONGEST);
}

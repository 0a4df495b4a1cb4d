// Replies of the program, as `npm run samples` has written them down.
import en from './samples/en.json';
import hr from './samples/hr.json';
import sl from './samples/sl.json';

/** @typedef {{message: string, reply: import('../../src/shared/wire').ChatReply}} Chat */

/**
 * @typedef {object} Samples of one language
 * @property {string} portal
 * @property {Record<string, Chat>} chats
 * @property {Record<string, import('../../src/shared/wire').Article>} articles those that the chats lead to
 * @property {{text: string, found: object}} search
 * @property {{text: string, found: object}} typed
 */

/** @type {Record<'sl' | 'en' | 'hr', Samples>} */
export const samples = /** @type {any} */ ({en, hr, sl});

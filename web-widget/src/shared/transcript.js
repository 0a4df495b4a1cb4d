// What was said so far, as values: kept over a reload, drawn by views, changed by the conversation.

import {toJson} from './json.js';

/** @typedef {import('./wire').ChatReply} ChatReply */
/** @typedef {import('./wire').Context} Context */
/** @typedef {import('./wire').DraftReply} DraftReply */

/**
 * @typedef {object} Manner how a message is to be taken
 * @property {boolean} [literal] no word is to be read as a misspelt one
 * @property {string} [choice] id of the offered article that it picks
 * @property {string} [lang] the language to be answered in; absent: that of the message
 */

/**
 * @typedef {object} Wording of a draft
 * @property {string} title
 * @property {string} text
 * @property {string | null} removed says what personal data was taken out
 * @property {boolean} kept by the server
 */

/**
 * @typedef {object} Turn one message and what came of it
 * @property {string} key names the message to the server; the same on every try
 * @property {string} message
 * @property {Context} context
 * @property {boolean} [literal] see Manner
 * @property {string} [choice] see Manner
 * @property {string} [lang] see Manner
 * @property {string | null} conversation the id that the message was sent with
 * @property {'pending' | 'failed' | 'done'} state
 * @property {import('./api.js').FailureKind | null} failure
 * @property {string} notice the server's words about the failure
 * @property {ChatReply | null} reply present when done
 * @property {boolean | null} helpful the person's vote
 * @property {boolean} [revealed] an answer that waited behind the request form is shown
 * @property {Wording | null} wording the person's own, of the reply's draft
 */

const VERSION = 1;
const MOST_TURNS = 60;

export class Transcript {
  /** @type {{id: string, secret: string} | null} */
  conversation = null;
  /** @type {Turn[]} */
  turns = [];
  /** Whether the panel is open, so that it is again on the next page. */
  panelOpen = false;

  get last() {
    return this.turns.at(-1) ?? null;
  }

  /**
   * @param {string} message
   * @param {string} key
   * @param {Context} context
   * @param {Manner} [manner]
   * @returns {Turn} a pending one, at the end
   */
  begin(message, key, context, manner = {}) {
    /** @type {Turn} */
    const turn = {
      key, message, context, ...manner, conversation: this.conversation?.id ?? null,
      state: 'pending', failure: null, notice: '', reply: null, helpful: null, wording: null,
    };
    this.turns.push(turn);
    // Old turns go, so that the entry in the browser's storage stays small.
    if (this.turns.length > MOST_TURNS) this.turns.shift();
    return turn;
  }

  /**
   * @param {Turn} turn
   * @param {ChatReply} reply
   */
  finish(turn, reply) {
    const {id, secret} = reply.conversation;
    if (secret) this.conversation = {id, secret};
    Object.assign(turn, {state: 'done', failure: null, notice: '', reply});
  }

  /**
   * @param {Turn} turn
   * @param {import('./api.js').FailureKind} failure
   * @param {string} notice
   */
  fail(turn, failure, notice) {
    Object.assign(turn, {state: 'failed', failure, notice});
  }

  /**
   * Makes a turn pending again. It keeps its key as long as the request is the same one; once another
   * conversation is under way, it has to become a new request in that.
   *
   * @param {Turn} turn
   * @param {string} freshKey
   */
  retry(turn, freshKey) {
    const id = this.conversation?.id ?? null;
    if (turn.conversation !== id || turn.failure === 'conflict') {
      Object.assign(turn, {conversation: id, key: freshKey});
    }
    Object.assign(turn, {state: 'pending', failure: null, notice: ''});
  }

  /** @param {Turn} turn */
  remove(turn) {
    this.turns = this.turns.filter((other) => other !== turn);
  }

  /**
   * Takes over what the person typed into the draft of a turn.
   *
   * @param {Turn} turn
   * @param {string} title
   * @param {string} text
   */
  reword(turn, title, text) {
    turn.wording = {title, text, removed: wordingOf(turn)?.removed ?? null, kept: false};
  }

  /**
   * Takes over how the server kept a wording, unless the person has typed on since it was sent.
   *
   * @param {Turn} turn
   * @param {Wording} sent
   * @param {DraftReply} reply
   */
  keepWording(turn, sent, {title, text, removed}) {
    if (turn.wording !== sent) return;
    // What was taken out before is still out.
    turn.wording = {title, text, removed: removed ?? sent.removed, kept: true};
  }

  /** @returns {string} empty when nothing was said */
  serialize() {
    if (this.turns.length === 0) return '';
    return toJson({
      version: VERSION, conversation: this.conversation, turns: this.turns, panelOpen: this.panelOpen,
    });
  }

  /**
   * @param {string} text what serialize() gave; anything else makes an empty transcript
   * @returns {Transcript}
   */
  static parse(text) {
    const transcript = new Transcript();
    const kept = parseJson(text);
    if (kept?.version !== VERSION || !Array.isArray(kept.turns) || !kept.turns.every(isTurn)) return transcript;
    transcript.turns = kept.turns;
    transcript.conversation = isConversation(kept.conversation) ? kept.conversation : null;
    transcript.panelOpen = kept.panelOpen === true;
    return transcript;
  }
}

/**
 * @param {Turn} turn
 * @returns {Wording | null} how its draft stands now; null: it has none
 */
export function wordingOf({reply, wording}) {
  const draft = reply?.handoff.draft;
  if (!draft) return null;
  return wording ?? {title: draft.title, text: draft.text, removed: draft.removed, kept: true};
}

/** @param {string} text */
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {any} value */
function isConversation(value) {
  return typeof value?.id === 'string' && typeof value.secret === 'string';
}

/** @param {any} value */
function isTurn(value) {
  if (typeof value?.key !== 'string' || typeof value.message !== 'string') return false;
  if (value.state === 'done') return isReply(value.reply) && (!value.wording || isWording(value.wording));
  return value.state === 'pending' || value.state === 'failed';
}

/** @param {any} value */
function isReply(value) {
  return ['blocks', 'citations', 'choices'].every((name) => Array.isArray(value?.[name])) &&
    (value.verdict === null || Array.isArray(value.verdict?.blocks)) &&
    typeof value.handoff?.portalUrl === 'string' && (value.handoff.draft === null || isWording(value.handoff.draft));
}

/** @param {any} value */
function isWording(value) {
  return typeof value?.title === 'string' && typeof value.text === 'string';
}

// The conversation's behaviour: what is sent, kept and tried again. Draws nothing.
import {ApiFailure} from '../shared/api.js';
import {Transcript, wordingOf} from '../shared/transcript.js';

/** @typedef {import('../shared/transcript.js').Turn} Turn */
/** @typedef {import('../shared/transcript.js').Manner} Manner */
/** @typedef {import('../shared/wire').Context} Context */

/**
 * @typedef {object} Collaborators
 * @property {import('../shared/api.js').Api} api
 * @property {import('../shared/store.js').Store} store keeps the transcript over a reload
 * @property {() => string} newKey a fresh random key for each message
 * @property {(turn: Turn | null) => void} changed called after each change of a turn; null: all may have changed
 */

export class Conversation {
  #api;
  #store;
  #newKey;
  #changed;
  #transcript;
  /** Aborted when the conversation that a request belongs to is given up. */
  #current = new AbortController();
  /** Wordings are sent one after the other, so that the last one stays. @type {Promise<unknown>} */
  #keeping = Promise.resolve();

  /** @param {Collaborators} collaborators */
  constructor({api, store, newKey, changed}) {
    this.#api = api;
    this.#store = store;
    this.#newKey = newKey;
    this.#changed = changed;
    this.#transcript = Transcript.parse(store.read());
  }

  /** @returns {readonly Turn[]} */
  get turns() {
    return this.#transcript.turns;
  }

  get isWaiting() {
    return this.turns.some((turn) => turn.state === 'pending');
  }

  get panelOpen() {
    return this.#transcript.panelOpen;
  }

  set panelOpen(open) {
    this.#transcript.panelOpen = open;
    this.#save();
  }

  /** @returns {string | null} the portal's address, once a reply has named it */
  get portalUrl() {
    const replies = this.turns.map((turn) => turn.reply).filter((reply) => reply !== null);
    return replies.at(-1)?.handoff.portalUrl ?? null;
  }

  /** Sends what a reload interrupted; the keys make a repeat harmless. */
  async resume() {
    for (const turn of this.turns.filter(({state}) => state === 'pending')) await this.#exchange(turn);
  }

  /**
   * REQUIRES: !isWaiting, and `message` is not blank.
   *
   * @param {string} message
   * @param {Context} context
   * @param {Manner} [manner]
   */
  async ask(message, context, manner = {}) {
    await this.#exchange(this.#transcript.begin(message, this.#newKey(), context, manner));
  }

  /** @param {Turn} turn a failed one */
  async retry(turn) {
    if (this.isWaiting) return;
    this.#transcript.retry(turn, this.#newKey());
    await this.#exchange(turn);
  }

  /** Tries again what failed for want of a connection. */
  async retryOffline() {
    for (const turn of this.turns.filter(({failure}) => failure === 'offline')) await this.retry(turn);
  }

  /** @param {Turn} turn */
  remove(turn) {
    this.#transcript.remove(turn);
    this.#publish(null);
  }

  /** Lets what is under way be, as if there had been no time for an answer: resume() sends it again. */
  pause() {
    this.#current.abort();
    this.#current = new AbortController();
  }

  /** Begins a new conversation; the server keeps the old one, this side forgets it. */
  restart() {
    this.pause();
    const {panelOpen} = this;
    this.#transcript = new Transcript();
    this.#transcript.panelOpen = panelOpen;
    this.#publish(null);
  }

  /** @param {Turn} turn one whose answer waits behind the request form; from now on it is shown */
  reveal(turn) {
    turn.revealed = true;
    this.#save();
  }

  /**
   * @param {Turn} turn a done one
   * @param {boolean} helpful
   * @param {string} [reason]
   * @returns {Promise<'saved' | 'failed'>}
   */
  async vote(turn, helpful, reason) {
    if (!turn.reply) return 'failed';
    const request = {turn: turn.reply.turn, helpful, ...(reason ? {reason} : {})};
    try {
      await this.#api.feedback(request, this.#secret);
    } catch (error) {
      if (error instanceof ApiFailure) return 'failed';
      throw error;
    }
    turn.helpful = helpful;
    this.#save();
    return 'saved';
  }

  /**
   * Keeps what the person typed into a draft on this side.
   *
   * @param {Turn} turn one with a draft
   * @param {string} title
   * @param {string} text
   */
  reword(turn, title, text) {
    this.#transcript.reword(turn, title, text);
    this.#save();
  }

  /**
   * Has the server keep the wording of a draft, which may lose personal data by that; wordingOf() has it then. When
   * that fails, what was typed stays as it is.
   *
   * @param {Turn} turn one with a draft
   * @returns {Promise<'saved' | 'failed'>}
   */
  keepWording(turn) {
    const kept = this.#keeping.then(() => this.#keepWording(turn));
    this.#keeping = kept.catch(() => {});
    return kept;
  }

  /**
   * Lets the server know what was done with a draft. Nothing depends on its arriving.
   *
   * @param {Turn} turn one with a draft
   * @param {import('../shared/wire').DraftEvent} event
   */
  async noteDraft({reply}, event) {
    if (!reply) return;
    try {
      await this.#api.draftEvent({turn: reply.turn, event}, this.#secret);
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
    }
  }

  /**
   * Lets the server know what was shown and picked. Nothing depends on its arriving.
   *
   * @param {import('../shared/wire').PageEvent} event
   * @param {Context} context
   */
  async tell(event, context) {
    try {
      await this.#api.events([event], context, event.kind === 'view' ? this.#secret : null);
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
    }
  }

  get #secret() {
    return this.#transcript.conversation?.secret ?? null;
  }

  /**
   * @param {Turn} turn
   * @returns {Promise<'saved' | 'failed'>}
   */
  async #keepWording(turn) {
    const wording = wordingOf(turn);
    if (!turn.reply || !wording || !this.turns.includes(turn)) return 'failed';
    if (wording.kept) return 'saved';
    const {title, text} = wording;
    try {
      this.#transcript.keepWording(turn, wording,
        await this.#api.draft({turn: turn.reply.turn, title, text}, this.#secret));
    } catch (error) {
      if (error instanceof ApiFailure) return 'failed';
      throw error;
    }
    this.#save();
    return 'saved';
  }

  /** @param {Turn} turn a pending one */
  async #exchange(turn) {
    const {signal} = this.#current;
    this.#publish(turn);
    try {
      const reply = await this.#send(turn, signal);
      this.#transcript.finish(turn, reply);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiFailure)) throw error;
      this.#transcript.fail(turn, error.kind, error.message);
    }
    this.#publish(turn);
  }

  /**
   * @param {Turn} turn
   * @param {AbortSignal} signal
   */
  async #send(turn, signal) {
    try {
      return await this.#api.chat(requestOf(turn), this.#secretFor(turn), signal);
    } catch (error) {
      const isOver = error instanceof ApiFailure && (error.kind === 'missing' || error.kind === 'full');
      if (!isOver || !turn.conversation) throw error;
      // The server no longer has this conversation, or it takes no more: the message begins another.
      this.#transcript.conversation = null;
      Object.assign(turn, {conversation: null, key: this.#newKey()});
      return this.#api.chat(requestOf(turn), null, signal);
    }
  }

  /** @param {Turn} turn */
  #secretFor(turn) {
    return turn.conversation ? this.#secret : null;
  }

  /** @param {Turn | null} turn */
  #publish(turn) {
    this.#save();
    this.#changed(turn);
  }

  #save() {
    this.#store.write(this.#transcript.serialize());
  }
}

/**
 * @param {Turn} turn
 * @returns {import('../shared/wire').ChatRequest}
 */
function requestOf({message, key, conversation, literal, choice, lang, context}) {
  return {
    message, key, ...(conversation ? {conversation} : {}), ...(literal ? {literal} : {}),
    ...(choice ? {choice} : {}), ...(lang ? {lang} : {}), context,
  };
}

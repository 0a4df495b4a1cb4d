// The chat: who talks to whom inside it. Stands behind the launcher, or in a page of ours; what it needs to know of
// either is in host.d.ts.
import {Api} from '../shared/api.js';
import {catalog} from '../shared/catalog.js';
import {button} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {CHAT_ENTRY, Store} from '../shared/store.js';
import {Strings} from '../shared/strings.js';
import {ArticleView} from './article_view.js';
import {Composer} from './composer.js';
import {Conversation} from './conversation.js';
import {LogView} from './log_view.js';
import {Panel} from './panel.js';
import {drawPortalLink} from './portal_link.js';

/** @typedef {import('../shared/transcript.js').Turn} Turn */
/** @typedef {import('../shared/transcript.js').Manner} Manner */
/** @typedef {import('../shared/wire').Context} Context */
/** @typedef {import('./host').Host} Host */

export class Chat {
  #host;
  #strings;
  #api;
  #scene;
  #conversation;
  #log;
  #article;
  #composer;
  #panel;
  /** @type {HTMLElement | null} what had the focus before the panel opened, outside */
  #opener = null;
  /** @type {HTMLElement | null} what had the focus before an article opened */
  #articleOpener = null;
  /** Where the conversation was read; another width of the panel moves it. */
  #logTop = 0;
  #focusReturns = true;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
    this.#strings = new Strings(host.lang, catalog[host.lang]);
    this.#api = new Api({base: host.server, lang: host.lang, fetch: host.fetch});
    this.#scene = this.#makeScene();
    this.#conversation = new Conversation({
      api: this.#api, store: host.store ?? new Store(CHAT_ENTRY), newKey, changed: (turn) => this.#changed(turn),
    });
    this.#log = new LogView(this.#scene, host.privacy);
    this.#article = new ArticleView(this.#scene, this.#api, () => this.#leaveArticle());
    this.#composer = new Composer(this.#strings, (message) => this.#ask(message));
    this.#panel = new Panel(this.#strings, host.frame,
      {log: this.#log.node, reader: this.#article.node, composer: this.#composer.node},
      {restart: () => this.#beginAnew(), closed: () => this.#closed()});
    this.node = this.#panel.node;
  }

  /** To be called once the node is on the page: draws what was kept, sends what was interrupted. */
  start() {
    this.#show(null);
    void this.#conversation.resume();
    if (this.#host.frame !== 'dialog' || !this.#conversation.panelOpen || Panel.isNarrow) return;
    this.#panel.open();
    this.node.blur();
    this.#opened();
  }

  /** Tries again what failed for want of a connection. */
  retryOffline() {
    return this.#conversation.retryOffline();
  }

  /** Opens the panel and takes the focus into it. */
  open() {
    if (this.#panel.isOpen) return;
    const before = focused(document);
    this.#opener = before && before.shadowRoot === this.#root ? null : before;
    this.#panel.open();
    this.#composer.measure();
    this.#opened();
    this.focus();
  }

  /** Takes the focus to what is read, or to where one types; on a touch screen the keyboard would cover the rest. */
  focus() {
    if (this.#panel.view === 'article') this.#article.focus();
    else if (matchMedia('(pointer: coarse)').matches) this.#log.node.focus();
    else this.#composer.focus();
  }

  /** Closes the panel; the focus goes back to where it was when it was inside. */
  close() {
    if (!this.#panel.isOpen) return;
    this.#focusReturns = this.node.matches(':focus-within');
    this.#panel.close();
  }

  toggle() {
    if (this.#panel.isOpen) this.close();
    else this.open();
  }

  /**
   * Opens the panel and asks. While an earlier question waits for its answer, or when this one is too long, it is put
   * into the input.
   *
   * @param {string} question
   */
  ask(question) {
    const message = question.trim();
    this.open();
    if (!this.#composer.takes(message) || !this.#ask(message)) this.#composer.prepend(message);
  }

  /**
   * Opens the panel and lists the articles that have to do with it.
   *
   * @param {string} text
   */
  search(text) {
    this.open();
    this.#read(() => this.#article.search(text.trim(), this.#host.context().module));
  }

  /**
   * Opens the panel and an article in it.
   *
   * @param {string} id
   * @param {string | null} [anchor] the heading to begin at
   */
  article(id, anchor = null) {
    this.open();
    this.#openArticle(id, anchor);
  }

  /** @param {string} text put into the input, before what is typed already */
  prefill(text) {
    this.#composer.prefill(text);
  }

  /** Forgets what was said and typed, and closes the panel. What the host keeps is for the host to forget. */
  logout() {
    this.close();
    this.#forget();
    this.#conversation.panelOpen = false;
    this.#composer.clear();
  }

  /** @returns {Document | ShadowRoot} the tree that it stands in */
  get #root() {
    const root = this.node.getRootNode();
    return root instanceof ShadowRoot ? root : document;
  }

  /** @returns {import('./scene').Scene} */
  #makeScene() {
    const conversation = () => this.#conversation;
    return {
      strings: this.#strings,
      base: this.#api.base,
      ask: (message) => void this.#ask(message),
      choose: ({article, title, module}) =>
        void this.#send(title, {...this.#host.context(), module}, {choice: article}),
      askLiterally: (turn) => void this.#send(turn.message, turn.context, {literal: true}),
      retry: (turn) => void conversation().retry(turn),
      edit: (turn) => this.#edit(turn),
      vote: (turn, helpful, reason) => this.#vote(turn, helpful, reason),
      reword: (turn, title, text) => conversation().reword(turn, title, text),
      keepWording: (turn) => conversation().keepWording(turn),
      copied: (turn) => this.#handOver(turn, 'copied'),
      toPortal: (turn) => this.#handOver(turn, 'portal'),
      contact: () => this.#host.contact(),
      openArticle: (id, anchor) => this.#openArticle(id, anchor),
      failed: (kind, during) => this.#host.emit('error', {kind, during}),
    };
  }

  /**
   * @param {string} message
   * @returns {boolean} false: an earlier message is still on its way
   */
  #ask(message) {
    return this.#send(message, this.#host.context());
  }

  /**
   * @param {string} message
   * @param {Context} context
   * @param {Manner} [manner]
   * @returns {boolean} false: an earlier message is still on its way
   */
  #send(message, context, manner) {
    if (this.#conversation.isWaiting) return false;
    this.#article.close();
    void this.#conversation.ask(message, context, manner);
    this.#host.emit('question', {article: manner?.choice ?? null, ...context});
    return true;
  }

  /** @param {Turn | null} turn what changed; null: anything may have */
  #changed(turn) {
    this.#show(turn);
    if (turn?.state === 'done' && turn.reply) this.#host.emit('answer', factsOf(turn.reply));
    if (turn?.state === 'failed') this.#host.emit('error', {kind: turn.failure, during: 'question'});
  }

  /** @param {Turn | null} turn what changed; null: anything may have */
  #show(turn) {
    if (turn) this.#log.update(turn);
    else this.#log.show(this.#conversation.turns);
    this.#panel.restartShown = this.#conversation.turns.length > 0;
    this.#panel.portal = this.#drawPortal();
    this.#composer.waiting = this.#conversation.isWaiting;
  }

  /** A link as soon as the address is known: from a reply, or from the page. Before that, the assistant is asked. */
  #drawPortal() {
    const strings = this.#strings;
    const address = this.#conversation.portalUrl ?? this.#host.portal;
    const last = this.#conversation.turns.at(-1) ?? null;
    const link = address && drawPortalLink(address, strings.text('portal'), 'way', this.#scene,
      () => this.#handOver(last, 'portal'));
    return link || button({class: 'way', 'data-action': 'portal', part: 'portal'},
      () => this.#ask(strings.text('portal.ask')), icon('ticket'), strings.text('portal'));
  }

  /**
   * @param {Turn} turn
   * @param {boolean} helpful
   * @param {string} [reason]
   */
  async #vote(turn, helpful, reason) {
    const outcome = await this.#conversation.vote(turn, helpful, reason);
    const articles = turn.reply?.citations.map(({article}) => article) ?? [];
    if (outcome === 'saved') this.#host.emit('vote', {helpful, articles});
    else this.#host.emit('error', {kind: 'unsaved', during: 'vote'});
    return outcome;
  }

  /**
   * @param {Turn | null} turn the one that is handed over, if any
   * @param {'copied' | 'portal'} way
   */
  #handOver(turn, way) {
    const draft = turn?.reply?.handoff.draft ?? null;
    this.#host.emit('handoff', {way, reference: draft?.reference ?? null});
    if (turn && draft) void this.#conversation.noteDraft(turn, way === 'copied' ? 'draft_copied' : 'portal_opened');
  }

  /** @param {Turn} turn a failed one */
  #edit(turn) {
    this.#conversation.remove(turn);
    this.#composer.prepend(turn.message);
    this.#composer.focus();
  }

  #beginAnew() {
    this.#forget();
    this.#composer.focus();
  }

  #forget() {
    this.#article.close();
    this.#conversation.restart();
  }

  /**
   * @param {string} id
   * @param {string | null} anchor
   */
  #openArticle(id, anchor) {
    this.#read(() => this.#article.open(id, anchor));
  }

  /** @param {() => Promise<void>} open what is to be read in place of the conversation */
  #read(open) {
    if (this.#panel.view !== 'article') {
      this.#articleOpener = focused(this.#root);
      this.#logTop = this.#log.node.scrollTop;
    }
    this.#panel.view = 'article';
    void open();
  }

  #leaveArticle() {
    if (this.#panel.view !== 'article') return;
    this.#panel.view = 'conversation';
    this.#log.node.scrollTop = this.#logTop;
    if (this.#articleOpener?.isConnected) this.#articleOpener.focus({preventScroll: true});
    this.#articleOpener = null;
  }

  #opened() {
    this.#conversation.panelOpen = true;
    this.#host.opened();
    this.#host.emit('open', {});
  }

  #closed() {
    this.#conversation.panelOpen = false;
    this.#host.closed();
    if (this.#focusReturns && this.#opener?.isConnected) this.#opener.focus();
    else if (this.#focusReturns) this.#host.focus();
    this.#focusReturns = true;
    this.#opener = null;
    this.#host.emit('close', {});
  }
}

/**
 * What a page is told about a reply: nothing that was typed, and nothing to continue the conversation with.
 *
 * @param {import('../shared/wire').ChatReply} reply
 */
function factsOf({decision, lang, verdict, citations}) {
  return {decision, lang, verdict: verdict?.verdict ?? null, articles: citations.map(({article}) => article)};
}

/**
 * @param {DocumentOrShadowRoot | null} root
 * @returns {HTMLElement | null} null: nothing, or the page as a whole
 */
function focused(root) {
  const node = root?.activeElement;
  return node instanceof HTMLElement && node !== document.body ? node : null;
}

/** 128 random bits. Not crypto.randomUUID(), which intranet pages without https do not have. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

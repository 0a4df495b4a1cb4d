// The chat: who talks to whom inside it. Stands behind the launcher, or in a page of ours; what it needs to know of
// either is in host.d.ts.
import {Api} from '../shared/api.js';
import {catalog} from '../shared/catalog.js';
import {button, focused} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {newKey} from '../shared/random_key.js';
import {CHAT_ENTRY, LANGUAGE_ENTRY, Store} from '../shared/store.js';
import {Strings} from '../shared/strings.js';
import {ArticleView} from './article_view.js';
import {Composer} from './composer.js';
import {Conversation} from './conversation.js';
import {LogView} from './log_view.js';
import {Menu} from './menu.js';
import {Notes} from './notes.js';
import {Panel} from './panel.js';
import {drawPortalLink} from './portal_link.js';
import {factsOf} from './reply_facts.js';
import {writeTranscript} from './transcript_text.js';

/** @typedef {import('../shared/transcript.js').Turn} Turn */
/** @typedef {import('../shared/transcript.js').Manner} Manner */
/** @typedef {import('../shared/wire').Context} Context */
/** @typedef {import('./host').Host} Host */
/** @typedef {Host['lang']} Language */

/** How many suggestions can be looked through at a glance. */
const MOST_SUGGESTIONS = 6;

export class Chat {
  #host;
  #api;
  #conversation;
  #notes = new Notes((event) => void this.#conversation.tell(event, this.#host.context()));
  #typed;
  #language;
  /** What speaks the person's language. @type {Views} */
  #views;
  /** @type {HTMLElement | null} what had the focus before the panel opened, outside */
  #opener = null;
  /** @type {HTMLElement | null} what had the focus before an article opened */
  #articleOpener = null;
  #focusReturns = true;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
    this.#api = new Api({base: host.server, lang: host.lang, fetch: host.fetch});
    const {entry = CHAT_ENTRY} = host;
    this.#language = new Store(entry && LANGUAGE_ENTRY);
    this.#typed = new Store(entry && `${entry}.typed`);
    this.#conversation = new Conversation({
      api: this.#api, store: new Store(entry), newKey, changed: (turn) => this.#changed(turn),
    });
    this.#views = this.#draw(host.lang);
    this.node = this.#views.panel.node;
  }

  /** To be called once the node is on the page: draws what was kept, sends what was interrupted. */
  start() {
    this.#show(null);
    void this.#conversation.resume();
    // A page of ours draws it because it was asked to, or because it was there before a reload.
    if (this.#host.frame === 'page' && this.#conversation.turns.length === 0) this.#notes.visited();
    // The browser cuts what is under way when the page is left, which is no failure; and it may bring the page back.
    window.addEventListener('pagehide', () => this.#conversation.pause());
    window.addEventListener('pageshow', ({persisted}) => void (persisted && this.#conversation.resume()));
    if (this.#host.frame !== 'dialog' || !this.#conversation.panelOpen || Panel.isNarrow) return;
    this.#views.panel.open();
    this.node.blur();
    this.#opened();
  }

  /** Tries again what failed for want of a connection. */
  retryOffline() {
    return this.#conversation.retryOffline();
  }

  /** Opens the panel and takes the focus into it. */
  open() {
    if (this.#views.panel.isOpen) return;
    const before = focused(document);
    this.#opener = before && before.shadowRoot === this.#root ? null : before;
    this.#views.panel.open();
    this.#views.composer.measure();
    this.#opened();
    this.#notes.visited();
    this.focus();
  }

  /** Takes the focus to what is read, or to where one types; on a touch screen the keyboard would cover the rest. */
  focus() {
    if (this.#views.panel.view === 'article') this.#views.article.focus();
    else if (matchMedia('(pointer: coarse)').matches) this.#views.log.node.focus();
    else this.#views.composer.focus();
  }

  /** Closes the panel; the focus goes back to where it was when it was inside. */
  close() {
    if (!this.#views.panel.isOpen) return;
    this.#focusReturns = this.node.matches(':focus-within');
    this.#views.panel.close();
  }

  toggle() {
    if (this.#views.panel.isOpen) this.close();
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
    if (!this.#views.composer.takes(message) || !this.#ask(message)) this.#views.composer.prepend(message);
  }

  /**
   * Opens the panel and lists the articles that have to do with it.
   *
   * @param {string} text
   */
  search(text) {
    this.open();
    this.#read(() => this.#views.article.search(text.trim(), this.#host.context().module));
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
    this.#views.composer.prefill(text);
  }

  /** Forgets what was said and typed, and closes the panel. What the host keeps is for the host to forget. */
  logout() {
    this.close();
    this.#forget();
    this.#conversation.panelOpen = false;
    this.#views.composer.clear();
  }

  /**
   * @param {Language} lang
   * @returns {Views}
   */
  #draw(lang) {
    const strings = new Strings(lang, catalog[lang]);
    const scene = this.#makeScene(strings);
    const log = new LogView(scene, this.#host.privacy);
    const article = new ArticleView(scene, this.#api, () => this.#leaveArticle());
    const composer = new Composer(strings, this.#typed, {
      submit: (message) => this.#ask(message),
      pick: (suggestion) => this.#pick(suggestion),
      find: async (typed, signal) => (await this.#api.suggest(typed, this.#suggestible(), signal)).groups,
    });
    const menu = new Menu(strings, {
      write: () => writeTranscript(this.#conversation.turns, strings, {base: this.#api.base, now: new Date()}),
      speak: this.#host.spoken && ((picked) => this.#speak(picked)),
    });
    const panel = new Panel(strings, this.#host.frame,
      {log: log.node, reader: article.node, composer: composer.node, menu: menu.node},
      {restart: () => this.#beginAnew(), closed: () => this.#closed()});
    return {strings, scene, log, article, composer, menu, panel};
  }

  /**
   * Goes on with the conversation in another language.
   *
   * @param {Language} lang
   */
  #speak(lang) {
    const wasOpen = this.#views.panel.isOpen;
    const before = this.node;
    this.#language.write(lang);
    this.#api.lang = lang;
    this.#host.spoken?.(lang);
    this.#views.log.discard();
    this.#views = this.#draw(lang);
    this.node = this.#views.panel.node;
    before.replaceWith(this.node);
    this.#show(null);
    if (wasOpen) this.#views.panel.open();
    this.#views.composer.measure();
    this.#views.menu.focus();
  }

  /** @returns {Document | ShadowRoot} the tree that it stands in */
  get #root() {
    const root = this.node.getRootNode();
    return root instanceof ShadowRoot ? root : document;
  }

  /**
   * @param {Strings} strings
   * @returns {import('./scene').Scene}
   */
  #makeScene(strings) {
    const conversation = () => this.#conversation;
    return {
      strings,
      base: this.#api.base,
      ask: (message) => void this.#ask(message),
      choose: (article) => void this.#choose(article, article.title),
      askLiterally: (turn) => void this.#send(turn.message, turn.context, {literal: true}),
      retry: (turn) => void conversation().retry(turn),
      edit: (turn) => this.#edit(turn),
      reveal: (turn) => {
        this.#notes.read(turn, 'opened');
        this.#conversation.reveal(turn);
        this.#show(turn);
      },
      vote: (turn, helpful, reason) => this.#vote(turn, helpful, reason),
      reword: (turn, title, text) => conversation().reword(turn, title, text),
      keepWording: (turn) => conversation().keepWording(turn),
      copied: (turn) => this.#handOver(turn, 'copied'),
      toPortal: (turn) => this.#handOver(turn, 'portal'),
      contact: () => this.#host.contact(),
      openArticle: (id, anchor, turn) => {
        if (turn) this.#notes.read(turn, 'opened', id);
        this.#openArticle(id, anchor);
      },
      dwelt: (turn) => this.#notes.read(turn, 'dwell'),
      failed: (kind, during) => this.#host.emit('error', {kind, during}),
    };
  }

  /**
   * @param {import('../shared/wire').ArticleRef} article that is to be the answer
   * @param {string} message its title, or a question that it answers
   * @returns {boolean} false: an earlier message is still on its way
   */
  #choose({article, module}, message) {
    return this.#send(message, {...this.#host.context(), module}, {choice: article});
  }

  /** @param {import('../shared/wire').Suggestion} suggestion */
  #pick(suggestion) {
    const sent = this.#choose(suggestion, suggestion.text);
    if (sent) this.#notes.picked(suggestion.article);
    return sent;
  }

  #suggestible() {
    return {module: this.#host.context().module, limit: MOST_SUGGESTIONS};
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
    this.#views.article.close();
    const lang = this.#language.read();
    void this.#conversation.ask(message, context, {...manner, ...(lang ? {lang} : {})});
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
    if (turn) this.#views.log.update(turn);
    else this.#views.log.show(this.#conversation.turns);
    this.#views.panel.restartShown = this.#conversation.turns.length > 0;
    this.#views.menu.copyOffered = this.#conversation.turns.length > 0;
    this.#views.panel.portal = this.#drawPortal();
    this.#views.composer.waiting = this.#conversation.isWaiting;
  }

  /** A link as soon as the address is known: from a reply, or from the page. Before that, the assistant is asked. */
  #drawPortal() {
    const strings = this.#views.strings;
    const address = this.#conversation.portalUrl ?? this.#host.portal;
    const last = this.#conversation.turns.at(-1) ?? null;
    const link = address && drawPortalLink(address, strings.text('portal'), 'way', this.#views.scene,
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
    this.#views.composer.prepend(turn.message);
    this.#views.composer.focus();
  }

  #beginAnew() {
    this.#forget();
    this.#views.composer.focus();
  }

  #forget() {
    this.#views.article.close();
    this.#conversation.restart();
  }

  /**
   * @param {string} id
   * @param {string | null} anchor
   */
  #openArticle(id, anchor) {
    this.#read(() => this.#views.article.open(id, anchor));
  }

  /** @param {() => Promise<void>} open what is to be read in place of the conversation */
  #read(open) {
    if (this.#views.panel.view !== 'article') this.#articleOpener = focused(this.#root);
    this.#views.panel.view = 'article';
    void open();
  }

  #leaveArticle() {
    this.#views.panel.view = 'conversation';
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
 * @typedef {object} Views
 * @property {Strings} strings
 * @property {import('./scene').Scene} scene
 * @property {LogView} log
 * @property {ArticleView} article
 * @property {Composer} composer
 * @property {Menu} menu
 * @property {Panel} panel
 */

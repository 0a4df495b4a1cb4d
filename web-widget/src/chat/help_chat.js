// The element <help-chat>: its attributes, its life on the page, and who talks to whom inside it.
// What it offers to the page around it is described in web-widget/README.md.
import blocks from '../../styles/blocks.css';
import chat from '../../styles/chat.css';
import theme from '../../styles/theme.css';
import {Api} from '../shared/api.js';
import {catalog} from '../shared/catalog.js';
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {Store} from '../shared/store.js';
import {Strings, chooseLanguage} from '../shared/strings.js';
import {ArticleView} from './article_view.js';
import {Composer} from './composer.js';
import {Conversation} from './conversation.js';
import {drawPortalLink} from './portal_link.js';
import {LogView} from './log_view.js';
import {Panel} from './panel.js';

/** @typedef {import('../shared/transcript.js').Turn} Turn */

const CONTEXT = /** @type {const} */ (['app', 'screen', 'module', 'version', 'channel']);

export class HelpChat extends HTMLElement {
  /** Address of the server for elements that do not name one. */
  static defaultServer = new URL('/', document.baseURI).href;

  /** @type {Parts | null} */
  #parts = null;
  /** @type {HTMLElement | null} what had the focus before the panel opened, outside */
  #opener = null;
  /** @type {HTMLElement | null} what had the focus before an article opened */
  #articleOpener = null;
  #online = () => this.#parts?.conversation.retryOffline();

  connectedCallback() {
    if (!this.#parts) this.#parts = this.#build();
    window.addEventListener('online', this.#online);
    const {conversation, panel} = this.#parts;
    this.#show(null);
    conversation.resume();
    if (conversation.panelOpen && !Panel.isNarrow) {
      panel.open();
      panel.node.blur();
      this.#opened();
    }
  }

  disconnectedCallback() {
    window.removeEventListener('online', this.#online);
  }

  /** Opens the panel and takes the focus into it. */
  open() {
    const parts = this.#parts;
    if (!parts || parts.panel.isOpen) return;
    const before = focused(document);
    this.#opener = before === this ? null : before;
    parts.panel.open();
    this.#opened();
    if (matchMedia('(pointer: coarse)').matches) parts.log.node.focus();
    else parts.composer.focus();
  }

  /** Closes the panel and gives the focus back. */
  close() {
    this.#parts?.panel.close();
  }

  /**
   * Opens the panel and asks. While an earlier question waits for its answer, this one is put into the input.
   *
   * @param {string} question
   */
  ask(question) {
    const message = question.trim();
    if (!message || !this.#parts) return;
    this.open();
    if (!this.#ask(message)) this.#parts.composer.prepend(message);
  }

  /** @returns {Parts} */
  #build() {
    const lang = chooseLanguage([this.getAttribute('lang'), document.documentElement.lang, navigator.language]);
    const strings = new Strings(lang, catalog[lang]);
    const server = this.getAttribute('server') ?? HelpChat.defaultServer;
    const api = new Api({base: new URL(server, document.baseURI).href, lang});
    const conversation = new Conversation({
      api, store: new Store('pomocnik.chat'), newKey, changed: (turn) => this.#show(turn),
    });
    const scene = this.#scene(strings, api.base);
    const log = new LogView(scene, this.getAttribute('privacy'));
    const article = new ArticleView(scene, api, () => this.#leaveArticle());
    const composer = new Composer(strings, (message) => this.#ask(message));
    const panel = new Panel(strings, {log: log.node, reader: article.node, composer: composer.node}, {
      restart: () => this.#restart(),
      closed: () => this.#closed(),
    });
    const launcher = button({class: 'launcher', part: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false'},
      () => this.open(), icon('chat'), element('span', {}, strings.text('launcher')));
    this.#attach(lang, launcher, panel.node);
    return {strings, scene, conversation, log, article, composer, panel, launcher};
  }

  /**
   * @param {string} lang
   * @param {...HTMLElement} children
   */
  #attach(lang, ...children) {
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [theme, blocks, chat].map(styleSheet);
    root.append(element('div', {class: 'root', lang}, ...children));
  }

  /**
   * @param {Strings} strings
   * @param {string} base
   * @returns {import('./scene').Scene}
   */
  #scene(strings, base) {
    return {
      strings,
      base,
      ask: (message) => void this.#ask(message),
      choose: ({article, title, module}) =>
        void this.#send(title, {...this.#context(), module}, {choice: article}),
      askLiterally: (turn) => void this.#send(turn.message, turn.context, {literal: true}),
      retry: (turn) => void this.#parts?.conversation.retry(turn),
      edit: (turn) => this.#edit(turn),
      vote: async (turn, helpful, reason) => await this.#parts?.conversation.vote(turn, helpful, reason) ?? 'failed',
      reword: (turn, title, text) => this.#parts?.conversation.reword(turn, title, text),
      keepWording: async (turn) => await this.#parts?.conversation.keepWording(turn) ?? 'failed',
      noteDraft: async (turn, event) => await this.#parts?.conversation.noteDraft(turn, event),
      openArticle: (id, anchor) => this.#openArticle(id, anchor),
    };
  }

  /**
   * @param {string} message
   * @returns {boolean} false: an earlier message is still on its way
   */
  #ask(message) {
    return this.#send(message, this.#context());
  }

  /**
   * @param {string} message
   * @param {import('../shared/wire').Context} context
   * @param {import('../shared/transcript.js').Manner} [manner]
   * @returns {boolean} false: an earlier message is still on its way
   */
  #send(message, context, manner) {
    const conversation = this.#parts?.conversation;
    if (!conversation || conversation.isWaiting) return false;
    this.#parts?.article.close();
    conversation.ask(message, context, manner);
    return true;
  }

  #context() {
    /** @type {import('../shared/wire').Context} */
    const context = {channel: 'web'};
    for (const name of CONTEXT) {
      const value = this.getAttribute(name);
      if (value) context[name] = value;
    }
    return context;
  }

  /** @param {Turn | null} turn what changed; null: anything may have */
  #show(turn) {
    const parts = this.#parts;
    if (!parts) return;
    const {conversation, log, panel, composer} = parts;
    if (turn) log.update(turn);
    else log.show(conversation.turns);
    panel.restartShown = conversation.turns.length > 0;
    panel.portal = this.#drawPortal(parts);
    composer.waiting = conversation.isWaiting;
  }

  /**
   * A link as soon as the address is known: from a reply, or from the page. Before that, the assistant is asked.
   *
   * @param {Parts} parts
   */
  #drawPortal({strings, scene, conversation}) {
    const address = conversation.portalUrl ?? this.getAttribute('portal');
    const last = conversation.turns.at(-1);
    const link = address && drawPortalLink(address, strings.text('portal'), 'way', scene, () => {
      if (last?.reply?.handoff.draft) void conversation.noteDraft(last, 'portal_opened');
    });
    return link || button({class: 'way', 'data-action': 'portal', part: 'portal'},
      () => this.#ask(strings.text('portal.ask')), icon('ticket'), strings.text('portal'));
  }

  /** @param {Turn} turn a failed one */
  #edit(turn) {
    this.#parts?.conversation.remove(turn);
    this.#parts?.composer.prepend(turn.message);
    this.#parts?.composer.focus();
  }

  #restart() {
    this.#parts?.article.close();
    this.#parts?.conversation.restart();
    this.#parts?.composer.focus();
  }

  /**
   * @param {string} id
   * @param {string | null} anchor
   */
  #openArticle(id, anchor) {
    const parts = this.#parts;
    if (!parts) return;
    if (parts.panel.node.dataset.view !== 'article') this.#articleOpener = focused(this.shadowRoot);
    parts.panel.view = 'article';
    parts.article.open(id, anchor);
  }

  #leaveArticle() {
    if (!this.#parts) return;
    this.#parts.panel.view = 'conversation';
    if (this.#articleOpener?.isConnected) this.#articleOpener.focus({preventScroll: true});
    this.#articleOpener = null;
  }

  #opened() {
    this.toggleAttribute('open', true);
    this.#parts?.launcher.setAttribute('aria-expanded', 'true');
    if (this.#parts) this.#parts.conversation.panelOpen = true;
  }

  #closed() {
    this.toggleAttribute('open', false);
    if (!this.#parts) return;
    const {launcher, conversation} = this.#parts;
    launcher.setAttribute('aria-expanded', 'false');
    conversation.panelOpen = false;
    (this.#opener?.isConnected ? this.#opener : launcher).focus();
    this.#opener = null;
  }
}

/**
 * @typedef {object} Parts
 * @property {Strings} strings
 * @property {import('./scene').Scene} scene
 * @property {Conversation} conversation
 * @property {LogView} log
 * @property {ArticleView} article
 * @property {Composer} composer
 * @property {Panel} panel
 * @property {HTMLButtonElement} launcher
 */

/**
 * Adopted by the shadow root, so that a strict content security policy allows it.
 *
 * @param {string} css
 */
function styleSheet(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
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

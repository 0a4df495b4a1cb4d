// The element <help-chat>: the launcher's button, and the panel once it is wanted.
// What it offers to the page around it is described in docs/widget.md.
import launcher from '../../styles/launcher.css';
import theme from '../../styles/theme.css';
import {button, element} from '../shared/dom.js';
import {CHAT, drawIcon} from '../shared/draw_icon.js';
import {CHAT_ENTRY, LANGUAGE_ENTRY, Store} from '../shared/store.js';
import {chooseLanguage} from '../shared/strings.js';
import {styleSheet} from '../shared/style_sheet.js';
import {importPanel} from './panel_import.js';
import {PanelLoader} from './panel_loader.js';
import {texts} from './texts.js';

/** @typedef {import('./calls.js').Call} Call */

const NAME = 'help-chat';
/** Taken when the page has an element of that name already. */
const OTHER_NAME = 'pomocnik-help-chat';

const SLOW_AFTER = 300;
const SHOWS_PANEL = ['open', 'toggle', 'ask', 'search', 'article'];
const NEEDS_PANEL = [...SHOWS_PANEL, 'prefill'];

/**
 * @typedef {object} Page what all elements share
 * @property {string} server address of the server that the script came from
 * @property {boolean} pinned the page insists on the version of the script, so the panel has to be that of it, too
 * @property {(event: string, detail: object) => void} emit
 * @property {HelpChat | null} shown further elements stay empty
 */

/** @type {Page} */
const page = {server: '', pinned: false, emit: () => {}, shown: null};

/** @param {Omit<Page, 'shown'>} settings */
export function register(settings) {
  Object.assign(page, settings);
  customElements.define(customElements.get(NAME) ? OTHER_NAME : NAME, HelpChat);
}

/** @returns {HelpChat | null} the one that is shown; null: the page has placed none */
export function shownChat() {
  return page.shown;
}

export class HelpChat extends HTMLElement {
  #loader = new PanelLoader(new URL(PANEL_ADDRESS, page.server).href, (address) => importPanel(address, page.pinned));
  /** @type {import('../chat/chat.js').Chat | null} */
  #chat = null;
  #isLoading = false;
  #slow = 0;
  /** @type {Call[]} made before the panel was there */
  #waiting = [];
  /** @type {Record<string, string | null>} what the page has told about the person; it never leaves the page */
  #contact = {};
  #label = element('span');
  #note = element('p', {class: 'note', role: 'status'});
  #button = button({class: 'launcher', part: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false'},
    () => this.perform({name: 'open', args: []}), drawIcon(CHAT), this.#label);
  #online = () => this.#chat?.retryOffline();

  /** @returns {'sl' | 'en' | 'hr'} */
  get language() {
    const picked = new Store(LANGUAGE_ENTRY).read();
    return chooseLanguage([picked, this.getAttribute('lang'), document.documentElement.lang, navigator.language]);
  }

  connectedCallback() {
    if (page.shown?.isConnected && page.shown !== this) return;
    page.shown = this;
    if (!this.shadowRoot) this.#build();
    this.#rise();
    window.addEventListener('online', this.#online);
    if (keepsOpenPanel()) void this.#load();
  }

  disconnectedCallback() {
    window.removeEventListener('online', this.#online);
  }

  /** @param {Call} call of the page; waits for the panel when it needs that, and what comes after it waits, too */
  perform(call) {
    if (call.name === 'logout') this.#forget();
    const waits = !this.#chat && (NEEDS_PANEL.includes(call.name) || this.#waiting.length > 0);
    if (!waits) return this.#run(call);
    this.#waiting.push(call);
    if (SHOWS_PANEL.includes(call.name)) void this.#load();
  }

  #build() {
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [styleSheet(theme), styleSheet(launcher)];
    root.append(element('div', {class: 'root', lang: this.language}, this.#note, this.#button));
    this.#show('idle');
    for (const sign of ['pointerenter', 'focus']) {
      this.#button.addEventListener(sign, () => this.#loader.prefetch(), {once: true});
    }
  }

  /** Above the page and free of what it does to its body, such as moving it; older browsers do without. */
  #rise() {
    if (!this.showPopover) return;
    this.setAttribute('popover', 'manual');
    this.showPopover();
  }

  async #load() {
    if (this.#isLoading || this.#chat || !this.shadowRoot) return;
    this.#isLoading = true;
    this.#show('loading');
    try {
      const {mount} = await this.#loader.load();
      this.#chat = mount(this.#launcher());
      this.#show('idle');
    } catch (error) {
      this.#show('failed');
      console.warn('pomocnik: the panel could not be loaded', error);
      page.emit('error', {kind: 'offline', during: 'panel'});
    }
    this.#isLoading = false;
    if (this.#chat) for (const call of this.#waiting.splice(0)) this.#run(call);
  }

  /** @param {'idle' | 'loading' | 'failed'} state */
  #show(state) {
    const {label, loading, failed} = texts[this.language];
    clearTimeout(this.#slow);
    this.#button.setAttribute('aria-busy', String(state === 'loading'));
    this.#label.textContent = label;
    this.#note.textContent = state === 'failed' ? failed : '';
    if (state !== 'loading') return;
    this.#slow = window.setTimeout(() => {
      this.#label.textContent = loading;
    }, SLOW_AFTER);
  }

  /** @param {Call} call */
  #run({name, args}) {
    if (name === 'context') this.#move(args[0]);
    else if (name === 'identify') this.#contact = {...this.#contact, ...args[0]};
    else if (this.#chat) /** @type {any} */ (this.#chat)[name](...args);
  }

  /** @param {Record<string, string | null>} context where the person is now; what is not named stays */
  #move({url, ...context}) {
    if (url !== undefined) this.#contact.url = url;
    for (const [name, value] of Object.entries(context)) {
      if (value) this.setAttribute(name, value);
      else this.removeAttribute(name);
    }
  }

  /** What was said, typed and told about the person is gone, here and in the browser's storage. */
  #forget() {
    this.#waiting = [];
    this.#contact = {};
    this.#note.textContent = '';
    Store.wipe();
  }

  /** @returns {import('../chat/host').Launcher} */
  #launcher() {
    return {
      element: this,
      lang: this.language,
      server: page.server,
      contact: () => this.#contact,
      emit: page.emit,
      show: (open) => this.#showOpen(open),
      speak: (lang) => this.#speak(lang),
      focus: () => this.#button.focus(),
    };
  }

  /** @param {'sl' | 'en' | 'hr'} lang */
  #speak(lang) {
    this.shadowRoot?.querySelector('.root')?.setAttribute('lang', lang);
    this.#label.textContent = texts[lang].label;
  }

  /** @param {boolean} open */
  #showOpen(open) {
    this.toggleAttribute('open', open);
    this.#button.setAttribute('aria-expanded', String(open));
  }
}

/** Whether the panel was open on the page before this one. */
function keepsOpenPanel() {
  try {
    return JSON.parse(new Store(CHAT_ENTRY).read()).panelOpen === true;
  } catch {
    return false;
  }
}

// The assistant in the frame of the F1 page: a bar at the foot that leads to it, and the conversation, which takes the
// place of the help in a narrow frame and stands beside it in a wide one.
import {Chat} from '../chat/chat.js';
import {button, element, pageLink} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {Store} from '../shared/store.js';

/** As in styles/f1_page.css and styles/f1_panel.css. */
const WIDE = '(min-width: 900px)';

/**
 * @typedef {object} Surroundings
 * @property {'sl' | 'en' | 'hr'} lang
 * @property {string} server its address
 * @property {string | null} portal its address
 * @property {() => import('../shared/wire').Context} context where the person is now
 * @property {(covered: boolean) => void} cover called when the conversation covers the rest of the frame, or no longer
 * @property {() => void} close the panel
 */

export class Assistant {
  /** Made when it is wanted, since most people only read. @type {Chat | null} */
  #chat = null;
  /** @type {import('../chat/host').Host} */
  #host;
  #cover;
  /** Whether it is open, so that it is again after a reload. */
  #kept = new Store('pomocnik.f1.open');
  #close;
  #ask;
  #wide = matchMedia(WIDE);

  /**
   * @param {import('../shared/strings.js').Strings} strings
   * @param {Surroundings} surroundings
   */
  constructor(strings, {lang, server, portal, context, cover, close}) {
    this.#cover = cover;
    this.#host = {
      server, lang, portal, context, privacy: null, frame: 'page', entry: 'pomocnik.f1.chat',
      contact: () => ({}), emit: () => {}, opened: () => {}, closed: () => {}, focus: () => {},
    };
    this.#close = button(
      {class: 'head-button', 'data-action': 'close', 'aria-label': strings.text('f1.close'), hidden: true},
      close, icon('close'));
    this.#ask = button({class: 'primary', 'data-action': 'assistant'}, () => this.open(),
      icon('chat'), strings.text('search.ask'));
    this.bar = element('div', {class: 'dock'}, this.#ask,
      portal && pageLink(portal, {class: 'quiet', 'data-action': 'portal'}, strings.text('portal'),
        element('span', {class: 'unseen'}, ` (${strings.text('newTab')})`)));
    this.pane = element('div', {class: 'assistant', hidden: true},
      element('h1', {class: 'unseen'}, strings.text('f1.start')),
      element('h2', {class: 'unseen'}, strings.text('title')),
      element('div', {class: 'assistant-head'},
        button({class: 'back', 'data-action': 'help'}, () => this.leave(),
          icon('back'), element('span', {class: 'when-narrow'}, strings.text('f1.backToHelp')),
          element('span', {class: 'when-wide'}, strings.text('f1.hideConversation'))),
        this.#close));
    this.#wide.addEventListener('change', () => this.#fit());
  }

  /** To be called once bar and pane are on the page. */
  start() {
    if (this.#kept.read()) this.#enter();
  }

  /** @param {boolean} shown the button that closes the panel */
  set closeShown(shown) {
    this.#close.hidden = !shown;
  }

  get isCovering() {
    return !this.pane.hidden && !this.#wide.matches;
  }

  open() {
    this.#enter().focus();
  }

  /** @param {string} question */
  ask(question) {
    this.#enter().ask(question);
  }

  /** Leads back to the help; the conversation and what is typed stay. */
  leave() {
    this.#show(false);
    this.#ask.focus();
  }

  /** Makes room for the help where it is covered. */
  uncover() {
    if (this.isCovering) this.#show(false);
  }

  /** Tries again what failed for want of a connection. */
  retryOffline() {
    return this.#chat?.retryOffline();
  }

  /** @returns {Chat} */
  #enter() {
    this.#show(true);
    if (this.#chat) return this.#chat;
    const chat = this.#chat = new Chat(this.#host);
    this.pane.append(chat.node);
    chat.start();
    return chat;
  }

  /** @param {boolean} open */
  #show(open) {
    this.pane.hidden = !open;
    this.bar.hidden = open;
    this.#kept.write(open ? 'open' : '');
    document.documentElement.classList.toggle('with-assistant', open);
    this.#fit();
  }

  #fit() {
    this.#cover(this.isCovering);
  }
}

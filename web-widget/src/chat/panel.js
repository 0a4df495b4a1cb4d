// The frame of the chat: header, the log or an article, and what stays at the foot in every state.
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';

/** Screens on which the panel takes the whole page and the rest of it has to wait. */
const NARROW = '(max-width: 480px), (max-height: 480px)';

/**
 * @typedef {object} Parts
 * @property {HTMLElement} log
 * @property {HTMLElement} reader
 * @property {HTMLElement} composer
 * @property {HTMLElement} menu
 */

export class Panel {
  #restart;
  #body;
  #parts;
  #closed;
  #wasOpen = false;
  /** Where the conversation was read. */
  #logTop = 0;
  #foot = element('div', {class: 'foot'});

  /**
   * @param {import('../shared/strings.js').Strings} strings
   * @param {import('./host').Host['frame']} frame
   * @param {Parts} parts
   * @param {{restart: () => void, closed: () => void}} on
   */
  constructor(strings, frame, parts, on) {
    this.#parts = parts;
    const isDialog = frame === 'dialog';
    this.#restart = button({class: 'head-button', 'data-action': 'restart'}, on.restart,
      icon('restart'), element('span', {}, strings.text('restart')));
    this.#body = element('div', {class: 'body'}, parts.log, parts.reader);
    /** @type {HTMLElement} */
    this.node = element(isDialog ? 'dialog' : 'section', {
      class: 'panel', part: 'panel', 'aria-label': strings.text('panel'), 'data-frame': frame,
    },
      element('div', {class: 'head', part: 'header'},
        element('div', {class: 'head-text'},
          element('h2', {class: 'head-title'}, strings.text('title')),
          element('p', {class: 'head-subtitle'}, strings.text('subtitle'))),
        this.#restart,
        parts.menu,
        isDialog && button({class: 'head-button', 'data-action': 'close', 'aria-label': strings.text('close')},
          () => this.close(), icon('close'))),
      this.#body, parts.composer, this.#foot);
    this.#closed = on.closed;
    this.node.addEventListener('close', () => this.#noteClosed());
    this.node.addEventListener('keydown', (event) => this.#closeOnEscape(event));
    this.view = 'conversation';
  }

  static get isNarrow() {
    return matchMedia(NARROW).matches;
  }

  get #dialog() {
    return this.node instanceof HTMLDialogElement ? this.node : null;
  }

  /** A part of a page always is. */
  get isOpen() {
    return this.#dialog?.open ?? true;
  }

  open() {
    if (this.isOpen) return;
    if (Panel.isNarrow) this.#dialog?.showModal();
    else this.#dialog?.show();
    this.#wasOpen = true;
  }

  close() {
    this.#dialog?.close();
    this.#noteClosed();
  }

  /** The browser may have closed it, and says so later. */
  #noteClosed() {
    if (!this.#wasOpen) return;
    this.#wasOpen = false;
    this.#closed();
  }

  /** @returns {'conversation' | 'article'} */
  get view() {
    return this.node.dataset.view === 'article' ? 'article' : 'conversation';
  }

  /** @param {'conversation' | 'article'} view */
  set view(view) {
    const {log} = this.#parts;
    const before = this.view;
    if (before === 'conversation') this.#logTop = log.scrollTop;
    this.node.dataset.view = view;
    // Another width of the panel has moved what was read.
    if (before === 'article' && view === 'conversation') log.scrollTop = this.#logTop;
    this.#parts.log.inert = view !== 'conversation';
    this.#parts.composer.hidden = view !== 'conversation';
    this.#parts.reader.hidden = view !== 'article';
  }

  /** @param {boolean} shown */
  set restartShown(shown) {
    this.#restart.hidden = !shown;
  }

  /** @param {HTMLElement} way the way to the portal */
  set portal(way) {
    this.#foot.replaceChildren(way);
  }

  /** @param {KeyboardEvent} event */
  #closeOnEscape(event) {
    if (event.key !== 'Escape' || event.isComposing || !this.#dialog) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }
}

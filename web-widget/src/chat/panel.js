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
 */

export class Panel {
  #restart;
  #body;
  #parts;
  #foot = element('div', {class: 'foot'});

  /**
   * @param {import('../shared/strings.js').Strings} strings
   * @param {Parts} parts
   * @param {{restart: () => void, closed: () => void}} on
   */
  constructor(strings, parts, on) {
    this.#parts = parts;
    this.#restart = button({class: 'head-button', 'data-action': 'restart'}, on.restart,
      icon('restart'), element('span', {}, strings.text('restart')));
    this.#body = element('div', {class: 'body'}, parts.log, parts.reader);
    this.node = element('dialog', {class: 'panel', part: 'panel', 'aria-label': strings.text('panel')},
      element('div', {class: 'head', part: 'header'},
        element('div', {class: 'head-text'},
          element('p', {class: 'head-title'}, strings.text('title')),
          element('p', {class: 'head-subtitle'}, strings.text('subtitle'))),
        this.#restart,
        button({class: 'head-button', 'data-action': 'close', 'aria-label': strings.text('close')},
          () => this.close(), icon('close'))),
      this.#body, parts.composer, this.#foot);
    this.node.addEventListener('close', on.closed);
    this.node.addEventListener('keydown', (event) => this.#closeOnEscape(event));
    this.view = 'conversation';
  }

  static get isNarrow() {
    return matchMedia(NARROW).matches;
  }

  get isOpen() {
    return this.node.open;
  }

  open() {
    if (this.node.open) return;
    if (Panel.isNarrow) this.node.showModal();
    else this.node.show();
  }

  close() {
    this.node.close();
  }

  /** @param {'conversation' | 'article'} view */
  set view(view) {
    this.node.dataset.view = view;
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
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }
}

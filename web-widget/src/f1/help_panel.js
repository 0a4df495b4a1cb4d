// The element <help-panel>: makes a frame of the F1 page in which help, search and the assistant come and go without a
// reload, and which hears what its host says. Stands in <main>, beside what the server drew there.
import base from '../../styles/base.css';
import blocks from '../../styles/blocks.css';
import chatStyles from '../../styles/chat.css';
import pageStyles from '../../styles/f1_page.css';
import panelStyles from '../../styles/f1_panel.css';
import suggestions from '../../styles/suggestions.css';
import theme from '../../styles/theme.css';
import turn from '../../styles/turn.css';
import {Api, ApiFailure} from '../shared/api.js';
import {catalog} from '../shared/catalog.js';
import {element} from '../shared/dom.js';
import {styleSheet} from '../shared/style_sheet.js';
import {Strings, chooseLanguage} from '../shared/strings.js';
import {Assistant} from './assistant.js';
import {Bridge} from './bridge.js';
import {HelpLoader} from './help_loader.js';
import {drawHelp, titleOf} from './help_view.js';
import {Navigator} from './navigator.js';
import {Notice} from './notice.js';
import {NOWHERE, addressOf, placeOf, readPlace} from './place.js';
import {SearchField} from './search_field.js';

/** @typedef {import('./help_loader.js').Help} Help */
/** @typedef {import('./place.js').Place} Place */
/** @typedef {import('./messages.js').Context} Context */

const LONGEST_CONTEXT = 100; // code points, as the server takes it

export class HelpPanel extends HTMLElement {
  #facts = document.documentElement.dataset;
  #lang = chooseLanguage([this.#facts.lang, document.documentElement.lang, navigator.language]);
  #strings = new Strings(this.#lang, catalog[this.#lang]);
  #api = new Api({base: new URL('/', location.href).href, lang: this.#lang});
  #loader = new HelpLoader(this.#api);
  #navigator = new Navigator({
    window, isDrawable, load: (place, signal, manner) => this.#loader.load(place, signal, manner === 'replace'),
    show: (help, place, arrival) => this.#show(help, place, arrival),
    progress: (state) => this.#notice.show(state),
  });
  #bridge = new Bridge(window, this.#facts.origins ?? '', {
    connected: () => this.#connected(), moved: (context) => void this.#move(context),
  });
  #view = element('div', {class: 'view', hidden: true});
  #said = element('p', {class: 'unseen', role: 'status'});
  #notice = new Notice(this.#strings, () => void this.#navigator.retry());
  #assistant = this.#makeAssistant();
  #search = new SearchField(this.#strings, this.#api, {
    module: () => this.#module,
    go: (query) => void this.#follow({query, article: ''}),
    open: (article) => {
      void this.#tellPicked(article);
      void this.#follow({query: '', article});
    },
    close: () => this.#bridge.send({type: 'close'}),
  });
  /** What is on the page and was drawn here; null: the server drew it. @type {Help | null} */
  #help = null;
  /** As the host names it, for a screen whose module the server does not know. */
  #hostModule = '';
  /** Where the host has sent the person last; it wants to know when that is shown. @type {Place | null} */
  #announced = null;

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    document.addEventListener('click', this.#press);
    window.addEventListener('online', this.#online);
    this.#navigator.start();
    this.#bridge.start();
  }

  disconnectedCallback() {
    document.removeEventListener('click', this.#press);
    window.removeEventListener('online', this.#online);
    this.#navigator.stop();
    this.#bridge.stop();
  }

  #build() {
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [theme, base, blocks, turn, suggestions, chatStyles, panelStyles].map(styleSheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet(suggestions), styleSheet(pageStyles)];
    root.append(element('div', {class: 'root', lang: this.#lang},
      this.#view, this.#said, element('div', {class: 'foot-bar'}, this.#notice.node, this.#assistant.bar),
      this.#assistant.pane));
    this.#assistant.start();
  }

  #makeAssistant() {
    const portal = /** @type {HTMLAnchorElement | null} */ (document.querySelector('footer a.portal'));
    return new Assistant(this.#strings, {
      lang: this.#lang, server: this.#api.base, portal: portal?.href ?? null,
      context: () => this.#context(),
      cover: (covered) => this.#cover(covered),
      close: () => this.#bridge.send({type: 'close'}),
    });
  }

  /** @param {string} article a suggestion that was picked; nothing depends on its arriving */
  async #tellPicked(article) {
    try {
      await this.#api.events([{kind: 'suggestion', article}], this.#context(), null);
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
    }
  }

  /** @returns {Place} */
  get #place() {
    return this.#navigator.place ?? NOWHERE;
  }

  get #module() {
    if (this.#help) return this.#place.module || this.#help.topics.module || this.#hostModule;
    return this.#facts.module ?? '';
  }

  /**
   * Where the assistant is asked from.
   *
   * @returns {import('../shared/wire').Context}
   */
  #context() {
    const {app, screen, version} = this.#place;
    const known = this.#help ? this.#help.topics.screen?.id : this.#facts.screen;
    const facts = {app, screen: known || screen, module: this.#module, version};
    const told = Object.entries(facts).filter(([, fact]) => fact);
    return {
      channel: 'f1',
      ...Object.fromEntries(told.map(([name, fact]) => [name, [...fact].slice(0, LONGEST_CONTEXT).join('')])),
    };
  }

  /** Links to places of the help, in what the server drew and in what is drawn here. @param {MouseEvent} event */
  #press = (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return;
    const place = readPlace(link.href);
    if (!place || !isDrawable(place) || isHeading(link.href)) return;
    if (place.lang && chooseLanguage([place.lang]) !== this.#lang) return;
    event.preventDefault();
    void this.#navigator.go(place, 'push');
  };

  /** @param {Partial<Place>} change of what is on the page */
  async #follow(change) {
    await this.#navigator.go({...this.#place, anchor: '', ...change}, 'push');
  }

  /**
   * The help for where the person is now takes the place of what was shown; the conversation stays as it is.
   *
   * @param {Context} context
   */
  async #move({app, screen, title, module, version, lang}) {
    const place = placeOf({app, screen, title, lang: this.#place.lang, version: version || this.#place.version});
    const wanted = lang ? chooseLanguage([lang]) : this.#lang;
    // In another language every word on the page is another one, and some are the server's.
    if (wanted !== this.#lang || !isDrawable(place)) return location.replace(addressOf({...place, lang: wanted}));
    this.#hostModule = module;
    this.#announced = place;
    await this.#navigator.go(place, 'replace');
  }

  /**
   * @param {Help} help
   * @param {Place} place
   * @param {import('./navigator.js').Arrival} arrival
   */
  #show(help, place, arrival) {
    const mayFocus = arrival.manner !== 'replace' || !this.#isFocusElsewhere;
    this.#help = help;
    this.#draw(help, place);
    this.#assistant.uncover();
    this.#search.follow(place);
    document.title = titleOf(help, place, this.#strings);
    this.#said.textContent = document.title;
    this.#goTo(place, arrival, mayFocus);
    if (place === this.#announced) this.#bridge.send({type: 'context-changed', match: help.topics.match});
  }

  /** Somebody types in the search field, or to the assistant beside the help. */
  get #isFocusElsewhere() {
    const node = this.shadowRoot?.activeElement ?? document.activeElement;
    return node !== null && node !== document.body && node !== this && !this.#view.contains(node);
  }

  /**
   * @param {Place} place
   * @param {import('./navigator.js').Arrival} arrival
   * @param {boolean} mayFocus
   */
  #goTo({anchor}, {manner, from, top}, mayFocus) {
    /** @type {NodeListOf<HTMLElement>} */
    const headings = this.#view.querySelectorAll('[data-anchor]');
    const heading = [...headings].find((node) => anchor !== '' && node.dataset.anchor === anchor);
    if (manner === 'again') return;
    const left = manner === 'back' && from ? new URL(addressOf(from), location.href).href : '';
    const link = [...this.#view.querySelectorAll('a')].find(({href}) => href === left);
    if (heading) heading.scrollIntoView();
    else window.scrollTo(0, top);
    /** @type {HTMLElement | null} */
    const begin = this.#view.querySelector('article h2') ?? this.#view.querySelector('h1');
    if (mayFocus) (heading ?? link ?? begin)?.focus({preventScroll: true});
  }

  /**
   * @param {Help} help
   * @param {Place} place
   */
  #draw(help, place) {
    for (const node of [...this.parentNode?.childNodes ?? []]) if (node !== this) node.remove();
    this.#view.replaceChildren(drawHelp(help, place, {
      strings: this.#strings,
      base: this.#api.base,
      openArticle: (id, anchor) => void this.#follow({query: '', article: id, anchor: anchor ?? ''}),
      ask: (question) => this.#assistant.ask(question),
      openForm: this.#bridge.isConnected && this.#bridge.opensForms
        ? ({app, id}) => this.#bridge.send({type: 'open-form', app, screen: id}) : null,
    }));
    this.#view.hidden = false;
  }

  /** Shows what only a host makes of use. */
  #connected() {
    this.#search.closeShown = true;
    this.#assistant.closeShown = true;
    const {place} = this.#navigator;
    if (!place) return;
    if (this.#help) this.#draw(this.#help, place);
    else if (this.#bridge.opensForms) void this.#navigator.go(place, 'again');
  }

  /**
   * What the conversation covers is out of reach, too.
   *
   * @param {boolean} covered
   */
  #cover(covered) {
    const around = document.querySelectorAll('header, footer, .skip');
    const beside = [...this.parentNode?.children ?? []].filter((node) => node !== this);
    for (const node of [...around, ...beside, this.#view]) node.toggleAttribute('inert', covered);
  }

  #online = () => {
    void this.#assistant.retryOffline();
    if (this.#notice.hasFailed) void this.#navigator.retry();
  };
}

/**
 * Whether it can be shown without a reload; where all help begins, and a module's articles, are pages of their own.
 *
 * @param {Place} place
 */
function isDrawable({app, module, query, article}) {
  return app !== '' && (module === '' || query !== '' || article !== '');
}

/** @param {string} href whether it leads to a heading of this page */
function isHeading(href) {
  const [there, here] = [new URL(href), new URL(location.href)];
  return there.hash !== '' && there.pathname === here.pathname && there.search === here.search;
}

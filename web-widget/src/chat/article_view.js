// What is read in place of the conversation, with the way back: articles, and lists of those that a search found.
import {ApiFailure} from '../shared/api.js';
import {drawBlocks} from '../shared/blocks.js';
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {drawResults} from './search_results.js';
import {drawFacts, drawWebLink} from './source_view.js';

/** @typedef {import('./scene').Scene} Scene */
/** @typedef {import('../shared/wire').Article} Article */
/** @typedef {{kind: 'article', id: string, anchor: string | null}} ArticlePlace */
/** @typedef {{kind: 'search', text: string, module: string | undefined}} SearchPlace */

const BACK_TO = {article: 'article.backToArticle', search: 'search.back'};
const LOADING = {article: 'article.loading', search: 'searching'};
const FAILED = {article: 'article.failed', search: 'search.failed'};

export class ArticleView {
  #scene;
  #api;
  #leave;
  /** @type {(ArticlePlace | SearchPlace)[]} that were gone through; the last is on the page */
  #places = [];
  #loading = new AbortController();
  #backLabel = element('span');
  #page = element('div', {class: 'article', tabindex: -1});

  /**
   * @param {Scene} scene
   * @param {import('../shared/api.js').Api} api
   * @param {() => void} leave called when the reader goes back from the first article
   */
  constructor(scene, api, leave) {
    this.#scene = scene;
    this.#api = api;
    this.#leave = leave;
    this.node = element('div', {class: 'reader', part: 'article'},
      button({class: 'back', 'data-action': 'back'}, () => this.back(), icon('back'), this.#backLabel),
      this.#page);
  }

  /**
   * @param {string} id
   * @param {string | null} anchor the heading to begin at
   */
  async open(id, anchor) {
    this.#places.push({kind: 'article', id, anchor});
    await this.#load();
  }

  /**
   * @param {string} text
   * @param {string | undefined} module the one that the person works in
   */
  async search(text, module) {
    this.#places.push({kind: 'search', text, module});
    await this.#load();
  }

  async back() {
    this.#places.pop();
    if (this.#places.length > 0) await this.#load();
    else this.close();
  }

  focus() {
    this.#page.focus();
  }

  /** Leaves whatever is open. */
  close() {
    this.#loading.abort();
    this.#places = [];
    this.#leave();
  }

  async #load() {
    const place = this.#places[this.#places.length - 1];
    const {strings} = this.#scene;
    this.#loading.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    const before = this.#places[this.#places.length - 2];
    this.#backLabel.textContent = strings.text(before ? BACK_TO[before.kind] : 'article.back');
    this.#page.replaceChildren(element('p', {class: 'hint', role: 'status'}, strings.text(LOADING[place.kind])));
    this.#page.focus();
    try {
      if (place.kind === 'article') await this.#showArticle(place, signal);
      else await this.#showResults(place, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiFailure)) throw error;
      this.#page.replaceChildren(this.#drawFailure(error, place.kind));
      this.#scene.failed(error.kind, place.kind);
    }
  }

  /**
   * @param {ArticlePlace} place
   * @param {AbortSignal} signal
   */
  async #showArticle({id, anchor}, signal) {
    const article = await this.#api.article(id, signal);
    this.#page.replaceChildren(drawArticle(article, this.#scene));
    this.#goTo(anchor);
  }

  /**
   * @param {SearchPlace} place
   * @param {AbortSignal} signal
   */
  async #showResults({text, module}, signal) {
    const found = await this.#api.search(text, module, signal);
    this.#page.replaceChildren(drawResults(text, found, this.#scene));
    this.#goTo(null);
  }

  /** @param {string | null} anchor */
  #goTo(anchor) {
    const headings = /** @type {NodeListOf<HTMLElement>} */ (this.#page.querySelectorAll('[data-anchor]'));
    const target = [...headings].find((heading) => heading.dataset.anchor === anchor);
    this.#page.scrollTop = target ? target.offsetTop - 12 : 0;
    (target ?? this.#page.querySelector('h2'))?.focus({preventScroll: true});
  }

  /**
   * @param {ApiFailure} failure
   * @param {'article' | 'search'} during
   */
  #drawFailure({kind}, during) {
    const {strings} = this.#scene;
    const gone = kind === 'missing';
    return element('div', {class: 'failure', role: 'alert'},
      element('p', {}, icon('warning'), strings.text(gone ? 'article.missing' : FAILED[during])),
      !gone && element('p', {class: 'failure-ways'},
        button({class: 'quiet', 'data-action': 'retry'}, () => this.#load(), strings.text('retry'))));
  }
}

/**
 * @param {Article} article
 * @param {import('./scene').Reading} scene
 * @param {import('../shared/dom.js').Child} [further] what else leads on from it
 */
export function drawArticle(article, scene, further = null) {
  const {strings, base} = scene;
  return element('article', {lang: article.lang},
    element('h2', {tabindex: -1}, article.title),
    drawFacts(article, strings, furtherFacts(article, strings)),
    drawValidity(article, strings),
    element('div', {class: 'blocks'}, drawBlocks(article.blocks, {
      base, tableLabel: strings.text('table'), openArticle: scene.openArticle,
    })),
    element('p', {class: 'source-ways'}, drawWebLink(article, scene)),
    further,
    article.related.length > 0 && drawRelated(article, scene));
}

/**
 * @param {Article} article
 * @param {import('../shared/strings.js').Strings} strings
 */
function furtherFacts({issue, versionFrom: from, versionTo: to}, strings) {
  const facts = [];
  if (issue !== null) facts.push(strings.text('article.issue', {issue}));
  if (from && to) facts.push(strings.text('article.versions', {from, to}));
  else if (from) facts.push(strings.text('article.versionFrom', {from}));
  else if (to) facts.push(strings.text('article.versionTo', {to}));
  return facts;
}

/**
 * @param {Article} article
 * @param {import('../shared/strings.js').Strings} strings
 */
function drawValidity({validFrom, validTo}, strings) {
  const texts = [];
  if (validFrom) texts.push(strings.text('article.validFrom', {date: strings.date(validFrom)}));
  if (validTo) texts.push(strings.text('article.validUntil', {date: strings.date(validTo)}));
  return texts.length > 0 && element('p', {class: 'validity'}, texts.join(' '));
}

/**
 * @param {Article} article
 * @param {import('./scene').Reading} scene
 */
function drawRelated({related}, {strings, openArticle}) {
  return element('section', {class: 'related'},
    element('h3', {class: 'label'}, strings.text('article.related')),
    element('ul', {class: 'choices'}, ...related.map(({article, title, module, lang}) => element('li', {},
      button({class: 'choice', 'data-action': 'related'}, () => openArticle(article, null),
        element('span', {class: 'choice-text'},
          element('span', {class: 'choice-title', lang}, title), element('span', {class: 'facts'}, module)),
        icon('next'))))));
}

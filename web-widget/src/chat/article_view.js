// A whole article inside the panel, with the way back.
import {ApiFailure} from '../shared/api.js';
import {drawBlocks} from '../shared/blocks.js';
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {drawFacts, drawWebLink} from './source_view.js';

/** @typedef {import('./scene').Scene} Scene */
/** @typedef {import('../shared/wire').Article} Article */
/** @typedef {{id: string, anchor: string | null}} Place */

export class ArticleView {
  #scene;
  #api;
  #leave;
  /** @type {Place[]} the articles that were gone through; the last is on the page */
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
    this.#places.push({id, anchor});
    await this.#load();
  }

  async back() {
    this.#places.pop();
    if (this.#places.length > 0) await this.#load();
    else this.close();
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
    this.#backLabel.textContent = strings.text(this.#places.length > 1 ? 'article.backToArticle' : 'article.back');
    this.#page.replaceChildren(element('p', {class: 'hint', role: 'status'}, strings.text('article.loading')));
    this.#page.focus();
    try {
      const article = await this.#api.article(place.id, signal);
      this.#page.replaceChildren(drawArticle(article, this.#scene));
      this.#goTo(place.anchor);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiFailure)) throw error;
      this.#page.replaceChildren(this.#drawFailure(error));
    }
  }

  /** @param {string | null} anchor */
  #goTo(anchor) {
    const headings = /** @type {NodeListOf<HTMLElement>} */ (this.#page.querySelectorAll('[data-anchor]'));
    const target = [...headings].find((heading) => heading.dataset.anchor === anchor);
    this.#page.scrollTop = target ? target.offsetTop - 12 : 0;
    (target ?? this.#page.querySelector('h2'))?.focus({preventScroll: true});
  }

  /** @param {ApiFailure} failure */
  #drawFailure({kind}) {
    const {strings} = this.#scene;
    const gone = kind === 'missing';
    return element('div', {class: 'failure', role: 'alert'},
      element('p', {}, icon('warning'), strings.text(gone ? 'article.missing' : 'article.failed')),
      !gone && element('p', {class: 'failure-ways'},
        button({class: 'quiet', 'data-action': 'retry'}, () => this.#load(), strings.text('retry'))));
  }
}

/**
 * @param {Article} article
 * @param {Scene} scene
 */
function drawArticle(article, scene) {
  const {strings, base} = scene;
  return element('article', {lang: article.lang},
    element('h2', {tabindex: -1}, article.title),
    drawFacts(article, strings, furtherFacts(article, strings)),
    drawValidity(article, strings),
    element('div', {class: 'blocks'}, drawBlocks(article.blocks, {
      base, tableLabel: strings.text('table'), openArticle: scene.openArticle,
    })),
    element('p', {class: 'source-ways'}, drawWebLink(article, scene)),
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
 * @param {Scene} scene
 */
function drawRelated({related}, {strings, openArticle}) {
  return element('section', {class: 'related'},
    element('h3', {class: 'label'}, strings.text('article.related')),
    element('ul', {class: 'choices'}, ...related.map(({article, title, module}) => element('li', {},
      button({class: 'choice', 'data-action': 'related'}, () => openArticle(article, null),
        element('span', {class: 'choice-text'},
          element('span', {class: 'choice-title'}, title), element('span', {class: 'facts'}, module)),
        icon('next'))))));
}

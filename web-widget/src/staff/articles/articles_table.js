// The articles with their figures, to be ordered and searched.
import {element, pageLink} from '../../shared/dom.js';
import {readLink} from '../../shared/links.js';
import {emptyState} from '../page_frame.js';
import {findArticles} from '../parts/plain_words.js';
import {SortedTable} from '../parts/sorted_table.js';
import {pageAddress} from '../router.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('../desk_wire').ArticleFigures} ArticleFigures */

const FIGURES = /** @type {const} */ (['shown', 'opened', 'helpful', 'unhelpful', 'requests']);

export class ArticlesTable {
  #context;
  #data;
  #note;
  #search = element('input', {type: 'search', id: 'articles-search', autocomplete: 'off'});
  #only = element('input', {type: 'checkbox', id: 'articles-only'});
  #count = element('p', {class: 'hint', role: 'status'});
  #table;
  #shown;

  /**
   * @param {Context} context
   * @param {import('../desk_wire').Articles} data
   * @param {(shown: Record<string, string>) => void} note called with what is to be kept in the address
   */
  constructor(context, data, note) {
    const {strings, query} = context;
    this.#context = context;
    this.#data = data;
    this.#note = note;
    this.#search.value = query.get('q') ?? '';
    this.#only.checked = query.get('only') === 'marked';
    this.#shown = {sort: query.get('sort') ?? 'shown', order: query.get('order') ?? 'down'};
    this.#table = new SortedTable(strings, {
      caption: strings.text('articles.table'), columns: this.#columns(),
      order: {key: this.#shown.sort, descends: this.#shown.order !== 'up'},
      reordered: ({key, descends}) => {
        this.#shown = {sort: key, order: descends ? 'down' : 'up'};
        this.#keep();
      },
    });
    this.node = data.articles.length > 0 ? this.#draw() : this.#empty();
  }

  #draw() {
    const {strings} = this.#context;
    for (const input of [this.#search, this.#only]) {
      input.addEventListener('input', () => {
        this.#keep();
        this.#find();
      });
    }
    this.#find();
    return element('div', {},
      element('div', {class: 'filters'},
        element('div', {class: 'field'},
          element('label', {for: this.#search.id}, strings.text('articles.search')), this.#search),
        element('label', {class: 'option', for: this.#only.id}, this.#only,
          element('span', {}, strings.text('articles.only', {n: this.#data.articles.filter(isMarked).length}))),
        this.#count),
      this.#table.node);
  }

  #empty() {
    const {strings} = this.#context;
    return emptyState(strings.text('articles.empty'), strings.text('articles.empty.text'));
  }

  #keep() {
    this.#note({...this.#shown, q: this.#search.value.trim(), only: this.#only.checked ? 'marked' : ''});
  }

  #find() {
    const {strings} = this.#context;
    const some = this.#only.checked ? this.#data.articles.filter(isMarked) : this.#data.articles;
    const found = findArticles(some, this.#search.value);
    this.#count.textContent = strings.text('articles.count', {n: found.length});
    this.#table.show(found);
  }

  /** @returns {import('../parts/sorted_table.js').SortedColumn<ArticleFigures>[]} */
  #columns() {
    const {strings, formats} = this.#context;
    return [
      {key: 'title', title: strings.text('articles.title'), value: ({title}) => title, draw: (row) => this.#title(row)},
      ...FIGURES.map((key) => ({
        key, title: strings.text(`articles.${key}`), isNumber: true,
        value: (/** @type {ArticleFigures} */ row) => row[key],
        draw: (/** @type {ArticleFigures} */ row) => formats.count(row[key]),
      })),
      {
        key: 'updated', title: strings.text('articles.updated'), value: ({updated}) => updated ?? '',
        draw: ({updated}) => element('span', {class: 'whole'},
          updated ? formats.day(updated) : strings.text('articles.updated.unknown')),
      },
      {
        key: 'marks', title: strings.text('articles.marks'), value: (row) => countMarks(row), isNumber: false,
        draw: (row) => this.#marks(row),
      },
    ];
  }

  /** @param {ArticleFigures} article */
  #title({id, title, module, questions}) {
    const {strings} = this.#context;
    return element('div', {class: 'article-name'},
      element('a', {href: pageAddress('articles', {read: id})}, title),
      element('span', {class: 'facts'}, module),
      questions.length > 0 && element('details', {},
        element('summary', {}, strings.text('articles.questions', {n: questions.length})),
        element('ul', {class: 'asked'}, ...questions.map((text) => element('li', {}, element('q', {}, text))))));
  }

  /** @param {ArticleFigures} article */
  #marks(article) {
    const {strings} = this.#context;
    const {stale, staleMonths, conflicts, copies, deadLinks} = article;
    if (!isMarked(article)) return null;
    const others = (/** @type {string} */ key, /** @type {string[]} */ ids) => ids.length > 0 && element('li', {},
      strings.text(key), ' ', ...ids.flatMap((id, index) => [
        index > 0 ? ', ' : '', element('a', {href: pageAddress('articles', {read: id})}, this.#titleOf(id)),
      ]));
    return element('ul', {class: 'marks'},
      stale && element('li', {}, strings.text('articles.stale', {n: staleMonths})),
      others('articles.conflicts', conflicts),
      others('articles.copies', copies),
      ...deadLinks.map((url) => element('li', {}, strings.text('articles.deadLink'), ' ', drawAddress(url))));
  }

  /** @param {string} id */
  #titleOf(id) {
    return this.#data.articles.find((article) => article.id === id)?.title ?? id;
  }
}

/** @param {string} url */
function drawAddress(url) {
  const link = readLink(url, location.origin);
  return link?.kind === 'page' ? pageLink(link.href, {}, url) : url;
}

/** @param {ArticleFigures} article */
function countMarks({stale, conflicts, copies, deadLinks}) {
  return Number(stale) + conflicts.length + copies.length + deadLinks.length;
}

/** @param {ArticleFigures} article */
function isMarked(article) {
  return countMarks(article) > 0;
}

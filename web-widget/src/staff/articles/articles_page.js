// How each article does, and which screens have none.
import {appendAll, button, element} from '../../shared/dom.js';
import {showEditor} from '../editor/editor_page.js';
import {emptyFields, fieldsOfScreen} from '../editor/fields.js';
import {load, pageHead} from '../page_frame.js';
import {PeriodForm} from '../parts/period_form.js';
import {mayDo} from '../roles.js';
import {pageAddress} from '../router.js';
import {showArticle} from './article_view.js';
import {ArticlesTable} from './articles_table.js';
import {drawScreens} from './screens_table.js';

/** @typedef {import('../page').Context} Context */

const TABS = /** @type {const} */ (['articles', 'screens']);

/** @type {import('../page').Page} */
export const articlesPage = {
  path: 'articles',
  title: 'page.articles',
  least: 'viewer',
  show(host, context) {
    const {query, person} = context;
    const isCurator = mayDo(person.role, 'curator');
    const [edited, read, screen] = ['edit', 'read', 'screen'].map((name) => query.get(name));
    if (edited !== null && isCurator) showArticleEditor(host, context, edited);
    else if (screen !== null && isCurator) showScreenEditor(host, context, screen);
    else if (read || edited) showArticle(host, context, read || edited || '');
    else new ArticlesView(host, context).show();
  },
};

class ArticlesView {
  #host;
  #context;
  #form;
  #tab;
  #tabs = element('div', {class: 'choice', role: 'group'});
  #content = element('div', {class: 'tab-content'});

  /**
   * @param {HTMLElement} host
   * @param {Context} context
   */
  constructor(host, context) {
    this.#host = host;
    this.#context = context;
    this.#tab = TABS.find((tab) => tab === context.query.get('tab')) ?? 'articles';
    this.#form = new PeriodForm(context, () => this.#load());
  }

  show() {
    const {strings, person} = this.#context;
    const write = mayDo(person.role, 'curator') && element('a', {
      'class': 'button primary', 'data-action': 'write', 'href': pageAddress('articles', {edit: 'new'}),
    }, strings.text('articles.write'));
    this.#tabs.setAttribute('aria-label', strings.text('articles.tabs'));
    appendAll(this.#tabs, TABS.map((tab) => button({'class': 'button', 'data-tab': tab}, () => this.#choose(tab),
      strings.text(`articles.tab.${tab}`))));
    this.#host.append(pageHead(strings.text('page.articles'), strings.text('articles.lead'), this.#form.node, write),
      this.#tabs, this.#content);
    this.#load();
  }

  /** @param {typeof TABS[number]} tab */
  #choose(tab) {
    this.#tab = tab;
    this.#content.replaceChildren();
    this.#load();
  }

  #load() {
    const {period, address: named} = this.#form;
    const {api, query} = this.#context;
    const isArticles = this.#tab === 'articles';
    const address = new URLSearchParams({...named, tab: this.#tab});
    for (const name of ['sort', 'order', 'q', 'only']) address.set(name, isArticles ? query.get(name) ?? '' : '');
    this.#context.setQuery(address);
    for (const pressed of this.#tabs.children) {
      pressed.setAttribute('aria-pressed', String(/** @type {HTMLElement} */ (pressed).dataset.tab === this.#tab));
    }
    const note = (/** @type {Record<string, string>} */ shown) =>
      this.#context.setQuery({...Object.fromEntries(address), ...shown});
    load(this.#content, this.#context, (signal) => api.get(this.#tab, period, signal), (data) => isArticles
      ? [new ArticlesTable(this.#context, data, note).node]
      : drawScreens(this.#context, data.screens));
  }
}

/**
 * @param {HTMLElement} host
 * @param {Context} context
 * @param {string} id "new": one that is not there yet
 */
function showArticleEditor(host, context, id) {
  const {strings, api} = context;
  const isNew = id === 'new';
  showEditor(host, context, {
    place: isNew ? 'new' : `article:${id}`,
    title: strings.text(isNew ? 'editor.new' : 'editor.edit'),
    back: {path: 'articles', label: strings.text('editor.back.articles')},
    begin: async (signal) => {
      if (isNew) return {fields: emptyFields()};
      const stored = await api.get('edits/article', {id}, signal);
      const {title, module, kind, lang, markdown, questions, revision} = stored;
      const fields = {title, module, kind, lang, markdown, questions};
      return {article: {id, revision}, fields, asked: questions[0] ?? title};
    },
  });
}

/**
 * @param {HTMLElement} host
 * @param {Context} context
 * @param {string} name "app/SCREEN"
 */
function showScreenEditor(host, context, name) {
  const {strings, api} = context;
  showEditor(host, context, {
    place: `screen:${name}`,
    title: strings.text('editor.screen', {screen: name}),
    back: {path: 'articles', label: strings.text('editor.back.screens'), query: {tab: 'screens'}},
    begin: async (signal) => {
      const {screens} = await api.get('screens', {}, signal);
      const screen = screens.find((/** @type {import('../desk_wire').StaffScreen} */ each) =>
        `${each.app}/${each.screen}` === name);
      return screen ? {fields: fieldsOfScreen(screen), f1: [`${screen.app}:${screen.screen}`]} : null;
    },
  });
}

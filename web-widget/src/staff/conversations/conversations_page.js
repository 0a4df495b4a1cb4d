// What was asked and answered: a list to search in, and each conversation as it went.
import {appendAll, button, element} from '../../shared/dom.js';
import {emptyState, failureText, load, pageHead} from '../page_frame.js';
import {PeriodForm} from '../parts/period_form.js';
import {pageAddress} from '../router.js';
import {StaffFailure} from '../staff_wire.js';
import {showConversation} from './conversation_view.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('../desk_wire').ConversationRow} ConversationRow */
/** @typedef {import('../desk_wire').ConversationList} ConversationList */

export const DECISIONS = ['answer', 'choices', 'abstain', 'policy', 'smalltalk', 'handoff', 'status'];
const OUTCOMES = ['confirmed', 'potential', 'none'];
const CHANNELS = ['web', 'f1', 'portal', 'staff', 'test'];
const FIELDS = ['q', 'decision', 'outcome', 'channel', 'module', 'article'];
/** There only when the address asks for it: a link from an article does. */
const RARE = 'article';

/** @type {import('../page').Page} */
export const conversationsPage = {
  path: 'conversations',
  title: 'page.conversations',
  least: 'viewer',
  show(host, context) {
    const id = context.query.get('id');
    if (id) showConversation(host, context, id);
    else new ConversationsView(host, context).show();
  },
};

class ConversationsView {
  #host;
  #context;
  #form;
  /** @type {Record<string, HTMLInputElement | HTMLSelectElement>} */
  #fields = {};
  #results = element('div', {class: 'results'});

  /**
   * @param {HTMLElement} host
   * @param {Context} context
   */
  constructor(host, context) {
    this.#host = host;
    this.#context = context;
    this.#form = new PeriodForm(context, () => this.#load(), ...this.#drawFilters());
  }

  show() {
    const {strings} = this.#context;
    this.#host.append(pageHead(strings.text('page.conversations'), strings.text('conversations.lead')),
      this.#form.node, this.#results);
    this.#load();
  }

  #drawFilters() {
    const {strings} = this.#context;
    const text = (/** @type {string} */ type) => element('input', {type, autocomplete: 'off', maxlength: 200});
    const select = (/** @type {string} */ name, /** @type {string[]} */ values) => {
      const node = element('select', {}, element('option', {value: ''}, strings.text('conversations.any')),
        ...values.map((value) => element('option', {value}, strings.name(`conversations.${name}`, value))));
      node.addEventListener('change', () => this.#load());
      return node;
    };
    this.#fields = {
      q: text('search'), decision: select('decision', DECISIONS), outcome: select('outcome', OUTCOMES),
      channel: select('channel', CHANNELS), module: text('text'), article: text('text'),
    };
    const {query} = this.#context;
    const modules = element('datalist', {id: 'filter-modules'});
    this.#fields.module.setAttribute('list', modules.id);
    this.#fields.module.addEventListener('focus', () => this.#offerModules(modules), {once: true});
    const labels = Object.entries(this.#fields).map(([name, field]) => {
      field.id = `filter-${name}`;
      field.value = query.get(name) ?? '';
      return element('div', {class: `field field-${name}`, hidden: name === RARE && field.value === ''},
        element('label', {for: field.id}, strings.text(`conversations.filter.${name}`)), field);
    });
    return [...labels, modules, element('button', {class: 'button'}, strings.text('period.show'))];
  }

  /** @param {HTMLElement} modules */
  async #offerModules(modules) {
    const {api, signal} = this.#context;
    const {articles} = await api.get('articles', {}, signal);
    const names = new Set(articles.map((/** @type {{module: string}} */ {module}) => module));
    modules.replaceChildren(...[...names].sort().map((value) => element('option', {value})));
  }

  #asked() {
    return Object.fromEntries(FIELDS.map((name) => [name, this.#fields[name].value.trim()]));
  }

  #load() {
    const filters = this.#asked();
    this.#context.setQuery({...this.#form.address, ...filters});
    const asked = {...this.#form.period, ...filters};
    load(this.#results, this.#context, (signal) => this.#context.api.get('conversations', asked, signal),
      (found) => this.#draw(found, asked));
  }

  /**
   * @param {ConversationList} found
   * @param {Record<string, string>} asked
   */
  #draw({conversations, next}, asked) {
    const {strings} = this.#context;
    if (conversations.length === 0) {
      const isFiltered = FIELDS.some((name) => asked[name]);
      const kind = isFiltered ? 'conversations.empty.filtered' : 'conversations.empty';
      return [emptyState(strings.text(kind), strings.text(`${kind}.text`), isFiltered && this.#clearButton())];
    }
    const list = element('ul', {'class': 'conversations', 'aria-label': strings.text('conversations.list')},
      ...conversations.map((row) => this.#row(row)));
    return [list, next && this.#more(list, next, asked)];
  }

  #clearButton() {
    return button({class: 'button'}, () => {
      for (const field of Object.values(this.#fields)) field.value = '';
      this.#load();
      this.#fields.q.focus();
    }, this.#context.strings.text('conversations.clear'));
  }

  /**
   * @param {HTMLElement} list
   * @param {string} next where the list goes on
   * @param {Record<string, string>} asked
   */
  #more(list, next, asked) {
    const {strings, api, signal} = this.#context;
    const said = element('p', {class: 'field-error', role: 'alert'});
    let before = next;
    const more = button({class: 'button'}, async () => {
      said.textContent = '';
      try {
        const found = await api.get('conversations', {...asked, before}, signal);
        const rows = found.conversations.map((/** @type {ConversationRow} */ row) => this.#row(row));
        appendAll(list, rows);
        rows[0]?.querySelector('a')?.focus();
        before = found.next ?? '';
        more.hidden = before === '';
      } catch (error) {
        if (signal.aborted) return;
        said.textContent = failureText(strings, error);
        if (!(error instanceof StaffFailure)) throw error;
      }
    }, strings.text('conversations.more'));
    return element('div', {class: 'more'}, more, said);
  }

  /** @param {ConversationRow} row */
  #row({id, startedAt, channel, lang, turns, firstQuestion, decision, outcome}) {
    const {strings, formats} = this.#context;
    const facts = [
      formats.moment(startedAt), strings.name('conversations.channel', channel), strings.name('editor.lang', lang),
      strings.text('conversations.turns', {n: turns}),
    ];
    return element('li', {},
      element('div', {},
        element('a', {lang, href: pageAddress('conversations', {id})},
          firstQuestion || strings.text('conversations.noText')),
        element('p', {class: 'facts'}, facts.join(' · '))),
      element('p', {class: 'states'}, decisionBadge(strings, decision),
        outcome && outcomeBadge(strings, outcome)));
  }
}

/**
 * @param {import('../../shared/strings.js').Strings} strings
 * @param {string} decision
 */
export function decisionBadge(strings, decision) {
  return element('span', {'class': 'badge', 'data-decision': decision},
    strings.name('conversations.decision', decision));
}

/**
 * @param {import('../../shared/strings.js').Strings} strings
 * @param {string} outcome
 */
export function outcomeBadge(strings, outcome) {
  return element('span', {'class': 'badge outcome', 'data-outcome': outcome},
    strings.name('conversations.outcome', outcome));
}

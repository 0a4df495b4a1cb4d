// What the assistant could not help with, the largest first, and what can be done about it.
import {appendAll, button, element} from '../../shared/dom.js';
import {localDay} from '../days.js';
import {showEditor} from '../editor/editor_page.js';
import {fieldsOfGap} from '../editor/fields.js';
import {readPeriod, writePeriod} from '../overview/period.js';
import {emptyState, load, pageHead} from '../page_frame.js';
import {isEditable, offNotice} from '../parts/editing.js';
import {PeriodForm} from '../parts/period_form.js';
import {GapCard} from './gap_card.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('../desk_wire').Gap} Gap */
/** @typedef {Gap['state']} State */
/** @typedef {{gaps: Gap[], editable: boolean}} Found */

const STATES = /** @type {const} */ (['open', 'out_of_scope', 'answered']);
/** So many are drawn before somebody asks for more. */
const PORTION = 20;

/** @type {import('../page').Page} */
export const gapsPage = {
  path: 'gaps',
  title: 'page.gaps',
  least: 'viewer',
  show(host, context) {
    const written = context.query.get('write');
    if (written) showGapEditor(host, context, written);
    else new GapsView(host, context).show();
  },
};

/**
 * @param {Context} context
 * @param {{from: string, to: string}} period
 * @param {AbortSignal} signal
 * @returns {Promise<Found>}
 */
async function find({api}, period, signal) {
  const [{gaps}, editable] = await Promise.all([api.get('gaps', period, signal), isEditable(api, signal)]);
  return {gaps, editable};
}

class GapsView {
  #host;
  #context;
  #form;
  #list = element('div', {class: 'gap-list'});
  /** @type {State} */
  #state;
  /** @type {Record<string, HTMLElement>} how many gaps each state has */
  #counts = {};

  /**
   * @param {HTMLElement} host
   * @param {Context} context
   */
  constructor(host, context) {
    this.#host = host;
    this.#context = context;
    this.#form = new PeriodForm(context, () => this.#load());
    this.#state = STATES.find((state) => state === context.query.get('state')) ?? 'open';
  }

  show() {
    const {strings} = this.#context;
    this.#host.append(pageHead(strings.text('page.gaps'), strings.text('gaps.lead'), this.#form.node), this.#list);
    this.#load();
  }

  #load() {
    const {period} = this.#form;
    this.#noteAddress();
    load(this.#list, this.#context, (signal) => find(this.#context, period, signal), (found) => this.#draw(found));
  }

  #noteAddress() {
    this.#context.setQuery({...this.#form.address, state: this.#state});
  }

  /** @param {Found} found */
  #draw(found) {
    const shown = found.gaps.filter(({state}) => state === this.#state);
    return [
      !found.editable && offNotice(this.#context),
      this.#drawStates(found),
      shown.length > 0 ? this.#drawList(shown, found) : this.#drawEmpty(found.gaps.length === 0),
    ];
  }

  /** @param {Found} found */
  #drawStates(found) {
    const {strings} = this.#context;
    const group = element('div', {'class': 'choice', 'role': 'group', 'aria-label': strings.text('gaps.states')});
    appendAll(group, STATES.map((state) => {
      const attributes = {'class': 'button', 'aria-pressed': String(state === this.#state), 'data-state': state};
      this.#counts[state] = element('span', {class: 'count'});
      return button(attributes, () => this.#choose(state, found), strings.text(`gaps.state.${state}`), ' ',
        this.#counts[state]);
    }));
    this.#count(found);
    return group;
  }

  /** @param {Found} found */
  #count({gaps}) {
    for (const state of STATES) {
      this.#counts[state].textContent = String(gaps.filter((gap) => gap.state === state).length);
    }
  }

  /**
   * @param {State} state
   * @param {Found} found
   */
  #choose(state, found) {
    this.#state = state;
    this.#noteAddress();
    this.#list.replaceChildren();
    appendAll(this.#list, this.#draw(found));
    /** @type {HTMLElement | null} */ (this.#list.querySelector(`[data-state="${state}"]`))?.focus();
  }

  /** @param {boolean} nothing there is no gap at all in this period, not only none of this state */
  #drawEmpty(nothing) {
    const {strings} = this.#context;
    const kind = nothing ? 'none' : this.#state;
    return emptyState(strings.text(`gaps.empty.${kind}`), strings.text(`gaps.empty.${kind}.text`));
  }

  /**
   * @param {Gap[]} gaps
   * @param {Found} found
   */
  #drawList(gaps, found) {
    const {strings} = this.#context;
    const list = element('ol', {class: 'gaps'});
    const changed = (/** @type {Gap} */ gap, /** @type {State} */ state) => {
      Object.assign(gap, {state});
      this.#count(found);
    };
    const parts = {editable: found.editable, period: this.#form.address, changed};
    const add = (/** @type {number} */ from) => {
      for (const gap of gaps.slice(from, from + PORTION)) list.append(new GapCard(this.#context, gap, parts).node);
    };
    add(0);
    const more = button({class: 'button'}, () => {
      const from = list.children.length;
      add(from);
      /** @type {HTMLElement | null} */ (list.children[from]?.querySelector('h2'))?.focus();
      more.hidden = list.children.length >= gaps.length;
    }, strings.text('gaps.more'));
    more.hidden = gaps.length <= PORTION;
    return element('div', {}, list, more);
  }
}

/**
 * @param {HTMLElement} host
 * @param {Context} context
 * @param {string} id
 */
function showGapEditor(host, context, id) {
  const {strings, query} = context;
  const read = readPeriod(query, localDay(new Date()));
  showEditor(host, context, {
    place: `gap:${id}`,
    title: strings.text('editor.new'),
    back: {path: 'gaps', label: strings.text('editor.back.gaps'), query: writePeriod(read)},
    begin: async (signal) => {
      const {gaps} = await find(context, {from: read.from, to: read.to}, signal);
      const gap = gaps.find((each) => each.id === id);
      if (!gap) return null;
      return {fields: fieldsOfGap(gap), terms: gap.terms, asked: gap.examples[0]?.text ?? gap.title};
    },
  });
}

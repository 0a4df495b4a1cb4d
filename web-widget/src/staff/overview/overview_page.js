// The first page of the desk: what was asked, what came of it, and how sure that is.
import {button, element} from '../../shared/dom.js';
import {daysBetween} from '../days.js';
import {emptyState, load, pageHead} from '../page_frame.js';
import {breakdownView} from './breakdown_view.js';
import {Charts} from './charts.js';
import {exportButtons} from './export_view.js';
import {FilterForm} from './filter_form.js';
import {funnelView} from './funnel_view.js';
import {holdoutView} from './holdout_view.js';
import {knownView} from './known_view.js';
import {preparePrint} from './print_view.js';
import {excludedView, reasonsView, takenBackView} from './reasons_view.js';
import {savingView} from './saving_view.js';
import {seriesView} from './series_view.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('./overview').Overview} Overview */

/** @type {import('../page').Page} */
export const overviewPage = {
  path: 'overview',
  title: 'page.overview',
  least: 'viewer',
  show(host, context) {
    new OverviewView(host, context).show();
  },
};

class OverviewView {
  #host;
  #context;
  #charts;
  #filter;
  #by;
  #figures = element('div', {class: 'figures'});
  #languageNames;

  /**
   * @param {HTMLElement} host
   * @param {Context} context
   */
  constructor(host, context) {
    this.#host = host;
    this.#context = context;
    this.#charts = new Charts(context.formats, context.signal);
    this.#by = context.query.get('by') ?? '';
    this.#languageNames = new Intl.DisplayNames([context.strings.lang], {type: 'language', fallback: 'code'});
    this.#filter = new FilterForm(context, (facet, key) => this.#nameOf(facet, key), () => this.#load());
    preparePrint(host, this.#charts, context.signal);
  }

  show() {
    const {strings} = this.#context;
    this.#host.append(
      pageHead(strings.text('page.overview'), strings.text('overview.lead'),
        exportButtons(this.#context, () => this.#wanted())),
      this.#filter.node, this.#figures);
    this.#load();
  }

  /** @returns {Record<string, string>} */
  #wanted() {
    return {...this.#filter.wanted, by: this.#by};
  }

  #load() {
    const {api, setQuery} = this.#context;
    setQuery({...this.#filter.address, by: this.#by});
    load(this.#figures, this.#context, (signal) => api.get('overview', this.#wanted(), signal),
      (overview) => this.#draw(overview));
  }

  /** @param {Overview} overview */
  #draw(overview) {
    this.#charts.clear();
    this.#filter.offer({
      channel: overview.byChannel.map(({key}) => key),
      module: overview.byModule.map(({key}) => key),
      lang: overview.byLang.map(({key}) => key),
    });
    const {visits, episodes} = overview.totals;
    const isEmpty = visits === 0 && episodes === 0;
    return isEmpty ? this.#empty(overview) : this.#full(overview);
  }

  /** @param {Overview} overview */
  #full(overview) {
    const context = this.#context;
    const {byChannel, byModule, byLang} = overview;
    return [
      this.#about(overview),
      funnelView(context, overview),
      savingView(context, overview, () => this.#load()),
      seriesView(context, this.#charts, overview, (by) => {
        this.#by = by;
        this.#load();
      }),
      element('div', {class: 'columns'}, this.#breakdown('module', byModule),
        element('div', {class: 'stack'}, this.#breakdown('channel', byChannel), this.#breakdown('lang', byLang))),
      element('div', {class: 'columns'}, reasonsView(context, this.#charts, overview),
        element('div', {class: 'stack'}, takenBackView(context, overview), excludedView(context, overview))),
      element('div', {class: 'columns'}, holdoutView(context, overview.holdout), knownView(context, overview)),
    ];
  }

  /**
   * @param {'channel' | 'module' | 'lang'} by
   * @param {import('./overview').Slice[]} slices
   */
  #breakdown(by, slices) {
    if (slices.length === 0) return null;
    return breakdownView(this.#context, this.#charts, {by, slices, nameOf: (key) => this.#nameOf(by, key)});
  }

  /** @param {Overview} overview */
  #empty(overview) {
    const {strings} = this.#context;
    const isNarrowed = this.#filter.parts.length > 0;
    return [
      this.#about(overview),
      element('section', {'class': 'card', 'aria-label': strings.text('overview.empty')},
        emptyState(strings.text('overview.empty'),
          strings.text(isNarrowed ? 'overview.empty.narrowed' : 'overview.empty.text'),
          isNarrowed && button({class: 'button'}, () => this.#filter.widen(), strings.text('filter.none')))),
      element('div', {class: 'columns'}, excludedView(this.#context, overview), knownView(this.#context, overview)),
    ];
  }

  /**
   * Which days are shown, with which they are compared, and what of them; on paper nothing else says so.
   *
   * @param {Overview} overview
   */
  #about({period, previous}) {
    const {strings, formats} = this.#context;
    const {parts} = this.#filter;
    const days = strings.text('overview.about', {
      n: daysBetween(period.from, period.to),
      from: formats.day(period.from), to: formats.day(period.to),
      previousFrom: formats.day(previous.from), previousTo: formats.day(previous.to),
    });
    return element('p', {class: 'about', role: 'status'}, days,
      parts.length > 0 && ` ${strings.text('overview.only', {parts: parts.join(', ')})}`);
  }

  /**
   * @param {'channel' | 'module' | 'lang'} facet
   * @param {string} key
   */
  #nameOf(facet, key) {
    const {strings} = this.#context;
    if (key === '') return strings.text('overview.unknown');
    if (facet === 'channel') return strings.name('channel', key);
    return facet === 'lang' ? languageName(this.#languageNames, key) : key;
  }
}

/**
 * @param {Intl.DisplayNames} names
 * @param {string} key what is no language tag is shown as it is
 */
function languageName(names, key) {
  try {
    return names.of(key) ?? key;
  } catch {
    return key;
  }
}

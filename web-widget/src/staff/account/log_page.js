// Who viewed, exported or deleted conversations, and whatever else staff did: for the administrator.
import {element} from '../../shared/dom.js';
import {daysBack, localDay} from '../days.js';
import {emptyState, load, pageHead} from '../page_frame.js';
import {dataTable} from '../data_table.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {{at: string, name: string, act: string, object: string}} Entry */

/** @type {import('../page').Page} */
export const logPage = {
  path: 'log',
  title: 'page.log',
  least: 'admin',
  show(host, context) {
    const {strings, query, api} = context;
    const today = localDay(new Date());
    const day = (/** @type {string} */ id, /** @type {string} */ value) =>
      element('input', {type: 'date', id, value, max: today});
    const from = day('log-from', query.get('from') ?? daysBack(today, 29));
    const to = day('log-to', query.get('to') ?? today);
    const entries = element('section', {class: 'card'});
    const show = () => {
      const period = {from: from.value, to: to.value};
      context.setQuery(period);
      load(entries, context, (signal) => api.get('log', period, signal), (data) => drawEntries(data.entries, context));
    };
    const form = element('form', {class: 'filters'},
      element('div', {class: 'field'}, element('label', {for: from.id}, strings.text('period.from')), from),
      element('div', {class: 'field'}, element('label', {for: to.id}, strings.text('period.to')), to),
      element('button', {class: 'button'}, strings.text('period.show')));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      show();
    });
    host.append(pageHead(strings.text('page.log'), strings.text('log.lead')), form, entries);
    show();
  },
};

/**
 * @param {Entry[]} entries
 * @param {Context} context
 */
function drawEntries(entries, {strings, formats}) {
  if (entries.length === 0) return [emptyState(strings.text('log.empty'), strings.text('log.empty.text'))];
  return [dataTable(strings.text('log.entries'), [
    {title: strings.text('log.at')}, {title: strings.text('log.name')}, {title: strings.text('log.act')},
    {title: strings.text('log.object')},
  ], entries.map(({at, name, act, object}) => [formats.moment(at), name, strings.name('act', act), object]))];
}

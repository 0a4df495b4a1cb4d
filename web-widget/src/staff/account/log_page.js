// Who viewed, exported or deleted conversations, and whatever else staff did: for the administrator.
import {element} from '../../shared/dom.js';
import {dataTable} from '../data_table.js';
import {emptyState, load, pageHead} from '../page_frame.js';
import {PeriodForm} from '../parts/period_form.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {{at: string, name: string, act: string, object: string}} Entry */

/** @type {import('../page').Page} */
export const logPage = {
  path: 'log',
  title: 'page.log',
  least: 'admin',
  show(host, context) {
    const {strings, api} = context;
    const entries = element('section', {class: 'card'});
    const show = () => {
      context.setQuery(form.address);
      load(entries, context, (signal) => api.get('log', form.period, signal),
        (data) => drawEntries(data.entries, context));
    };
    const form = new PeriodForm(context, show);
    host.append(pageHead(strings.text('page.log'), strings.text('log.lead')), form.node, entries);
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

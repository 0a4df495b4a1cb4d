// Where articles are imported from: how each source stands, when it was imported last, and what was wrong with it.
import {element} from '../../shared/dom.js';
import {dataTable} from '../data_table.js';
import {drawDiagnosticList} from '../parts/diagnostic.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('../desk_wire').ArticleSource} ArticleSource */

/**
 * Nothing when the server imports from nowhere.
 *
 * @param {Context} context
 * @param {ArticleSource[]} sources
 */
export function drawSources(context, sources) {
  if (sources.length === 0) return null;
  const {strings, formats} = context;
  const titles = ['name', 'state', 'importedAt', 'articles', 'changes', 'problems'];
  return element('section', {'class': 'card', 'data-part': 'sources'},
    element('h2', {}, strings.text('sources.title')),
    element('p', {class: 'hint'}, strings.text('sources.hint')),
    dataTable(strings.text('sources.title'),
      titles.map((title) => ({title: strings.text(`sources.${title}`), isNumber: title === 'articles'})),
      sources.map((source) => [
        source.name,
        standing(context, source),
        source.importedAt ? formats.moment(source.importedAt) : strings.text('sources.never'),
        formats.count(source.articles),
        strings.text('sources.changed', {
          added: source.added, changed: source.changed, removed: source.removed,
        }),
        problems(context, source),
      ])));
}

/**
 * @param {Context} context
 * @param {ArticleSource} source
 */
function standing({strings}, {state, error}) {
  return element('span', {},
    element('span', {'class': 'badge', 'data-state': state}, strings.name('sources.state', state)),
    error && element('span', {class: 'hint'}, ' ', error));
}

/**
 * @param {Context} context
 * @param {ArticleSource} source
 */
function problems({strings}, {warned, refused, diagnostics}) {
  const count = strings.text('sources.problemCount', {warned, refused});
  if (diagnostics.length === 0) return count;
  return element('details', {class: 'diagnostics'},
    element('summary', {}, count),
    drawDiagnosticList(strings, diagnostics));
}

// An article as visitors read it, for whoever does not want to change it.
import {Api, ApiFailure} from '../../shared/api.js';
import {drawBlocks} from '../../shared/blocks.js';
import {element} from '../../shared/dom.js';
import {load, pageHead} from '../page_frame.js';
import {mayDo} from '../roles.js';
import {pageAddress} from '../router.js';
import {StaffFailure} from '../staff_wire.js';

/** @typedef {import('../page').Context} Context */

/**
 * @param {HTMLElement} host
 * @param {Context} context
 * @param {string} id
 */
export function showArticle(host, context, id) {
  const {strings} = context;
  const api = new Api({base: `${location.origin}/`, lang: strings.lang});
  const body = element('div');
  host.append(element('p', {class: 'way-back'}, element('a', {href: pageAddress('articles')},
    `← ${strings.text('editor.back.articles')}`)), body);
  load(body, context, (signal) => api.article(id, signal).catch(asStaffFailure),
    (article) => drawArticle(context, article));
}

/**
 * @param {Context} context
 * @param {import('../../shared/wire').Article} article
 */
function drawArticle(context, {article, title, module, kind, updated, lang, blocks}) {
  const {strings, formats, person} = context;
  const day = updated && formats.day(updated);
  const facts = [module, strings.name('editor.kind', kind), day].filter(Boolean).join(' · ');
  const asked = element('a', {class: 'button', href: pageAddress('conversations', {article})},
    strings.text('articles.conversations'));
  const edit = mayDo(person.role, 'curator') && element('a', {
    'class': 'button primary', 'href': pageAddress('articles', {edit: article}), 'data-action': 'edit',
  }, strings.text('articles.edit'));
  return [
    pageHead(title, facts, asked, edit),
    element('section', {class: 'card'}, element('h2', {class: 'unseen'}, strings.text('editor.text')),
      element('div', {class: 'blocks', lang}, drawBlocks(blocks, {
        base: location.origin, tableLabel: strings.text('editor.table'),
        openArticle: (id) => context.go('articles', {read: id}),
      }))),
  ];
}

/**
 * @param {unknown} error
 * @returns {never}
 */
export function asStaffFailure(error) {
  if (!(error instanceof ApiFailure)) throw error;
  const kind = error.kind === 'full' ? 'limited' : error.kind;
  throw new StaffFailure(kind, error.message);
}

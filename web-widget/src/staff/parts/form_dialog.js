// A dialog with a form: its fields, what is wrong with them, and one button that saves. What was typed stays when the
// server refuses.
import {button, element} from '../../shared/dom.js';
import {openDialog} from '../dialogs.js';
import {whilePressed} from '../page_frame.js';

/** @typedef {import('../page').Context} Context */

/**
 * @param {Context} context
 * @param {object} form
 * @param {string} form.title
 * @param {string} form.lead what it is for
 * @param {HTMLElement[]} form.fields
 * @param {string} form.submit
 * @param {() => string} form.check what is wrong, and puts the focus there; empty: nothing
 * @param {() => Promise<void>} form.save the dialog is closed when it is fulfilled
 */
export function openFormDialog(context, {title, lead, fields, submit, check, save}) {
  const {strings, signal} = context;
  const said = element('p', {class: 'field-error', role: 'alert'});
  const send = element('button', {class: 'button primary'}, submit);
  const form = element('form', {class: 'dialog-form', novalidate: true}, ...fields, said,
    element('div', {class: 'actions'},
      button({class: 'button'}, () => dialog.close(), strings.text('dialog.cancel')), send));
  const dialog = openDialog(title, element('p', {class: 'hint'}, lead), form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    said.textContent = check();
    if (said.textContent) return;
    whilePressed(send, said, context, async () => {
      await save();
      dialog.close();
    });
  });
  signal.addEventListener('abort', () => dialog.close(), {once: true});
  return dialog;
}

/**
 * @param {string} id
 * @param {string} label
 * @param {HTMLElement} input gets the id
 * @param {string} [hint]
 */
export function labelled(id, label, input, hint = '') {
  input.id = id;
  if (hint) input.setAttribute('aria-describedby', `${id}-hint`);
  return element('div', {class: 'field'}, element('label', {for: id}, label), input,
    hint && element('p', {class: 'hint', id: `${id}-hint`}, hint));
}

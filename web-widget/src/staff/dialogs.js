// Dialogs over the page: the browser's own, which keep the focus inside and give it back.
import {button, element} from '../shared/dom.js';

/** @typedef {import('../shared/dom.js').Child} Child */
/** @typedef {import('../shared/strings.js').Strings} Strings */

let count = 0;

/**
 * Opens at once; removed when it is closed.
 *
 * @param {string} title
 * @param {...Child} children
 */
export function openDialog(title, ...children) {
  count += 1;
  const id = `dialog-${count}`;
  const dialog = element('dialog', {'class': 'dialog', 'aria-labelledby': id},
    element('h2', {id}, title), ...children);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Tells something, and is closed again.
 *
 * @param {Strings} strings
 * @param {string} title
 * @param {...Child} children
 */
export function explain(strings, title, ...children) {
  const dialog = openDialog(title, ...children,
    element('div', {class: 'actions'},
      button({class: 'button', autofocus: true}, () => dialog.close(), strings.text('dialog.close'))));
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}

/**
 * @param {Strings} strings
 * @param {{title: string, text: string, yes: string, no?: string}} question `yes`: what pressing it does
 * @returns {Promise<boolean>} false when it was closed in another way, too
 */
export function confirm(strings, {title, text, yes, no = strings.text('dialog.cancel')}) {
  return new Promise((resolve) => {
    const dialog = openDialog(title, element('p', {}, text),
      element('div', {class: 'actions'},
        button({class: 'button', autofocus: true}, () => dialog.close(), no),
        button({class: 'button primary'}, () => dialog.close('yes'), yes)));
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'));
  });
}

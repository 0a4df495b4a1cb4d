// What is shown, on paper or as a file.
import {button, element} from '../../shared/dom.js';
import {failureText} from '../page_frame.js';
import {saveFile} from '../save_file.js';
import {StaffFailure} from '../staff_wire.js';

/** @typedef {import('../page').Context} Context */

/**
 * @param {Context} context
 * @param {() => Record<string, string>} query what is shown
 */
export function exportButtons(context, query) {
  const {strings, api, say, signal} = context;
  const files = /** @type {const} */ (['csv', 'json']).map((format) => {
    const pressed = button({class: 'button'}, async () => {
      if (pressed.getAttribute('aria-disabled') === 'true') return;
      pressed.setAttribute('aria-disabled', 'true');
      try {
        const file = await api.file('export/overview', {...query(), format}, signal);
        saveFile(file);
        say(strings.text('export.done', {name: file.name}));
      } catch (error) {
        if (signal.aborted) return;
        say(failureText(strings, error));
        if (!(error instanceof StaffFailure)) throw error;
      } finally {
        pressed.removeAttribute('aria-disabled');
      }
    }, strings.text(`export.${format}`));
    return pressed;
  });
  return element('div', {class: 'actions'},
    button({class: 'button'}, () => globalThis.print(), strings.text('export.print')), ...files);
}

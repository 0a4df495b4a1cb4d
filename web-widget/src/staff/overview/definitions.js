// What a figure means, in plain language, one press away from it.
import {button, element} from '../../shared/dom.js';
import {explain} from '../dialogs.js';

/** @typedef {import('../page').Context} Context */

/**
 * A round button behind the name of a figure.
 *
 * @param {Context} context
 * @param {string} name of the figure: overview.NAME is what it is called, define.NAME what it means
 */
export function definition({strings}, name) {
  const title = strings.text(`overview.${name}`);
  return button({'class': 'define', 'aria-label': strings.text('define', {title}), 'aria-haspopup': 'dialog'}, () => {
    explain(strings, title, ...paragraphs(strings.text(`define.${name}`)));
  }, '?');
}

/** @param {string} text with an empty line between paragraphs */
export function paragraphs(text) {
  return text.split('\n\n').map((paragraph) => element('p', {}, paragraph));
}

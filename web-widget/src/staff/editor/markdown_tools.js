// Buttons above the text that write its marks for somebody who does not know them. Works on what is selected.
import {button, element} from '../../shared/dom.js';

/**
 * @typedef {object} Tool
 * @property {string} name of its text
 * @property {(chosen: string, sample: string) => string} mark what stands in place of what was chosen
 * @property {boolean} [block] begins on a line of its own
 */

/** @type {Tool[]} */
export const TOOLS = [
  {name: 'strong', mark: (chosen, sample) => `**${chosen || sample}**`},
  {name: 'heading', block: true, mark: (chosen, sample) => `## ${chosen || sample}`},
  {name: 'steps', block: true, mark: (chosen, sample) => eachLine(chosen || sample, (index) => `${index + 1}. `)},
  {name: 'list', block: true, mark: (chosen, sample) => eachLine(chosen || sample, () => '- ')},
  {name: 'warning', block: true, mark: (chosen, sample) => eachLine(`**POZOR!** ${chosen || sample}`, () => '> ')},
];

/**
 * @param {string} text
 * @param {(index: number) => string} mark
 */
function eachLine(text, mark) {
  return text.split('\n').filter((line) => line.trim()).map((line, index) => mark(index) + line).join('\n');
}

/**
 * @param {string} text
 * @param {{start: number, end: number}} chosen
 * @param {Tool} tool
 * @param {string} sample written where nothing is chosen
 * @returns {{start: number, end: number, inserted: string}} what goes in place of text from start to end
 */
export function applyTool(text, {start, end}, tool, sample) {
  const marked = tool.mark(text.slice(start, end), sample);
  if (!tool.block) return {start, end, inserted: marked};
  const before = start === 0 ? '' : '\n'.repeat(2 - trailingBreaks(text.slice(0, start)));
  const after = end === text.length ? '\n' : '\n'.repeat(2 - leadingBreaks(text.slice(end)));
  return {start, end, inserted: before + marked + after};
}

/** @param {string} text */
function trailingBreaks(text) {
  return Math.min(2, text.length - text.replace(/\n+$/u, '').length);
}

/** @param {string} text */
function leadingBreaks(text) {
  return Math.min(2, text.length - text.replace(/^\n+/u, '').length);
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {import('../../shared/strings.js').Strings} strings
 */
export function drawTools(field, strings) {
  return element('div', {class: 'tools', role: 'toolbar', 'aria-label': strings.text('editor.tools')},
    ...TOOLS.map((tool) => button({'class': 'tool', 'data-tool': tool.name}, () => {
      const chosen = {start: field.selectionStart, end: field.selectionEnd};
      const {start, end, inserted} = applyTool(field.value, chosen, tool, strings.text(`editor.sample.${tool.name}`));
      field.focus();
      field.setRangeText(inserted, start, end, 'end');
      field.dispatchEvent(new Event('input', {bubbles: true}));
    }, strings.text(`editor.tool.${tool.name}`))));
}

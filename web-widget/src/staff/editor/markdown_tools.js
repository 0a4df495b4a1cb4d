// Writes the marks of the text for somebody who does not know them: buttons that work on what is selected, and lists
// that go on with the next line.
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

const LIST_MARK = /^\s*(?:(\d{1,4})[.)]|[-*+]) +/u;

/**
 * A line that is an item of a list already is one of the new list.
 *
 * @param {string} text
 * @param {(index: number) => string} mark
 */
function eachLine(text, mark) {
  const lines = text.split('\n').filter((line) => line.trim());
  return lines.map((line, index) => mark(index) + line.replace(LIST_MARK, '')).join('\n');
}

/**
 * @param {string} text
 * @param {number} at where a new line is to begin
 * @returns {{start: number, end: number, inserted: string} | null} what goes in place of text from start to end: the
 *   mark of the next item, or the end of a list whose last item is left empty; null: it is in no list
 */
export function continueList(text, at) {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start, at);
  const mark = LIST_MARK.exec(line);
  if (!mark) return null;
  if (mark[0] === line) return {start, end: at, inserted: '\n'};
  const next = mark[1] ? mark[0].replace(mark[1], String(Number(mark[1]) + 1)) : mark[0];
  return {start: at, end: at, inserted: `\n${next}`};
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
      replaceText(field, applyTool(field.value, chosen, tool, strings.text(`editor.sample.${tool.name}`)));
    }, strings.text(`editor.tool.${tool.name}`))));
}

/**
 * Enter in an item of a list begins the next one.
 *
 * @param {HTMLTextAreaElement} field
 */
export function continueLists(field) {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    if (field.selectionStart !== field.selectionEnd) return;
    const next = continueList(field.value, field.selectionStart);
    if (!next) return;
    event.preventDefault();
    replaceText(field, next);
  });
}

/**
 * As if it had been typed: it can be undone, and whoever listens is told.
 *
 * @param {HTMLTextAreaElement} field
 * @param {{start: number, end: number, inserted: string}} change
 */
function replaceText(field, {start, end, inserted}) {
  field.focus();
  field.setSelectionRange(start, end);
  document.execCommand('insertText', false, inserted);
}

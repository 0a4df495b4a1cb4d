// What is wrong with a text of the knowledge base.
import {element} from '../../shared/dom.js';

/** @typedef {import('../../shared/strings.js').Strings} Strings */
/** @typedef {import('../desk_wire').Diagnostic} Diagnostic */

/**
 * In the language of the page where there are words for it.
 *
 * @param {Strings} strings
 * @param {Diagnostic} diagnostic
 */
export function diagnosticText(strings, {code, excerpt, text}) {
  const told = strings.name('diagnostic', code);
  if (told === code) return text;
  return excerpt ? `${told}: ${excerpt}` : told;
}

/**
 * @param {Strings} strings
 * @param {Diagnostic[]} diagnostics of files
 */
export function drawDiagnosticList(strings, diagnostics) {
  return element('ul', {class: 'asked'}, ...diagnostics.map((diagnostic) => {
    const {file, line, severity} = diagnostic;
    return element('li', {'data-severity': severity}, strings.name('publish.severity', severity), ' ',
      element('code', {}, line > 0 ? `${file}:${line}` : file), ' ', diagnosticText(strings, diagnostic));
  }));
}

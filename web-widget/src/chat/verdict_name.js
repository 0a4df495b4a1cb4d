// What a verdict is called.

/** @typedef {import('../shared/wire').Verdict} Verdict */

/**
 * @param {Verdict} verdict
 * @returns {'free' | 'paid' | 'none' | 'depends'}
 */
export function toneOf({verdict}) {
  return verdict === 'free' || verdict === 'paid' || verdict === 'none' ? verdict : 'depends';
}

/**
 * @param {Verdict} verdict
 * @param {import('../shared/strings.js').Strings} strings
 */
export function verdictName(verdict, strings) {
  const tone = toneOf(verdict);
  return strings.text(`verdict.${tone === 'free' && verdict.conditional ? 'free_if' : tone}`);
}

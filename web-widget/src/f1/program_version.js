// Versions of the vendor's programs, compared as the server compares them (bot/program_version.h).

/**
 * Whether what is written for some versions holds for one of them. Only the parts that both have are compared, so that
 * "2026.2" is no older than "2026.02.001". What has no number, or is empty, holds.
 *
 * @param {string} version
 * @param {string | null} from
 * @param {string | null} to
 * @returns {'holds' | 'tooOld' | 'tooNew'} tooOld: the program is older than `from`
 */
export function fitVersion(version, from, to) {
  const parts = partsOf(version);
  if (compare(parts, partsOf(from ?? '')) < 0) return 'tooOld';
  return compare(parts, partsOf(to ?? '')) > 0 ? 'tooNew' : 'holds';
}

/**
 * The numbers of the first run of numbers that dots or underscores join.
 *
 * @param {string} text
 */
function partsOf(text) {
  const [run = ''] = /\d+(?:[._]\d+)*/.exec(text) ?? [];
  return run.split(/[._]/).filter(Boolean).map(Number);
}

/**
 * @param {number[]} one
 * @param {number[]} other
 * @returns {number} below 0: the first is older
 */
function compare(one, other) {
  const length = Math.min(one.length, other.length);
  const at = one.slice(0, length).findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : one[at] - other[at];
}

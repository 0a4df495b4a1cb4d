// JSON on pages whose own scripts change how it is written.

/**
 * JSON.stringify() of plain data, also where an old library has put toJSON() on every list or object.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function toJson(value) {
  return JSON.stringify(shield(value));
}

/**
 * @param {unknown} value
 * @returns {unknown} a copy with a toJSON of its own, which is none
 */
function shield(value) {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(shield)
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shield(part)]));
  return Object.defineProperty(copy, 'toJSON', {value: undefined});
}

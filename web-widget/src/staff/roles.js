// The roles of staff, the least first.

/** @typedef {import('./page').Role} Role */

export const roles = /** @type {const} */ (['viewer', 'curator', 'admin']);

/**
 * @param {Role} role
 * @param {Role} least
 * @returns {boolean} whether the role may do what asks for `least`; the server decides for itself
 */
export function mayDo(role, least) {
  return roles.indexOf(role) >= roles.indexOf(least);
}

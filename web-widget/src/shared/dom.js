// Building elements. Text only ever becomes text nodes, so nothing in it can turn into markup.

/** @typedef {Node | string | null | false | undefined} Child absent ones are passed over */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes] true: present without a
 *   value; false, null and undefined: absent
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    node.setAttribute(key, value === true ? '' : String(value));
  }
  appendAll(node, children);
  return node;
}

/**
 * @param {Node} parent
 * @param {Child[]} children
 */
export function appendAll(parent, children) {
  for (const child of children) {
    if (child === null || child === false || child === undefined) continue;
    parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
}

/**
 * A button that never submits the form around it.
 *
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {() => void} press
 * @param {...Child} children
 */
export function button(attributes, press, ...children) {
  const node = element('button', {type: 'button', ...attributes}, ...children);
  node.addEventListener('click', press);
  return node;
}

/**
 * A link to a page elsewhere, in a new tab that knows nothing about this one.
 *
 * @param {string} href
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {...Child} children
 */
export function pageLink(href, attributes, ...children) {
  return element('a', {href, target: '_blank', rel: 'noopener noreferrer', ...attributes}, ...children);
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} whether what was typed is to be sent; not while a word is still put together
 */
export function isEnter(event) {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing;
}

/**
 * What has the focus in a tree.
 *
 * @param {DocumentOrShadowRoot | null} root
 * @returns {HTMLElement | null} null: nothing, or the page as a whole
 */
export function focused(root) {
  const node = root?.activeElement;
  return node instanceof HTMLElement && node !== document.body ? node : null;
}

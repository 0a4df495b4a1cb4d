/**
 * To be adopted by a shadow root, so that a strict content security policy allows it.
 *
 * @param {string} css
 */
export function styleSheet(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

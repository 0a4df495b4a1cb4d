// Light or dark, whatever the system says: the style sheets stay as they are, only their question is answered here.

/** @typedef {'' | 'light' | 'dark'} Look empty: as the system says */

const QUESTION = '(prefers-color-scheme: dark)';
/** @type {Record<Look, string>} */
const ANSWERS = {'': QUESTION, light: 'not all', dark: 'all'};
/** @type {WeakMap<Document | ShadowRoot, CSSStyleSheet>} */
const schemes = new WeakMap();

/**
 * @param {Document | ShadowRoot} root and the shadow roots in it
 * @param {Look} look
 */
export function dress(root, look) {
  for (const {shadowRoot} of root.querySelectorAll('*')) {
    if (shadowRoot) dress(shadowRoot, look);
  }
  for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
    for (const rule of sheet.cssRules) {
      if (isQuestion(rule)) rule.media.mediaText = ANSWERS[look];
    }
  }
  schemeOf(root).replaceSync(look ? `:root, :host { color-scheme: ${look} !important; }` : '');
}

/**
 * @param {CSSRule} rule
 * @returns {rule is CSSMediaRule} one that asks, or has been answered before
 */
function isQuestion(rule) {
  const {media} = /** @type {CSSMediaRule} */ (rule);
  return media !== undefined && Object.values(ANSWERS).includes(media.mediaText);
}

/**
 * The sheet that decides about scroll bars and fields, which the browser draws. A sheet is adopted only by the
 * document that it was made for.
 *
 * @param {Document | ShadowRoot} root
 */
function schemeOf(root) {
  const known = schemes.get(root);
  if (known) return known;
  const view = (root.ownerDocument ?? /** @type {Document} */ (root)).defaultView ?? window;
  const sheet = new (/** @type {typeof globalThis} */ (/** @type {unknown} */ (view))).CSSStyleSheet();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  schemes.set(root, sheet);
  return sheet;
}

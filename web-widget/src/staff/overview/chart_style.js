// The colours of the page for what is drawn on a canvas, and the forms by which outcomes are told apart without them.

/** @typedef {Record<string, string>} Palette by name of the property, without its dashes; "font" */

const names = ['text', 'muted', 'surface', 'grid', 'confirmed', 'potential', 'none', 'visits', 'accent'];

/** @returns {Palette} */
export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const colours = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return {...Object.fromEntries(colours), font: getComputedStyle(document.body).fontFamily};
}

/** How the line of an outcome is drawn. @type {Record<string, {dash: number[], point: string}>} */
export const lineForms = {
  confirmed: {dash: [], point: 'circle'},
  potential: {dash: [7, 4], point: 'triangle'},
  none: {dash: [2, 3], point: 'rect'},
};

/**
 * @param {string} text
 * @param {number} length of a line, in characters; a longer word has one of its own
 * @returns {string[]} broken between words
 */
export function linesOf(text, length) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * The colour of an outcome: full, with stripes or with dots.
 *
 * @param {string} style
 * @param {Palette} palette
 * @returns {CanvasPattern | string}
 */
export function fill(style, palette) {
  const paint = patterns[style];
  if (!paint) return palette[style] ?? palette.accent;
  const tile = document.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const context = /** @type {CanvasRenderingContext2D} */ (tile.getContext('2d'));
  context.fillStyle = palette[style];
  context.fillRect(0, 0, 8, 8);
  context.fillStyle = palette.surface;
  context.strokeStyle = palette.surface;
  context.lineWidth = 1.6;
  paint(context);
  return /** @type {CanvasPattern} */ (context.createPattern(tile, 'repeat'));
}

/** @type {Record<string, (context: CanvasRenderingContext2D) => void>} on a tile of 8 by 8 */
const patterns = {
  potential(context) {
    context.beginPath();
    for (const shift of [-8, 0, 8]) {
      context.moveTo(shift - 1, 9);
      context.lineTo(shift + 9, -1);
    }
    context.stroke();
  },
  none(context) {
    for (const [x, y] of [[2, 2], [6, 6]]) {
      context.beginPath();
      context.arc(x, y, 1.1, 0, 2 * Math.PI);
      context.fill();
    }
  },
};

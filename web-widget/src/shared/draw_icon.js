// Line icons on a 24-unit grid, drawn with the colour of the text.

const SVG = 'http://www.w3.org/2000/svg';

export const CHAT = 'M4 5h16v11H9l-5 4z M8 9h8 M8 12h5';

/**
 * @param {string} lines
 * @returns {SVGElement} hidden from screen readers: the control it stands in has a name of its own
 */
export function drawIcon(lines) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', lines);
  svg.appendChild(path);
  return svg;
}

// Whether something is asked more or less often, as a small picture and as a word.
import {svgElement} from '../parts/svg.js';

/** @typedef {{date: string, count: number}} Point */
/** @typedef {'rising' | 'falling' | 'steady'} Direction */

const MOST_WIDTH = 96;
const HEIGHT = 28;
const GAP = 2;
const WIDEST = 14;
/** A later half that has this much more or less than the earlier one is no accident. */
const NOTICEABLE = 1.25;

/**
 * @param {Point[]} points
 * @returns {Direction} of the later half against the earlier one
 */
export function directionOf(points) {
  const middle = Math.floor(points.length / 2);
  const earlier = sum(points.slice(0, middle));
  const later = sum(points.slice(points.length - middle));
  if (later > earlier * NOTICEABLE) return 'rising';
  return later * NOTICEABLE < earlier ? 'falling' : 'steady';
}

/** @param {Point[]} points */
function sum(points) {
  return points.reduce((total, {count}) => total + count, 0);
}

/**
 * @param {Point[]} points
 * @param {string} label what a screen reader says in its place
 * @returns {SVGElement} a bar each; the last is the latest
 */
export function drawTrend(points, label) {
  const most = Math.max(1, ...points.map(({count}) => count));
  const step = Math.min(WIDEST, MOST_WIDTH / Math.max(1, points.length));
  const width = step * points.length;
  const bars = points.map(({count}, index) => {
    const height = count === 0 ? 1 : Math.max(2, Math.round(count / most * HEIGHT));
    return svgElement('rect', {
      x: (step * index).toFixed(1), y: HEIGHT - height,
      width: Math.max(1, step - GAP).toFixed(1), height, rx: 1,
    });
  });
  return svgElement('svg', {
    'class': 'trend', 'viewBox': `0 0 ${width} ${HEIGHT}`, 'width': width, 'height': HEIGHT, 'role': 'img',
    'aria-label': label,
  }, ...bars);
}

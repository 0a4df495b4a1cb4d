// Draws charts, by Chart.js, in the colours of the page as they are: light, dark or for paper.
import {
  BarController, BarElement, CategoryScale, Chart, LineController, LineElement, LinearScale, PointElement, Tooltip,
} from 'chart.js';
import {fill, lineForms, linesOf, readPalette} from './chart_style.js';

Chart.register(
  BarController, BarElement, CategoryScale, LineController, LineElement, LinearScale, PointElement, Tooltip,
);

/** Charts of fewer pixels write the names of bars in short lines; so many characters. */
const NARROW = 460;
const SHORT_LINE = 16;
const LONG_LINE = 36;

/** @typedef {{style: string | string[], name: string, values: number[]}} Series style: an outcome; one of each value */

/**
 * @typedef {object} Drawing
 * @property {'lines' | 'bars'} kind bars lie, one beside the other
 * @property {string[]} labels
 * @property {string[]} titles the labels in full
 * @property {Series[]} sets
 * @property {boolean} [marks] whether each point of a line is marked
 */

export class Charts {
  /** @type {Map<HTMLCanvasElement, {chart: Chart, drawing: Drawing}>} */
  #drawn = new Map();
  #formats;

  /**
   * @param {import('../formats.js').Formats} formats
   * @param {AbortSignal} signal that ends them all
   */
  constructor(formats, signal) {
    this.#formats = formats;
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.repaint(), {signal});
    signal.addEventListener('abort', () => this.clear());
  }

  /**
   * Draws when the canvas has come into the page, which is to happen before anything is waited for.
   *
   * @param {HTMLCanvasElement} canvas
   * @param {Drawing} drawing
   */
  add(canvas, drawing) {
    queueMicrotask(() => {
      if (!canvas.isConnected) return;
      const chart = new Chart(canvas, configuration(drawing, this.#formats));
      this.#drawn.set(canvas, {chart, drawing});
    });
  }

  /** In the colours as they are now. */
  repaint() {
    for (const {chart, drawing} of this.#drawn.values()) {
      const {data, options} = configuration(drawing, this.#formats);
      chart.data = data;
      chart.options = options;
      chart.update('none');
    }
  }

  clear() {
    for (const {chart} of this.#drawn.values()) chart.destroy();
    this.#drawn.clear();
  }
}

/**
 * @param {Drawing} drawing
 * @param {import('../formats.js').Formats} formats
 */
function configuration(drawing, formats) {
  const palette = readPalette();
  const isBars = drawing.kind === 'bars';
  const counts = {
    beginAtZero: true,
    stacked: isBars,
    border: {display: false},
    grid: {color: palette.grid, drawBorder: false},
    ticks: {
      color: palette.muted, precision: 0, maxTicksLimit: 7,
      callback: (/** @type {number} */ value) => formats.count(value),
    },
  };
  const names = {
    stacked: isBars,
    grid: {display: false, drawBorder: false},
    ticks: isBars
      ? {color: palette.text, autoSkip: false, callback: writeName(drawing.labels)}
      : {color: palette.muted, maxRotation: 0, autoSkipPadding: 16},
  };
  return {
    type: isBars ? 'bar' : 'line',
    data: {
      labels: drawing.labels,
      datasets: drawing.sets.map((series) => isBars ? bars(series, palette) : line(series, palette, drawing)),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isBars ? 'y' : 'x',
      font: {family: palette.font, size: 13},
      interaction: {mode: 'index', intersect: false, axis: isBars ? 'y' : 'x'},
      scales: isBars ? {x: counts, y: names} : {x: names, y: counts},
      plugins: {tooltip: tooltip(drawing, palette, formats)},
    },
  };
}

/** Beside bars: on several lines, where there is little room. @param {string[]} labels */
function writeName(labels) {
  /** @this {{chart: {width: number}}} @param {number} _ @param {number} index */
  return function write(_, index) {
    return linesOf(labels[index], this.chart.width < NARROW ? SHORT_LINE : LONG_LINE);
  };
}

/**
 * @param {Series} series
 * @param {import('./chart_style.js').Palette} palette
 */
function bars({style, name, values}, palette) {
  return {
    label: name,
    data: values,
    backgroundColor: Array.isArray(style) ? style.map((one) => fill(one, palette)) : fill(style, palette),
    borderColor: palette.surface,
    borderWidth: {left: 0, right: 1, top: 0, bottom: 0},
    maxBarThickness: 22,
  };
}

/**
 * @param {Series} series
 * @param {import('./chart_style.js').Palette} palette
 * @param {Drawing} drawing
 */
function line({style, name, values}, palette, {marks}) {
  const key = String(style);
  const {dash, point} = lineForms[key];
  return {
    label: name,
    data: values,
    borderColor: palette[key],
    backgroundColor: palette[key],
    borderWidth: 2,
    borderDash: dash,
    pointStyle: point,
    pointRadius: marks ? 3.5 : 0,
    pointHoverRadius: 5,
    tension: 0,
  };
}

/**
 * @param {Drawing} drawing
 * @param {import('./chart_style.js').Palette} palette
 * @param {import('../formats.js').Formats} formats
 */
function tooltip({kind, titles, sets}, palette, formats) {
  return {
    backgroundColor: palette.text,
    titleColor: palette.surface,
    bodyColor: palette.surface,
    padding: 10,
    cornerRadius: 6,
    usePointStyle: kind === 'lines',
    callbacks: {
      title: (/** @type {{dataIndex: number}[]} */ [item]) => titles[item.dataIndex],
      label: (/** @type {{datasetIndex: number, dataIndex: number}} */ {datasetIndex, dataIndex}) =>
        `${sets[datasetIndex].name}: ${formats.count(sets[datasetIndex].values[dataIndex])}`,
    },
  };
}

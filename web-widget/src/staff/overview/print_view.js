// Paper is light, and nothing can be opened on it: the tables of the charts are shown, the charts drawn in light
// colours.

/**
 * @param {HTMLElement} host
 * @param {import('./charts.js').Charts} charts
 * @param {AbortSignal} signal
 */
export function preparePrint(host, charts, signal) {
  const page = document.documentElement;
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  globalThis.addEventListener('beforeprint', () => {
    opened = [...host.querySelectorAll('details')].filter(({open}) => !open);
    for (const details of opened) details.open = true;
    page.classList.add('printed');
    charts.repaint();
  }, {signal});
  const restore = () => {
    for (const details of opened) details.open = false;
    opened = [];
    page.classList.remove('printed');
    charts.repaint();
  };
  globalThis.addEventListener('afterprint', restore, {signal});
}

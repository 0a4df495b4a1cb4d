// Tabs by the pattern of the ARIA practices: arrows move between them, and what is chosen is shown at once.

export class TabList {
  #tabs;
  #shown;

  /**
   * @param {HTMLElement} list with role tablist; its tabs name their panels in aria-controls
   * @param {(panel: HTMLElement) => void} shown called when the person brought another panel to the front
   */
  constructor(list, shown) {
    this.#tabs = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role=tab]')]);
    this.#shown = shown;
    for (const tab of this.#tabs) tab.addEventListener('click', () => this.#choose(tab));
    list.addEventListener('keydown', (event) => this.#move(event));
  }

  /**
   * Brings the panel to the front that a node is in; nothing happens when none of these has it.
   *
   * @param {HTMLElement} node
   */
  reveal(node) {
    const tab = this.#tabs.find((each) => panelOf(each)?.contains(node));
    if (tab) this.#bringUp(tab);
  }

  /** @param {HTMLElement} chosen */
  #choose(chosen) {
    if (chosen.getAttribute('aria-selected') === 'true') return;
    this.#bringUp(chosen);
    const panel = panelOf(chosen);
    if (panel) this.#shown(panel);
  }

  /** @param {HTMLElement} chosen */
  #bringUp(chosen) {
    for (const tab of this.#tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      panelOf(tab)?.toggleAttribute('hidden', !isChosen);
    }
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const last = this.#tabs.length - 1;
    const at = this.#tabs.findIndex((tab) => tab === event.target);
    /** @type {Record<string, number>} */
    const targets = {ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last};
    const target = this.#tabs[targets[event.key] ?? -1];
    if (at < 0 || !target) return;
    event.preventDefault();
    target.focus();
    this.#choose(target);
  }
}

/** @param {HTMLElement} tab */
function panelOf(tab) {
  return document.getElementById(tab.getAttribute('aria-controls') ?? '');
}

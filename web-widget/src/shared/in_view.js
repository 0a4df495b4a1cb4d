// How long something has been in view, as far as a page can tell that somebody reads.

/** After so long it counts as read, in milliseconds. */
const LONG_ENOUGH = 10000;
/** Of what is watched, or of the frame it is in, so much has to be in view. */
const ENOUGH = 0.5;

/**
 * @typedef {object} Watch
 * @property {() => void} seen
 * @property {number} left of the time that is wanted
 * @property {boolean} inside
 * @property {number | null} since when it is counted
 * @property {ReturnType<typeof setTimeout>} [timer]
 */

export class InView {
  #frame;
  /** @type {Map<Element, Watch>} */
  #watched = new Map();
  /** @type {IntersectionObserver | null} made when something is watched */
  #observer = null;
  #turned = () => [...this.#watched.values()].forEach((watch) => this.#count(watch));

  /** @param {Element} frame what scrolls */
  constructor(frame) {
    this.#frame = frame;
  }

  /**
   * Calls `seen` once, when the node was in view for long enough altogether, on a page in front.
   *
   * @param {Element} node
   * @param {() => void} seen
   */
  watch(node, seen) {
    if (this.#watched.size === 0) document.addEventListener('visibilitychange', this.#turned);
    this.#observer ??= new IntersectionObserver((entries) => entries.forEach((entry) => this.#moved(entry)),
      {root: this.#frame, threshold: [0, ENOUGH / 2, ENOUGH, 1]});
    this.#watched.set(node, {seen, left: LONG_ENOUGH, inside: false, since: null});
    this.#observer.observe(node);
  }

  /** @param {Element} node that is of no interest any more */
  leave(node) {
    const watch = this.#watched.get(node);
    if (!watch) return;
    clearTimeout(watch.timer);
    this.#watched.delete(node);
    this.#observer?.unobserve(node);
    if (this.#watched.size === 0) document.removeEventListener('visibilitychange', this.#turned);
  }

  /** Leaves everything. */
  discard() {
    for (const node of [...this.#watched.keys()]) this.leave(node);
  }

  /** @param {IntersectionObserverEntry} entry */
  #moved({target, isIntersecting, intersectionRatio, intersectionRect, rootBounds}) {
    const watch = this.#watched.get(target);
    if (!watch) return;
    const fills = intersectionRect.height >= ENOUGH * (rootBounds?.height ?? Infinity);
    watch.inside = isIntersecting && (intersectionRatio >= ENOUGH || fills);
    this.#count(watch);
  }

  /** @param {Watch} watch begins or stops counting, by what is the case now */
  #count(watch) {
    const counts = watch.inside && document.visibilityState === 'visible';
    if (counts === (watch.since !== null)) return;
    if (watch.since === null) {
      watch.since = performance.now();
      watch.timer = setTimeout(() => this.#see(watch), watch.left);
      return;
    }
    clearTimeout(watch.timer);
    watch.left -= performance.now() - watch.since;
    watch.since = null;
  }

  /** @param {Watch} watch */
  #see(watch) {
    for (const [node, other] of [...this.#watched]) if (other === watch) this.leave(node);
    watch.seen();
  }
}

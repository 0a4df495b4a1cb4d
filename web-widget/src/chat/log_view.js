// The transcript on the page: greeting, turns, and where the reader is.
import {button, element, pageLink} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {InView} from '../shared/in_view.js';
import {readLink} from '../shared/links.js';
import {TurnView} from './turn_view.js';

/** @typedef {import('./scene').Scene} Scene */
/** @typedef {import('../shared/transcript.js').Turn} Turn */

export class LogView {
  #scene;
  #starters;
  /** @type {Map<Turn, TurnView>} */
  #views = new Map();
  #turns = element('div', {class: 'turns'});
  #inView;

  /**
   * @param {Scene} scene
   * @param {string | null} privacyUrl
   */
  constructor(scene, privacyUrl) {
    this.#scene = scene;
    this.#starters = drawStarters(scene);
    this.node = element('div', {
      class: 'log', part: 'log', role: 'log', tabindex: 0, 'aria-label': scene.strings.text('log'),
    }, drawGreeting(scene, privacyUrl), this.#starters, this.#turns);
    this.#inView = new InView(this.node);
  }

  /** @param {readonly Turn[]} turns draws these and no others */
  show(turns) {
    this.discard();
    this.#turns.replaceChildren(...turns.map((turn) => this.#viewOf(turn).node));
    this.#starters.hidden = turns.length > 0;
    this.node.scrollTop = this.node.scrollHeight;
  }

  /** To be called when it is taken off the page. */
  discard() {
    for (const view of this.#views.values()) view.discard();
    this.#views.clear();
    this.#inView.discard();
  }

  /** @param {Turn} turn draws it anew, or for the first time at the end */
  update(turn) {
    const hadFocus = this.node.matches(':focus-within');
    const known = this.#views.get(turn);
    if (known) known.update();
    else this.#turns.append(this.#viewOf(turn).node);
    // What was pressed may be gone by now; who works with the keyboard goes on from here.
    if (hadFocus && !this.node.matches(':focus-within')) this.node.focus({preventScroll: true});
    this.#leaveStarters();
    this.#reveal(turn);
  }

  #leaveStarters() {
    if (this.#starters.matches(':focus-within')) this.node.focus({preventScroll: true});
    this.#starters.hidden = true;
  }

  /** @param {Turn} turn */
  #viewOf(turn) {
    const view = new TurnView(turn, this.#scene, this.#inView);
    this.#views.set(turn, view);
    return view;
  }

  /**
   * The question goes to the top, so that a long answer is read from its beginning.
   *
   * @param {Turn} turn
   */
  #reveal(turn) {
    const node = this.#views.get(turn)?.node;
    if (!node) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.node.scrollTo({top: node.offsetTop - 12, behavior: calm ? 'auto' : 'smooth'});
  }
}

/**
 * @param {Scene} scene
 * @param {string | null} privacyUrl
 */
function drawGreeting({strings, base}, privacyUrl) {
  const link = readLink(privacyUrl, base);
  return element('div', {class: 'greeting', part: 'greeting'},
    element('p', {class: 'greeting-title'}, strings.text('greeting.title')),
    element('p', {}, strings.text('greeting.text')),
    element('p', {class: 'hint'}, strings.text('privacy'),
      link?.kind === 'page' && ' ',
      link?.kind === 'page' && pageLink(link.href, {}, strings.text('privacy.link'))));
}

/** @param {Scene} scene */
function drawStarters({strings, ask}) {
  return element('div', {class: 'starters'},
    element('p', {class: 'label'}, strings.text('greeting.starters')),
    element('ul', {class: 'choices'}, ...strings.list('starters').map((question) => element('li', {},
      button({class: 'choice', 'data-action': 'starter'}, () => ask(question),
        element('span', {class: 'choice-text'}, question), icon('next'))))));
}

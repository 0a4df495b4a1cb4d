// Every state of the chat, drawn by its own parts out of sample replies, and every level of the F1 page, as the
// server makes it.
import base from '../../styles/base.css';
import blocks from '../../styles/blocks.css';
import chatStyles from '../../styles/chat.css';
import suggestions from '../../styles/suggestions.css';
import theme from '../../styles/theme.css';
import turn from '../../styles/turn.css';
import {Chat} from '../../src/chat/chat.js';
import {element} from '../../src/shared/dom.js';
import {styleSheet} from '../../src/shared/style_sheet.js';
import stageStyles from './stage.css';
import {sampleFetch} from './sample_fetch.js';
import {samples} from './samples.js';
import {dress} from './scheme.js';
import {screens, states} from './states.js';

/** @typedef {import('./states.js').State} State */
/** @typedef {'sl' | 'en' | 'hr'} Language */
/** @typedef {import('./scheme.js').Look} Look */

const switches = /** @type {HTMLFormElement} */ (document.querySelector('[data-switches]'));
const stateList = /** @type {HTMLElement} */ (document.querySelector('[data-states]'));
const screenList = /** @type {HTMLElement} */ (document.querySelector('[data-screens]'));
const styles = [theme, base, blocks, turn, suggestions, chatStyles, stageStyles];

function chosen() {
  const data = new FormData(switches);
  return {lang: /** @type {Language} */ (data.get('lang')), look: /** @type {Look} */ (data.get('look'))};
}

/**
 * @param {{id: string, name: string, note: string}} entry
 * @param {HTMLElement} content
 */
function drawFigure({id, name, note}, content) {
  return element('figure', {class: 'state', id},
    element('figcaption', {}, element('h3', {}, name), element('p', {}, note)), content);
}

/**
 * @param {State} state
 * @param {Language} lang
 */
function makeChat(state, lang) {
  return new Chat({
    server: new URL('/', location.href).href,
    lang,
    portal: samples[lang].portal,
    privacy: null,
    frame: 'page',
    fetch: sampleFetch(samples[lang], state),
    entry: null,
    context: () => ({}),
    contact: () => ({}),
    emit() {},
    opened() {},
    closed() {},
    focus() {},
  });
}

/**
 * Nothing in it takes the focus while it comes into its state.
 *
 * @param {State} state
 * @param {HTMLElement} stage
 */
async function show(state, stage) {
  const {lang, look} = chosen();
  const chat = makeChat(state, lang);
  chat.node.setAttribute('aria-label', state.name);
  const root = stage.shadowRoot ?? stage.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = styles.map(styleSheet);
  root.replaceChildren(element('div', {class: 'root', lang}, chat.node));
  dress(root, look);
  stage.inert = true;
  chat.start();
  const {chats, search, typed} = samples[lang];
  if (state.sample) chat.ask(chats[state.sample].message);
  if (state.searches) chat.search(search.text);
  if (state.types) type(root, typed.text);
  if (state.waitsFor) await appearance(root, state.waitsFor);
  for (const {press, then} of state.steps ?? []) {
    const {scrollX, scrollY} = window;
    /** @type {HTMLElement | null} */ (root.querySelector(press))?.click();
    await appearance(root, then);
    window.scrollTo({left: scrollX, top: scrollY, behavior: 'instant'});
  }
  if (state.at) scrollTo(root, state.at);
  stage.inert = false;
}

/**
 * @param {ShadowRoot} root
 * @param {string} text
 */
function type(root, text) {
  const input = /** @type {HTMLTextAreaElement} */ (root.querySelector('.composer textarea'));
  input.value = text;
  input.dispatchEvent(new Event('input'));
}

/**
 * Within the chat only: the page around it stays where it is.
 *
 * @param {ShadowRoot} root
 * @param {string} selector
 */
function scrollTo(root, selector) {
  const log = /** @type {HTMLElement} */ (root.querySelector('.log'));
  const target = /** @type {HTMLElement} */ (root.querySelector(selector));
  log.scrollTop += target.getBoundingClientRect().top - log.getBoundingClientRect().top - 12;
}

/**
 * @param {ShadowRoot} root
 * @param {string} selector
 * @returns {Promise<void>} settled when there is such an element
 */
function appearance(root, selector) {
  return new Promise((resolve) => {
    const observer = new MutationObserver(check);
    observer.observe(root, {childList: true, subtree: true, attributes: true});
    function check() {
      if (!root.querySelector(selector)) return;
      observer.disconnect();
      resolve();
    }
    check();
  });
}

/** @param {import('./states.js').Screen} screen */
function addressOf({path, query = {}}) {
  return `/f1/${path}?${new URLSearchParams({lang: chosen().lang, ...query})}`;
}

async function drawStates() {
  const stages = states.map(() => element('div', {class: 'stage'}));
  stateList.replaceChildren(...states.map((state, index) => drawFigure(state, stages[index])));
  for (const [index, state] of states.entries()) await show(state, stages[index]);
  stateList.dataset.drawn = chosen().lang;
}

function drawScreens() {
  screenList.replaceChildren(...screens.map((screen) => {
    const frame = element('iframe', {src: addressOf(screen), title: screen.name, loading: 'lazy'});
    frame.addEventListener('load', () => {
      if (frame.contentDocument) dress(frame.contentDocument, chosen().look);
    });
    return drawFigure(screen, frame);
  }));
}

function dressAll() {
  const {look} = chosen();
  dress(document, look);
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentDocument) dress(frame.contentDocument, look);
  }
}

switches.addEventListener('change', (event) => {
  const {name} = /** @type {HTMLInputElement} */ (event.target);
  if (name === 'look') return dressAll();
  drawScreens();
  void drawStates();
});
drawScreens();
void drawStates();

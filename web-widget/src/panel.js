// The module that the launcher loads when the panel is wanted. Its build is cached for ever under its address, so a
// launcher of an earlier version may load it: what mount() takes and gives changes by additions only.
import base from '../styles/base.css';
import blocks from '../styles/blocks.css';
import chatStyles from '../styles/chat.css';
import suggestions from '../styles/suggestions.css';
import theme from '../styles/theme.css';
import turn from '../styles/turn.css';
import {Chat} from './chat/chat.js';
import {styleSheet} from './shared/style_sheet.js';

const CONTEXT = /** @type {const} */ (['app', 'screen', 'module', 'version', 'channel']);
/** Of a value, as the server takes it. */
const LONGEST = 100;
const LONGEST_CHANNEL = 20;

/**
 * Puts the chat behind the launcher.
 *
 * @param {import('./chat/host').Launcher} launcher
 * @returns {Chat}
 */
export function mount(launcher) {
  const chat = new Chat(hostOf(launcher));
  const root = /** @type {ShadowRoot} */ (launcher.element.shadowRoot);
  const sheets = [theme, base, blocks, turn, suggestions, chatStyles].map(styleSheet);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  root.querySelector('.root')?.append(chat.node);
  chat.start();
  return chat;
}

/**
 * @param {import('./chat/host').Launcher} launcher
 * @returns {import('./chat/host').Host}
 */
function hostOf({element, lang, server, contact, emit, show, speak, focus}) {
  return {
    server: new URL(element.getAttribute('server') ?? server, document.baseURI).href,
    lang,
    portal: element.getAttribute('portal'),
    privacy: element.getAttribute('privacy'),
    frame: 'dialog',
    context: () => contextOf(element),
    contact,
    emit,
    spoken: speak,
    opened: () => show(true),
    closed: () => show(false),
    focus,
  };
}

/** @param {HTMLElement} element */
function contextOf(element) {
  /** @type {import('./shared/wire').Context} */
  const context = {channel: 'web'};
  for (const name of CONTEXT) {
    const longest = name === 'channel' ? LONGEST_CHANNEL : LONGEST;
    const value = [...element.getAttribute(name) ?? ''].slice(0, longest).join('');
    if (value) context[name] = value;
  }
  return context;
}

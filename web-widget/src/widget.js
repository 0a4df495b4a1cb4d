// What <script async src="…/widget.js" data-lang="sl"></script> runs: puts the launcher on the page, and the global
// `pomocnik`, through which the page talks to it. The page may also place <help-chat> itself; there is one however
// often this is loaded.
import {HelpChat, register, shownChat} from './launcher/help_chat.js';
import {PageApi, install} from './launcher/page_api.js';

const ATTRIBUTES = ['lang', 'server', 'portal', 'privacy', 'app', 'screen', 'module', 'version', 'channel'];
const LOADED = Symbol.for('pomocnik.loaded');

/** @type {any} */
const page = window;
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

if (!page[LOADED]) {
  page[LOADED] = true;
  const api = new PageApi(console);
  install(page, api);
  const server = new URL(script ? '.' : '/', script?.src ?? document.baseURI).href;
  register({server, pinned: Boolean(script?.integrity), emit: (event, detail) => api.emit(event, detail)});
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => begin(api), {once: true});
  else begin(api);
}

/** @param {PageApi} api */
function begin(api) {
  const chat = shownChat() ?? place(create());
  // A page that draws itself anew may have thrown it away.
  api.start((call) => place(shownChat() ?? chat).perform(call), {lang: chat.language});
}

function create() {
  const chat = new HelpChat();
  for (const name of ATTRIBUTES) {
    const value = script?.dataset[name];
    if (value) chat.setAttribute(name, value);
  }
  return chat;
}

/** @param {HelpChat} chat goes beside the body, which some pages exchange for another on the way to the next page */
function place(chat) {
  if (!chat.isConnected) document.documentElement.append(chat);
  return chat;
}

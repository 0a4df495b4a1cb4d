// What <script async src="…/widget.js" data-lang="sl"></script> runs: registers the elements and puts the chat
// on the page. The page may also place <help-chat> itself; there is one chat however often this is loaded.
import {HelpChat} from './chat/help_chat.js';

const ATTRIBUTES = ['lang', 'server', 'portal', 'privacy', 'app', 'screen', 'module', 'version', 'channel'];

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

if (!customElements.get('help-chat')) {
  if (script) HelpChat.defaultServer = new URL('.', script.src).href;
  customElements.define('help-chat', HelpChat);
}

function place() {
  if (document.querySelector('help-chat')) return;
  const chat = document.createElement('help-chat');
  for (const name of ATTRIBUTES) {
    const value = script?.dataset[name];
    if (value) chat.setAttribute(name, value);
  }
  document.body.append(chat);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', place, {once: true});
else place();

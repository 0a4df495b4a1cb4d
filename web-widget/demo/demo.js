// The page's own questions open the chat, and its line of code can be copied.
import {copyText} from '../src/shared/clipboard.js';

/** @typedef {{push(call: [string, ...unknown[]]): void}} Chat what the widget puts on the page */

const page = /** @type {Window & {pomocnik?: Chat}} */ (window);

/** @param {string} question */
function ask(question) {
  page.pomocnik ??= /** @type {Chat} */ ([]);
  page.pomocnik.push(['ask', question]);
}

for (const button of document.querySelectorAll('[data-ask]')) {
  button.addEventListener('click', () => ask(button.textContent ?? ''));
}

const form = /** @type {HTMLFormElement} */ (document.querySelector('[data-ask-form]'));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const input = /** @type {HTMLInputElement} */ (form.querySelector('input'));
  if (!input.value.trim()) return input.focus();
  ask(input.value);
  input.value = '';
});

const copied = /** @type {HTMLElement} */ (document.querySelector('[data-copied]'));

/** @param {HTMLElement} button */
async function copy(button) {
  const code = document.getElementById(button.dataset.copy ?? '');
  if (!(code instanceof HTMLTextAreaElement)) return;
  const done = await copyText(code.value, code);
  copied.textContent = done ? 'Kopirano.' : 'Brskalnik ne dovoli kopiranja. Koda je označena, kopirajte jo s Ctrl+C.';
}

for (const code of document.querySelectorAll('textarea')) {
  // Of this server, so that it works as it is copied.
  code.value = code.value.replace('https://pomoc.example.si', location.origin);
}
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => void copy(/** @type {HTMLElement} */ (button)));
}

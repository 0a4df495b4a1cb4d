// The page's own questions open the chat, and its line of code can be copied.
import {copyText} from '../src/shared/clipboard.js';

/** @param {string} question */
function ask(question) {
  const page = /** @type {{pomocnik?: {push(call: string[]): void}}} */ (window);
  (page.pomocnik ??= /** @type {string[][]} */ ([])).push(['ask', question]);
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

/** @param {BufferSource} bytes */
async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** The line of code that takes this version of the script and no other; browsers reckon only on pages with https. */
async function showPinned() {
  const pinned = /** @type {HTMLElement} */ (document.querySelector('[data-pinned]'));
  const code = /** @type {HTMLTextAreaElement} */ (pinned.querySelector('textarea'));
  if (!globalThis.crypto?.subtle) return;
  const response = await fetch('/widget.js');
  const digest = await sha256(await response.arrayBuffer());
  const version = [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const integrity = btoa(String.fromCharCode(...digest));
  code.value = `<script async src="${location.origin}/widget.js?v=${version}" integrity="sha256-${integrity}" ` +
    'crossorigin="anonymous" data-lang="sl"></script>';
  pinned.hidden = false;
}

const plain = /** @type {HTMLTextAreaElement} */ (document.querySelector('#koda'));
plain.value = `<script async src="${location.origin}/widget.js" data-lang="sl"></script>`;
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => void copy(/** @type {HTMLElement} */ (button)));
}
void showPinned();

// The page's own questions open the chat.

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

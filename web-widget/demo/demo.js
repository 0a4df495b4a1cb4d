// The page's own questions open the chat.

/**
 * @param {string} question
 */
async function ask(question) {
  await customElements.whenDefined('help-chat');
  const chat = /** @type {import('../src/chat/help_chat.js').HelpChat | null} */ (document.querySelector('help-chat'));
  chat?.ask(question);
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

// Name, password and the code of accounts that have one; the server does not tell which. What was typed stays when it
// refuses.
import {button, element} from '../shared/dom.js';
import {failureText} from './page_frame.js';
import {StaffFailure} from './staff_wire.js';

/** @typedef {import('../shared/strings.js').Strings} Strings */

/**
 * @param {Strings} strings
 * @param {object} options
 * @param {import('./session.js').Session} options.session
 * @param {string} [options.name] typed for them; whoever signs in anew
 * @param {() => void} options.done called when they are signed in
 */
export function signInForm(strings, {session, name = '', done}) {
  const nameInput = element('input', {
    id: 'sign-in-name', name: 'name', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false',
    required: true, value: name,
  });
  const password = element('input', {
    id: 'sign-in-password', name: 'password', type: 'password', autocomplete: 'current-password', required: true,
  });
  const code = element('input', {
    id: 'sign-in-code', name: 'code', inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 6,
  });
  const said = element('p', {class: 'field-error', role: 'alert'});
  const submit = element('button', {class: 'button primary'}, strings.text('sign_in.submit'));
  const form = element('form', {class: 'sign-in-form', novalidate: true},
    field(strings, nameInput, 'sign_in.name'), field(strings, password, 'sign_in.password'),
    revealButton(strings, password), field(strings, code, 'sign_in.code', 'sign_in.code.hint'), said, submit);

  /** @param {unknown} error */
  const tell = (error) => {
    const isRefused = error instanceof StaffFailure && error.kind === 'signed_out';
    said.textContent = isRefused ? strings.text('sign_in.refused') : failureText(strings, error);
    password.focus();
    password.select();
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    said.textContent = '';
    const missing = [nameInput, password].find(({value}) => value === '');
    if (missing) {
      said.textContent = strings.text(missing === password ? 'sign_in.password.missing' : 'sign_in.name.missing');
      missing.focus();
      return;
    }
    submit.setAttribute('aria-disabled', 'true');
    try {
      await session.signIn({
        name: nameInput.value.trim(), password: password.value,
        ...(code.value ? {code: code.value.replace(/\s/g, '')} : {}),
      });
      done();
    } catch (error) {
      tell(error);
    } finally {
      submit.removeAttribute('aria-disabled');
    }
  });
  return form;
}

/**
 * @param {Strings} strings
 * @param {HTMLInputElement} input
 * @param {string} label
 * @param {string} [hint]
 */
function field(strings, input, label, hint) {
  const id = `${input.id}-hint`;
  if (hint) input.setAttribute('aria-describedby', id);
  return element('div', {class: 'field'},
    element('label', {for: input.id}, strings.text(label)), input,
    hint && element('p', {class: 'hint', id}, strings.text(hint)));
}

/**
 * @param {Strings} strings
 * @param {HTMLInputElement} password
 */
function revealButton(strings, password) {
  const reveal = button({'class': 'button quiet', 'aria-pressed': 'false'}, () => {
    const isShown = password.type === 'text';
    password.type = isShown ? 'password' : 'text';
    reveal.setAttribute('aria-pressed', String(!isShown));
  }, strings.text('sign_in.reveal'));
  return reveal;
}

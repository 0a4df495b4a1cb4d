// What every page has: a heading, and one way to show that something is awaited, missing or went wrong.
import {appendAll, button, element} from '../shared/dom.js';
import {StaffFailure} from './staff_wire.js';

/** @typedef {import('./page').Context} Context */
/** @typedef {import('../shared/dom.js').Child} Child */

/**
 * @param {string} title
 * @param {string} [lead] one sentence: what the page is for
 * @param {...Child} actions beside the title
 */
export function pageHead(title, lead = '', ...actions) {
  return element('header', {class: 'page-head'},
    element('div', {}, element('h1', {tabindex: '-1'}, title), lead && element('p', {class: 'lead'}, lead)),
    actions.length > 0 && element('div', {class: 'actions'}, ...actions));
}

/**
 * @param {import('../shared/strings.js').Strings} strings
 * @param {unknown} error
 * @returns {string} what went wrong, for the person: the server's own words where it knew more than we do
 */
export function failureText(strings, error) {
  if (!(error instanceof StaffFailure)) return strings.text('failure.broken');
  const {kind, message, retryAfter} = error;
  if (message && ['refused', 'conflict', 'missing', 'limited'].includes(kind)) return message;
  if (kind === 'limited' && retryAfter) return strings.text('failure.limited.minutes', {n: Math.ceil(retryAfter / 60)});
  return strings.text(`failure.${kind}`);
}

/**
 * A box that says why there is nothing to see, and what one can do about it.
 *
 * @param {string} title
 * @param {string} text
 * @param {...Child} actions
 */
export function emptyState(title, text, ...actions) {
  return element('div', {class: 'empty-state'},
    element('h2', {}, title), element('p', {}, text),
    actions.length > 0 && element('div', {class: 'actions'}, ...actions));
}

/**
 * @param {Context} context
 * @param {unknown} error
 * @param {(() => void) | null} retry null: trying again makes no sense
 */
export function failureBox({strings}, error, retry) {
  return element('div', {class: 'failure', role: 'alert'},
    element('p', {}, failureText(strings, error)),
    retry && button({class: 'button'}, retry, strings.text('failure.retry')));
}

/**
 * Fills `host` with what is drawn of the data when it has come. Until then, what was there stays, greyed out; a failure
 * is said in its place, with a way to try again. Asked once more, it drops what the call before was waiting for.
 *
 * @template Data
 * @param {HTMLElement} host
 * @param {Context} context
 * @param {(signal: AbortSignal) => Promise<Data>} ask
 * @param {(data: Data) => Child[]} draw
 */
export async function load(host, context, ask, draw) {
  loads.get(host)?.abort();
  const mine = new AbortController();
  loads.set(host, mine);
  const signal = AbortSignal.any([mine.signal, context.signal]);
  host.setAttribute('aria-busy', 'true');
  if (!host.hasChildNodes()) host.append(element('p', {class: 'loading'}, context.strings.text('loading')));
  try {
    const data = await ask(signal);
    if (!signal.aborted) fill(host, draw(data));
  } catch (error) {
    if (signal.aborted) return;
    fill(host, [failureBox(context, error, () => load(host, context, ask, draw))]);
    if (!(error instanceof StaffFailure)) throw error;
  }
}

/** @type {WeakMap<HTMLElement, AbortController>} what each element waits for */
const loads = new WeakMap();

/**
 * @param {HTMLElement} host
 * @param {Child[]} children
 */
function fill(host, children) {
  host.replaceChildren();
  appendAll(host, children);
  host.removeAttribute('aria-busy');
}

/**
 * Runs what a button does; meanwhile it cannot be pressed again. A failure is said beside it.
 *
 * @param {HTMLButtonElement} pressed
 * @param {HTMLElement} said an element with role=alert or role=status
 * @param {Context} context
 * @param {() => Promise<void>} act
 */
export async function whilePressed(pressed, said, {strings, signal}, act) {
  if (pressed.getAttribute('aria-disabled') === 'true') return;
  // `disabled` would take the focus away.
  pressed.setAttribute('aria-disabled', 'true');
  said.textContent = '';
  try {
    await act();
  } catch (error) {
    if (signal.aborted) return;
    said.textContent = failureText(strings, error);
    if (!(error instanceof StaffFailure)) throw error;
  } finally {
    pressed.removeAttribute('aria-disabled');
  }
}

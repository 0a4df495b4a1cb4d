// A program with windows, fields and buttons, in which F1 opens the help beside it.
import {element} from '../../src/shared/dom.js';
import {HelpFrame} from './help_frame.js';
import {TabList} from './tab_list.js';

const MOST_MESSAGES = 30;

/**
 * @template {HTMLElement} Node
 * @param {string} selector of what the page has for certain
 * @returns {Node}
 */
function find(selector) {
  return /** @type {Node} */ (document.querySelector(selector));
}

const program = find('.program');
const panel = find('#pomoc');
const status = find('[data-status]');
const helpButton = find('[data-action=help]');
const closeButton = /** @type {HTMLButtonElement} */ (find('[data-action=close-help]'));
const traffic = find('[data-traffic]');
const language = /** @type {HTMLSelectElement} */ (find('[data-language]'));
const tabLists = [...document.querySelectorAll('[role=tablist]')].map((list) =>
  new TabList(/** @type {HTMLElement} */ (list), shown));

const help = new HelpFrame(panel, {
  closed: hidePanel,
  formAsked: openAskedForm,
  exchanged: noteMessage,
});

/** What the program's person is at. @type {HTMLElement} */
let place = currentWindow();

function currentWindow() {
  return find('.window:not([hidden])');
}

/**
 * @param {HTMLElement} node
 * @returns {HTMLElement} itself or what it is in: what has a screen of its own
 */
function holderOf(node) {
  return /** @type {HTMLElement} */ (node.closest('[data-screen]'));
}

/** @param {HTMLElement} holder */
function titleOf(holder) {
  const {title, screen = ''} = holder.dataset;
  const label = holder instanceof HTMLInputElement || holder instanceof HTMLSelectElement ? holder.labels?.[0] : null;
  const words = label?.firstChild?.textContent || holder.ariaLabel || (holder.matches('button') && holder.textContent);
  return title || (words || screen).trim();
}

/**
 * @param {string} screen
 * @param {string} title as the program calls it
 */
function contextOf(screen, title) {
  const {app = '', version = ''} = program.dataset;
  return {app, screen, title, lang: language.value, version};
}

/** @param {HTMLElement} node */
function placeContext(node) {
  const holder = holderOf(node);
  return contextOf(holder.dataset.screen ?? '', titleOf(holder));
}

/** @param {HTMLElement} node */
function moveTo(node) {
  place = node;
  find('[data-sent-screen]').textContent = holderOf(node).dataset.screen ?? '';
}

/** @param {import('./help_frame.js').Context} context */
function showHelp(context) {
  panel.hidden = false;
  program.classList.add('helped');
  helpButton.setAttribute('aria-expanded', 'true');
  closeButton.disabled = false;
  status.textContent = '';
  help.show(context);
  // On a narrow page it stands below the program.
  panel.scrollIntoView({block: 'nearest'});
}

function hidePanel() {
  const hadFocus = panel.contains(document.activeElement);
  panel.hidden = true;
  program.classList.remove('helped');
  helpButton.setAttribute('aria-expanded', 'false');
  closeButton.disabled = true;
  help.close();
  if (hadFocus) place.focus();
}

/** @param {HTMLElement} node a window, or a part of one, that the person brought to the front */
function shown(node) {
  moveTo(node);
  if (node.matches('.window')) follow();
}

/** The title says which window is in front, and open help goes along with it. */
function follow() {
  const front = currentWindow();
  find('[data-window-title]').textContent = front.dataset.path ?? '';
  if (help.isOpen) help.show(placeContext(front));
}

/**
 * Brings the part of a window that is a screen to the front.
 *
 * @param {string} screen
 * @returns {boolean} false: this program has no such screen
 */
function openForm(screen) {
  const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.window, .window [data-screen]'));
  const target = [...parts].find((part) => part.dataset.screen === screen);
  if (!target) return false;
  for (const tabs of tabLists) tabs.reveal(target);
  find('[data-window-title]').textContent = currentWindow().dataset.path ?? '';
  moveTo(target);
  focusOn(target);
  return true;
}

/**
 * The help stays where it is: its steps are for the form that it asks for.
 *
 * @param {string} screen
 */
function openAskedForm(screen) {
  status.textContent = openForm(screen)
    ? `Odprto iz pomoči: ${screen}`
    : `Program bi odprl okno ${screen}. V vzorčnem programu ga ni.`;
}

/** @param {HTMLElement} target */
function focusOn(target) {
  const field = target.matches('input, select, button') ? target : target.querySelector('input, select, button');
  if (field instanceof HTMLElement) field.focus();
}

/**
 * @param {'to' | 'from'} direction of the help
 * @param {unknown} message
 */
function noteMessage(direction, message) {
  traffic.prepend(element('li', {class: direction},
    element('span', {class: 'direction'}, direction === 'to' ? 'program → pomoč' : 'pomoč → program'),
    element('code', {}, JSON.stringify(message))));
  while (traffic.childElementCount > MOST_MESSAGES) traffic.lastElementChild?.remove();
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'F1') return;
  event.preventDefault();
  showHelp(placeContext(place));
});
find('.desk').addEventListener('focusin', (event) => moveTo(/** @type {HTMLElement} */ (event.target)));
helpButton.addEventListener('click', () => {
  if (help.isOpen) hidePanel();
  else showHelp(placeContext(place));
});
find('[data-action=help-window]').addEventListener('click', () => showHelp(placeContext(currentWindow())));
closeButton.addEventListener('click', hidePanel);
language.addEventListener('change', () => {
  if (help.isOpen) showHelp(placeContext(place));
});
for (const button of document.querySelectorAll('[data-open]')) {
  button.addEventListener('click', () => {
    openForm(/** @type {HTMLElement} */ (button).dataset.open ?? '');
    follow();
  });
}
for (const button of document.querySelectorAll('[data-idle]')) {
  button.addEventListener('click', () => {
    status.textContent = `»${button.textContent}« v vzorčnem programu ne naredi ničesar. F1 na gumbu odpre pomoč zanj.`;
  });
}
for (const menu of document.querySelectorAll('.menus details')) {
  menu.addEventListener('click', (event) => {
    if (event.target instanceof HTMLButtonElement) menu.removeAttribute('open');
  });
  menu.addEventListener('focusout', (event) => {
    const next = /** @type {Node | null} */ (/** @type {FocusEvent} */ (event).relatedTarget);
    if (!menu.contains(next)) menu.removeAttribute('open');
  });
  menu.addEventListener('keydown', (event) => {
    if (/** @type {KeyboardEvent} */ (event).key !== 'Escape') return;
    menu.removeAttribute('open');
    menu.querySelector('summary')?.focus();
  });
}
find('[data-other]').addEventListener('submit', (event) => {
  event.preventDefault();
  const screen = /** @type {HTMLInputElement} */ (find('#drug-zaslon')).value.trim();
  if (screen) showHelp(contextOf(screen, ''));
});

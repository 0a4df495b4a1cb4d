// One conversation: what was said, why each reply was given, how its episodes ended; to be exported or erased.
import {button, element} from '../../shared/dom.js';
import {openDialog} from '../dialogs.js';
import {load, pageHead, whilePressed} from '../page_frame.js';
import {saveFile} from '../save_file.js';
import {mayDo} from '../roles.js';
import {pageAddress} from '../router.js';
import {outcomeBadge} from './conversations_page.js';
import {drawTurn} from './turn_view.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('../desk_wire').StaffConversation} StaffConversation */
/** @typedef {import('../desk_wire').Episode} Episode */

/**
 * @param {HTMLElement} host
 * @param {Context} context
 * @param {string} id
 */
export function showConversation(host, context, id) {
  const {strings, api} = context;
  const body = element('div', {class: 'conversation'});
  host.append(element('p', {class: 'way-back'}, element('a', {href: pageAddress('conversations')},
    `← ${strings.text('conversations.back')}`)), body);
  load(body, context, (signal) => api.get(`conversations/${encodeURIComponent(id)}`, {}, signal),
    (conversation) => drawConversation(context, conversation));
}

/**
 * @param {Context} context
 * @param {StaffConversation} conversation
 */
function drawConversation(context, conversation) {
  const {strings, formats} = context;
  const {startedAt, channel, turns, episodes} = conversation;
  const title = strings.text('conversations.title', {at: formats.moment(startedAt)});
  const count = strings.text('conversations.turns', {n: turns.length});
  const facts = `${strings.name('conversations.channel', channel)} · ${count}.`;
  const lead = `${facts} ${strings.text('conversations.redacted')}`;
  const said = element('p', {class: 'field-error', role: 'alert'});
  return [
    pageHead(title, lead, ...drawWays(context, conversation, said)),
    said,
    element('ol', {'class': 'turns', 'aria-label': strings.text('conversations.transcript')},
      ...turns.map((turn) => drawTurn(context, turn))),
    drawEpisodes(context, episodes),
  ];
}

/**
 * @param {Context} context
 * @param {StaffConversation} conversation
 * @param {HTMLElement} said
 */
function drawWays(context, {id}, said) {
  const {strings, api, person} = context;
  const save = async () => saveFile(await api.file('export/conversation', {id}));
  const take = button({'class': 'button', 'data-action': 'export'}, () => whilePressed(take, said, context, save),
    strings.text('conversations.export'));
  const erase = mayDo(person.role, 'curator') && button({'class': 'button danger', 'data-action': 'erase'},
    () => confirmErasing(context, id), strings.text('conversations.erase'));
  return erase ? [take, erase] : [take];
}

/**
 * @param {Context} context
 * @param {string} id
 */
function confirmErasing(context, id) {
  const {strings, api} = context;
  const said = element('p', {class: 'field-error', role: 'alert'});
  const act = async () => {
    await api.post('conversations/erase', {id});
    dialog.close();
    await context.go('conversations');
    context.say(strings.text('conversations.erased'));
  };
  const erase = button({'class': 'button danger', 'data-action': 'erase-now'},
    () => whilePressed(erase, said, context, act), strings.text('conversations.erase.now'));
  const dialog = openDialog(strings.text('conversations.erase.title'),
    element('p', {}, strings.text('conversations.erase.text')), said,
    element('div', {class: 'actions'},
      button({class: 'button', autofocus: true}, () => dialog.close(), strings.text('dialog.cancel')), erase));
}

/**
 * @param {Context} context
 * @param {Episode[]} episodes
 */
function drawEpisodes(context, episodes) {
  const {strings} = context;
  return element('section', {class: 'card episodes'},
    element('h2', {}, strings.text('conversations.episodes')),
    element('p', {class: 'hint'}, strings.text('conversations.episodes.hint')),
    element('ul', {class: 'rows'}, ...episodes.map((episode) => drawEpisode(context, episode))));
}

/**
 * @param {Context} context
 * @param {Episode} episode
 */
function drawEpisode({strings, formats}, {number, outcome, reason, changes}) {
  const name = (/** @type {string} */ value) => strings.name('conversations.outcome', value);
  return element('li', {class: 'episode'},
    element('p', {}, element('strong', {}, strings.text('conversations.episode', {n: number})), ' ',
      outcomeBadge(strings, outcome), ' ', strings.name('conversations.reason', reason)),
    changes.length > 0 && element('ol', {'class': 'changes', 'aria-label': strings.text('conversations.changes')},
      ...changes.map((change) => element('li', {}, strings.text('conversations.change', {
        at: formats.moment(change.at), was: name(change.was), became: name(change.became),
        reason: strings.name('conversations.reason', change.reason),
      })))));
}

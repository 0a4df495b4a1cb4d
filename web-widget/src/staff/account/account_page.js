// Where the person is signed in, and a way to end a session that should not be.
import {button, element} from '../../shared/dom.js';
import {load, pageHead, whilePressed} from '../page_frame.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {{id: string, createdAt: string, seenAt: string, current: boolean}} SessionRow */

/** @type {import('../page').Page} */
export const accountPage = {
  path: 'account',
  title: 'page.account',
  least: 'viewer',
  show(host, context) {
    const {strings, person, api} = context;
    const sessions = element('section', {'class': 'card', 'aria-label': strings.text('account.sessions')});
    const role = strings.name('role', person.role);
    const lead = strings.text('account.lead', {name: person.name, role});
    host.append(pageHead(strings.text('page.account'), lead), sessions);
    const show = () => load(sessions, context, (signal) => api.get('sessions', {}, signal),
      (data) => drawSessions(data.sessions, context, show));
    show();
  },
};

/**
 * @param {SessionRow[]} rows
 * @param {Context} context
 * @param {() => void} changed
 */
function drawSessions(rows, context, changed) {
  const {strings} = context;
  const said = element('p', {class: 'field-error', role: 'alert'});
  return [
    element('h2', {}, strings.text('account.sessions')),
    element('p', {class: 'hint'}, strings.text('account.sessions.hint')),
    element('ul', {class: 'rows'}, ...rows.map((row) => drawSession(row, said, context, changed))),
    said,
  ];
}

/**
 * @param {SessionRow} row
 * @param {HTMLElement} said
 * @param {Context} context
 * @param {() => void} changed
 */
function drawSession({id, createdAt, seenAt, current}, said, context, changed) {
  const {strings, formats, api, say} = context;
  const since = strings.text('account.session', {since: formats.moment(createdAt), seen: formats.moment(seenAt)});
  const revoke = button({class: 'button'}, () => whilePressed(revoke, said, context, async () => {
    await api.post('sessions/revoke', {id});
    say(strings.text('account.revoked'));
    changed();
  }), strings.text('account.revoke'), element('span', {class: 'unseen'}, ` ${since}`));
  return element('li', {}, element('span', {}, since),
    current ? element('span', {class: 'badge'}, strings.text('account.current')) : revoke);
}

// What was saved, from stated assumptions that can be changed beside the figure.
import {button, element} from '../../shared/dom.js';
import {whilePressed} from '../page_frame.js';
import {mayDo} from '../roles.js';
import {definition} from './definitions.js';
import {mark} from './outcome_marks.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('./overview').Overview} Overview */
/** @typedef {import('./overview').Assumptions} Assumptions */

/** What the server takes. */
const MOST_MINUTES = 24 * 60;
const MOST_EUROS = 1000;

/**
 * @param {Context} context
 * @param {Overview} overview
 * @param {() => void} changed called when the assumptions are other ones
 */
export function savingView(context, {saving}, changed) {
  const {strings, formats} = context;
  const kinds = /** @type {const} */ (['confirmed', 'potential']);
  return element('section', {'class': 'card', 'aria-labelledby': 'saving'},
    element('h2', {id: 'saving'}, strings.text('overview.saving'), definition(context, 'saving')),
    element('ul', {class: 'savings'}, ...kinds.map((kind) => element('li', {class: kind},
      element('span', {class: 'name'}, mark(kind), strings.text(`overview.saving.${kind}`)),
      element('b', {class: 'figure'}, formats.euros(saving[kind].eur)),
      element('span', {class: 'share'}, duration(context, saving[kind].minutes))))),
    assumptionsView(context, saving.assumptions, changed));
}

/**
 * @param {Context} context
 * @param {number} minutes
 */
function duration({strings, formats}, minutes) {
  if (minutes < 120) return strings.text('duration.minutes', {n: Math.round(minutes)});
  const hours = Math.round(minutes / 60);
  return strings.text('duration.hours', {n: hours, hours: formats.count(hours)});
}

/**
 * @param {Context} context
 * @param {Assumptions} assumptions
 * @param {() => void} changed
 */
function assumptionsView(context, assumptions, changed) {
  const {strings, formats, person} = context;
  const {minutesPerRequest, eurPerHour, changedBy, changedAt} = assumptions;
  const stated = strings.text('assumptions.stated', {
    minutes: formats.decimal(minutesPerRequest), euros: formats.decimal(eurPerHour),
  });
  const told = element('p', {}, stated, ' ', element('span', {class: 'hint'}, changedAt
    ? strings.text('assumptions.changed', {name: changedBy ?? '', at: formats.moment(changedAt)})
    : strings.text('assumptions.unchanged')));
  const box = element('div', {class: 'assumptions'}, told);
  if (!mayDo(person.role, 'admin')) return box;
  const edit = button({class: 'button'}, () => {
    const form = assumptionsForm(context, assumptions, changed, () => {
      form.replaceWith(told, edit);
      edit.focus();
    });
    box.replaceChildren(form);
    form.querySelector('input')?.focus();
  }, strings.text('assumptions.edit'));
  box.append(edit);
  return box;
}

/**
 * @param {Context} context
 * @param {Assumptions} assumptions
 * @param {() => void} changed
 * @param {() => void} cancel
 */
function assumptionsForm(context, {minutesPerRequest, eurPerHour}, changed, cancel) {
  const {strings, api, say} = context;
  const minutes = numberInput('assumptions-minutes', minutesPerRequest);
  const euros = numberInput('assumptions-euros', eurPerHour);
  const said = element('p', {class: 'field-error', role: 'alert', id: 'assumptions-error'});
  const save = element('button', {class: 'button primary'}, strings.text('assumptions.save'));
  const form = element('form', {class: 'filters', novalidate: true},
    labelled(strings.text('assumptions.minutes'), minutes),
    labelled(strings.text('assumptions.euros'), euros),
    save, button({class: 'button quiet'}, cancel, strings.text('dialog.cancel')), said);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const isWhole = Number.isInteger(readNumber(minutes.value));
    const wrong = !isWhole || !isWithin(minutes.value, 1, MOST_MINUTES) ? minutes
      : !isWithin(euros.value, 0.01, MOST_EUROS) && euros;
    for (const input of [minutes, euros]) input.setAttribute('aria-invalid', String(input === wrong));
    if (wrong) {
      said.textContent = strings.text(wrong === minutes ? 'assumptions.minutes.wrong' : 'assumptions.euros.wrong');
      wrong.focus();
      return;
    }
    whilePressed(save, said, context, async () => {
      const wanted = {minutesPerRequest: readNumber(minutes.value), eurPerHour: readNumber(euros.value)};
      await api.post('assumptions', wanted);
      say(strings.text('assumptions.saved'));
      changed();
    });
  });
  return form;
}

/**
 * @param {string} id
 * @param {number} value
 */
function numberInput(id, value) {
  return element('input', {
    id, 'value': String(value).replace('.', ','), 'inputmode': 'decimal', 'autocomplete': 'off',
    'aria-describedby': 'assumptions-error',
  });
}

/**
 * @param {string} label
 * @param {HTMLInputElement} input
 */
function labelled(label, input) {
  return element('div', {class: 'field'}, element('label', {for: input.id}, label), input);
}

/** @param {string} text with a comma or a point */
function readNumber(text) {
  return text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'));
}

/**
 * @param {string} text
 * @param {number} least
 * @param {number} most
 */
function isWithin(text, least, most) {
  const number = readNumber(text);
  return number >= least && number <= most;
}

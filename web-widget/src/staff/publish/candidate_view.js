// A version that is ready: what changed, and which questions are answered differently, the lost ones first.
import {element} from '../../shared/dom.js';
import {dataTable} from '../data_table.js';
import {drawDiagnosticList} from '../parts/diagnostic.js';
import {pageAddress} from '../router.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('../desk_wire').Candidate} Candidate */
/** @typedef {import('../desk_wire').JudgedQuestion} JudgedQuestion */

/**
 * What it comes to, in one sentence.
 *
 * @param {Context} context
 * @param {Candidate} candidate
 */
export function drawVerdict({strings}, candidate) {
  const {won, lost, questions} = candidate;
  const kind = verdictOf(candidate);
  return element('p', {'class': 'verdict', 'data-verdict': kind},
    strings.text(`publish.verdict.${kind}`, {n: lost.length, won: won.length, questions}));
}

/**
 * @param {Context} context
 * @param {Candidate} candidate
 * @returns {import('../../shared/dom.js').Child[]}
 */
export function drawCandidate(context, candidate) {
  const {won, lost} = candidate;
  return [
    element('div', {class: 'judged'}, drawQuestions(context, 'lost', lost), drawQuestions(context, 'won', won)),
    drawChanges(context, candidate),
    drawDiagnostics(context, candidate),
  ];
}

/**
 * @param {Candidate} candidate
 * @returns {'lost' | 'won' | 'same' | 'unchecked'}
 */
export function verdictOf({won, lost, questions}) {
  if (questions === 0) return 'unchecked';
  if (lost.length > 0) return 'lost';
  return won.length > 0 ? 'won' : 'same';
}

/**
 * @param {Context} context
 * @param {Candidate} candidate
 */
function drawChanges({strings}, {changes, articles}) {
  const kinds = /** @type {const} */ (['added', 'changed', 'removed']);
  const lists = kinds.filter((kind) => changes[kind].length > 0).map((kind) => element('div', {class: 'change-list'},
    element('h3', {}, strings.text(`publish.${kind}`, {n: changes[kind].length})),
    element('ul', {class: 'asked'}, ...changes[kind].map(({id, title}) => element('li', {}, kind === 'removed'
      ? title
      : element('a', {href: pageAddress('articles', {edit: id})}, title))))));
  return element('div', {class: 'change-lists'}, ...(lists.length > 0
    ? lists
    : [element('p', {}, strings.text('publish.noArticles', {n: articles}))]));
}

/**
 * @param {Context} context
 * @param {'lost' | 'won'} kind
 * @param {JudgedQuestion[]} questions
 */
function drawQuestions({strings}, kind, questions) {
  if (questions.length === 0) return null;
  const answer = (/** @type {string} */ title, /** @type {string} */ decision) => element('span', {},
    element('em', {}, strings.name('conversations.decision', decision)), title && `: ${title}`);
  return element('section', {'class': 'judgement', 'data-kind': kind},
    element('h3', {}, strings.text(`publish.${kind}`, {n: questions.length})),
    element('p', {class: 'hint'}, strings.text(`publish.${kind}.hint`)),
    dataTable(strings.text(`publish.${kind}`, {n: questions.length}), [
      {title: strings.text('publish.question')}, {title: strings.text('publish.was')},
      {title: strings.text('publish.now')},
    ], questions.map(({text, was, wasDecision, now, nowDecision}) =>
      [text, answer(was, wasDecision), answer(now, nowDecision)])));
}

/**
 * @param {Context} context
 * @param {Candidate} candidate
 */
function drawDiagnostics({strings}, {diagnostics}) {
  if (diagnostics.length === 0) return null;
  const errors = diagnostics.filter(({severity}) => severity === 'error').length;
  return element('details', {class: 'diagnostics', open: errors > 0},
    element('summary', {}, strings.text('publish.diagnostics', {n: diagnostics.length})),
    drawDiagnosticList(strings, diagnostics));
}

// One question and its reply, and, folded, why that reply was given.
import {drawBlocks} from '../../shared/blocks.js';
import {element} from '../../shared/dom.js';
import {dataTable} from '../data_table.js';
import {pageAddress} from '../router.js';
import {decisionBadge} from './conversations_page.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('../desk_wire').StaffTurn} StaffTurn */
/** @typedef {import('../desk_wire').Explanation} Explanation */
/** @typedef {import('../desk_wire').Named} Named */

/**
 * @param {Context} context
 * @param {StaffTurn} turn
 */
export function drawTurn(context, turn) {
  const {strings, formats} = context;
  const {at, lang, question, article, blocks, choices, draft} = turn;
  return element('li', {class: 'turn'},
    element('div', {class: 'asked-part'},
      element('h2', {class: 'facts'}, strings.text('conversations.visitor'), ' · ', formats.moment(at)),
      element('p', {class: 'said', lang}, question || strings.text('conversations.noText'))),
    element('div', {class: 'card answered-part'},
      element('p', {class: 'facts states'}, ...drawDecision(context, turn)),
      article && element('p', {class: 'facts'}, strings.text('conversations.article'), ' ',
        articleLink({id: article, title: titleOf(turn)})),
      blocks.length > 0 && element('div', {class: 'blocks', lang}, drawBlocks(blocks, {
        base: location.origin, tableLabel: strings.text('editor.table'),
        openArticle: (id) => context.go('articles', {read: id}),
      })),
      choices.length > 0 && element('div', {},
        element('p', {class: 'facts'}, strings.text('conversations.choices')),
        element('ul', {class: 'asked'}, ...choices.map((choice) =>
          element('li', {}, articleLink({id: choice.article, title: choice.title}))))),
      draft && drawDraft(context, draft),
      turn.explanation && drawExplanation(context, turn, turn.explanation)));
}

/** @param {StaffTurn} turn */
function titleOf({article, explanation}) {
  return explanation?.hits.find(({id}) => id === article)?.title ?? article ?? '';
}

/** @param {Named} article */
function articleLink({id, title}) {
  return element('a', {href: pageAddress('articles', {read: id})}, title || id);
}

/**
 * @param {Context} context
 * @param {StaffTurn} turn
 */
function drawDecision({strings, formats}, {decision, confidence, verdict, vote}) {
  const sureness = confidence !== null && strings.text('conversations.confidence', {share: formats.share(confidence)});
  return [
    decisionBadge(strings, decision),
    sureness && element('span', {}, sureness),
    verdict && element('span', {class: 'badge'}, strings.name('conversations.verdict', verdict)),
    vote && drawVote(strings, vote),
  ];
}

/**
 * @param {import('../../shared/strings.js').Strings} strings
 * @param {NonNullable<StaffTurn['vote']>} vote
 */
function drawVote(strings, {helpful, reason}) {
  const name = helpful ? 'yes' : 'no';
  return element('span', {}, element('span', {'class': 'badge', 'data-vote': name},
    strings.text(`conversations.vote.${name}`)), reason && ' ', reason && element('q', {}, reason));
}

/**
 * @param {Context} context
 * @param {NonNullable<StaffTurn['draft']>} draft
 */
function drawDraft({strings}, {reference, title, text}) {
  return element('details', {},
    element('summary', {}, strings.text('conversations.draft', {reference})),
    element('p', {}, element('strong', {}, title)),
    element('p', {class: 'plain-text'}, text));
}

/**
 * @param {Context} context
 * @param {StaffTurn} turn
 * @param {Explanation} explanation
 */
function drawExplanation({strings, formats}, {article}, {terms, hits, rule, answerFrom, choicesFrom}) {
  const limits = {answer: formats.share(answerFrom), choices: formats.share(choicesFrom)};
  return element('details', {class: 'why'},
    element('summary', {}, strings.text('conversations.why')),
    element('p', {}, strings.text('conversations.rule'), ' ', ruleText(strings, rule), '. ',
      strings.text('conversations.limits', limits)),
    terms.length > 0 && element('div', {}, element('h3', {}, strings.text('conversations.terms')),
      dataTable(strings.text('conversations.terms'), [
        {title: strings.text('conversations.word')}, {title: strings.text('conversations.lemma')},
        {title: strings.text('conversations.weight'), isNumber: true},
      ], terms.map(({word, lemma, idf}) => [word, lemma, points(idf, strings.lang)]))),
    hits.length > 0 && element('div', {}, element('h3', {}, strings.text('conversations.hits')),
      dataTable(strings.text('conversations.hits'), [
        {title: strings.text('articles.title')}, {title: strings.text('conversations.score'), isNumber: true},
        {title: strings.text('conversations.because')},
      ], hits.map((hit) => [
        element('span', {}, articleLink(hit), hit.id === article && ' ',
          hit.id === article && element('span', {class: 'badge'}, strings.text('conversations.answered'))),
        points(hit.score, strings.lang),
        element('ul', {}, ...hit.why.map((reason) => element('li', {}, reason))),
      ]))));
}

/**
 * @param {import('../../shared/strings.js').Strings} strings
 * @param {string} rule
 */
function ruleText(strings, rule) {
  const [, name] = /^intent:(.*)$/u.exec(rule) ?? [];
  return name ? strings.text('conversations.rule.intent', {name}) : strings.name('conversations.rule', rule);
}

/**
 * @param {number} number
 * @param {string} lang
 */
function points(number, lang) {
  return number.toLocaleString(lang === 'en' ? 'en-GB' : lang, {minimumFractionDigits: 2, maximumFractionDigits: 2});
}

// One message and what came of it.
import {drawBlocks} from '../shared/blocks.js';
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {drawHandoff} from './handoff_view.js';
import {drawHeld, isHeld} from './held_view.js';
import {isAnswer} from './reply_facts.js';
import {drawSourceHead, drawSourceWays, drawSources} from './source_view.js';
import {drawVerdict} from './verdict_view.js';
import {VoteView} from './vote_view.js';

/** @typedef {import('./scene').Scene} Scene */
/** @typedef {import('../shared/transcript.js').Turn} Turn */
/** @typedef {import('../shared/wire').ChatReply} ChatReply */

const SLOW_AFTER = 4000;

export class TurnView {
  #turn;
  #scene;
  #inView;
  /** @type {HTMLElement | null} that is watched */
  #answer = null;
  #message = element('span');
  #outcome = element('div', {class: 'outcome'});
  #slowTimer = 0;

  /**
   * @param {Turn} turn
   * @param {Scene} scene
   * @param {import('../shared/in_view.js').InView} inView
   */
  constructor(turn, scene, inView) {
    this.#turn = turn;
    /** @type {Scene['openArticle']} */
    const openArticle = (id, anchor) => scene.openArticle(id, anchor, turn);
    this.#scene = {...scene, openArticle};
    this.#inView = inView;
    this.#message.textContent = turn.message;
    this.node = element('div', {class: 'turn', part: 'turn'},
      element('p', {class: 'question', part: 'question'},
        element('span', {class: 'unseen'}, scene.strings.text('you')), this.#message),
      this.#outcome);
    this.update();
  }

  /** Draws the state that the turn is in now. */
  update() {
    clearTimeout(this.#slowTimer);
    this.node.dataset.state = this.#turn.state;
    // A message is answered in its own language.
    if (this.#turn.reply && !this.#turn.lang) this.#message.lang = this.#turn.reply.lang;
    if (this.#answer) this.#inView.leave(this.#answer);
    this.#answer = null;
    this.#outcome.replaceChildren(this.#drawOutcome());
  }

  /** To be called when the view is taken off the page. */
  discard() {
    clearTimeout(this.#slowTimer);
  }

  #drawOutcome() {
    const {state, reply} = this.#turn;
    if (state === 'pending') return this.#drawPending();
    if (state !== 'done' || !reply) return this.#drawFailure();
    return isHeld(this.#turn) ? drawHeld(this.#turn, reply, this.#scene) : this.#drawReply(reply);
  }

  #drawPending() {
    const {strings} = this.#scene;
    const text = element('span', {}, strings.text('searching'));
    this.#slowTimer = window.setTimeout(() => {
      text.textContent = strings.text('searching.slow');
    }, SLOW_AFTER);
    return element('p', {class: 'pending'},
      element('span', {class: 'dots', 'aria-hidden': 'true'},
        element('span'), element('span'), element('span')),
      text);
  }

  #drawFailure() {
    const {strings} = this.#scene;
    const {failure, notice} = this.#turn;
    // What is wrong with the question, or too much of it, only the server can say; the rest is said better here.
    const isServers = failure === 'refused' || failure === 'limited';
    const text = isServers && notice ? notice : strings.text(`failure.${failureText(failure)}`);
    return element('div', {class: 'failure', part: 'failure'},
      element('p', {}, icon('warning'), text),
      element('p', {class: 'failure-ways'},
        button({class: 'quiet', 'data-action': 'retry'}, () => this.#scene.retry(this.#turn),
          strings.text('retry')),
        button({class: 'quiet', 'data-action': 'edit'}, () => this.#scene.edit(this.#turn),
          strings.text('edit'))));
  }

  /** @param {ChatReply} reply */
  #drawReply(reply) {
    const scene = this.#scene;
    const {strings, base} = scene;
    const offersHandoff = reply.handoff.draft !== null || ['abstain', 'handoff', 'status'].includes(reply.decision);
    // An answer is the words of its first source; whatever else is cited stands behind or beside them.
    const [quoted] = reply.decision === 'answer' ? reply.citations : [];
    const others = quoted ? reply.citations.slice(1) : reply.citations;
    const canBeRated = isAnswer(reply);
    const node = element('article', {class: 'reply', part: 'reply', 'data-decision': reply.decision},
      element('span', {class: 'unseen'}, strings.text('bot')),
      reply.understood && this.#drawUnderstood(reply.understood, reply.lang),
      reply.verdict && !reply.handoff.draft && drawVerdict(reply.verdict, reply.lang, scene),
      quoted && drawSourceHead(quoted, scene),
      reply.blocks.length > 0 && element('div', {class: 'blocks', lang: quoted?.lang ?? reply.lang},
        drawBlocks(reply.blocks, {
          base, tableLabel: strings.text('table'), openArticle: scene.openArticle,
          // The draft below is not to be pushed out of sight.
          foldLabel: reply.handoff.draft ? (n) => strings.text('more', {n}) : undefined,
        })),
      quoted && drawSourceWays(quoted, scene),
      reply.choices.length > 0 && drawChoices(reply, scene),
      others.length > 0 && drawSources(others, scene),
      reply.verdict && reply.handoff.draft && drawVerdict(reply.verdict, reply.lang, scene, 'folded'),
      offersHandoff && drawHandoff(this.#turn, reply.handoff, scene),
      canBeRated && new VoteView(this.#turn, scene).node);
    if (canBeRated) this.#watch(node);
    return node;
  }

  /** @param {HTMLElement} answer */
  #watch(answer) {
    this.#answer = answer;
    this.#inView.watch(answer, () => this.#scene.dwelt(this.#turn));
  }

  /**
   * @param {import('../shared/wire').Understood} understood
   * @param {string} lang
   */
  #drawUnderstood({text, offer}, lang) {
    return element('div', {class: 'understood', part: 'understood', lang},
      element('p', {}, text),
      button({class: 'quiet', 'data-action': 'literal'}, () => this.#scene.askLiterally(this.#turn), offer));
  }
}

/** @param {Turn['failure']} failure */
function failureText(failure) {
  if (failure === 'limited') return 'busy';
  return failure === null || ['conflict', 'missing', 'full'].includes(failure) ? 'broken' : failure;
}

/**
 * @param {ChatReply} reply
 * @param {Scene} scene
 */
function drawChoices({choices, decision}, {strings, ask, choose}) {
  const none = strings.text('choices.none');
  return element('ul', {class: 'choices', 'aria-label': strings.text('choices')},
    ...choices.map((article) => element('li', {},
      button({class: 'choice', 'data-action': 'choice'}, () => choose(article),
        element('span', {class: 'choice-text'},
          element('span', {class: 'choice-title', lang: article.lang}, article.title),
          element('span', {class: 'facts'}, article.module)),
        icon('next')))),
    decision === 'choices' && element('li', {},
      button({class: 'choice choice-none', 'data-action': 'none'}, () => ask(none), none)));
}

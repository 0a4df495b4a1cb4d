// "Did this help?" under an answer; the vote can be changed.
import {button, element, isEnter} from '../shared/dom.js';
import {icon} from '../shared/icons.js';

/** @typedef {import('./scene').Scene} Scene */
/** @typedef {import('../shared/transcript.js').Turn} Turn */

const LONGEST_REASON = 500;

export class VoteView {
  #turn;
  #scene;
  #yes;
  #no;
  #status = element('p', {class: 'vote-status', role: 'status'});
  #more = element('div', {class: 'vote-more'});

  /**
   * @param {Turn} turn a done one
   * @param {Scene} scene
   */
  constructor(turn, scene) {
    this.#turn = turn;
    this.#scene = scene;
    const {strings} = scene;
    this.#yes = button({class: 'vote', 'data-vote': 'yes'}, () => this.#press(true),
      icon('up'), strings.text('vote.yes'));
    this.#no = button({class: 'vote', 'data-vote': 'no'}, () => this.#press(false),
      icon('down'), strings.text('vote.no'));
    const question = strings.text('vote');
    this.node = element('div', {class: 'votes', part: 'votes'},
      element('div', {class: 'vote-row', role: 'group', 'aria-label': question},
        element('span', {class: 'vote-question'}, question), this.#yes, this.#no),
      this.#status, this.#more);
    this.#show(turn.helpful);
  }

  /** @param {boolean} helpful */
  async #press(helpful) {
    const {strings, vote} = this.#scene;
    this.#show(helpful);
    const outcome = await vote(this.#turn, helpful);
    if (outcome === 'saved') {
      this.#status.textContent = strings.text(helpful ? 'vote.thanks' : 'vote.sorry');
      this.node.scrollIntoView({block: 'nearest'});
    } else {
      this.#show(this.#turn.helpful);
      this.#status.textContent = strings.text('vote.failed');
    }
  }

  /** @param {boolean | null} helpful */
  #show(helpful) {
    this.#yes.setAttribute('aria-pressed', String(helpful === true));
    this.#no.setAttribute('aria-pressed', String(helpful === false));
    if (helpful === false) this.#offerMore();
    else this.#more.replaceChildren();
  }

  #offerMore() {
    const {strings, ask} = this.#scene;
    this.#more.replaceChildren(
      button({class: 'primary', 'data-action': 'unhelpful'}, () => ask(strings.text('unhelpful')),
        icon('ticket'), strings.text('unhelpful.offer')),
      this.#drawReason());
  }

  #drawReason() {
    const {strings} = this.#scene;
    const input = element('input', {type: 'text', maxlength: LONGEST_REASON});
    // No form: a sandboxed frame may not submit one.
    const field = element('div', {class: 'reason'},
      element('label', {}, strings.text('vote.reason'),
        element('span', {class: 'reason-field'},
          input, button({class: 'quiet'}, () => void send(), strings.text('vote.send')))));
    const send = async () => {
      const reason = input.value.trim();
      if (!reason) return;
      const outcome = await this.#scene.vote(this.#turn, false, reason);
      if (outcome === 'saved') {
        this.#no.focus();
        field.remove();
      }
      this.#status.textContent = strings.text(outcome === 'saved' ? 'vote.reasonSaved' : 'vote.failed');
    };
    input.addEventListener('keydown', (event) => {
      if (isEnter(event)) void send();
    });
    return field;
  }
}

// From a change to what visitors see: what is different, what the questions say to it, publish or not, and back again.
import {appendAll, button, element} from '../../shared/dom.js';
import {confirm} from '../dialogs.js';
import {failureBox, load, pageHead, whilePressed} from '../page_frame.js';
import {offNotice} from '../parts/editing.js';
import {mayDo} from '../roles.js';
import {StaffFailure} from '../staff_wire.js';
import {drawCandidate, drawVerdict} from './candidate_view.js';
import {drawSources} from './sources_view.js';
import {TryOut} from './try_out.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('../desk_wire').Publishing} Publishing */
/** @typedef {import('../desk_wire').IndexVersion} IndexVersion */

/** How often it is asked how far the server is. */
const INTERVAL = 700;
const BUSY = ['building', 'checking'];
/** How long a version may take to be taken up, in milliseconds. */
const PATIENCE = 15000;

/** @type {import('../page').Page} */
export const publishPage = {
  path: 'publish',
  title: 'page.publish',
  least: 'viewer',
  show: (host, context) => new PublishView(host, context).show(),
};

class PublishView {
  #host;
  #context;
  #content = element('div', {class: 'publish'});
  #present = element('section', {'class': 'card present', 'data-part': 'present'});
  #versions = element('section', {class: 'card'});
  #said = element('p', {class: 'field-error', role: 'alert'});
  #progress = element('progress', {max: 1});
  #progressText = element('p', {role: 'status'});
  #tryOut;
  /** What is drawn; while only the progress changes, nothing else is drawn anew. */
  #drawn = '';

  /**
   * @param {HTMLElement} host
   * @param {Context} context
   */
  constructor(host, context) {
    this.#host = host;
    this.#context = context;
    this.#tryOut = new TryOut(context, context.query.get('ask') ?? '');
  }

  show() {
    const {strings} = this.#context;
    this.#host.append(pageHead(strings.text('page.publish'), strings.text('publish.lead')), this.#content);
    load(this.#content, this.#context, (signal) => this.#context.api.get('publish', {}, signal), (state) => {
      this.#draw(state);
      return [!state.editable && offNotice(this.#context), this.#present, this.#tryOut.node,
        drawSources(this.#context, state.sources), this.#versions];
    });
  }

  /** @param {Publishing} state */
  #draw(state) {
    const key = JSON.stringify([state.state, state.served, state.candidate?.version, state.error]);
    if (BUSY.includes(state.state)) this.#follow(state);
    if (key === this.#drawn) return;
    this.#drawn = key;
    const {strings} = this.#context;
    this.#present.dataset.state = state.state;
    this.#present.replaceChildren();
    appendAll(this.#present, [element('h2', {tabindex: -1}, strings.text(`publish.state.${state.state}`)),
      ...this.#drawState(state)]);
    this.#drawVersions(state);
  }

  /** @param {Publishing} state */
  #drawState(state) {
    const {strings} = this.#context;
    if (BUSY.includes(state.state)) return [this.#progress, this.#progressText];
    if (state.state === 'ready' && state.candidate) {
      return [drawVerdict(this.#context, state.candidate), this.#decision(state.candidate), this.#said,
        ...drawCandidate(this.#context, state.candidate)];
    }
    return [
      state.state === 'failed' && element('p', {class: 'failure-text'},
        strings.text('publish.failed', {error: state.error ?? ''})),
      element('p', {}, strings.text('publish.idle.text')),
      state.editable && this.#mayChange() && element('div', {class: 'actions'},
        this.#button('prepare', 'publish.prepare', 'button primary', async () => {
          this.#draw(await this.#post('prepare', {}));
          this.#present.querySelector('h2')?.focus();
        })),
      this.#said,
    ];
  }

  #mayChange() {
    return mayDo(this.#context.person.role, 'curator');
  }

  /** @param {import('../desk_wire').Candidate} candidate */
  #decision({version, lost}) {
    const {strings} = this.#context;
    if (!this.#mayChange()) return element('p', {class: 'hint'}, strings.text('publish.viewer'));
    return element('div', {class: 'actions'},
      this.#button('go', lost.length > 0 ? 'publish.go.anyway' : 'publish.go.now', 'button primary', async () => {
        await this.#post('go', {version});
        this.#draw(await this.#untilServed(version));
        this.#context.say(strings.text('publish.done'));
        this.#tryOut.focus();
      }),
      this.#button('discard', 'publish.discard', 'button', async () => {
        this.#draw(await this.#post('discard', {}));
        this.#present.querySelector('h2')?.focus();
      }));
  }

  /**
   * @param {string} name
   * @param {string} text
   * @param {string} look
   * @param {() => Promise<void>} act
   */
  #button(name, text, look, act) {
    const pressed = button({'class': look, 'data-action': name},
      () => whilePressed(pressed, this.#said, this.#context, act), this.#context.strings.text(text));
    return pressed;
  }

  /**
   * @param {string} act
   * @param {object} body
   * @returns {Promise<Publishing>} how things stand after it
   */
  async #post(act, body) {
    const {api, signal} = this.#context;
    await api.post(`publish/${act}`, body);
    return api.get('publish', {}, signal);
  }

  /**
   * The server takes a version up a moment after it was told to; only then do visitors get its answers.
   *
   * @param {string} version
   * @returns {Promise<Publishing>}
   */
  async #untilServed(version) {
    const {api, signal} = this.#context;
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const state = await api.get('publish', {}, signal);
      if (state.served === version) return state;
      if (Date.now() > deadline) throw new StaffFailure('timeout');
      await new Promise((resolve) => {
        setTimeout(resolve, INTERVAL / 2);
      });
    }
  }

  /** @param {Publishing} state */
  #follow({state, progress: {done, total}}) {
    const {strings, signal} = this.#context;
    if (total > 0) {
      this.#progress.max = total;
      this.#progress.value = done;
    } else {
      this.#progress.removeAttribute('value');
    }
    const label = strings.text(`publish.state.${state}`);
    this.#progress.setAttribute('aria-label', label);
    this.#progressText.textContent = total > 0 ? strings.text('publish.progress', {done, total}) : label;
    const timer = setTimeout(() => this.#ask(), INTERVAL);
    signal.addEventListener('abort', () => clearTimeout(timer), {once: true});
  }

  async #ask() {
    const {api, signal} = this.#context;
    try {
      const state = await api.get('publish', {}, signal);
      if (signal.aborted) return;
      this.#draw(state);
      if (!BUSY.includes(state.state)) this.#present.querySelector('h2')?.focus();
    } catch (error) {
      if (signal.aborted) return;
      this.#drawn = '';
      this.#present.replaceChildren(failureBox(this.#context, error, () => this.#ask()));
      if (!(error instanceof StaffFailure)) throw error;
    }
  }

  /** @param {Publishing} state */
  #drawVersions({versions, state}) {
    const {strings} = this.#context;
    this.#versions.replaceChildren();
    appendAll(this.#versions, [
      element('h2', {}, strings.text('publish.versions')),
      element('p', {class: 'hint'}, strings.text('publish.versions.hint')),
      element('ul', {class: 'rows'}, ...versions.map((version) => this.#version(version, BUSY.includes(state)))),
    ]);
  }

  /**
   * @param {IndexVersion} version
   * @param {boolean} isBusy
   */
  #version({version, articles, at, served}, isBusy) {
    const {strings, formats} = this.#context;
    const when = formats.moment(at);
    const said = element('p', {class: 'field-error', role: 'alert'});
    const back = button({'class': 'button', 'data-action': 'rollback'},
      () => this.#rollBack(version, when, {back, said}),
      strings.text('publish.rollback'), element('span', {class: 'unseen'}, ` ${when}`));
    return element('li', {},
      element('span', {}, strings.text('publish.version', {at: when, n: articles}), ' ',
        element('span', {class: 'facts'}, version)),
      served && element('span', {class: 'badge served'}, strings.text('publish.served')),
      !served && !isBusy && this.#mayChange() && back, said);
  }

  /**
   * @param {string} version
   * @param {string} when
   * @param {{back: HTMLButtonElement, said: HTMLElement}} parts
   */
  async #rollBack(version, when, {back, said}) {
    const {strings} = this.#context;
    const question = {
      title: strings.text('publish.rollback.title', {at: when}), text: strings.text('publish.rollback.text'),
      yes: strings.text('publish.rollback.now'),
    };
    if (!await confirm(strings, question)) return;
    await whilePressed(back, said, this.#context, async () => {
      await this.#post('rollback', {version});
      this.#draw(await this.#untilServed(version));
      this.#context.say(strings.text('publish.rolledBack', {at: when}));
      this.#versions.querySelector('h2')?.setAttribute('tabindex', '-1');
      this.#versions.querySelector('h2')?.focus();
    });
  }
}

// How the text will look in the chat: the server reads it as it reads articles, and we draw its blocks.
import {drawBlocks} from '../../shared/blocks.js';
import {element} from '../../shared/dom.js';
import {failureText} from '../page_frame.js';
import {diagnosticText} from '../parts/diagnostic.js';
import {pageAddress} from '../router.js';
import {StaffFailure} from '../staff_wire.js';

/** Typing pauses this long before the server is asked. */
const PAUSE = 400;

export class Preview {
  #context;
  #timer = 0;
  #asking = new AbortController();
  /** @type {string | null} */
  #shown = null;
  #title = element('h3', {class: 'preview-title'});
  #blocks = element('div', {class: 'blocks'});
  #problems = element('ul', {'class': 'problems', 'aria-live': 'polite'});

  /** @param {import('../page').Context} context */
  constructor(context) {
    this.#context = context;
    const {strings, signal} = context;
    this.node = element('section', {'class': 'card preview', 'aria-label': strings.text('editor.preview')},
      element('h2', {}, strings.text('editor.preview')), this.#title, this.#blocks, this.#problems);
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#asking.abort();
    });
  }

  /** @param {import('./fields.js').Fields} fields */
  show({title, markdown, lang}) {
    this.#title.textContent = title;
    this.#blocks.lang = lang;
    if (markdown === this.#shown) return;
    this.#shown = markdown;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#ask(markdown), PAUSE);
  }

  /** @param {string} markdown */
  async #ask(markdown) {
    const {api, strings} = this.#context;
    this.#asking.abort();
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    try {
      if (markdown.trim()) this.#draw(await api.post('edits/preview', {markdown}, signal));
      else this.#draw({blocks: [], diagnostics: []});
    } catch (error) {
      if (signal.aborted) return;
      this.#problems.replaceChildren(element('li', {}, failureText(strings, error)));
      if (!(error instanceof StaffFailure)) throw error;
    }
  }

  /** @param {import('../desk_wire').Preview} preview */
  #draw({blocks, diagnostics}) {
    const {strings} = this.#context;
    const surroundings = {
      base: location.origin, tableLabel: strings.text('editor.table'), openArticle,
    };
    this.#blocks.replaceChildren(blocks.length > 0
      ? drawBlocks(blocks, surroundings)
      : element('p', {class: 'hint'}, strings.text('editor.preview.empty')));
    this.#problems.replaceChildren(...diagnostics.map((diagnostic) => element('li', {},
      strings.text('editor.problem', {line: diagnostic.line, text: diagnosticText(strings, diagnostic)}))));
  }
}

/**
 * Articles open in a tab of their own, so that the text stays in front of whoever writes it.
 *
 * @param {string} id
 */
export function openArticle(id) {
  window.open(pageAddress('articles', {read: id}), '_blank', 'noopener');
}

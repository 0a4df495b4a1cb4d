// The fields of an article.
import {appendAll, button, element} from '../../shared/dom.js';
import {labelled} from '../parts/form_dialog.js';
import {hasTerm} from '../parts/plain_words.js';
import {KINDS, LANGS} from './fields.js';
import {continueLists, drawTools} from './markdown_tools.js';

/** @typedef {import('./fields.js').Fields} Fields */

const LONGEST_TITLE = 200;
const LONGEST_QUESTION = 300;

/**
 * @typedef {object} FormParts
 * @property {string[]} modules that there are already
 * @property {string[]} terms words that people use
 * @property {() => void} changed
 */

export class EditorForm {
  #strings;
  #title = element('input', {name: 'title', maxlength: LONGEST_TITLE, autocomplete: 'off', required: true});
  #module = element('input', {
    name: 'module', list: 'editor-modules', maxlength: LONGEST_TITLE, autocomplete: 'off', required: true,
  });
  #kind = element('select', {name: 'kind'});
  #lang = element('select', {name: 'lang'});
  #text = element('textarea', {name: 'markdown', rows: 16, required: true});
  #questions = element('ul', {class: 'questions'});
  #terms = element('ul', {class: 'terms'});
  #changed;

  /**
   * @param {import('../page').Context} context
   * @param {FormParts} parts
   */
  constructor({strings}, {modules, terms, changed}) {
    this.#strings = strings;
    this.#changed = changed;
    appendAll(this.#kind, KINDS.map((value) => element('option', {value}, strings.text(`editor.kind.${value}`))));
    appendAll(this.#lang, LANGS.map((value) => element('option', {value}, strings.text(`editor.lang.${value}`))));
    appendAll(this.#terms, terms.map((term) => element('li', {'data-term': term}, term)));
    this.#text.placeholder = strings.text('editor.text.sample');
    this.node = element('div', {class: 'editor-fields'},
      labelled('editor-title', strings.text('editor.title'), this.#title, strings.text('editor.title.hint')),
      element('div', {class: 'editor-row'},
        labelled('editor-module', strings.text('editor.module'), this.#module),
        element('datalist', {id: 'editor-modules'}, ...modules.map((value) => element('option', {value}))),
        labelled('editor-kind', strings.text('editor.kind'), this.#kind),
        labelled('editor-lang', strings.text('editor.lang'), this.#lang)),
      this.#textField(terms.length > 0),
      this.#questionFields());
    this.node.addEventListener('input', () => this.#noteChange());
  }

  /** @param {boolean} hasTerms */
  #textField(hasTerms) {
    const strings = this.#strings;
    const hint = strings.text('editor.text.hint');
    const field = labelled('editor-markdown', strings.text('editor.text'), this.#text, hint);
    field.insertBefore(drawTools(this.#text, strings), this.#text);
    continueLists(this.#text);
    if (hasTerms) field.append(element('div', {class: 'used-terms'},
      element('p', {class: 'hint'}, strings.text('editor.terms')), this.#terms));
    return field;
  }

  #questionFields() {
    const strings = this.#strings;
    return element('fieldset', {class: 'field'},
      element('legend', {}, strings.text('editor.questions')),
      element('p', {class: 'hint'}, strings.text('editor.questions.hint')),
      this.#questions,
      element('p', {}, button({'class': 'button', 'data-action': 'add'}, () => {
        const row = this.#question('');
        this.#questions.append(row);
        row.querySelector('input')?.focus();
      }, strings.text('editor.questions.add'))));
  }

  /** @param {string} value */
  #question(value) {
    const strings = this.#strings;
    const input = element('input', {
      value, 'maxlength': LONGEST_QUESTION, 'autocomplete': 'off', 'aria-label': strings.text('editor.question'),
    });
    const remove = button({class: 'button quiet'}, () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      const focused = next?.querySelector('input') ?? this.node.querySelector('[data-action=add]');
      /** @type {HTMLElement | null} */ (focused)?.focus();
      this.#noteChange();
    }, strings.text('editor.questions.remove'), element('span', {class: 'unseen'}, ` ${value}`));
    const row = element('li', {}, input, remove);
    return row;
  }

  #noteChange() {
    this.#markTerms();
    this.#changed();
  }

  /** Those that the article has already are ticked off. */
  #markTerms() {
    const {title, markdown} = this.fields();
    for (const item of this.#terms.children) {
      const term = /** @type {HTMLElement} */ (item).dataset.term ?? '';
      item.toggleAttribute('data-used', hasTerm(`${title}\n${markdown}`, term));
    }
  }

  /** @returns {Fields} */
  fields() {
    const questions = [...this.#questions.querySelectorAll('input')].map(({value}) => value.trim()).filter(Boolean);
    return {
      title: this.#title.value.trim(), module: this.#module.value.trim(), kind: this.#kind.value,
      lang: this.#lang.value, markdown: this.#text.value, questions,
    };
  }

  /** @param {Fields} fields */
  fill({title, module, kind, lang, markdown, questions}) {
    this.#title.value = title;
    this.#module.value = module;
    choose(this.#kind, kind);
    choose(this.#lang, lang);
    this.#text.value = markdown;
    this.#questions.replaceChildren(...questions.map((question) => this.#question(question)));
    this.#markTerms();
  }

  /** @param {string} name of the field that is wrong; any other: none is */
  mark(name) {
    for (const field of this.#named()) {
      if (field.name === name) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
  }

  /** @param {string} name */
  focus(name) {
    this.#named().find((field) => field.name === name)?.focus();
  }

  #named() {
    return [this.#title, this.#module, this.#kind, this.#lang, this.#text];
  }
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} value one that it does not have is added: an article keeps what it was given elsewhere
 */
function choose(select, value) {
  if (![...select.options].some((option) => option.value === value)) select.append(element('option', {value}, value));
  Object.assign(select, {value});
}

// Writing an article: what it says, how it will look, and what comes after it is saved. What is typed is kept in the
// browser until then.
import {appendAll, button, element} from '../../shared/dom.js';
import {confirm} from '../dialogs.js';
import {emptyState, load, pageHead, whilePressed} from '../page_frame.js';
import {isEditable, offNotice, savedNotice} from '../parts/editing.js';
import {pageAddress} from '../router.js';
import {StaffFailure} from '../staff_wire.js';
import {EditorForm} from './editor_form.js';
import {emptyFields, missingFields, sameFields} from './fields.js';
import {KeptText} from './kept_text.js';
import {Preview} from './preview.js';

/** @typedef {import('../page').Context} Context */
/** @typedef {import('./fields.js').Fields} Fields */

/**
 * @typedef {object} Beginning
 * @property {Fields} fields
 * @property {{id: string, revision: string}} [article] that is changed, as it was read; absent: a new one
 * @property {string[]} [terms] words that people use for it
 * @property {string} [asked] a question to try once it is published
 * @property {string[]} [f1] screens that it is to be the topic of, "app:SCREEN"
 */

/**
 * @typedef {object} Writing
 * @property {string} place what is written, for the text that is kept
 * @property {string} title
 * @property {{path: string, label: string, query?: Record<string, string>}} back
 * @property {(signal: AbortSignal) => Promise<Beginning | null>} begin null: there is no such thing any more
 */

/**
 * @param {HTMLElement} host
 * @param {Context} context
 * @param {Writing} writing
 */
export function showEditor(host, context, writing) {
  const {strings} = context;
  const body = element('div', {class: 'editor-page'});
  const {path, query, label} = writing.back;
  host.append(
    element('p', {class: 'way-back'}, element('a', {href: pageAddress(path, query)}, `← ${label}`)),
    pageHead(writing.title), body);
  load(body, context,
    (signal) => begin(context, writing, signal),
    ({beginning, modules, editable}) => {
      if (!editable) return [offNotice(context)];
      const kept = new KeptText(context.person.name, writing.place);
      // Nothing is there to begin with, but what was typed before is not lost for it.
      const start = beginning ?? (kept.read() && {fields: emptyFields()});
      if (!start) return [emptyState(strings.text('editor.missing'), strings.text('editor.missing.text'))];
      return [new Editor(context, {writing, beginning: start, modules, kept}).node];
    });
}

/**
 * @param {Context} context
 * @param {Writing} writing
 * @param {AbortSignal} signal
 */
async function begin({api}, writing, signal) {
  const [beginning, {articles}, editable] = await Promise.all([
    writing.begin(signal).catch(orNull), api.get('articles', {}, signal), isEditable(api, signal),
  ]);
  const modules = [...new Set(articles.map((/** @type {{module: string}} */ {module}) => module))].filter(Boolean);
  return {beginning, modules: modules.sort(), editable};
}

/** @param {unknown} error */
function orNull(error) {
  if (error instanceof StaffFailure && error.kind === 'missing') return null;
  throw error;
}

class Editor {
  #context;
  #writing;
  #beginning;
  #kept;
  #form;
  #preview;
  #said = element('p', {class: 'field-error', role: 'alert'});
  #keptNotice = element('p', {class: 'hint', role: 'status'});
  #save;

  /**
   * @param {Context} context
   * @param {object} parts
   * @param {Writing} parts.writing
   * @param {Beginning} parts.beginning
   * @param {string[]} parts.modules
   * @param {KeptText} parts.kept
   */
  constructor(context, {writing, beginning, modules, kept}) {
    const {strings, formats} = context;
    this.#context = context;
    this.#writing = writing;
    this.#beginning = beginning;
    this.#kept = kept;
    const unsaved = kept.read();
    this.#form = new EditorForm(context, {modules, terms: beginning.terms ?? [], changed: () => this.#changed()});
    this.#form.fill(unsaved?.fields ?? beginning.fields);
    this.#preview = new Preview(context);
    this.#save = element('button', {'class': 'button primary', 'data-action': 'save'}, strings.text('editor.save'));
    const form = element('form', {class: 'editor', novalidate: true},
      unsaved && this.#restored(formats.moment(unsaved.at)),
      element('div', {class: 'editor-parts'}, this.#form.node, this.#preview.node),
      this.#said,
      element('div', {class: 'editor-end'}, this.#save, this.#keptNotice));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.node = element('div', {}, form);
    this.#preview.show(this.#form.fields());
  }

  /** @param {string} at */
  #restored(at) {
    const {strings} = this.#context;
    const notice = element('div', {class: 'note', role: 'status'},
      element('p', {}, strings.text('editor.restored', {at})),
      button({'class': 'button', 'data-action': 'drop'}, async () => {
        const question = {
          title: strings.text('editor.drop'), text: strings.text('editor.drop.text'), yes: strings.text('editor.drop'),
        };
        if (!await confirm(strings, question)) return;
        this.#kept.forget();
        this.#form.fill(this.#beginning.fields);
        this.#preview.show(this.#form.fields());
        notice.remove();
        this.#form.focus('title');
      }, strings.text('editor.drop')));
    return notice;
  }

  #changed() {
    const {strings} = this.#context;
    const fields = this.#form.fields();
    const isSame = sameFields(fields, this.#beginning.fields);
    if (isSame) this.#kept.forget();
    else this.#kept.write(fields);
    this.#keptNotice.textContent = isSame ? '' : strings.text('editor.kept');
    this.#preview.show(fields);
  }

  #submit() {
    const {strings, api} = this.#context;
    const fields = this.#form.fields();
    const [missing] = missingFields(fields);
    this.#form.mark(missing ?? '');
    if (missing) {
      this.#said.textContent = strings.text(`editor.missing.${missing}`);
      this.#form.focus(missing);
      return;
    }
    whilePressed(this.#save, this.#said, this.#context, async () => {
      try {
        const {article, f1} = this.#beginning;
        await api.post('edits/article', {...fields, ...article, ...(f1 ? {f1} : {})});
      } catch (error) {
        if (error instanceof StaffFailure && error.field) this.#form.mark(error.field);
        throw error;
      }
      this.#kept.forget();
      this.#drawSaved(fields);
    });
  }

  /** @param {Fields} fields */
  #drawSaved({title, questions}) {
    const {strings} = this.#context;
    const {back} = this.#writing;
    const asked = this.#beginning.asked ?? questions[0] ?? title;
    const notice = savedNotice(this.#context, strings.text('editor.saved', {title}), asked);
    this.node.replaceChildren();
    appendAll(this.node, [notice,
      element('p', {}, element('a', {href: pageAddress(back.path, back.query)}, back.label))]);
    notice.querySelector('a')?.focus();
  }
}

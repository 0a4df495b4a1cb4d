// Asks which word means what another one does.
import {element} from '../../shared/dom.js';
import {LANGS} from '../editor/fields.js';
import {labelled, openFormDialog} from '../parts/form_dialog.js';

/**
 * @param {import('../page').Context} context
 * @param {import('../desk_wire').Gap} gap
 * @param {(word: string, means: string) => void} saved
 */
export function askSynonym(context, gap, saved) {
  const {strings, api} = context;
  const known = element('datalist', {id: 'synonym-terms'},
    ...gap.terms.map((term) => element('option', {value: term})));
  const word = element('input', {list: known.id, autocomplete: 'off', maxlength: 100, autofocus: true});
  const means = element('input', {autocomplete: 'off', maxlength: 100});
  const lang = element('select', {}, ...LANGS.map((each) =>
    element('option', {value: each, selected: each === gap.examples[0]?.lang}, strings.text(`editor.lang.${each}`))));
  openFormDialog(context, {
    title: strings.text('gaps.synonym.title'),
    lead: strings.text('gaps.synonym.lead'),
    fields: [
      labelled('synonym-word', strings.text('gaps.synonym.word'), word), known,
      labelled('synonym-means', strings.text('gaps.synonym.means'), means, strings.text('gaps.synonym.means.hint')),
      labelled('synonym-lang', strings.text('editor.lang'), lang),
    ],
    submit: strings.text('gaps.synonym.save'),
    check: () => {
      const missing = [word, means].find(({value}) => !value.trim());
      missing?.focus();
      return missing ? strings.text('gaps.synonym.missing') : '';
    },
    save: async () => {
      const asked = {word: word.value.trim(), means: means.value.trim()};
      await api.post('edits/synonym', {...asked, lang: lang.value});
      saved(asked.word, asked.means);
    },
  });
}

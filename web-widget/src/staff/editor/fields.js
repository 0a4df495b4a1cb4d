// What the editor of an article holds, and what it begins with. Pure.

/**
 * @typedef {object} Fields
 * @property {string} title
 * @property {string} module
 * @property {string} kind
 * @property {string} lang
 * @property {string} markdown
 * @property {string[]} questions other ways to ask for it
 */

/** Kinds that staff write; the others come with the publisher's own texts. */
export const KINDS = ['tip', 'guide', 'f1', 'policy', 'legislation', 'release', 'newsletter', 'stub'];
export const LANGS = /** @type {const} */ (['sl', 'en', 'hr']);

const MOST_QUESTIONS = 12;
/** Stands in place of personal data that was taken out, so the question is not one that somebody asks. */
const REMOVED = /\[[^\]]*\]/u;

/** @returns {Fields} */
export function emptyFields() {
  return {title: '', module: '', kind: 'tip', lang: 'sl', markdown: '', questions: []};
}

/**
 * @param {import('../desk_wire').Gap} gap
 * @returns {Fields} all that its questions tell; the text itself is for a person to write
 */
export function fieldsOfGap(gap) {
  const lang = usualLang(gap.examples.map((example) => example.lang));
  return {
    ...emptyFields(), title: asTitle(gap.title), module: gap.module, lang,
    questions: ownQuestions(gap.examples.map(({text}) => text)),
  };
}

/**
 * @param {import('../desk_wire').StaffScreen} screen
 * @returns {Fields}
 */
export function fieldsOfScreen({title, module}) {
  return {...emptyFields(), title, module, kind: 'f1'};
}

/**
 * @param {string[]} texts
 * @returns {string[]} each once, however it is spaced or capitalised, without those that personal data was taken from
 */
export function ownQuestions(texts) {
  const seen = new Map();
  for (const text of texts.map((each) => each.replace(/\s+/gu, ' ').trim())) {
    const key = text.toLowerCase().replace(/[?!.]+$/u, '');
    if (key && !REMOVED.test(text) && !seen.has(key)) seen.set(key, text);
  }
  return [...seen.values()].slice(0, MOST_QUESTIONS);
}

/** @param {string} question */
function asTitle(question) {
  const text = question.replace(/\s+/gu, ' ').trim().replace(/[?!.]+$/u, '');
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

/** @param {string[]} langs */
function usualLang(langs) {
  const count = (/** @type {string} */ lang) => langs.filter((each) => each === lang).length;
  return [...LANGS].sort((a, b) => count(b) - count(a))[0];
}

/**
 * @param {Fields} fields
 * @returns {(keyof Fields)[]} those that must not be empty and are, from top to bottom
 */
export function missingFields(fields) {
  return /** @type {const} */ (['title', 'module', 'markdown']).filter((name) => !fields[name].trim());
}

/**
 * @param {Fields} a
 * @param {Fields} b
 */
export function sameFields(a, b) {
  return /** @type {const} */ (['title', 'module', 'kind', 'lang', 'markdown']).every((name) => a[name] === b[name]) &&
    a.questions.join('\n') === b.questions.join('\n');
}

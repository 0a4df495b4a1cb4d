// Texts of the interface in the person's language.

/** @typedef {Record<string, string | string[] | Record<string, string>>} Table one file of strings/ */

/**
 * The first of `wanted` that there is a table for ("sl-SI" is served by "sl"; Serbian and Bosnian by
 * Croatian), else Slovene.
 *
 * @param {(string | null | undefined)[]} wanted best first
 * @returns {'sl' | 'en' | 'hr'}
 */
export function chooseLanguage(wanted) {
  for (const tag of wanted) {
    const language = (tag ?? '').toLowerCase().split('-')[0];
    if (language === 'sl' || language === 'en' || language === 'hr') return language;
    if (language === 'sr' || language === 'bs' || language === 'sh') return 'hr';
  }
  return 'sl';
}

/** What each language calls itself. */
export const languageNames = /** @type {const} */ ({sl: 'Slovenščina', en: 'English', hr: 'Hrvatski'});

export class Strings {
  #table;
  #plurals;
  #dates;

  /**
   * @param {'sl' | 'en' | 'hr'} lang
   * @param {Table} table
   */
  constructor(lang, table) {
    this.lang = lang;
    this.#table = table;
    this.#plurals = new Intl.PluralRules(lang);
    // British English, because Americans would read 3/4 the other way round.
    this.#dates = lang === 'en'
      ? new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'})
      : new Intl.DateTimeFormat(lang, {timeZone: 'UTC'});
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values] put in place of {name}; `n` chooses the plural form
   * @returns {string} the key itself when there is no such text
   */
  text(key, values = {}) {
    const entry = this.#table[key];
    if (entry === undefined || Array.isArray(entry)) return key;
    const form = typeof entry === 'string'
      ? entry
      : entry[this.#plurals.select(Number(values.n))] ?? entry.other;
    return form.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  }

  /**
   * @param {string} key
   * @returns {string[]} empty when there is no such list
   */
  list(key) {
    const entry = this.#table[key];
    return Array.isArray(entry) ? entry : [];
  }

  /**
   * @param {string} key of a group of names, such as "kind"
   * @param {string} name
   * @returns {string} `name` itself when the group does not have it
   */
  name(key, name) {
    const text = this.text(`${key}.${name}`);
    return text === `${key}.${name}` ? name : text;
  }

  /**
   * @param {string} day YYYY-MM-DD
   * @returns {string} "22. 11. 2026"; `day` itself when it is no date
   */
  date(day) {
    const instant = new Date(`${day}T00:00:00Z`);
    return Number.isNaN(instant.getTime()) ? day : this.#dates.format(instant);
  }
}

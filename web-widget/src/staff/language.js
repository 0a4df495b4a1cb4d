// The language of the desk: the one that was picked in this browser, else the browser's own.
import {chooseLanguage} from '../shared/strings.js';

const ENTRY = 'pomocnik.staff.language';

/** @typedef {'sl' | 'en' | 'hr'} Language */

export class LanguageChoice {
  /** @type {(lang: Language) => void} called after another one was picked */
  changed = () => {};

  constructor() {
    this.lang = chooseLanguage([kept(), ...navigator.languages]);
  }

  /** @param {string} wanted */
  choose(wanted) {
    this.lang = chooseLanguage([wanted]);
    try {
      localStorage.setItem(ENTRY, this.lang);
    } catch {
      // Denied: it holds until the desk is left.
    }
    this.changed(this.lang);
  }
}

function kept() {
  try {
    return localStorage.getItem(ENTRY);
  } catch {
    return null;
  }
}

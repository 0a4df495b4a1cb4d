// The sample messages that the server's tests use, too.
import {readFileSync} from 'node:fs';

/** @param {string} name of a file in tests/bot/http/golden, without .json */
export function golden(name) {
  return JSON.parse(readFileSync(new URL(`../../../tests/bot/http/golden/${name}.json`, import.meta.url), 'utf8'));
}

/**
 * @param {'sl' | 'en' | 'hr'} lang
 * @param {'' | 'staff/'} [part] whose texts: the widget's or the staff desk's
 */
export function stringTable(lang, part = '') {
  return JSON.parse(readFileSync(new URL(`../../strings/${part}${lang}.json`, import.meta.url), 'utf8'));
}

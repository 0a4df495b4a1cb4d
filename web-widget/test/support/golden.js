// The sample messages that the server's tests use, too.
import {readFileSync} from 'node:fs';

/** @param {string} name of a file in tests/bot/http/golden, without .json */
export function golden(name) {
  return JSON.parse(readFileSync(new URL(`../../../tests/bot/http/golden/${name}.json`, import.meta.url), 'utf8'));
}

/** @param {'sl' | 'en' | 'hr'} lang */
export function stringTable(lang) {
  return JSON.parse(readFileSync(new URL(`../../strings/${lang}.json`, import.meta.url), 'utf8'));
}

// The stretches of days that one may choose, and how an address names them.
import {daysBack, isDay} from '../days.js';

/** @typedef {{from: string, to: string}} Period both days are part of it */
/** @typedef {'7' | '30' | '90' | 'month' | 'last_month' | 'year' | 'own'} PeriodKind */

/** @type {readonly PeriodKind[]} */
export const periodKinds = (['7', '30', '90', 'month', 'last_month', 'year', 'own']);

/**
 * @param {Exclude<PeriodKind, 'own'>} kind
 * @param {string} today
 * @returns {Period} up to today, but for the last month
 */
export function periodOf(kind, today) {
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  switch (kind) {
    case 'month':
      return {from: firstOfMonth, to: today};
    case 'last_month': {
      const to = daysBack(firstOfMonth, 1);
      return {from: `${to.slice(0, 7)}-01`, to};
    }
    case 'year':
      return {from: `${today.slice(0, 4)}-01-01`, to: today};
    default:
      return {from: daysBack(today, Number(kind) - 1), to: today};
  }
}

/**
 * @param {URLSearchParams} query
 * @param {string} today
 * @returns {Period & {kind: PeriodKind}} the last 30 days where the address names none
 */
export function readPeriod(query, today) {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  if (isDay(from) && isDay(to) && from <= to) return {kind: 'own', from, to};
  const named = query.get('period') ?? '';
  const kind = periodKinds.find((known) => known === named && known !== 'own') ?? '30';
  return {kind, ...periodOf(/** @type {Exclude<PeriodKind, 'own'>} */ (kind), today)};
}

/**
 * @param {Period & {kind: PeriodKind}} period
 * @returns {Record<string, string>} what readPeriod() reads; a period that ends today stays one
 */
export function writePeriod({kind, from, to}) {
  return kind === 'own' ? {from, to} : {period: kind};
}

// Days as YYYY-MM-DD, by the calendar in Slovenia.

const here = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Ljubljana', year: 'numeric', month: '2-digit', day: '2-digit',
});

/**
 * @param {Date} instant
 * @returns {string}
 */
export function localDay(instant) {
  return here.format(instant);
}

/**
 * @param {string} day
 * @param {number} count
 * @returns {string} the day so many days before; after, where it is negative
 */
export function daysBack(day, count) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - count);
  return date.toISOString().slice(0, 10);
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {number} of days, both counted
 */
export function daysBetween(from, to) {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86400000 + 1;
}

/** @param {string} text */
export function isDay(text) {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

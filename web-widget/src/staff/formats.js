// Figures and times as the person's language writes them.

/** The office that reads them. */
const ZONE = 'Europe/Ljubljana';

export class Formats {
  #whole;
  #decimal;
  #share;
  #change;
  #points;
  #money;
  #day;
  #shortDay;
  #moment;

  /** @param {'sl' | 'en' | 'hr'} lang */
  constructor(lang) {
    // British English, because Americans would read 3/4 the other way round.
    const locale = lang === 'en' ? 'en-GB' : lang;
    const month = lang === 'en' ? 'short' : 'numeric';
    this.#whole = new Intl.NumberFormat(locale, {maximumFractionDigits: 0});
    this.#decimal = new Intl.NumberFormat(locale, {maximumFractionDigits: 2});
    this.#change = new Intl.NumberFormat(locale, {
      style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero',
    });
    const tenths = {minimumFractionDigits: 1, maximumFractionDigits: 1};
    this.#share = new Intl.NumberFormat(locale, {style: 'percent', ...tenths});
    this.#points = new Intl.NumberFormat(locale, {...tenths, signDisplay: 'exceptZero'});
    this.#money = new Intl.NumberFormat(locale, {style: 'currency', currency: 'EUR', maximumFractionDigits: 0});
    this.#day = new Intl.DateTimeFormat(locale, {day: 'numeric', month, year: 'numeric', timeZone: 'UTC'});
    this.#shortDay = new Intl.DateTimeFormat(locale, {day: 'numeric', month, timeZone: 'UTC'});
    this.#moment = new Intl.DateTimeFormat(locale, {
      day: 'numeric', month, year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: ZONE,
    });
  }

  /** @param {number} number 12345 → "12.345" */
  count(number) {
    return this.#whole.format(number);
  }

  /** @param {number} number with what is behind its comma, where there is something: 12.5 → "12,5" */
  decimal(number) {
    return this.#decimal.format(number);
  }

  /** @param {number} change by its share: 0.12 → "+12 %" */
  change(change) {
    return this.#change.format(change);
  }

  /** @param {number | null} share 0.4237 → "42,4 %"; null: of nothing */
  share(share) {
    return share === null || !Number.isFinite(share) ? '–' : this.#share.format(share);
  }

  /** @param {number} difference of two shares, in percentage points: 0.021 → "+2,1" */
  points(difference) {
    return this.#points.format(difference * 100);
  }

  /** @param {number} amount */
  euros(amount) {
    return this.#money.format(amount);
  }

  /** @param {string} day YYYY-MM-DD; what is no date is given back as it is */
  day(day) {
    return format(this.#day, `${day}T00:00:00Z`, day);
  }

  /** @param {string} day YYYY-MM-DD, without its year */
  shortDay(day) {
    return format(this.#shortDay, `${day}T00:00:00Z`, day);
  }

  /** @param {string | number} instant RFC 3339 or milliseconds; shown by the clock in Slovenia */
  moment(instant) {
    return format(this.#moment, instant, String(instant));
  }
}

/**
 * @param {Intl.DateTimeFormat} style
 * @param {string | number} instant
 * @param {string} otherwise
 */
function format(style, instant, otherwise) {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? otherwise : style.format(date);
}

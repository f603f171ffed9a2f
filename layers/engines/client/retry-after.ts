const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY_MS = 86_400_000;

const TIME = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)';
const SHORT_DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const LONG_DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

/** The three forms of RFC 9110, section 5.6.7; the last two are obsolete and must still be understood. */
const FORMS = [
  new RegExp(`^${SHORT_DAY}, (?<day>\\d\\d) (?<month>[A-Z][a-z]{2}) (?<year>\\d{4}) ${TIME} GMT$`, 'u'),
  new RegExp(`^${LONG_DAY}, (?<day>\\d\\d)-(?<month>[A-Z][a-z]{2})-(?<year>\\d\\d) ${TIME} GMT$`, 'u'),
  new RegExp(`^${SHORT_DAY} (?<month>[A-Z][a-z]{2}) (?<day>\\d\\d| \\d) ${TIME} (?<year>\\d{4})$`, 'u'),
];

interface Moment {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly msOfDay: number;
}

/**
 * Days from 1970-01-01 to a day of the Gregorian calendar, by counting from a year that begins in March, so that the leap day is the
 * last of it. A day that a month does not have runs over into the next one.
 */
const daysSinceEpoch = (year: number, month: number, day: number): number => {
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  // 719468 days lie between 0000-03-01 and 1970-01-01.
  return shifted * 365 + leapDays + dayOfYear - 719_468;
};

const epochOf = ({ year, month, day, msOfDay }: Moment): number => daysSinceEpoch(year, month, day) * DAY_MS + msOfDay;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** A year of two digits is the latest one that is not more than 50 years ahead (RFC 9110, section 5.6.7). */
const withCentury = (moment: Moment, nowMs: number): Moment => {
  let full = { ...moment, year: moment.year + 1900 };
  while (epochOf({ ...full, year: full.year + 50 }) <= nowMs) full = { ...full, year: full.year + 100 };
  return full;
};

/**
 * Reads an HTTP-date in each of its three forms, letter case as the standard writes it. The name of the week day is not held against the
 * date.
 *
 * @param nowMs epoch milliseconds, which decide the century of a year of two digits
 * @returns epoch milliseconds; undefined when the text is no HTTP-date
 * @see RFC 9110, section 5.6.7
 */
export const parseHttpDate = (text: string, nowMs: number): number | undefined => {
  const parts = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return undefined;
  const [day, hour, minute, second] = [parts['day'], parts['hour'], parts['minute'], parts['second']].map(Number);
  const month = MONTHS.indexOf(parts['month'] ?? '') + 1;
  if (day === undefined || hour === undefined || minute === undefined || second === undefined) return undefined;
  // 60 is a leap second.
  if (month === 0 || hour > 23 || minute > 59 || second > 60) return undefined;
  const written: Moment = {
    year: Number(parts['year']),
    month,
    day,
    msOfDay: ((hour * 60 + minute) * 60 + second) * 1000,
  };
  const moment = parts['year']?.length === 2 ? withCentury(written, nowMs) : written;
  const days = month === 2 && !isLeap(moment.year) ? 28 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return day < 1 || day > days ? undefined : epochOf(moment);
};

/**
 * Milliseconds that a Retry-After header asks to wait.
 *
 * @returns 0 for a date that has passed; infinite for a number too large to hold; undefined for everything that is neither whole seconds
 *   nor an HTTP-date (negative and broken numbers too)
 * @see RFC 9110, section 10.2.3
 */
export const retryAfterMs = (text: string, nowMs: number): number | undefined => {
  const value = text.trim();
  if (/^\d+$/u.test(value)) return Number(value) * 1000;
  const date = parseHttpDate(value, nowMs);
  return date === undefined ? undefined : Math.max(0, date - nowMs);
};

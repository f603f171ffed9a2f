/** Numbers from here on are milliseconds since 1970 (from 1973), below it seconds (up to the year 5138). */
const MILLISECONDS_FROM = 100_000_000_000;

/** RFC 3339, section 5.6; `T` and `Z` in either case, a space for `T` as its note allows. */
const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,12}))?(?:([Zz])|([+-])(\d{2}):(\d{2})))?$/u;

/** RFC 9110, section 5.6.7: the one form of a date that senders of HTTP headers may write. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/u;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Milliseconds, or undefined for days and hours that no calendar has; second 60 is a leap second. */
const utc = ({ year, month, day, hour, minute, second }: Parts): number | undefined => {
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // A day that the month does not have runs over into the next one.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
};

const fromRfc3339 = (match: RegExpExecArray): number | undefined => {
  const number = (at: number): number => Number(match[at] ?? 0);
  const time = utc({
    year: number(1),
    month: number(2),
    day: number(3),
    hour: number(4),
    minute: number(5),
    second: number(6),
  });
  if (time === undefined || number(10) > 23 || number(11) > 59) return undefined;
  const offset = (number(10) * 60 + number(11)) * 60_000 * (match[9] === '-' ? -1 : 1);
  return time + Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000) - offset;
};

const fromHttpDate = (match: RegExpExecArray): number | undefined => {
  const number = (at: number): number => Number(match[at] ?? 0);
  const month = MONTHS.indexOf(match[2] ?? '') + 1;
  if (month === 0) return undefined;
  const [day, year, hour, minute, second] = [number(1), number(3), number(4), number(5), number(6)];
  return utc({ year, month, day, hour, minute, second });
};

/**
 * The moment that an answer's value stands for.
 *
 * @param value an RFC 3339 time with its zone, a date alone (its midnight in UTC), an HTTP date, or a number: seconds since 1970, from
 *        100,000,000,000 on milliseconds
 * @returns milliseconds since 1970; undefined when it is none of these
 */
export const momentMs = (value: unknown): number | undefined => {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    return Math.abs(value) >= MILLISECONDS_FROM ? value : value * 1000;
  }
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const rfc = RFC_3339.exec(value);
  if (rfc !== null) return fromRfc3339(rfc);
  const http = HTTP_DATE.exec(value);
  return http === null ? undefined : fromHttpDate(http);
};

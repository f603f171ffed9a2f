/** Longest duration that is understood: about a hundred years. More than that is a slip of a unit. */
export const DURATION_MS_MAX = 36_525 * 86_400_000;

const MS_OF = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
type Unit = keyof typeof MS_OF;

const SHORT = /^(?:\d{1,15}(?:\.\d{1,6})?(?:ms|[smhdw]))+$/u;
const SHORT_PART = /(\d+(?:\.\d+)?)(ms|[smhdw])/gu;

/** ISO 8601 (RFC 3339, appendix A) without years and months, which have no fixed length; a fraction only where the standard has one: last. */
const ISO =
  /^P(?=[\dT])(?:(\d{1,9})W|(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,12}(?:\.\d{1,6})?)S)?)?)$/u;
const ISO_UNITS: readonly Unit[] = ['w', 'd', 'h', 'm', 's'];

const shortMs = (text: string): number | undefined => {
  const seen = new Set<string>();
  let total = 0;
  for (const [, amount = '', unit = ''] of text.matchAll(SHORT_PART)) {
    // `1h1h` is a slip, not two hours.
    if (seen.has(unit)) return undefined;
    seen.add(unit);
    total += Number(amount) * MS_OF[unit as Unit];
  }
  return total;
};

const isoMs = (match: RegExpExecArray): number =>
  ISO_UNITS.reduce((total, unit, at) => total + Number(match[at + 1] ?? 0) * MS_OF[unit], 0);

const readMs = (text: string): number | undefined => {
  if (text.length > 100) return undefined;
  if (SHORT.test(text)) return shortMs(text);
  const iso = ISO.exec(text);
  return iso === null ? undefined : isoMs(iso);
};

/**
 * Milliseconds of a duration such as `500ms`, `90s`, `15m`, `24h`, `7d`, `2w`, `1h30m` or, in ISO 8601, `PT1H` and `P1DT12H`.
 *
 * @returns 0 to DURATION_MS_MAX, rounded to whole milliseconds; undefined for what `durationProblem` refuses
 */
export const durationMs = (text: string): number | undefined => {
  const ms = readMs(text);
  return ms === undefined || ms > DURATION_MS_MAX ? undefined : Math.round(ms);
};

/** Why a text is no duration, or undefined when it is one. */
export const durationProblem = (text: string): string | undefined => {
  const ms = readMs(text);
  const got = JSON.stringify(text.length <= 60 ? text : `${text.slice(0, 60)}…`);
  if (ms === undefined) {
    const calendar = /^P[\d.]*[YM]|^P.*[YM].*(?:T|$)/u.test(text) && !/^PT/u.test(text);
    const why = calendar ? '; years and months have no fixed length' : '';
    return `expected a duration such as 500ms, 90s, 15m, 24h, 7d or PT1H, got ${got}${why}`;
  }
  return ms > DURATION_MS_MAX ? `expected a duration of at most 36525d (100 years), got ${got}` : undefined;
};

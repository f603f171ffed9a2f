/** Findings that somebody accepted for a time (C7: a suppression expires and needs approval). */
import type { Finding } from '#core/finding';

export interface Suppression {
  /** Of the finding; or `check`, with the operation where it holds for one only. */
  readonly fingerprint?: string;
  readonly check?: string;
  /** `GET /orders/{id}` as the finding has it. */
  readonly operation?: string;
  readonly reason: string;
  /** Last day that it holds, `2027-03-31`, to its end in UTC; or a moment. */
  readonly expires: string;
  readonly approver: string;
}

/** Longest time that a suppression may hold from now on: what nobody looked at for a year is no decision any more. */
export const SUPPRESSION_DAYS_MAX = 366;
const DAY_MS = 86_400_000;
const REASON_CHARACTERS_MIN = 10;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;

/** @returns milliseconds since 1970 up to which it holds; undefined where that is no date */
export const endOfSuppression = (expires: string): number | undefined => {
  if (!MOMENT.test(expires)) return undefined;
  const at = Date.parse(expires);
  if (Number.isNaN(at)) return undefined;
  // Date.parse takes 2027-02-31 for a day of March.
  if (!new Date(Date.parse(expires.slice(0, 10))).toISOString().startsWith(expires.slice(0, 10))) return undefined;
  return expires.length === 10 ? at + DAY_MS : at;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const shown = (value: unknown): string => (value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing'));

/** @returns why it is no suppression, or undefined; an expired one is one */
export const suppressionProblem = (suppression: Partial<Suppression>, nowMs: number): string | undefined => {
  const { fingerprint, check, operation, reason, expires, approver } = suppression;
  if ((fingerprint === undefined) === (check === undefined))
    return (
      'expected a suppression to name either a fingerprint or a check, got ' +
      (check === undefined ? 'neither' : 'both')
    );
  if (fingerprint !== undefined && !/^[0-9a-f]{32}$/u.test(fingerprint))
    return `expected a fingerprint of 32 hex digits, got ${shown(fingerprint)}`;
  if (fingerprint !== undefined && operation !== undefined)
    return 'expected an operation only beside a check: a fingerprint names it already';
  if (textOf(reason).length < REASON_CHARACTERS_MIN)
    return `expected a reason of at least ${String(REASON_CHARACTERS_MIN)} characters, got ${shown(reason)}`;
  if (textOf(approver) === '') return `expected an approver, got ${shown(approver)}`;
  const end = endOfSuppression(textOf(expires));
  if (end === undefined) return `expected expires to be a day (2027-03-31) or a moment, got ${shown(expires)}`;
  if (end > nowMs + SUPPRESSION_DAYS_MAX * DAY_MS)
    return `expected expires within ${String(SUPPRESSION_DAYS_MAX)} days, got ${shown(expires)}`;
  return undefined;
};

const matches = (suppression: Suppression, finding: Finding): boolean =>
  suppression.fingerprint === undefined
    ? suppression.check === finding.check &&
      (suppression.operation === undefined || suppression.operation === finding.operation)
    : suppression.fingerprint === finding.fingerprint;

const subjectOf = ({ fingerprint, check, operation }: Partial<Suppression>): string =>
  fingerprint ?? `${check ?? '?'}${operation === undefined ? '' : ` of ${operation}`}`;

export interface Suppressed {
  readonly findings: readonly Finding[];
  /** Refused, expired and unused suppressions, in words. */
  readonly warnings: readonly string[];
}

/**
 * Marks findings that a suppression in force covers. What is refused or has expired suppresses nothing and is told.
 *
 * @param nowMs milliseconds since 1970
 */
export const suppressFindings = (
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  nowMs: number,
): Suppressed => {
  const warnings: string[] = [];
  const inForce = suppressions.filter((suppression) => {
    const problem = suppressionProblem(suppression, nowMs);
    if (problem !== undefined) warnings.push(`suppression of ${subjectOf(suppression)} refused: ${problem}`);
    else if ((endOfSuppression(suppression.expires) ?? 0) <= nowMs)
      warnings.push(`suppression of ${subjectOf(suppression)} expired ${suppression.expires}: it holds no longer`);
    else return true;
    return false;
  });
  const used = new Set<Suppression>();
  const marked = findings.map((finding) => {
    const found = inForce.find((suppression) => matches(suppression, finding));
    if (found === undefined) return finding;
    used.add(found);
    const { reason, expires: until, approver } = found;
    return { ...finding, suppressed: { reason, until, approver } };
  });
  for (const suppression of inForce)
    if (!used.has(suppression))
      warnings.push(`suppression of ${subjectOf(suppression)} matched no finding of this run`);
  return { findings: marked, warnings };
};

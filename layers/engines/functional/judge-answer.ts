import type { CaseWarning, TryFailure } from '#core/case-result';
import { sentenceOf } from '#core/case-summary';
import type { Capture, Check } from '#core/suite';
import type { SubstituteOptions } from '#core/template';
import type { Json } from '#core/units';
import type { Answer } from '#engines/functional/answer';
import { captureValue } from '#engines/functional/captures';
import { evaluateCheck } from '#engines/functional/checks';
import type { JudgedCheck } from '#engines/functional/checks';

/** What was expected of an answer and what is taken from it. */
export interface Expectations {
  readonly checks?: readonly Check[];
  readonly captures?: { readonly [variable: string]: Capture };
}

export interface Judgement {
  readonly checks: readonly JudgedCheck[];
  readonly values: ReadonlyMap<string, Json>;
  readonly failure?: TryFailure;
  readonly warnings: readonly CaseWarning[];
}

const captureAll = (
  captures: Expectations['captures'],
  answer: Answer,
): { values: Map<string, Json>; problems: string[] } => {
  const values = new Map<string, Json>();
  const problems: string[] = [];
  for (const [name, capture] of Object.entries(captures ?? {})) {
    const captured = captureValue(capture, answer);
    if ('value' in captured) values.set(name, captured.value);
    else problems.push(`"${name}" could not be captured: ${captured.problem}`);
  }
  return { values, problems };
};

const failureOf = (checks: readonly JudgedCheck[], captureProblems: readonly string[]): TryFailure | undefined => {
  const failed = checks.filter((check) => !check.passed && check.warn !== true);
  const [first] = failed;
  if (first !== undefined) {
    const others = failed.length > 1 ? ` (and ${String(failed.length - 1)} more)` : '';
    const type = failed.find((check) => check.failureType !== undefined)?.failureType ?? 'assertion';
    return { type, phase: 'check', message: `${sentenceOf(first)}${others}` };
  }
  return captureProblems.length === 0
    ? undefined
    : { type: 'assertion', phase: 'capture', message: captureProblems.join('; ') };
};

/** Captures first, so that expected values can use them; then every check, also after one that failed. */
export const judgeAnswer = (
  { checks: expected, captures }: Expectations,
  answer: Answer,
  options: SubstituteOptions,
  nowMs: number,
): Judgement => {
  const { values, problems } = captureAll(captures, answer);
  const withCaptured: SubstituteOptions = { ...options, lookup: (name) => values.get(name) ?? options.lookup(name) };
  const checks = (expected ?? []).flatMap((check) => evaluateCheck(check, answer, { ...withCaptured, nowMs }));
  const failure = failureOf(checks, problems);
  const warnings = checks
    .filter((check) => check.warn === true && !check.passed)
    .map((check) => ({ kind: 'check', message: sentenceOf(check) }));
  return { checks, values, warnings, ...(failure === undefined ? {} : { failure }) };
};

import type { CaseWarning, TryFailure } from '#core/case-result';
import { sentenceOf } from '#core/case-summary';
import type { Capture, Check, CreatedResource } from '#core/suite';
import { findVariables } from '#core/template';
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
  /** How what was made is removed. Where nothing was made, what only this needs may be missing. */
  readonly creates?: readonly CreatedResource[];
}

export interface Judgement {
  readonly checks: readonly JudgedCheck[];
  readonly values: ReadonlyMap<string, Json>;
  readonly failure?: TryFailure;
  readonly warnings: readonly CaseWarning[];
}

/** Variables that say what is to be removed: an answer that made nothing has none. */
const namesOfMade = (creates: Expectations['creates'], { status }: Answer): ReadonlySet<string> =>
  creates === undefined || (status >= 200 && status <= 299)
    ? new Set()
    : new Set(findVariables(creates as unknown as Json).uses.map(({ name }) => name));

const captureAll = (
  { captures, creates }: Expectations,
  answer: Answer,
): { values: Map<string, Json>; problems: string[] } => {
  const values = new Map<string, Json>();
  const problems = new Map<string, string[]>();
  const ofMade = namesOfMade(creates, answer);
  for (const [name, capture] of Object.entries(captures ?? {})) {
    const captured = captureValue(capture, answer);
    if ('value' in captured) values.set(name, captured.value);
    else if (!ofMade.has(name))
      problems.set(captured.problem, [...(problems.get(captured.problem) ?? []), `"${name}"`]);
  }
  return {
    values,
    problems: [...problems].map(([problem, names]) => `${names.join(', ')} could not be captured: ${problem}`),
  };
};

/** What is wrong with the body as a whole is said at the first check that looked into it; the others refer to that one. */
const saidOnce = (checks: readonly JudgedCheck[]): readonly JudgedCheck[] => {
  const first = checks.find((check) => check.failureType === 'parse' && check.message !== undefined);
  if (first === undefined) return checks;
  return checks.map((check) =>
    check !== first && check.failureType === 'parse' && check.message === first.message
      ? { ...check, message: `there is no JSON body, as said at "${first.check}"` }
      : check,
  );
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
  expectations: Expectations,
  answer: Answer,
  options: SubstituteOptions,
  nowMs: number,
): Judgement => {
  const { values, problems } = captureAll(expectations, answer);
  const withCaptured: SubstituteOptions = { ...options, lookup: (name) => values.get(name) ?? options.lookup(name) };
  const checks = saidOnce(
    (expectations.checks ?? []).flatMap((check) => evaluateCheck(check, answer, { ...withCaptured, nowMs })),
  );
  const failure = failureOf(checks, problems);
  const warnings = checks
    .filter((check) => check.warn === true && !check.passed)
    .map((check) => ({ kind: 'check', message: sentenceOf(check) }));
  return { checks, values, warnings, ...(failure === undefined ? {} : { failure }) };
};

import { statusMatches } from '#core/status-match';
import type { CheckOutcome } from '#core/case-result';
import type { Check, CheckSubject, Operators } from '#core/check';
import { SubstitutionError, asText, substitute } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import type { FailureType } from '#core/words';
import type { Answer } from '#engines/functional/answer';
import { TookTooLong } from '#engines/functional/bounded';
import { applyPath } from '#engines/functional/json-path';
import { operatorWords } from '#engines/functional/operator-words';
import { OPERATORS, OPERATOR_NAMES } from '#engines/functional/operators';
import type { OperatorName } from '#engines/functional/operators';
import { checkSchema } from '#engines/functional/schema-checks';

export interface JudgedCheck extends CheckOutcome {
  /** What a failed check counts as in the failure types of a try. */
  readonly failureType?: FailureType;
  /** A check that did not pass is a warning of the case, not a failure. */
  readonly warn?: true;
  /** The message is to end with what was found. It is put in where that was masked: a value that is cut first hides no secret any more. */
  readonly quotesGot?: true;
}

export interface CheckOptions extends SubstituteOptions {
  /** Milliseconds since 1970 that `olderThan` and `newerThan` count ages from: when the answer was there. */
  readonly nowMs: number;
}

/** The value that operators look at, or why there is none. */
interface Subject {
  readonly words: string;
  readonly path: string;
  readonly value: Json | undefined;
  /** The value is what stands at `path`, not a list of all that a path found: indexes below it are places in the answer. */
  readonly singular?: boolean;
  readonly missing?: string;
  readonly failureType?: FailureType;
  /** There is no body at all: nothing is in it. */
  readonly isEmpty?: true;
}

const pathSubject = (path: string, answer: Answer): Subject => {
  const body = answer.json();
  if ('problem' in body) {
    const { problem: missing, isEmpty } = body;
    return {
      words: path,
      path,
      value: undefined,
      missing,
      failureType: 'parse',
      ...(isEmpty === true ? { isEmpty } : {}),
    };
  }
  const { singular, values } = applyPath(path, body.value);
  const value = singular ? values[0] : values;
  return { words: path, path, value, singular, missing: `expected a value at ${path}, got none` };
};

const headerSubject = (name: string, answer: Answer): Subject => ({
  words: `header ${name}`,
  path: name,
  value: answer.header(name),
  missing: `expected the header ${name}, got none`,
});

const operate = (subject: Subject, operators: Operators, options: CheckOptions): JudgedCheck[] =>
  OPERATOR_NAMES.filter((name) => operators[name] !== undefined).map((name) => {
    const template = operators[name] as Json;
    const check = `${subject.words} ${operatorWords(name, template)}`;
    return judged(check, subject.path, () => {
      const expected = substitute(template, options);
      if (name === 'exists') return existence(subject, expected);
      if (subject.value === undefined) {
        const failureType = subject.failureType ?? 'assertion';
        return {
          passed: false,
          expected,
          failureType,
          ...(subject.missing === undefined ? {} : { message: subject.missing }),
        };
      }
      return applied(name, subject, subject.value, expected, options.nowMs);
    });
  });

/** A part of the value that did not hold is shown instead of the whole, which may have thousands of elements. */
const applied = (
  name: Exclude<OperatorName, 'exists'>,
  subject: Subject,
  value: Json,
  expected: Json,
  nowMs: number,
): Omit<JudgedCheck, 'check'> => {
  const { at, ...rest } = OPERATORS[name](value, expected, { nowMs, path: subject.path });
  if (at === undefined) return { got: value, ...rest, expected };
  const path = subject.singular === true ? `${subject.path}${at}` : subject.path;
  return { ...rest, expected, path };
};

const existence = (subject: Subject, expected: Json): Omit<JudgedCheck, 'check'> => {
  const there =
    subject.value !== undefined &&
    (!Array.isArray(subject.value) || subject.path[0] !== '$' || subject.value.length > 0 || isSingularList(subject));
  const { failureType, missing, isEmpty } = subject;
  if (isEmpty === true && expected === false) return { passed: true, expected, got: false };
  // A body that is no JSON proves nothing about what is not in it.
  if (failureType === 'parse')
    return { passed: false, expected, failureType, ...(missing === undefined ? {} : { message: missing }) };
  return { passed: there === expected, expected, got: there };
};

/** `[]` found by a path for one value is there; `[]` as the list of all matches of a path for many is not. */
const isSingularList = (subject: Subject): boolean => !/[*?]|\.\.|,|:/u.test(subject.path);

const judged = (check: string, path: string, judge: () => Omit<JudgedCheck, 'check'>): JudgedCheck => {
  try {
    return { check, path, ...judge() };
  } catch (error) {
    if (error instanceof TookTooLong)
      return { check, path, passed: false, message: `the check was broken off: ${error.message}` };
    if (error instanceof SubstitutionError)
      return { check, path, passed: false, message: `the expected value could not be made: ${error.message}` };
    // Recursion over a value nested a hundred thousand levels deep, which is quickly sent, runs out of stack.
    if (error instanceof RangeError || (error instanceof Error && error.name.startsWith('JSONPath')))
      return { check, path, passed: false, message: `the check could not be made: ${error.message}` };
    throw error;
  }
};

const statusFailure = (status: number): FailureType => {
  if (status === 429) return 'rate_limited';
  if (status >= 500) return 'http_5xx';
  return status >= 400 ? 'http_4xx' : 'assertion';
};

const statusCheck = (wanted: Json, answer: Answer, options: SubstituteOptions): JudgedCheck =>
  judged(`status is ${Array.isArray(wanted) ? wanted.join(' or ') : asText(wanted)}`, 'status', () => {
    const expected = substitute(wanted, options);
    const list = (Array.isArray(expected) ? expected : [expected]) as readonly Json[];
    const passed = list.some((item) => statusMatches(answer.status, item));
    return { passed, expected, got: answer.status, ...(passed ? {} : { failureType: statusFailure(answer.status) }) };
  });

const schemaCheck = (schema: JsonObject, at: string | undefined, answer: Answer): JudgedCheck[] => {
  const path = at ?? '$';
  const check = `${path} matches the schema${typeof schema['title'] === 'string' ? ` "${schema['title']}"` : ''}`;
  let more: JudgedCheck[] = [];
  const first = judged(check, path, () => {
    const subject = pathSubject(path, answer);
    if (subject.value === undefined) {
      return {
        passed: false,
        failureType: subject.failureType ?? 'schema',
        ...(subject.missing === undefined ? {} : { message: subject.missing }),
      };
    }
    const { errors, count } = checkSchema(schema, subject.value, answer.text().length);
    const [one, ...others] = errors;
    if (one === undefined) return { passed: true };
    const outcomes = [one, ...others].map(({ pointer, expected, got }) => ({
      passed: false,
      failureType: 'schema' as const,
      expected,
      path: `${path}${pointer === '' ? '' : ` ${pointer}`}`,
      message: `expected ${expected} at ${pointer === '' ? path : pointer}`,
      ...(got === undefined ? {} : { got, quotesGot: true as const }),
    }));
    more = outcomes.slice(1).map((item) => ({ check, ...item }));
    if (count > errors.length)
      more.push({ check, passed: false, failureType: 'schema', message: `and ${String(count - errors.length)} more` });
    return outcomes[0] as Omit<JudgedCheck, 'check'>;
  });
  return [first, ...more];
};

/**
 * Evaluates one check; a check with several operators gives an outcome for each, a schema one for each error.
 *
 * Never throws for what an answer holds: a value that is missing or of the wrong kind, an expression that takes too long and an
 * expected value that cannot be made are outcomes that did not pass. Outcomes of a check with `warn` carry `warn`.
 */
export const evaluateCheck = (check: Check, answer: Answer, options: CheckOptions): readonly JudgedCheck[] => {
  const outcomes = exactly(check, answer, options);
  return check.warn === true ? outcomes.map((item) => ({ ...item, warn: true })) : outcomes;
};

const LOST =
  'expected numbers of at most 2^53 - 1, got larger ones, which lose digits in JSON: whether it holds depends on those digits';

/** What comes out differently when large numbers move depends on digits that were lost: that is no pass, and no failure that could be explained. */
const exactly = (check: CheckSubject, answer: Answer, options: CheckOptions): readonly JudgedCheck[] => {
  const outcomes = evaluateSubject(check, answer, options);
  const moved = 'path' in check || 'schema' in check ? answer.moved?.() : undefined;
  if (moved === undefined) return outcomes;
  const others = evaluateSubject(check, moved, options);
  return outcomes.map((outcome, at) => {
    if ((others[at]?.passed ?? true) === outcome.passed) return outcome;
    const { got: _got, ...rest } = outcome;
    return { ...rest, passed: false, message: LOST };
  });
};

const evaluateSubject = (check: CheckSubject, answer: Answer, options: CheckOptions): readonly JudgedCheck[] => {
  if ('status' in check) return [statusCheck(check.status, answer, options)];
  if ('schema' in check) return schemaCheck(check.schema, check.at, answer);
  if ('timeMs' in check)
    return operate({ words: 'time in ms', path: 'time', value: Math.round(answer.totalMs) }, check.timeMs, options);
  if ('bodyBytes' in check)
    return operate({ words: 'body bytes', path: 'body', value: answer.bodyBytes }, check.bodyBytes, options);
  if ('header' in check) return operate(headerSubject(check.header, answer), check, options);
  if ('body' in check) return operate({ words: 'body', path: 'body', value: answer.text() }, check, options);
  return tryPath(check, answer, options);
};

const tryPath = (
  check: { readonly path: string } & Operators,
  answer: Answer,
  options: CheckOptions,
): readonly JudgedCheck[] => {
  try {
    return operate(pathSubject(check.path, answer), check, options);
  } catch (error) {
    const ours =
      error instanceof TookTooLong ||
      error instanceof RangeError ||
      (error instanceof Error && error.name.startsWith('JSONPath'));
    if (!ours) throw error;
    return [
      {
        check: check.path,
        path: check.path,
        passed: false,
        message: `the path ${error instanceof TookTooLong ? 'was broken off' : 'could not be applied'}: ${error.message}`,
      },
    ];
  }
};

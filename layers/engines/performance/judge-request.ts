/** Checks and metrics of answers at a high rate: what holds is found out quickly, and only what does not is put into words. */
import { statusMatches } from '#core/status-match';
import type { LoadEntry, LoadMetric } from '#core/acts/load';
import type { Check } from '#core/check';
import { sentenceOf } from '#core/case-summary';
import { shortJson } from '#core/json-types';
import { findVariables } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { Json } from '#core/units';
import type { FailureType } from '#core/words';
import type { Answer } from '#engines/functional/answer';
import { evaluateCheck } from '#engines/functional/checks';
import { applyPath } from '#engines/functional/json-path';
import { OPERATORS, OPERATOR_NAMES } from '#engines/functional/operators';
import { checkSchema } from '#engines/functional/schema-checks';
import type { LoadAnswer } from '#ports/load-transport';

/** A load's answer as checks look at it. */
export class LookedAnswer implements Answer {
  readonly status: number;
  readonly totalMs: number;
  readonly #answer: LoadAnswer;
  #text: string | undefined;
  #json: ReturnType<Answer['json']> | undefined;

  constructor(answer: LoadAnswer, totalMs: number) {
    this.#answer = answer;
    this.status = answer.status;
    this.totalMs = totalMs;
  }

  get bodyBytes(): number {
    return this.#answer.body.byteLength;
  }

  header(name: string): string | undefined {
    return this.#answer.header(name.toLowerCase());
  }

  text(): string {
    if (this.#text !== undefined) return this.#text;
    const { body } = this.#answer;
    return (this.#text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'));
  }

  json(): ReturnType<Answer['json']> {
    return (this.#json ??= this.#readJson());
  }

  #readJson(): ReturnType<Answer['json']> {
    if (this.bodyBytes === 0) return { problem: 'expected a JSON body, got an empty one' };
    try {
      return { value: JSON.parse(this.text()) as Json };
    } catch {
      const type = this.header('content-type') ?? 'no Content-Type';
      return { problem: `expected a JSON body, got ${type} that does not parse` };
    }
  }
}

/** Whether a check holds, where that is quickly said; undefined where the whole evaluation has to say it. */
type Quick = (answer: Answer) => boolean | undefined;

const quickStatus = (wanted: Json): Quick => {
  const list = (Array.isArray(wanted) ? wanted : [wanted]) as readonly Json[];
  const known = new Map<number, boolean>();
  return ({ status }) => {
    const cached = known.get(status);
    if (cached !== undefined) return cached;
    const matches = list.some((item) => statusMatches(status, item));
    known.set(status, matches);
    return matches;
  };
};

const quickOf = (check: Check): Quick => {
  if ('status' in check && findVariables(check.status).uses.length === 0) return quickStatus(check.status);
  if ('schema' in check && check.at === undefined) {
    const { schema } = check;
    return (answer) => {
      const read = answer.json();
      return 'value' in read && checkSchema(schema, read.value, answer.text().length).count === 0 ? true : undefined;
    };
  }
  return () => undefined;
};

export interface BrokenNow {
  readonly check: string;
  readonly message: string;
  readonly type: FailureType;
}

const statusFailure = (status: number): FailureType | undefined => {
  if (status === 429) return 'rate_limited';
  if (status >= 500) return 'http_5xx';
  return status >= 400 ? 'http_4xx' : undefined;
};

export interface EntryJudge {
  /** Whether the status alone is an error, looked at in every answer. */
  readonly status: (status: number) => FailureType | undefined;
  /** What does not hold of an answer; checks that only warn are left to functional cases. */
  readonly broken: (answer: Answer, options: SubstituteOptions, nowMs: number) => readonly BrokenNow[];
  readonly hasChecks: boolean;
}

const NOTHING: readonly BrokenNow[] = [];

const evaluated = (check: Check, answer: Answer, options: SubstituteOptions, nowMs: number): readonly BrokenNow[] =>
  evaluateCheck(check, answer, { ...options, nowMs })
    .filter(({ passed }) => !passed)
    .map((outcome) => ({
      check: outcome.check,
      message: outcome.message ?? sentenceOf(outcome),
      type: outcome.failureType ?? 'assertion',
    }));

/** Reads an entry's expectations once. */
export const entryJudge = ({ checks = [], expect }: LoadEntry): EntryJudge => {
  const looked = checks.filter(({ warn }) => warn !== true).map((check) => ({ check, quick: quickOf(check) }));
  const statusChecked = checks.some((check) => 'status' in check);
  const expected = expect === undefined ? undefined : quickStatus(expect);
  return {
    status: (status) => {
      if (expected !== undefined)
        return expected({ status } as Answer) === true ? undefined : (statusFailure(status) ?? 'assertion');
      return statusChecked ? undefined : statusFailure(status);
    },
    broken: (answer, options, nowMs) => {
      let found: BrokenNow[] | undefined;
      for (const { check, quick } of looked) {
        if (quick(answer) === true) continue;
        (found ??= []).push(...evaluated(check, answer, options, nowMs));
      }
      return found ?? NOTHING;
    },
    hasChecks: looked.length > 0,
  };
};

/** A value that a metric counts: undefined where the answer has none. */
const valueOf = ({ header, path, bodyBytes }: LoadMetric, answer: Answer): Json | undefined => {
  if (header !== undefined) return answer.header(header);
  if (bodyBytes === true) return answer.bodyBytes;
  const read = answer.json();
  if (path === undefined || 'problem' in read) return undefined;
  const { singular, values } = applyPath(path, read.value);
  return singular ? values[0] : values;
};

const whenHolds = ({ when = {} }: LoadMetric, value: Json, nowMs: number): boolean =>
  OPERATOR_NAMES.every((name) => {
    const expected = when[name];
    if (expected === undefined) return true;
    if (name === 'exists') return expected === true;
    return OPERATORS[name](value, expected as Json, { nowMs, path: '$' }).passed;
  });

/** A list counts with its length, so that `$.items` can be a counter. */
const numberOf = (value: Json): number => {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
};

/** What a metric takes from an answer, or why it takes nothing. */
export const metricValue = (
  metric: LoadMetric,
  answer: Answer,
  nowMs: number,
): { readonly value: number; readonly hit: boolean } | { readonly problem: string } | undefined => {
  const value = valueOf(metric, answer);
  if (metric.kind === 'rate') return { value: 0, hit: value === undefined ? false : whenHolds(metric, value, nowMs) };
  if (value === undefined || !whenHolds(metric, value, nowMs)) return undefined;
  const number = numberOf(value);
  return number >= 0 && number <= 1e15
    ? { value: number, hit: true }
    : { problem: `expected a number from 0 for the metric "${metric.name}", got ${shortJson(value)}` };
};

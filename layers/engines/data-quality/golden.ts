import type { CaseWarning, CheckOutcome } from '#core/case-result';
import type { GoldenDefinition } from '#core/acts/golden';
import { canonicalDigest } from '#core/canonical-json';
import { shortJson } from '#core/json-types';
import type { Json } from '#core/units';
import { DIFFERENCE_KINDS, valueDifferences, type Differences, type ValueDifference } from '#core/value-differences';
import { addressOf, asker, checked, NoAnswer, reporting, WrongAnswer, type AskedJson } from '#engines/data-quality/ask';
import { valueAt } from '#engines/contract/document-reader';
import { differenceRules } from '#engines/data-quality/difference-rules';
import { applyPath } from '#engines/functional/json-path';
import type { Probe, ProbeContext } from '#engines/probe/probe';
import type { ResponsePlace } from '#ports/response-history';

/** Differences that a report lists and a check names. */
const LISTED_MAX = 200;
const NAMED_MAX = 10;

const unusable = (message: string): NoAnswer => new NoAnswer({ type: 'setup', phase: 'check', message });

/** @throws NoAnswer when there is nothing there */
const goldenAt = (document: Json, pointer: string): Json => {
  const value = valueAt(document, pointer);
  if (value === undefined) throw unusable(`expected a golden value at ${JSON.stringify(pointer)}, got nothing`);
  return value;
};

/** @throws NoAnswer for a golden value that is not the one that was agreed on */
const goldenOf = ({ document, at = '', expected, sha256 }: GoldenDefinition, context: ProbeContext): Json => {
  const value = expected === undefined ? goldenAt(context.document(document), at) : expected;
  if (sha256 === undefined) return value;
  const digest = canonicalDigest(value);
  if (digest === sha256.toLowerCase()) return value;
  const name = document === undefined ? 'the golden value' : `the golden document "${document}"`;
  throw unusable(`expected ${name} with SHA-256 ${sha256} as canonical JSON, got ${digest}: it is not compared with`);
};

/** @throws WrongAnswer when there is nothing there */
const partOf = ({ json }: AskedJson, path: string | undefined): Json => {
  if (path === undefined) return json;
  const [value] = applyPath(path, json).values;
  if (value !== undefined) return value;
  const check = `${path} is there`;
  throw new WrongAnswer({ check, passed: false, path, message: `expected a value at ${path}, got nothing` });
};

const sentence = ({ kind, path, old, new: now }: ValueDifference): string => {
  const place = path === '' ? 'the whole' : path;
  if (kind === 'added') return `${place} added: ${shortJson(now, 60)}`;
  if (kind === 'removed') return `${place} removed: ${shortJson(old, 60)}`;
  return `${place} changed: ${shortJson(old, 60)} -> ${shortJson(now, 60)}`;
};

const checkOf = (
  kind: ValueDifference['kind'],
  { counts, differences }: Differences,
  against: string,
): CheckOutcome => {
  const count = counts[kind];
  const named = differences.filter((one) => one.kind === kind).slice(0, NAMED_MAX);
  const more = count > named.length ? ` and ${String(count - named.length)} more` : '';
  return checked(
    `no value ${kind} against ${against}`,
    count === 0
      ? undefined
      : {
          expected: 0,
          got: count,
          ...(named[0] === undefined ? {} : { path: named[0].path }),
          message: `${named.map(sentence).join('; ')}${more}`,
        },
  );
};

const judge = (definition: GoldenDefinition, found: Differences, against: string) => {
  const failing = new Set(definition.fail ?? (definition.last === true ? [] : DIFFERENCE_KINDS));
  const outcomes = DIFFERENCE_KINDS.map((kind) => ({ kind, check: checkOf(kind, found, against) }));
  const warnings: CaseWarning[] = outcomes
    .filter(({ kind, check }) => !check.passed && !failing.has(kind))
    .map(({ check }) => ({ kind: 'data_diff', message: `${check.check}: ${check.message ?? ''}` }));
  const checks = outcomes.map(({ kind, check }) => (failing.has(kind) ? check : { ...check, warn: true }));
  return { checks, warnings };
};

const reportOf = (definition: GoldenDefinition, old: Json, now: Json, against: string) => {
  const rules = { ...differenceRules(definition, old, now), listedMax: LISTED_MAX };
  const found = valueDifferences(old, now, rules);
  return {
    ...judge(definition, found, against),
    details: { differences: { against, counts: found.counts, differences: found.differences } as unknown as Json },
  };
};

const placeOf = ({ request, resource, operation }: GoldenDefinition, { service }: ProbeContext): ResponsePlace => {
  const address = addressOf(request);
  const [path = ''] = address.split('?');
  return { service, operation: operation ?? `${request.method ?? 'GET'} ${path}`, resource: resource ?? address };
};

const againstLast = async (definition: GoldenDefinition, json: Json, context: ProbeContext) => {
  const { history } = context;
  if (history === undefined)
    throw unusable('expected a place where last answers are kept, got none: this runner keeps no history');
  const place = placeOf(definition, context);
  const last = await history.latest(place, context.signal);
  const body = context.maskJson(json);
  const at = new Date(context.clock.nowMs()).toISOString();
  await history.put({ ...place, body, at, runId: context.runId }, context.signal);
  if (last === undefined) return { checks: [checked('the first answer is kept')], warnings: [] };
  return reportOf(definition, last.body, body, `the answer of ${last.at}`);
};

/** Act `golden`. One report: differences of each kind, listed in `details.differences`. */
export const golden: Probe<GoldenDefinition> = async (definition, context, tell) => {
  const asking = asker(context);
  await reporting(asking, tell, async () => {
    // Verified before anything is asked: a golden value that is another one must not cost the API anything.
    const old = definition.last === true ? undefined : goldenOf(definition, context);
    const answer = await asking.askJson(definition.request);
    const part = partOf(answer, definition.path);
    if (old === undefined) return againstLast(definition, part, context);
    return reportOf(definition, old, part, 'the golden value');
  });
};

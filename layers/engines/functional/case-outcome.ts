/** Results of cases: the facts that every one has, and those that were not run. */
import type { CaseResult, SkipReason, Try } from '#core/case-result';
import { maskSensitive } from '#core/masking';
import type { CaseDefinition } from '#core/suite';
import { asText, substitute } from '#core/template';
import type { Json } from '#core/units';
import type { Writable } from '#core/writable';
import { stopOf } from '#engines/functional/suite-context';
import type { CaseContext, SuiteContext } from '#engines/functional/suite-context';
import type { RowFacts } from '#engines/functional/variables';

/** What a result needs to know of its suite; a case that cannot run has no more. */
export type ResultContext = Pick<SuiteContext, 'id' | 'suite' | 'traceId'> &
  Partial<Pick<SuiteContext, 'scope' | 'ports'>>;

/** A name can hold a value that a suite took from elsewhere, so it is searched like all that is kept. */
const nameOf = (item: CaseDefinition, row: RowFacts | undefined): string => {
  const name = item.name ?? item.id;
  // Names are shown to everybody, and elements of a captured list are from an answer.
  if (row === undefined || row.isCaptured || !name.includes('{{')) return maskSensitive(name).text;
  try {
    const filled = substitute(name, { lookup: (wanted) => (wanted === 'row' ? row.value : undefined) });
    return maskSensitive(asText(filled).slice(0, 300)).text;
  } catch {
    return maskSensitive(name).text;
  }
};

const rowOf = (row: RowFacts, { ports, suite }: ResultContext): NonNullable<CaseResult['row']> => {
  const title = suite.flows?.[row.flow]?.name;
  const name = title === undefined ? undefined : nameOf({ name: title } as CaseDefinition, row);
  const values = ports?.masker.maskJson(row.value);
  return {
    flow: row.flow,
    number: row.number,
    ...(name === undefined ? {} : { name }),
    ...(values === undefined ? {} : { values }),
  };
};

/** What every result says of its case. */
export type CaseFacts = Pick<
  CaseResult,
  'suite' | 'case' | 'name' | 'capability' | 'risk' | 'tags' | 'advisory' | 'traceId'
> &
  Pick<CaseResult, 'owner' | 'priority' | 'requirements' | 'row'>;

const NO_TAGS: readonly string[] = [];

const joined = (one: readonly string[] | undefined, other: readonly string[] | undefined): readonly string[] =>
  one === undefined ? (other ?? NO_TAGS) : other === undefined ? one : [...one, ...other];

export const factsOf = (item: CaseDefinition, context: ResultContext): CaseFacts => {
  const { id, suite, traceId, scope } = context;
  const owner = item.owner ?? suite.owner;
  const priority = item.priority ?? suite.priority;
  const requirements = joined(suite.requirements, item.requirements);
  const tags = joined(suite.tags, item.tags);
  const facts: Writable<CaseFacts> = {
    suite: id,
    case: item.id,
    name: nameOf(item, scope?.row),
    capability: suite.capability,
    risk: item.risk ?? suite.risk ?? 'medium',
    tags: tags.length < 2 ? tags : [...new Set(tags)],
    // What tears down is judged and shown, and never shuts the gate (C1.1).
    advisory: item.stage === 'teardown' || (item.advisory ?? suite.advisory ?? false),
    traceId,
  };
  if (owner !== undefined) facts.owner = maskSensitive(owner).text;
  if (priority !== undefined) facts.priority = priority;
  if (requirements.length > 0) facts.requirements = requirements.map((link) => maskSensitive(link).text);
  if (scope?.row !== undefined) facts.row = rowOf(scope.row, context);
  return facts;
};

/** Result of a case that was not run, with the reason. */
export const skippedCase = (
  item: CaseDefinition,
  context: ResultContext,
  because: SkipReason,
  atEpochMs: number,
  tries: readonly Try[] = [],
): CaseResult => ({
  ...factsOf(item, context),
  verdict: 'skipped',
  flaky: false,
  because: { ...because, reason: maskSensitive(because.reason).text },
  warnings: [],
  tries,
  startedAtEpochMs: atEpochMs,
  durationMs: 0,
});

/** Result of a case that could not be begun: its suite is wrong, or the wait for what it needs took too long. */
export const erroredCase = (
  item: CaseDefinition,
  context: ResultContext,
  failure: NonNullable<Try['failure']>,
  atEpochMs: number,
): CaseResult => ({
  ...factsOf(item, context),
  verdict: 'errored',
  flaky: false,
  warnings: [],
  tries: [
    {
      try: 1,
      startedAtEpochMs: atEpochMs,
      durationMs: 0,
      verdict: 'errored',
      checks: [],
      failure: { ...failure, message: maskSensitive(failure.message).text },
    },
  ],
  startedAtEpochMs: atEpochMs,
  durationMs: 0,
});

/** Result of a case that a stop ended: skipped with the reason, or errored where the suite's own time was up. */
export const stoppedCase = (
  item: CaseDefinition,
  context: CaseContext,
  tries: readonly Try[],
  startedAtEpochMs: number,
): CaseResult => {
  const stop = stopOf(context.signal);
  const durationMs = Math.max(0, context.ports.clock.nowMs() - startedAtEpochMs);
  if (stop.reason !== 'suite-timeout') {
    const because: SkipReason = { kind: 'stop', reason: `${stop.message} while the case ran` };
    return { ...skippedCase(item, context, because, startedAtEpochMs, tries), durationMs };
  }
  const failure = {
    type: 'timeout',
    phase: 'wait',
    message: `expected all cases of the suite to end within ${String(context.suite.timeoutMs)} ms, got none`,
  } as const;
  const last: Try = { try: tries.length + 1, startedAtEpochMs, durationMs, verdict: 'errored', checks: [], failure };
  return {
    ...factsOf(item, context),
    verdict: 'errored',
    flaky: false,
    warnings: [],
    tries: [...tries, last],
    startedAtEpochMs,
    durationMs,
  };
};

/** Generated values by their expression; several of one expression as a list, in the order they were made. */
export const generatedValues = ({ generated, ports }: CaseContext): CaseResult['generated'] => {
  if (generated.size === 0) return undefined;
  const values: { [expression: string]: Json } = {};
  for (const [expression, uses] of Map.groupBy(generated.values(), (use) => use.expression)) {
    const [first, ...others] = uses.map((use) => use.value);
    values[expression] = others.length === 0 ? (first ?? null) : ([first ?? null, ...others] as Json);
  }
  return ports.masker.maskJson(values) as { readonly [expression: string]: Json };
};

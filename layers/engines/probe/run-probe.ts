/** Runs a case that is a probe: fills its definition in, lends it a context, and tells a result for each of its reports. */
import type { CaseResult, TryFailure } from '#core/case-result';
import { INHERITING_ACTS, PROBE_ACTS } from '#core/suite';
import type { CaseDefinition, ProbeAct } from '#core/suite';
import { substitute } from '#core/template';
import type { Json } from '#core/units';
import { erroredCase, stoppedCase, skippedCase } from '#engines/functional/case-outcome';
import { caseTimer } from '#engines/functional/case-timer';
import { unmetRequirement } from '#engines/functional/run-case';
import { SecretError } from '#engines/functional/secret-vault';
import { optionsFor } from '#engines/functional/steps';
import { caseContext } from '#engines/functional/suite-context';
import type { CaseContext, SuiteContext } from '#engines/functional/suite-context';
import type { ProbeContext, ProbeReport } from '#engines/probe/probe';
import { probeContext, probeFailure } from '#engines/probe/probe-context';
import { probeFor } from '#engines/probe/probe-engines';
import { REPORTS_MAX, partNumber, probeResult } from '#engines/probe/probe-result';

/** What of its acts a case has, if it is a probe. */
export const probeActOf = (item: CaseDefinition): ProbeAct | undefined =>
  PROBE_ACTS.find((act) => item[act] !== undefined);

/** Secrets that a definition names are loaded, so that their values can be filled in and are masked from then on. */
const filledIn = async (item: CaseDefinition, act: ProbeAct, context: CaseContext): Promise<Json> => {
  const definition = item[act] as unknown as Json;
  const inherits = INHERITING_ACTS.some((one) => one === act);
  const secrets = context.scope.secretsIn([definition, inherits ? (context.suite.defaults?.headers ?? {}) : {}]);
  if (secrets.size > 0) await context.vault.load(secrets, context.signal);
  // Requests of a load are filled in one by one, each with values of its own.
  if (act === 'load') return definition;
  return substitute(definition, optionsFor(item.id, context), `/${act}`);
};

/** Finds the engine of an act, or says why there is none here. */
export type EngineFor = typeof probeFor;

interface Performance {
  readonly item: CaseDefinition;
  readonly act: ProbeAct;
  readonly context: CaseContext;
  readonly engineFor: EngineFor;
  readonly tell: (report: ProbeReport) => void;
}

const perform = async ({ item, act, context, engineFor, tell }: Performance, probe: ProbeContext): Promise<void> => {
  const engine = await engineFor(act, item, context);
  if (typeof engine === 'string') {
    tell({ checks: [], requests: 0, requestErrors: 0, skipped: engine });
    return;
  }
  await engine(await filledIn(item, act, context), probe, tell);
};

const partOf = (item: CaseDefinition, number: number, name: string, context: CaseContext): Pick<CaseResult, 'row'> => ({
  row: { flow: item.id, number: partNumber(number, context), name },
});

/** Results of one probe as its reports come. */
const resultsOf = (item: CaseDefinition, context: CaseContext, probe: ProbeContext, startedAtEpochMs: number) => {
  const { clock } = context.ports;
  const results: CaseResult[] = [];
  let isWhole = false;
  let reports = 0;
  let partStartedAt = startedAtEpochMs;
  /** A result of the whole case cannot stand beside another one, so it becomes a part. */
  const makeRoom = (): void => {
    const [first] = results;
    if (first !== undefined && isWhole) results[0] = { ...first, ...partOf(item, 1, 'part 1', context) };
    isWhole = false;
  };
  const tell = (report: ProbeReport): void => {
    reports += 1;
    if (reports > REPORTS_MAX) return;
    makeRoom();
    isWhole = reports === 1 && report.part === undefined;
    const named =
      isWhole || report.part !== undefined ? report : { ...report, part: { name: `part ${String(reports)}` } };
    results.push(probeResult(named, { number: reports, startedAtEpochMs: partStartedAt }, item, context, probe));
    partStartedAt = clock.nowMs();
  };
  return {
    tell,
    isEmpty: () => reports === 0,
    /** What was not looked at is a part of its own. */
    addRest: (rest: CaseResult): void => {
      if (results.length === 0) results.push(rest);
      else {
        makeRoom();
        results.push({ ...rest, ...partOf(item, results.length + 1, 'the rest', context) });
      }
    },
    all: (): CaseResult[] => {
      if (reports <= REPORTS_MAX) return results;
      const message = `expected at most ${String(REPORTS_MAX)} reports of a probe, got ${String(reports)}`;
      const last = erroredCase(item, context, { type: 'setup', phase: 'check', message }, partStartedAt);
      return [...results.slice(0, -1), { ...last, ...partOf(item, REPORTS_MAX, 'the rest', context) }];
    },
  };
};

const NOTHING: TryFailure = { type: 'setup', phase: 'check', message: 'expected something to check, got nothing' };

/**
 * @returns one result, or one for each part that the probe looked at; never none
 * @throws nothing but bugs: a stop is in the results
 */
export const probeRunner =
  (engineFor: EngineFor) =>
  async (item: CaseDefinition, act: ProbeAct, suite: SuiteContext): Promise<CaseResult[]> => {
    const { clock } = suite.ports;
    const startedAtEpochMs = clock.nowMs();
    const unmet = unmetRequirement(item, suite);
    if (unmet !== undefined) return [skippedCase(item, suite, unmet, startedAtEpochMs)];
    const outer = caseContext(suite, item.id);
    const timer = caseTimer(item, outer);
    const context: CaseContext = { ...outer, signal: timer.signal };
    const probe = probeContext(item, act, context);
    const results = resultsOf(item, context, probe, startedAtEpochMs);
    const { tell } = results;
    const fail = (failure: TryFailure): void => {
      const clean = { ...failure, message: suite.ports.masker.maskText(failure.message) };
      results.addRest({
        ...erroredCase(item, context, clean, startedAtEpochMs),
        durationMs: clock.nowMs() - startedAtEpochMs,
      });
    };
    try {
      await perform({ item, act, context, engineFor, tell }, probe);
      if (results.isEmpty()) fail(NOTHING);
    } catch (error) {
      if (outer.signal.aborted) results.addRest(stoppedCase(item, outer, [], startedAtEpochMs));
      // A secret that cannot be read says nothing of the API under test (docs/adr/0009-gate-answers.md).
      else if (error instanceof SecretError && error.type === 'setup')
        results.addRest(skippedCase(item, context, { reason: error.message }, startedAtEpochMs));
      else fail(timer.failureOf(error, startedAtEpochMs) ?? probeFailure(error));
    } finally {
      timer.end();
    }
    return results.all();
  };

export const runProbe = probeRunner(probeFor);

import type { CaseWarning, CheckOutcome } from '#core/case-result';
import { DRIFT_SAMPLES_DEFAULT, type DriftDefinition } from '#core/acts/drift';
import { advance, type Advance, type DriftRecord } from '#core/drift';
import { shortJson } from '#core/json-types';
import { inferStructure, type Structure } from '#core/structure';
import { CHANGE_TYPES, structureChanges } from '#core/structure-changes';
import type { Json } from '#core/units';
import { asker, checked, NoAnswer, reporting, type Asker } from '#engines/data-quality/ask';
import { applyPath } from '#engines/functional/json-path';
import type { Probe, ProbeContext } from '#engines/probe/probe';

/** Times that a version is compared again because another run wrote one meanwhile. */
const ROUNDS_MAX = 5;
const NAMED_MAX = 10;

const samplesOf = async (definition: DriftDefinition, asking: Asker): Promise<Json[]> => {
  const { requests, path } = definition;
  const wanted = definition.samples ?? Math.max(DRIFT_SAMPLES_DEFAULT, requests.length);
  const samples: Json[] = [];
  for (let at = 0; at < wanted; at += 1) {
    const request = requests[at % requests.length];
    if (request === undefined) break;
    const { json } = await asking.askJson(request);
    samples.push(...(path === undefined ? [json] : applyPath(path, json).values));
  }
  return samples;
};

const bounds = ({ samplesMin }: DriftDefinition) => (samplesMin === undefined ? {} : { samplesMin });

const referenceOf = (name: string, context: ProbeContext, path: string | undefined): Structure => {
  const document = context.document(name);
  const samples = Array.isArray(document) ? (document as readonly Json[]) : [document];
  return inferStructure(path === undefined ? samples : samples.flatMap((one) => applyPath(path, one).values));
};

/** Against answers that stand in the suite: nothing is kept. */
const againstReference = (
  definition: DriftDefinition,
  now: Structure,
  context: ProbeContext,
): readonly DriftRecord[] => {
  const { operation, reference = '', path } = definition;
  const old = referenceOf(reference, context, path);
  // A reference is somebody's word, so one answer of each kind is enough.
  const changes = structureChanges(old, now, { samplesMin: definition.samplesMin ?? 1 });
  const detectedAt = new Date(context.clock.nowMs()).toISOString();
  const { service, runId } = context;
  return changes.map((change) => ({ service, operation, ...change, detectedAt, runId }));
};

/** Against what earlier runs saw. Who comes second compares again with what the first one wrote. */
const againstVersions = async (
  definition: DriftDefinition,
  now: Structure,
  context: ProbeContext,
): Promise<Advance> => {
  const { structures, service, runId, signal, clock } = context;
  if (structures === undefined)
    throw new NoAnswer({
      type: 'setup',
      phase: 'check',
      message: 'expected a place where structures are kept, or a reference document, got neither',
    });
  const place = { service, operation: definition.operation };
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const known = await structures.latest(place, signal);
    const step = advance(known, now, { ...place, runId, nowMs: clock.nowMs() }, bounds(definition));
    if (await structures.put(step.next, step.records, signal)) return step;
  }
  const message = `expected to write the structure of ${definition.operation}, got another writer ${String(ROUNDS_MAX)} times`;
  throw new NoAnswer({ type: 'setup', phase: 'check', message });
};

const sentence = ({ fieldPath, oldValue, newValue }: DriftRecord): string =>
  `${fieldPath}: ${shortJson(oldValue, 80)} -> ${shortJson(newValue, 80)}`;

const judge = (records: readonly DriftRecord[], fail: DriftDefinition['fail'] = []) => {
  const failing = new Set(fail);
  const checks: CheckOutcome[] = CHANGE_TYPES.map((type) => {
    const found = records.filter(({ changeType }) => changeType === type);
    const more = found.length > NAMED_MAX ? ` and ${String(found.length - NAMED_MAX)} more` : '';
    const outcome = checked(
      `no ${type}`,
      found.length === 0
        ? undefined
        : {
            expected: 0,
            got: found.length,
            ...(found[0] === undefined ? {} : { path: found[0].fieldPath }),
            message: `${found.slice(0, NAMED_MAX).map(sentence).join('; ')}${more}`,
          },
    );
    return failing.has(type) ? outcome : { ...outcome, warn: true };
  });
  const warnings: CaseWarning[] = records
    .filter(({ changeType }) => !failing.has(changeType))
    .map((record) => ({ kind: 'drift', message: `${record.changeType} ${sentence(record)}` }));
  return { checks, warnings };
};

/** Act `drift`. One report: the changes, as warnings unless `fail` names their kind; records and version in `details.drift`. */
export const drift: Probe<DriftDefinition> = async (definition, context, tell) => {
  const asking = asker(context);
  await reporting(asking, tell, async () => {
    const samples = await samplesOf(definition, asking);
    if (samples.length === 0)
      return { checks: [checked('there are samples', { expected: 1, got: 0, message: 'expected samples, got none' })] };
    const now = inferStructure(samples);
    if (definition.reference !== undefined) {
      const records = againstReference(definition, now, context);
      return {
        ...judge(records, definition.fail),
        details: { drift: { operation: definition.operation, records } as unknown as Json },
      };
    }
    const { next, records } = await againstVersions(definition, now, context);
    const version = { version: next.version, since: next.since, digest: next.digest, samples: next.structure.samples };
    const details = { drift: { operation: definition.operation, ...version, records } as unknown as Json };
    return { ...judge(records, definition.fail), details };
  });
};

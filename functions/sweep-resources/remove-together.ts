import { suiteBodyKey } from '#core/catalog-keys';
import type { CaseResult } from '#core/case-result';
import { sha256Hex } from '#core/digest';
import type { EnvironmentDefinition } from '#core/environment';
import { createMasker } from '#core/masking';
import { removalSuite } from '#core/removal-suite';
import type { SuiteDefinition } from '#core/suite';
import { runSuites } from '#engines/functional/run-suites';
import { secretsOfTenant } from '#engines/functional/tenant-secrets';
import type { LeftResource } from '#ports/resource-ledger';
import type { SweepPorts } from './sweep-ports.ts';

/** Resources that one suite of one run left in one environment. */
export interface Leftovers {
  readonly resources: readonly [LeftResource, ...LeftResource[]];
  /** As the catalog has it now: secrets may have moved since the run. */
  readonly environment: EnvironmentDefinition | undefined;
  readonly untilEpochMs: number;
}

/** By id: undefined when it is gone, else why it is not; masked. */
export type Removals = ReadonlyMap<string, string | undefined>;

const everyOne = (resources: readonly LeftResource[], reason: string): Removals =>
  new Map(resources.map(({ entry }) => [entry.id, reason]));

/** Elsewhere the same path is somebody else's resource. */
const movedTarget = (
  { entry, targets }: LeftResource,
  suite: SuiteDefinition,
  environment: EnvironmentDefinition,
): string | undefined => {
  const name = entry.remove.target ?? suite.defaults?.target ?? 'default';
  const [then, now] = [targets[name], environment.targets[name]];
  if (then === now) return undefined;
  return `target ${name} was ${then ?? 'nothing'} when it was created and is ${now ?? 'nothing'} now`;
};

const reasonOf = ({ tries, because }: CaseResult): string =>
  tries.at(-1)?.failure?.message ?? because?.reason ?? 'it was not tried';

const run = async (
  definition: SuiteDefinition,
  { resources: [first], untilEpochMs }: Leftovers,
  environment: EnvironmentDefinition,
  ports: SweepPorts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, CaseResult>> => {
  const { left, clock, random, log } = ports;
  const { tenant, runId, suiteDigest, targets, entry } = first;
  const masker = createMasker();
  const secrets = secretsOfTenant(tenant, ports.openSecrets());
  const learn = (name: string, value: string): void => {
    masker.addSecret(name, value);
  };
  const http = ports.httpFor(environment, { source: secrets, learn });
  // What the kept cases create themselves must not be lost either.
  const ledger = left.ofRun({ tenant, runId, digests: new Map([[entry.suite, suiteDigest]]), targets });
  const results = new Map<string, CaseResult>();
  const job = {
    runId,
    shard: 0,
    environment,
    suites: [{ id: entry.suite, digest: suiteDigest, definition }],
    failFast: false,
    deadlineEpochMs: untilEpochMs,
    traceId: sha256Hex(Buffer.from(random.bytes(16))).slice(0, 32),
  };
  const sink = {
    caseDone: (result: CaseResult) => results.set(result.case, result),
    log: ({ message, fields, suite }: { message: string; suite: string; fields?: object }) => {
      log.warn('while removing what a run left', {
        test_run_id: runId,
        suite,
        reason: masker.maskText(message),
        ...fields,
      });
    },
  };
  try {
    await runSuites(job, { http, clock, random, secrets, masker, ledger }, sink, signal);
    return results;
  } finally {
    await http.close();
  }
};

/**
 * Removes what one suite of a run left behind, by the suite as the run had it and with everything that guards a run: address policy,
 * hosts of secrets, the tenant's own secrets.
 *
 * @returns how each resource ended
 */
export const removeTogether = async (
  leftovers: Leftovers,
  ports: SweepPorts,
  signal: AbortSignal,
): Promise<Removals> => {
  const { resources, environment } = leftovers;
  const { tenant, suiteDigest } = resources[0];
  if (environment === undefined)
    return everyOne(resources, `the environment ${resources[0].entry.environment} is not there any more`);
  const suite = await ports.suiteBodies.get(suiteBodyKey(tenant, suiteDigest), suiteDigest, signal);
  const reasons = new Map<string, string | undefined>();
  for (const resource of resources) {
    const moved = movedTarget(resource, suite, environment);
    if (moved !== undefined) reasons.set(resource.entry.id, moved);
  }
  const here = resources.filter(({ entry }) => !reasons.has(entry.id)).map(({ entry }) => entry);
  const { definition, cases, refused } = removalSuite(suite, here);
  for (const [id, reason] of refused) reasons.set(id, reason);
  if (cases.size === 0) return reasons;
  const results = await run(definition, leftovers, environment, ports, signal);
  for (const [id, caseId] of cases) {
    const result = results.get(caseId);
    const reason = result === undefined ? 'it left no result' : reasonOf(result);
    reasons.set(id, result?.verdict === 'passed' ? undefined : reason);
  }
  return reasons;
};

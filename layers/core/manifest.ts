import { canonicalBytes } from '#core/canonical-json';
import { merkleRootHex } from '#core/merkle';
import type { AttemptManifest, PlannedSuite } from '#core/plan';
import type { FrozenAttempts, Run } from '#core/run';
import { wellFormed } from '#core/well-formed';
import type { GateAnswer } from '#core/words';

export const MANIFEST_SCHEMA = 'assay/manifest/v1';

/** What an evidence file is, and by that how long it is kept. The first version has one class; findings come with the security suites. */
export type EvidenceClass = 'evidence';

/** One file of the bundle. It lies under `files/{sha256}` beside the manifest. */
export interface ManifestEntry {
  /** What the file is, in words of the run: `inputs/plan.json`, `shards/0000/attempt-01/results.jsonl.gz`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly class: EvidenceClass;
  /** Values replaced by `***` before the file was written. */
  readonly redactions: number;
  /** The attempt that left it; absent for inputs and verdict. */
  readonly source?: { readonly shard: number; readonly attempt: number };
  /** The object version in the locked bucket; a newer version under the same key is not the evidence. */
  readonly versionId: string;
}

export interface ManifestAttempt {
  readonly shard: number;
  readonly attempt: number;
  readonly executor: string;
  readonly state: string;
  readonly used: boolean;
  readonly startedAtEpochMs: number;
  readonly endedAtEpochMs?: number;
  readonly taskArn?: string;
  readonly stopCode?: string;
  readonly reason?: string;
  /** Digest of the attempt's own list of files. */
  readonly attemptSha256?: string;
}

/** `manifest.json`: whole numbers, text and lists only, in RFC 8785's form. */
export interface EvidenceManifest {
  readonly schema: typeof MANIFEST_SCHEMA;
  readonly tenant: string;
  readonly runId: string;
  readonly name: string;
  /** System under test. */
  readonly sut: { readonly service: string; readonly version: string | null; readonly environment: string };
  /** SHA-256 of the plan as it was executed; null when the run ended before a plan was made. */
  readonly planDigest: string | null;
  readonly suites: readonly { readonly id: string; readonly sha256: string }[];
  readonly runner: readonly AttemptManifest['runner'][];
  readonly window: { readonly startEpochMs: number; readonly endEpochMs: number };
  readonly expectedTests: number;
  readonly gate: GateAnswer;
  readonly capture: string;
  readonly attempts: readonly ManifestAttempt[];
  readonly entries: readonly ManifestEntry[];
  /** RFC 6962 root over the canonical bytes of each entry, in their order. */
  readonly merkleRoot: string;
  readonly classes: readonly EvidenceClass[];
  /** SOC 2 and ISO 27001 controls that a test run is evidence for. */
  readonly controls: readonly string[];
}

const CONTROLS = [
  'CC6.1',
  'CC7.1',
  'CC7.2',
  'CC8.1',
  'ISO A.5.28',
  'ISO A.5.33',
  'ISO A.8.8',
  'ISO A.8.15',
  'ISO A.8.16',
  'ISO A.8.29',
];

export interface ManifestFacts {
  readonly run: Run;
  readonly frozen: FrozenAttempts;
  readonly planDigest: string | null;
  readonly suites: readonly PlannedSuite[];
  readonly expectedTests: number;
  readonly gate: GateAnswer;
  readonly capture: string;
  readonly runners: readonly AttemptManifest['runner'][];
  readonly entries: readonly ManifestEntry[];
}

/**
 * Describes a sealed run. A pure function of the frozen set and of what is stored under it: a sealing that crashed and is repeated gives
 * the same bytes. Entries are sorted by path, attempts by shard and number, whatever order they come in.
 *
 * @throws TypeError when two entries have one path
 */
export const evidenceManifest = (facts: ManifestFacts): EvidenceManifest => {
  const { run, frozen } = facts;
  const entries = sortedEntries(facts.entries);
  return wellFormed({
    schema: MANIFEST_SCHEMA,
    tenant: run.tenant,
    runId: run.runId,
    name: run.name,
    sut: { service: run.service, version: run.version, environment: run.environment },
    planDigest: facts.planDigest,
    suites: facts.suites.map(({ id, digest }) => ({ id, sha256: digest })).sort((a, b) => compare(a.id, b.id)),
    runner: distinct(facts.runners),
    window: { startEpochMs: run.acceptedAtEpochMs, endEpochMs: frozen.frozenAtEpochMs },
    expectedTests: facts.expectedTests,
    gate: facts.gate,
    capture: facts.capture,
    attempts: frozen.attempts.map(manifestAttempt).sort((a, b) => a.shard - b.shard || a.attempt - b.attempt),
    entries,
    merkleRoot: entriesRoot(entries),
    classes: ['evidence'],
    controls: CONTROLS,
  });
};

/** RFC 6962 root over the canonical lines of entries, in the order given. */
export const entriesRoot = (entries: readonly ManifestEntry[]): string =>
  merkleRootHex(entries.map((entry) => canonicalBytes(entry)));

/** `v1/{tenant}/{yyyy}/{mm}/{dd}/{runId}/`, by the day (UTC) on which the run was accepted. */
export const evidencePrefix = ({
  tenant,
  runId,
  acceptedAtEpochMs,
}: Pick<Run, 'tenant' | 'runId' | 'acceptedAtEpochMs'>): string => {
  const day = new Date(acceptedAtEpochMs).toISOString().slice(0, 10).replaceAll('-', '/');
  return `v1/${tenant}/${day}/${runId}/`;
};

/** Where a file of the bundle lies below the prefix. */
export const filePath = (sha256: string): string => `files/${sha256}`;
export const MANIFEST_PATH = 'manifest.json';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sortedEntries = (entries: readonly ManifestEntry[]): readonly ManifestEntry[] => {
  const sorted = [...entries].sort((a, b) => compare(a.path, b.path));
  const twice = sorted.find((entry, index) => entry.path === sorted[index + 1]?.path);
  if (twice !== undefined) throw new TypeError(`each path must stand in the manifest once, got ${twice.path} again`);
  return sorted;
};

const distinct = (runners: readonly AttemptManifest['runner'][]): readonly AttemptManifest['runner'][] => {
  const seen = new Map(
    runners.map((runner) => [JSON.stringify([runner.version, runner.node, runner.image ?? '']), runner]),
  );
  return [...seen].sort(([a], [b]) => compare(a, b)).map(([, runner]) => runner);
};

const manifestAttempt = (attempt: FrozenAttempts['attempts'][number]): ManifestAttempt => {
  const {
    shard,
    attempt: number,
    executor,
    state,
    used,
    startedAtEpochMs,
    endedAtEpochMs,
    taskArn,
    stopCode,
    reason,
    attemptSha256,
  } = attempt;
  return {
    ...{ shard, attempt: number, executor, state, used, startedAtEpochMs },
    ...(endedAtEpochMs === undefined ? {} : { endedAtEpochMs }),
    ...(taskArn === undefined ? {} : { taskArn }),
    ...(stopCode === undefined ? {} : { stopCode }),
    ...(reason === undefined ? {} : { reason }),
    ...(attemptSha256 === undefined ? {} : { attemptSha256 }),
  };
};

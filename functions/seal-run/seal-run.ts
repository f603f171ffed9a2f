import { canonicalBytes } from '#core/canonical-json';
import { sha256Hex } from '#core/digest';
import { inParallel } from '#core/in-parallel';
import { evidenceManifest, evidencePrefix, filePath, MANIFEST_PATH, type ManifestEntry } from '#core/manifest';
import { METRICS } from '#core/metric-names';
import type { Plan } from '#core/plan';
import { isProblem, problem } from '#core/problems';
import type { FrozenAttempts, Run, SealRecord } from '#core/run';
import { runLogFields } from '#core/run-log-fields';
import { sameGate } from '#core/same-gate';
import { reportFiles } from '#core/report/report-files';
import { junitKey, runPrefix, verdictKey } from '#core/staging-keys';
import type { VerdictDocument } from '#core/verdict-document';
import { runRecords } from '#engines/results/run-records';
import type { BlobStore, EvidenceStore } from '#ports/blob-store';
import type { SuiteBodies } from '#ports/catalog-store';
import type { Clock } from '#ports/clock';
import type { RunPointer } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { EventBus, Log, MetricsSink } from '#ports/telemetry';
import { attemptBundles, attemptFile, type AttemptBundle } from './attempt-bundle.ts';
import { bundleInputs, type BundleFile } from './bundle-inputs.ts';
import { requireClean } from './scan-file.ts';

export interface SealRunPorts {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  readonly evidence: EvidenceStore;
  readonly suiteBodies: SuiteBodies;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly metrics: MetricsSink;
  readonly log: Log;
}

export interface SealedRun extends RunPointer {
  readonly manifestKey: string;
  readonly manifestSha256: string;
  readonly objects: number;
}

/** Files in memory at once; the largest is a shard's packed results. */
const FILES_AT_ONCE = 4;
const TAGS_AT_ONCE = 16;

/**
 * Promotes a judged run to the locked bucket: every file is checked against the digests that lead to it from the frozen set, searched for
 * sensitive values, written under its digest, and listed in `manifest.json`, which comes last.
 *
 * Repeatable at every step, also by two at once: keys are digests, writes are conditional, and the manifest is a function of the frozen
 * set. Works from the frozen set only; what arrives later is never added.
 *
 * @throws run-not-found, run-not-over before the gate result; evidence-unlocked, sensitive-evidence, digest-mismatch, results-invalid, evidence-conflict, all
 *         recorded on the run as its sealError; dependency-unavailable and the like, after which it is to be repeated
 */
export const sealRun =
  (ports: SealRunPorts) =>
  async ({ tenant, runId }: RunPointer, signal: AbortSignal): Promise<SealedRun> => {
    const { runs, clock, metrics } = ports;
    const run = await runs.get(tenant, runId, signal);
    if (run === undefined) throw problem('run-not-found', `no run ${runId}`, { runId });
    ports.log.about(runLogFields(run));
    const { frozen, gate } = run;
    if (frozen === undefined || gate === undefined)
      throw problem('run-not-over', `${runId} must be judged before it is sealed, it is ${run.state}`, { runId });
    if (run.seal === undefined) {
      const seal = await sealing({ ...run, frozen }, ports, signal);
      await runs.recordSeal(tenant, runId, seal, clock.nowMs(), signal);
      metrics.add(METRICS.runsSealed, 'Count', 1);
    }
    const seal = run.seal ?? (await runs.get(tenant, runId, signal))?.seal;
    if (seal === undefined)
      throw problem('invariant-broken', `${runId} was sealed, but its record does not say so`, { runId });
    await afterSealing(run, seal, ports, signal);
    return {
      tenant,
      runId,
      manifestKey: seal.manifest.key,
      manifestSha256: seal.manifest.sha256,
      objects: seal.objects,
    };
  };

type FrozenRun = Run & { readonly frozen: FrozenAttempts };

const sealing = async (run: FrozenRun, ports: SealRunPorts, signal: AbortSignal): Promise<SealRecord> => {
  const { runs, metrics, log } = ports;
  try {
    return await writeBundle(run, ports, signal);
  } catch (error) {
    if (isProblem(error) && error.kind !== 'DependencyUnavailable') {
      // The alarm is told once: until somebody repairs the cause, every repeat fails alike, and the run says so itself.
      const known = run.sealError?.code === error.code;
      if (!known) metrics.add(METRICS.sealFailures, 'Count', 1);
      log[known ? 'warn' : 'error']('the run cannot be sealed', {
        test_run_id: run.runId,
        error_class: error.code,
        reason: error.detail,
      });
      await runs.recordSealError(run.tenant, run.runId, { code: error.code, message: error.detail }, signal);
    }
    throw error;
  }
};

const writeBundle = async (run: FrozenRun, ports: SealRunPorts, signal: AbortSignal): Promise<SealRecord> => {
  const { staging, evidence, suiteBodies, log } = ports;
  await evidence.requireLock(signal);
  const plan = await runRecords({ staging }, run).plan(signal);
  if (plan === undefined && run.planKey !== undefined)
    throw problem('plan-missing', `${run.planKey} is gone`, { runId: run.runId });
  const bundles = await attemptBundles(run.frozen, staging, signal);
  const near = [
    ...(await bundleInputs(run, plan, suiteBodies, signal)),
    ...(await verdictFiles(run, staging, log, signal)),
    ...bundles.map(({ listing }) => listing),
  ];
  const far = bundles.flatMap((bundle) => bundle.files.map((file) => ({ bundle, file })));
  // Everything is searched before anything is locked: a run with a sensitive value leaves nothing in the bucket.
  await inParallel(near, FILES_AT_ONCE, ({ path, body }) => requireClean(path, body));
  await inParallel(far, FILES_AT_ONCE, async ({ bundle, file }) =>
    requireClean(file.path, (await attemptFile(bundle, file, staging, signal)).body),
  );
  const prefix = evidencePrefix(run);
  const lock = (file: BundleFile): Promise<ManifestEntry> => lockFile(prefix, file, evidence, signal);
  const entries = [
    ...(await inParallel(near, FILES_AT_ONCE, lock)),
    ...(await inParallel(far, FILES_AT_ONCE, async ({ bundle, file }) =>
      lock(await attemptFile(bundle, file, staging, signal)),
    )),
  ];
  const manifest = manifestBytes(run, plan, bundles, entries);
  const key = `${prefix}${MANIFEST_PATH}`;
  const locked = await evidence.putOnce(key, manifest, 'application/json', signal);
  const sizes = new Map(entries.map(({ sha256, bytes }) => [sha256, bytes]));
  return {
    bucket: evidence.bucket,
    prefix,
    manifest: { key, versionId: locked.versionId, sha256: locked.sha256, bytes: locked.bytes },
    objects: sizes.size + 1,
    bytes: [...sizes.values()].reduce((sum, size) => sum + size, manifest.length),
  };
};

/** Both files of the verdict, as judge-run left them, and the pages that follow from it. */
const verdictFiles = async (
  run: Run,
  staging: BlobStore,
  log: Log,
  signal: AbortSignal,
): Promise<readonly BundleFile[]> => {
  const files = await judgedFiles(run, staging, signal);
  const verdict = files.find(({ path }) => path === VERDICT_PATH);
  return verdict === undefined ? files : [...files, ...(await pagesOf(verdict, run, log))];
};

/** A page says nothing that the verdict does not say: one that cannot be made, or made clean, is left out and keeps no evidence from being sealed. */
const pagesOf = async (verdict: BundleFile, { runId }: Run, log: Log): Promise<readonly BundleFile[]> => {
  try {
    const pages = reportsOf(verdict);
    for (const { path, body } of pages) await requireClean(path, body);
    return pages;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn('the run is sealed without its report pages', { test_run_id: runId, reason });
    return [];
  }
};

const VERDICT_PATH = 'verdict/results.json';

const reportsOf = ({ body }: BundleFile): readonly BundleFile[] =>
  reportFiles(JSON.parse(new TextDecoder().decode(body)) as VerdictDocument).map(({ name, mediaType, text }) => ({
    path: `verdict/${name}`,
    body: new TextEncoder().encode(text),
    mediaType,
    redactions: 0,
  }));

/** judge-run wrote them before the gate result. */
const judgedFiles = async (run: Run, staging: BlobStore, signal: AbortSignal): Promise<readonly BundleFile[]> =>
  inParallel(
    [
      [VERDICT_PATH, verdictKey(run), 'application/json'],
      ['verdict/junit.xml', junitKey(run), 'application/xml'],
    ] as const,
    FILES_AT_ONCE,
    async ([path, key, mediaType]) => {
      const found = await staging.get(key, signal);
      if (found === undefined) throw problem('results-invalid', `${key} is gone`, { runId: run.runId });
      if (path === VERDICT_PATH) requireSameVerdict(run, key, found.body);
      return { path, body: found.body, mediaType, redactions: 0 };
    },
  );

/** The file is not named by a digest, so it is held against the gate result that the run item keeps. */
const requireSameVerdict = (run: Run, key: string, body: Uint8Array): void => {
  const { runId, gate } = JSON.parse(new TextDecoder().decode(body)) as Partial<Pick<Run, 'runId' | 'gate'>>;
  if (runId === run.runId && sameGate(gate, run.gate)) return;
  throw problem(
    'digest-mismatch',
    `${key}: expected the verdict ${run.gate?.answer ?? 'none'} of ${run.runId}, got ${gate?.answer ?? 'none'} of ${runId ?? 'none'}`,
    { runId: run.runId },
  );
};

const lockFile = async (
  prefix: string,
  { path, body, mediaType, redactions, source }: BundleFile,
  evidence: EvidenceStore,
  signal: AbortSignal,
): Promise<ManifestEntry> => {
  const sha256 = sha256Hex(body);
  const { versionId } = await evidence.putOnce(`${prefix}${filePath(sha256)}`, body, mediaType, signal);
  return {
    path,
    sha256,
    bytes: body.length,
    mediaType,
    class: 'evidence',
    redactions,
    ...(source === undefined ? {} : { source }),
    versionId,
  };
};

const manifestBytes = (
  run: FrozenRun,
  plan: Plan | undefined,
  bundles: readonly AttemptBundle[],
  entries: readonly ManifestEntry[],
): Uint8Array => {
  const capture = plan?.environment.capture ?? 'masked';
  return canonicalBytes(
    evidenceManifest({
      run,
      frozen: run.frozen,
      planDigest: run.planSha256 ?? null,
      suites: plan?.suites ?? [],
      expectedTests: plan?.cases ?? 0,
      gate: run.gate?.answer ?? 'inconclusive',
      capture: typeof capture === 'string' ? capture : 'allowlist',
      runners: bundles.map(({ manifest }) => manifest.runner),
      entries,
    }),
  );
};

/** The seal stands whether or not this works: staging that was not tagged expires later, and the event can be missed (A3.2). */
const afterSealing = async (
  run: Run,
  seal: SealRecord,
  { staging, bus, log }: SealRunPorts,
  signal: AbortSignal,
): Promise<void> => {
  try {
    const objects = await staging.list(runPrefix(run), signal);
    await inParallel(objects, TAGS_AT_ONCE, ({ key }) => staging.tag(key, { sealed: 'true' }, signal));
    const { tenant, runId } = run;
    await bus.publish(
      'evidence.sealed',
      { tenant, runId, bucket: seal.bucket, manifest: seal.manifest.key, sha256: seal.manifest.sha256 },
      signal,
    );
  } catch (error) {
    log.warn('sealed, but staging was not tagged or the event not sent', {
      test_run_id: run.runId,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
};

import { sha256Hex } from '#core/digest';
import type { EnvironmentDefinition, HealthProbe } from '#core/environment';
import type { Plan } from '#core/plan';
import { PROBE_PAUSE_MS, PROBE_TIMEOUT_MS_DEFAULT, PROBE_TRIES_DEFAULT } from '#core/probe-time';
import { problem } from '#core/problems';
import { secretsOfTenant } from '#engines/functional/tenant-secrets';
import type { HttpClient } from '#ports/http';
import type { RunPointer } from '#ports/orchestrator';
import type { SecretSource } from '#ports/secrets';
import type { RunnerPorts } from '#runner/ports';
import { withRetry } from '#runner/with-retry';

const BODY_BYTES_MAX = 1024;

export type ProbePorts = Pick<RunnerPorts, 'runs' | 'staging' | 'clock' | 'random' | 'log' | 'httpFor'> &
  Partial<Pick<RunnerPorts, 'openSecrets'>>;

const healthUrl = (environment: EnvironmentDefinition, probe: HealthProbe): string => {
  const base = new URL(environment.targets['default'] ?? 'invalid:');
  return `${base.origin}${base.pathname.replace(/\/$/u, '')}${probe.path}`;
};

const tryOnce = async (
  url: string,
  probe: HealthProbe,
  http: HttpClient,
  traceparent: string,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const timeoutMs = probe.timeoutMs ?? PROBE_TIMEOUT_MS_DEFAULT;
  const headers = [
    ['accept', '*/*'],
    ['user-agent', 'assay'],
    ['traceparent', traceparent],
  ] as const;
  try {
    const { status } = await http.send(
      { method: 'GET', url, headers, timeoutMs, followRedirects: true, bodyBytesMax: BODY_BYTES_MAX },
      signal,
    );
    const healthy = probe.expectStatus === undefined ? status >= 200 && status < 300 : status === probe.expectStatus;
    return healthy
      ? undefined
      : `expected ${probe.expectStatus === undefined ? 'a 2xx status' : `status ${String(probe.expectStatus)}`}, got ${String(status)}`;
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof Error ? error.message : String(error);
  }
};

/** What one probe needs beside the environment. */
export interface ProbeContext extends Pick<ProbePorts, 'clock' | 'httpFor' | 'random'> {
  /** Of the run: 32 hex digits, sent on as W3C Trace Context, level 1, with a span of its own for each try. */
  readonly traceId: string;
  /** Needed where the environment's connections are made with secrets. */
  readonly secrets?: SecretSource;
  /** Asked before each try. */
  readonly isStopped: () => Promise<boolean>;
}

/**
 * Asks the health address of an environment's default target (A1.3).
 *
 * @returns `healthy` also when it has no health address; `stopped` when the run shall not go on; else why it is not healthy, after all tries
 */
export const probeEnvironment = async (
  environment: EnvironmentDefinition,
  { clock, httpFor, random, traceId, secrets, isStopped }: ProbeContext,
  signal: AbortSignal,
): Promise<'healthy' | 'stopped' | { readonly trouble: string }> => {
  const probe = environment.health;
  if (probe === undefined) return 'healthy';
  const tries = probe.tries ?? PROBE_TRIES_DEFAULT;
  const url = healthUrl(environment, probe);
  // Nothing that a probe writes holds more than an address, a status or a failure of the client, none of which has a secret in it.
  const http = httpFor(environment, secrets === undefined ? undefined : { source: secrets, learn: () => undefined });
  let trouble = '';
  try {
    for (let number = 1; number <= tries; number += 1) {
      if (number > 1) await clock.sleep(PROBE_PAUSE_MS, signal);
      if (await isStopped()) return 'stopped';
      const span = Buffer.from(random.bytes(8)).toString('hex');
      const found = await tryOnce(url, probe, http, `00-${traceId}-${span}-01`, signal);
      if (found === undefined) return 'healthy';
      trouble = found;
    }
  } finally {
    await http.close();
  }
  return { trouble: `GET ${url} was not healthy in ${String(tries)} tries: ${trouble}` };
};

const loadPlan = async (
  { tenant, runId }: RunPointer,
  { runs, staging }: ProbePorts,
  signal: AbortSignal,
): Promise<{ readonly plan: Plan; readonly traceId: string }> => {
  const run = await runs.get(tenant, runId, signal);
  const { planKey, planSha256, traceId = '' } = run ?? {};
  if (planKey === undefined || planSha256 === undefined)
    throw problem('plan-missing', `${runId}: expected a plan on the run, got none`);
  const found = await staging.get(planKey, signal);
  if (found === undefined) throw problem('plan-missing', `${planKey}: expected the plan, got nothing`);
  const got = sha256Hex(found.body);
  if (got !== planSha256) throw problem('digest-mismatch', `${planKey}: expected SHA-256 ${planSha256}, got ${got}`);
  return { plan: JSON.parse(new TextDecoder().decode(found.body)) as Plan, traceId };
};

/**
 * Tries the target of a run before its shards are started; an unhealthy one ends the run with `target-unhealthy`, which is recorded on it.
 *
 * @throws plan-missing, digest-mismatch, dependency-unavailable
 */
export const probeTarget = async (
  pointer: RunPointer,
  ports: ProbePorts,
  signal: AbortSignal,
): Promise<{ readonly healthy: boolean }> => {
  const retry = withRetry(ports, signal);
  const { plan, traceId } = await retry('loading the plan', () => loadPlan(pointer, ports, signal));
  ports.log.about({ trace_id: traceId });
  const isStopped = async (): Promise<boolean> =>
    (await retry('looking for a stop', () => ports.runs.getStop(pointer.tenant, pointer.runId, signal))) !== undefined;
  const secrets =
    ports.openSecrets === undefined ? {} : { secrets: secretsOfTenant(pointer.tenant, ports.openSecrets()) };
  const found = await probeEnvironment(plan.environment, { ...ports, ...secrets, traceId, isStopped }, signal);
  if (found === 'healthy') return { healthy: true };
  // A4: no shard of a run that shall stop is started, and the target is not to blame.
  if (found === 'stopped') return { healthy: false };
  const { trouble } = found;
  ports.log.warn('the target is not healthy', { reason: trouble });
  const error = { code: 'target-unhealthy', message: trouble };
  await retry('recording the unhealthy target', () =>
    ports.runs.recordError(pointer.tenant, pointer.runId, error, signal),
  );
  return { healthy: false };
};

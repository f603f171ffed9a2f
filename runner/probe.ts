import { sha256Hex } from '#core/digest';
import type { EnvironmentDefinition, HealthProbe } from '#core/environment';
import type { Plan } from '#core/plan';
import { problem } from '#core/problems';
import type { HttpClient } from '#ports/http';
import type { RunPointer } from '#ports/orchestrator';
import type { RunnerPorts } from '#runner/ports';
import { withRetry } from '#runner/with-retry';

const TRIES_DEFAULT = 3;
const TIMEOUT_MS_DEFAULT = 5000;
const PAUSE_MS = 1000;
const BODY_BYTES_MAX = 1024;

export type ProbePorts = Pick<RunnerPorts, 'runs' | 'staging' | 'clock' | 'random' | 'log' | 'httpFor'>;

const healthUrl = (environment: EnvironmentDefinition, probe: HealthProbe): string => {
  const base = new URL(environment.targets['default'] ?? 'invalid:');
  return `${base.origin}${base.pathname.replace(/\/$/u, '')}${probe.path}`;
};

const tryOnce = async (
  url: string,
  probe: HealthProbe,
  http: HttpClient,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const timeoutMs = probe.timeoutMs ?? TIMEOUT_MS_DEFAULT;
  const headers = [
    ['accept', '*/*'],
    ['user-agent', 'assay'],
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

/**
 * Asks the health address of an environment's default target (A1.3).
 *
 * @returns undefined when it is healthy or has no health address; else why not, after all tries
 */
export const probeEnvironment = async (
  environment: EnvironmentDefinition,
  { clock, httpFor }: Pick<ProbePorts, 'clock' | 'httpFor'>,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const probe = environment.health;
  if (probe === undefined) return undefined;
  const tries = probe.tries ?? TRIES_DEFAULT;
  const url = healthUrl(environment, probe);
  const http = httpFor(environment);
  let trouble: string | undefined;
  try {
    for (let number = 1; number <= tries; number += 1) {
      if (number > 1) await clock.sleep(PAUSE_MS, signal);
      trouble = await tryOnce(url, probe, http, signal);
      if (trouble === undefined) return undefined;
    }
  } finally {
    await http.close();
  }
  return `GET ${url} was not healthy in ${String(tries)} tries: ${trouble ?? ''}`;
};

const loadPlan = async (
  { tenant, runId }: RunPointer,
  { runs, staging }: ProbePorts,
  signal: AbortSignal,
): Promise<Plan> => {
  const run = await runs.get(tenant, runId, signal);
  const { planKey, planSha256 } = run ?? {};
  if (planKey === undefined || planSha256 === undefined)
    throw problem('plan-missing', `${runId}: expected a plan on the run, got none`);
  const found = await staging.get(planKey, signal);
  if (found === undefined) throw problem('plan-missing', `${planKey}: expected the plan, got nothing`);
  const got = sha256Hex(found.body);
  if (got !== planSha256) throw problem('digest-mismatch', `${planKey}: expected SHA-256 ${planSha256}, got ${got}`);
  return JSON.parse(new TextDecoder().decode(found.body)) as Plan;
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
  const { environment } = await retry('loading the plan', () => loadPlan(pointer, ports, signal));
  const trouble = await probeEnvironment(environment, ports, signal);
  if (trouble === undefined) return { healthy: true };
  ports.log.warn('the target is not healthy', { reason: trouble });
  const error = { code: 'target-unhealthy', message: trouble };
  await retry('recording the unhealthy target', () =>
    ports.runs.recordError(pointer.tenant, pointer.runId, error, signal),
  );
  return { healthy: false };
};

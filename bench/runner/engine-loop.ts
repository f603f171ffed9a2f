import { parseCidr } from '#core/address-policy';
import type { SuiteDefinition } from '#core/suite';
import { epochMs } from '#core/units';
import { runSuites } from '#engines/functional/run-suites';
import { undiciClient } from '#engines/http/undici-client';
import { recorder } from '#runner/recorder';
import { systemClock, systemRandom } from '../../layers/aws/system.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const DEADLINE_MS = 3_600_000;

/**
 * Runs a suite on the runner's own path: engine, HTTP client with its address guard, masking, log lines and the packed results file; all
 * that a shard does but for the table and the bucket.
 *
 * @param onCase hears how many are done
 * @returns bytes of the results file
 */
export const engineLoop = async (
  origin: string,
  suite: SuiteDefinition,
  onCase: (done: number) => void = () => undefined,
): Promise<number> => {
  const id = `${suite.service}.${suite.suite}`;
  let done = 0;
  let passed = 0;
  const shard = { service: 'assay-runner', runId: 'r1', shard: 0, attempt: 1, traceId: TRACE_ID };
  const records = recorder(systemClock, { ...shard, suiteTypes: new Map([[id, suite.capability]]) }, ({ verdict }) => {
    done += 1;
    if (verdict === 'passed') passed += 1;
    // As the pulse of a shard does every few seconds: what was taken is sent away.
    if (done % 2000 === 0) records.takeLive();
    onCase(done);
  });
  const loopback = parseCidr('127.0.0.0/8');
  const http = undiciClient({
    policy: { allowHosts: [new URL(origin).host], allowedRanges: loopback === undefined ? [] : [loopback] },
  });
  const job = {
    runId: 'r1',
    shard: 0,
    environment: { name: 'bench', targets: { default: origin } },
    suites: [{ id, digest: '', definition: suite }],
    failFast: false,
    deadlineEpochMs: epochMs(systemClock.nowMs() + DEADLINE_MS),
    traceId: TRACE_ID,
  };
  const secrets = { resolve: () => Promise.reject(new Error('the suite has no secrets')) };
  try {
    const ports = { http, clock: systemClock, random: systemRandom, secrets, masker: records.masker };
    await runSuites(job, ports, records.sink, new AbortController().signal);
  } finally {
    await http.close();
  }
  if (passed !== done || done === 0)
    throw new Error(`expected all cases to pass, got ${String(passed)} of ${String(done)}`);
  return records.finish().results.bytes.byteLength;
};

import type { ShardJob } from '#core/plan';
import { isJsonObject } from '#core/json-types';
import { LoadRefused } from '#core/load-plan';
import { withLoadPart } from '#core/load-shards';
import { problem } from '#core/problems';
import { jobKey } from '#core/staging-keys';
import { readSuite } from '#engines/suite-file/check-suite';
import type { BlobStore } from '#ports/blob-store';
import type { AttemptKey } from '#ports/run-store';

const wrong = (key: string, expected: string, got: unknown): Error =>
  problem('plan-missing', `${key}: expected ${expected}, got ${JSON.stringify(got) ?? 'nothing'}`);

const parse = (key: string, body: Uint8Array): { readonly [field: string]: unknown } => {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    if (isJsonObject(value)) return value;
  } catch (cause) {
    throw problem('plan-missing', `${key}: expected JSON, got ${String(body.byteLength)} bytes that are none`, {
      cause,
    });
  }
  throw wrong(key, 'an object', 'another JSON value');
};

/** The suites as they run: expanded, where a job has them in the form of files. */
const readSuites = (key: string, job: ShardJob): ShardJob['suites'] => {
  const given: ShardJob['suites'] = job.suites;
  if (!Array.isArray(job.suites) || given.length === 0) throw wrong(key, 'a list of suites', given);
  return given.map((one) => {
    const { suite, problems } = readSuite(one.definition);
    if (suite !== undefined) return { ...one, definition: suite };
    const [first] = problems;
    throw problem(
      'plan-missing',
      `${key}: suite ${one.id} at ${first?.pointer ?? ''}: ${first?.message ?? 'not readable'}`,
    );
  });
};

/** Loads cut down to the shard's part, now that they were checked in the form that people write. */
const withParts = (key: string, { part, environment }: ShardJob, suites: ShardJob['suites']): ShardJob['suites'] => {
  if (part === undefined) return suites;
  const { index, of } = part as { readonly index: unknown; readonly of: unknown };
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(of)) throw wrong(key, 'a part with index and of', part);
  try {
    return suites.map((one) => {
      const cases = withLoadPart(one.definition.cases, part, environment.limits);
      return { ...one, definition: { ...one.definition, cases } };
    });
  } catch (cause) {
    if (!(cause instanceof LoadRefused)) throw cause;
    throw problem('plan-missing', `${key}: ${cause.message}`, { cause });
  }
};

/**
 * Loads the job of a shard and checks that it is the one that was asked for and that it can be run.
 *
 * @throws plan-missing when it is not there or not right
 */
export const loadJob = async (
  staging: BlobStore,
  place: Pick<AttemptKey, 'tenant' | 'runId' | 'shard'>,
  signal?: AbortSignal,
): Promise<ShardJob> => {
  const key = jobKey(place, place.shard);
  const found = await staging.get(key, signal);
  if (found === undefined) throw problem('plan-missing', `${key}: expected the job of the shard, got nothing`);
  const fields = parse(key, found.body);
  if (fields['schema'] !== 'assay/job/v1') throw wrong(key, 'the schema assay/job/v1', fields['schema']);
  for (const name of ['tenant', 'runId', 'shard'] as const) {
    if (fields[name] !== place[name]) throw wrong(key, `${name} ${String(place[name])}`, fields[name]);
  }
  if (typeof fields['deadlineEpochMs'] !== 'number') throw wrong(key, 'a deadline', fields['deadlineEpochMs']);
  if (typeof fields['traceId'] !== 'string' || !/^[0-9a-f]{32}$/u.test(fields['traceId']))
    throw wrong(key, 'a trace id of 32 hex digits', fields['traceId']);
  if (!isJsonObject(fields['environment']) || !isJsonObject(fields['environment']['targets']))
    throw wrong(key, 'an environment with targets', 'none');
  const job = fields as unknown as ShardJob;
  return { ...job, suites: withParts(key, job, readSuites(key, job)) };
};

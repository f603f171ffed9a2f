import { problem } from '#core/problems';
import type { RunPointer } from '#ports/orchestrator';

/** What a function of the workflow gets to know of one shard's start. */
export interface ShardPointer extends RunPointer {
  /** From 0. */
  readonly shard: number;
  /** Retries of the state before this start; 0 at first. */
  readonly retry: number;
  /** Redrives of the execution; 0 where it was never redriven or the orchestrator does not tell. */
  readonly redrive: number;
}

/** A shard that the state machine gave up, with what it caught. */
export interface LostShardPointer extends RunPointer {
  readonly shard: number;
  readonly error?: { readonly name: string; readonly cause: string };
}

/** A run whose state machine may have caught an error before its shards had ended. */
export interface FailedRunPointer extends RunPointer {
  readonly error?: { readonly name: string; readonly cause: string };
}

type Fields = { readonly [name: string]: unknown };

const TENANT = /^[a-z0-9][a-z0-9-]{0,62}$/;
const RUN_ID = /^r[0-9a-hjkmnp-tv-z]{26}$/;

const fieldsOf = (event: unknown): Fields => {
  if (typeof event === 'object' && event !== null && !Array.isArray(event)) return event as Fields;
  throw problem('invariant-broken', `expected an object {tenant, runId}, got ${JSON.stringify(event) ?? 'nothing'}`);
};

const textOf = (fields: Fields, name: string, form: RegExp): string => {
  const value = fields[name];
  if (typeof value === 'string' && form.test(value)) return value;
  throw problem('invariant-broken', `${name}: expected ${form.source}, got ${JSON.stringify(value) ?? 'nothing'}`);
};

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const shardOf = (fields: Fields): number => {
  const { shard } = fields;
  if (isCount(shard)) return shard;
  throw problem('invariant-broken', `shard: expected a whole number from 0, got ${JSON.stringify(shard) ?? 'nothing'}`);
};

/** Orchestrators that do not count leave the field out, send null or a word: that is 0. */
const counted = (value: unknown): number => {
  if (isCount(value)) return value;
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : 0;
};

/** @throws invariant-broken: only our own state machine sends these */
export const readRunPointer = (event: unknown): RunPointer => {
  const fields = fieldsOf(event);
  return { tenant: textOf(fields, 'tenant', TENANT), runId: textOf(fields, 'runId', RUN_ID) };
};

/** @throws invariant-broken */
export const readShardPointer = (event: unknown): ShardPointer => {
  const fields = fieldsOf(event);
  return {
    ...readRunPointer(fields),
    shard: shardOf(fields),
    retry: counted(fields['retry']),
    redrive: counted(fields['redrive']),
  };
};

const caughtOf = (value: unknown): { readonly name: string; readonly cause: string } | undefined => {
  if (typeof value === 'string') return { name: value, cause: '' };
  if (typeof value !== 'object' || value === null) return undefined;
  const { Error: name, Cause: cause } = value as { readonly [key: string]: unknown };
  return typeof name === 'string' ? { name, cause: typeof cause === 'string' ? cause : '' } : undefined;
};

/** The error is what a Catch hands on, `{Error, Cause}`; without one the shard is lost all the same. @throws invariant-broken */
export const readLostShardPointer = (event: unknown): LostShardPointer => {
  const fields = fieldsOf(event);
  const error = caughtOf(fields['error']);
  return { ...readRunPointer(fields), shard: shardOf(fields), ...(error === undefined ? {} : { error }) };
};

/** The error is what a Catch hands on, `{Error, Cause}`; absent when nothing was caught. @throws invariant-broken */
export const readFailedRunPointer = (event: unknown): FailedRunPointer => {
  const error = caughtOf(fieldsOf(event)['error']);
  return { ...readRunPointer(event), ...(error === undefined ? {} : { error }) };
};

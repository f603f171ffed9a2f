import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Cloud } from './cloud.ts';
import { AUDIENCE } from './oidc-issuer.ts';
import type { TokenRequest } from './oidc-issuer.ts';
import { assayFolder } from './places.ts';

const ANSWER_TIMEOUT_MS = 5_000;

/** What a cloud left running by `npm start` says about itself in `.assay/cloud.json`. */
export interface CloudRecord {
  readonly pid: number;
  readonly url: string;
  readonly endpoint: string;
  readonly issuer: string;
  /** Lets its reader mint tokens: the file is for this user only. */
  readonly requestToken: string;
  readonly tenants: readonly string[];
  readonly startedAt: string;
}

/** A cloud as callers need it, whoever runs it. */
export interface ReachableCloud {
  readonly url: string;
  readonly endpoint: string;
  readonly issuer: { readonly url: string; readonly requestToken: string };
  readonly tokenFor: (claims: TokenRequest['claims'], more?: Omit<TokenRequest, 'claims'>) => Promise<string>;
}

/** ASSAY_CLOUD names another file than the one of `npm start`: of another cloud on this machine. */
const recordFile = (): string => process.env['ASSAY_CLOUD'] ?? path.join(assayFolder(), 'cloud.json');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readRecord = (): CloudRecord | undefined => {
  if (!existsSync(recordFile())) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(recordFile(), 'utf8'));
    const texts = ['url', 'endpoint', 'issuer', 'requestToken', 'startedAt'];
    if (
      isRecord(value) &&
      Number.isInteger(value['pid']) &&
      Array.isArray(value['tenants']) &&
      texts.every((name) => typeof value[name] === 'string')
    ) {
      return value as unknown as CloudRecord;
    }
  } catch {
    // Half written, or by another version: as good as none.
  }
  return undefined;
};

export const processLives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** A process id can be given to somebody else: only an issuer that answers under its own name proves that this is our cloud. */
const issuerAnswers = async (issuer: string, timeoutMs: number): Promise<boolean> => {
  try {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    const document: unknown = await answer.json();
    return answer.ok && isRecord(document) && document['issuer'] === issuer;
  } catch (error) {
    // Somebody took the connection and was too busy to answer: on a busy machine that is a cloud, and its record must stay.
    return isRecord(error) && error['name'] === 'TimeoutError';
  }
};

/** Reads who runs a cloud on this machine; a record whose cloud is gone is removed. */
export const findRunningCloud = async (timeoutMs = ANSWER_TIMEOUT_MS): Promise<CloudRecord | undefined> => {
  const record = readRecord();
  if (record !== undefined && processLives(record.pid) && (await issuerAnswers(record.issuer, timeoutMs)))
    return record;
  rmSync(recordFile(), { force: true });
  return undefined;
};

/** What another process needs to use a cloud of this one. */
export const recordOf = (cloud: Cloud, tenants: readonly string[]): CloudRecord => ({
  pid: process.pid,
  url: cloud.url,
  endpoint: cloud.endpoint,
  issuer: cloud.issuer.url,
  requestToken: cloud.issuer.requestToken,
  tenants,
  startedAt: new Date().toISOString(),
});

export const writeCloudRecord = (cloud: Cloud, tenants: readonly string[], file = recordFile()): void => {
  writeFileSync(file, `${JSON.stringify(recordOf(cloud, tenants), null, 2)}\n`, { mode: 0o600 });
};

/** Removes the record, unless another cloud has written its own since. */
export const removeCloudRecord = (): void => {
  if (readRecord()?.pid === process.pid) rmSync(recordFile(), { force: true });
};

const mintThere = async ({ issuer, requestToken }: CloudRecord, request: TokenRequest): Promise<string> => {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Bearer ${requestToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ audience: AUDIENCE, ...request }),
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
  const body: unknown = await answer.json();
  if (isRecord(body) && typeof body['value'] === 'string') return body['value'];
  throw new Error(`the token issuer ${issuer} answered ${String(answer.status)}: ${JSON.stringify(body)}`);
};

/** A cloud that another process runs. */
export const reach = (record: CloudRecord): ReachableCloud => ({
  url: record.url,
  endpoint: record.endpoint,
  issuer: { url: record.issuer, requestToken: record.requestToken },
  tokenFor: (claims, more = {}) => mintThere(record, { claims, ...more }),
});

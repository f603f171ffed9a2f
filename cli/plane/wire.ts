import type { CaseResult } from '#core/case-result';
import type { RunView } from '#core/run-view';
import { CliFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import type { PlaneAnswer, PlaneCall, PlaneClient } from './plane-client.ts';

export type { RunView } from '#core/run-view';
export type { RunSummary } from '#core/run-view';

export interface Resolved {
  readonly environment: string;
  readonly environmentFrom: string;
  readonly version: string | null;
  readonly versionFrom: string;
}

export interface RunAccepted {
  readonly runId: string;
  readonly name: string;
  readonly state: string;
  readonly service: string;
  readonly resolved: Resolved;
  readonly cases: number;
  readonly suites: readonly string[];
  readonly replayed: boolean;
  readonly rerunOf?: string;
  readonly links: RunView['links'];
}

export interface RunSelection {
  readonly selection: readonly {
    readonly suite: string;
    readonly cases: readonly string[];
    /** Cases that are run besides, because the selected ones need them. */
    readonly dependencies?: readonly string[];
  }[];
  readonly cases: number;
  readonly resolved: Resolved;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  /** For results and logs: false while more may come. */
  readonly complete?: boolean;
}

export type ResultPage = Page<CaseResult>;

export interface LogLine {
  readonly at: string;
  readonly level: string;
  readonly message: string;
  readonly shard: number;
  readonly case?: string;
  readonly suite?: string;
  /** Why a case did not pass; `***` for who may not read payload. */
  readonly reason?: string;
}

export interface SealedLink {
  readonly key: string;
  readonly versionId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly url: string;
}

export interface EvidenceView {
  readonly bucket: string;
  readonly prefix: string;
  readonly manifest: SealedLink;
  readonly files: readonly (SealedLink & { readonly path: string; readonly mediaType: string })[];
  readonly expiresAt: string;
}

export interface TrustRuleView {
  readonly id: string;
  readonly issuer: string;
  readonly audience?: string;
  readonly claims: { readonly [claim: string]: unknown };
  readonly role: string;
  readonly projects: readonly string[];
  readonly payloadRead: boolean;
  readonly description?: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
  /** Why the plane does not believe the rule, when it does not. */
  readonly ignored?: string;
}

export interface PrincipalView {
  readonly tenant: string;
  readonly role: string;
  readonly subject: string;
  readonly issuer: string;
  readonly ruleId: string;
  readonly projects: readonly string[];
  readonly payloadRead: boolean;
  readonly rights: readonly string[];
}

export interface UploadView {
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly expiresAt: string;
}

export interface Readiness {
  readonly status: string;
  readonly dependencies: readonly { readonly name: string; readonly state: string; readonly latencyMs: number }[];
}

/** Fields of each answer that this program cannot do without; each is `required` in the API's document, which a test holds. */
export const REQUIRED_FIELDS = {
  RunAccepted: ['runId', 'name', 'cases', 'suites', 'replayed', 'links', 'resolved'],
  RunSelection: ['selection', 'cases', 'resolved'],
  RunView: ['runId', 'name', 'state', 'service', 'gate', 'progress', 'timings', 'links', 'error', 'stop', 'seal'],
  RunList: ['items', 'next'],
  ResultList: ['items', 'next', 'complete'],
  ContextList: ['items', 'next', 'complete'],
  LogList: ['items', 'next', 'complete'],
  EvidenceView: ['manifest', 'files', 'expiresAt'],
  FindingList: ['items', 'next'],
  FindingView: ['fingerprint', 'service', 'check', 'title', 'severity', 'state', 'dueAt', 'overdue'],
  TrustRuleList: ['items'],
  TrustRuleView: ['id', 'issuer', 'claims', 'role', 'projects'],
  PrincipalView: ['tenant', 'role', 'subject', 'issuer', 'ruleId', 'rights'],
  UploadView: ['url', 'headers', 'expiresAt'],
  Readiness: ['status', 'dependencies'],
  SuiteList: ['items', 'next'],
  SuiteView: ['id', 'digest', 'revision', 'cases'],
  ServiceView: ['service', 'revision'],
  EnvironmentView: ['name', 'revision'],
} as const;
export type AnswerName = keyof typeof REQUIRED_FIELDS;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An answer's body as the type that the API's document gives it. Checked here: that it is an object with the fields we need, so that another
 * server at the address is named as such instead of ending in a TypeError.
 *
 * @throws CliFailure unavailable
 */
export const readAnswer = <T>(answer: PlaneAnswer, name: AnswerName, call: string): T => {
  const body = answer.json;
  const missing = isRecord(body) ? REQUIRED_FIELDS[name].filter((field) => !Object.hasOwn(body, field)) : undefined;
  if (missing === undefined || missing.length > 0) {
    const got = missing === undefined ? 'something else' : `one without ${missing.join(', ')}`;
    throw new CliFailure(EXIT.unavailable, 'unexpected answer', `${call} should answer with a ${name}, got ${got}`, {
      hint: 'is this the address of an Assay plane of the same major version? `assay doctor` checks it',
    });
  }
  return body as T;
};

/** Sends a call and reads its answer. */
export const fetchAnswer = async <T>(client: PlaneClient, call: PlaneCall, name: AnswerName): Promise<T> =>
  readAnswer<T>(await client.send(call), name, `${call.method} ${call.path}`);

/** Every item of a paged list. */
export const fetchAll = async <T>(
  client: PlaneClient,
  call: PlaneCall,
  name: AnswerName,
  itemsMax = Infinity,
): Promise<T[]> => {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const query: PlaneCall['query'] = { limit: 1000, ...call.query, ...(cursor === null ? {} : { cursor }) };
    const page: Page<T> = await fetchAnswer<Page<T>>(client, { ...call, query }, name);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && items.length < itemsMax);
  return items;
};

import { randomBytes } from 'node:crypto';
import type { FaultName } from './faults.ts';

export type Status = 'draft' | 'shared' | 'signing' | 'signed';

export interface AuditEvent {
  readonly number: number;
  readonly what: 'created' | 'changed' | 'shared' | 'signature' | 'signed';
  readonly by: string;
  readonly at: string;
}

export interface Share {
  readonly id: string;
  readonly user: string;
  readonly role: 'signer' | 'reader';
  signedAs: string | undefined;
}

/** A document as the API keeps it. */
export interface Document {
  readonly id: string;
  readonly owner: string;
  readonly createdAt: string;
  title: string;
  reference: string;
  pages: number;
  confidential: boolean;
  version: number;
  status: Status;
  content: Buffer;
  readonly shares: Share[];
  readonly audit: AuditEvent[];
}

export interface Session {
  readonly user: string;
  readonly expiresAtMs: number;
}

export interface Subscription {
  readonly id: string;
  readonly owner: string;
  readonly document: string;
  readonly url: string;
  readonly secret: string;
}

/** Everything the API remembers; it lives as long as the process. */
export interface Archive {
  readonly documents: Map<string, Document>;
  /** Document id by `user \n Idempotency-Key`, with the body it was for. */
  readonly createKeys: Map<string, { readonly id: string; readonly body: string }>;
  readonly sessions: Map<string, Session>;
  /** The first token that a user was given. */
  readonly firstTokens: Map<string, string>;
  readonly subscriptions: Map<string, Subscription>;
  /** When the last searches of a session were, oldest first, by token. */
  readonly searches: Map<string, number[]>;
  readonly passwords: ReadonlyMap<string, string>;
  readonly faults: Set<FaultName>;
  /** Faults that show once and have shown. */
  readonly shown: Set<FaultName>;
  /** Aborted when the server ends: nothing is sent any more. */
  readonly ending: AbortController;
  readonly nowMs: () => number;
}

/** Olga writes, Sam and Sara sign, Rita reads, Stan is a stranger. */
export const USERS = ['olga', 'sam', 'sara', 'rita', 'stan'] as const;

export const makeArchive = (password: string, faults: Iterable<FaultName>, nowMs: () => number): Archive => ({
  documents: new Map(),
  createKeys: new Map(),
  sessions: new Map(),
  firstTokens: new Map(),
  subscriptions: new Map(),
  searches: new Map(),
  passwords: new Map(USERS.map((user) => [user, password])),
  faults: new Set(faults),
  shown: new Set(),
  ending: new AbortController(),
  nowMs,
});

export const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;

/** True the first time only, where the API has the fault. */
export const showsOnce = (archive: Archive, fault: FaultName): boolean => {
  if (!archive.faults.has(fault) || archive.shown.has(fault)) return false;
  archive.shown.add(fault);
  return true;
};

export const note = (archive: Archive, document: Document, what: AuditEvent['what'], by: string): void => {
  const at = new Date(archive.nowMs()).toISOString();
  document.audit.push({ number: document.audit.length + 1, what, by, at });
};

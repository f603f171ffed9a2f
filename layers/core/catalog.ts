import type { Capability, Risk } from '#core/words';
import type { EnvironmentDefinition } from '#core/environment';

export interface ServiceDefinition {
  readonly service: string;
  readonly name?: string;
  readonly owner: string;
  readonly team?: string;
  readonly contact?: string;
  readonly tier?: 0 | 1 | 2 | 3;
  readonly exposure?: 'public' | 'partner' | 'internal';
  readonly repository?: string;
  readonly defaultEnvironment?: string;
  /** Newest registered version, until spec versions come. */
  readonly version?: string;
}

/** What every stored catalog item carries beside its definition. */
export interface Stored<T> {
  readonly schemaVersion: 1;
  readonly tenant: string;
  readonly definition: T;
  /** Counts up with every change; the ETag. */
  readonly revision: number;
  readonly updatedAtEpochMs: number;
  readonly updatedBy: string;
}

export type StoredService = Stored<ServiceDefinition>;
export type StoredEnvironment = Stored<EnvironmentDefinition>;

/** A suite's header; its body lies in the catalog bucket under its digest. */
export interface StoredSuite {
  readonly schemaVersion: 1;
  readonly tenant: string;
  /** `service.suite` */
  readonly id: string;
  readonly service: string;
  readonly suite: string;
  readonly name: string;
  readonly capability: Capability;
  readonly tags: readonly string[];
  readonly owner?: string;
  readonly risk: Risk;
  readonly advisory: boolean;
  readonly cases: number;
  readonly digest: string;
  readonly key: string;
  readonly bytes: number;
  readonly revision: number;
  readonly updatedAtEpochMs: number;
  readonly updatedBy: string;
}

/** One case as the selection index knows it; tags hold the suite's tags too. */
export interface IndexedCase {
  readonly id: string;
  readonly tags: readonly string[];
  /** Places, among the cases of its suite, of those that it needs directly; absent when there are none. */
  readonly needs?: readonly number[];
}

/** One suite in a service's selection index: what POST /tests/run selects from without reading suites. */
export interface IndexedSuite {
  readonly id: string;
  readonly capability: Capability;
  readonly digest: string;
  readonly key: string;
  readonly advisory: boolean;
  /** Variables and secrets that the environment must have; absent when there are none, and in rows written before the index had them. */
  readonly uses?: readonly string[];
  readonly cases: readonly IndexedCase[];
}

export interface SelectionIndex {
  readonly service: string;
  readonly revision: number;
  readonly suites: readonly IndexedSuite[];
}

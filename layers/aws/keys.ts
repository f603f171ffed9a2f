/**
 * Keys of the one table; docs/data-model.md lists them with the pattern each serves. Every part is percent-encoded, so that no value can
 * hold the separator and two different things never share a key.
 */
export interface TableKey {
  readonly pk: string;
  readonly sk: string;
}

const part = (text: string): string => encodeURIComponent(text);
const tenantPart = (tenant: string): string => `T#${part(tenant)}`;

/** 15 digits hold every time of the next 29,000 years and sort as text. */
const TIME_DIGITS = 15;
export const timePart = (epochMs: number): string =>
  String(Math.max(0, Math.floor(epochMs))).padStart(TIME_DIGITS, '0');

/** Where a run stands in every list: by acceptance time, then id. */
export const runPosition = (run: { readonly acceptedAtEpochMs: number; readonly runId: string }): string =>
  `${timePart(run.acceptedAtEpochMs)}#${part(run.runId)}`;
export const isRunPosition = (text: string): boolean => /^\d{15}#[\w.%~-]+$/.test(text);

/** Below and above every position. */
export const FIRST_POSITION = '0';
export const LAST_POSITION = '~';

export const runPartition = (tenant: string, runId: string): string => `${tenantPart(tenant)}#RUN#${part(runId)}`;
export const runKey = (tenant: string, runId: string): TableKey => ({ pk: runPartition(tenant, runId), sk: 'RUN' });

/** Four digits: runs have at most 1,000 shards. */
export const shardKey = (tenant: string, runId: string, shard: number): TableKey => ({
  pk: runPartition(tenant, runId),
  sk: `SHARD#${String(shard).padStart(4, '0')}`,
});

/** One piece of a value too large for the run item, named by its digest: competing writers cannot mix their pieces. */
export const pieceKey = (tenant: string, runId: string, digest: string, piece: number): TableKey => ({
  pk: runPartition(tenant, runId),
  sk: `PIECE#${digest}#${String(piece).padStart(3, '0')}`,
});

export const labelPartition = (tenant: string, label: string): string => `${tenantPart(tenant)}#LABEL#${part(label)}`;
export const serviceRuns = (tenant: string, service: string): string =>
  `${tenantPart(tenant)}#RUNS#SERVICE#${part(service)}`;
export const environmentRuns = (tenant: string, environment: string): string =>
  `${tenantPart(tenant)}#RUNS#ENVIRONMENT#${part(environment)}`;
export const openRuns = (tenant: string): string => `${tenantPart(tenant)}#RUNS#OPEN`;
/** Runs that no repeat will seal: out of the reconciler's way, and still counted. */
export const setAsideRuns = (tenant: string): string => `${tenantPart(tenant)}#RUNS#SET-ASIDE`;
export const tenantRuns = (tenant: string): string => `${tenantPart(tenant)}#RUNS`;

/** What a run created, by run: the runner strikes entries off by id alone. */
export const resourceKey = (tenant: string, runId: string, id: string): TableKey => ({
  pk: `${tenantPart(tenant)}#RESOURCES#${part(runId)}`,
  sk: `RESOURCE#${part(id)}`,
});
/** Resources that are still there, by how much trouble they make. */
export const resourcesIn = (tenant: string, state: 'left' | 'stuck' | 'given-up'): string =>
  `${tenantPart(tenant)}#RESOURCES#${state.toUpperCase()}`;
export const environmentResources = (tenant: string, environment: string): string =>
  `${tenantPart(tenant)}#RESOURCES#ENVIRONMENT#${part(environment)}`;
export const resourcePosition = (epochMs: number, id: string): string => `${timePart(epochMs)}#${part(id)}`;

/** Crosses tenants on purpose: whoever sends a webhook knows its id, 128 random bits, and nothing else. */
export const hookKey = (id: string): TableKey => ({ pk: `HOOK#${part(id)}`, sk: 'HOOK' });
/** Four digits: a hook keeps at most 1,000 calls. */
export const hookCallKey = (id: string, number: number): TableKey => ({
  pk: hookKey(id).pk,
  sk: `CALL#${String(number).padStart(4, '0')}`,
});

export const catalogPartition = (tenant: string): string => `${tenantPart(tenant)}#CATALOG`;
export const serviceKey = (tenant: string, service: string): TableKey => ({
  pk: catalogPartition(tenant),
  sk: `SERVICE#${part(service)}`,
});
export const environmentKey = (tenant: string, name: string): TableKey => ({
  pk: catalogPartition(tenant),
  sk: `ENVIRONMENT#${part(name)}`,
});
export const suiteKey = (tenant: string, id: string): TableKey => ({
  pk: catalogPartition(tenant),
  sk: `SUITE#${part(id)}`,
});
export const selectionKey = (tenant: string, service: string): TableKey => ({
  pk: catalogPartition(tenant),
  sk: `SELECTION#${part(service)}`,
});
export const durationsKey = (tenant: string, suiteId: string): TableKey => ({
  pk: `${tenantPart(tenant)}#HISTORY`,
  sk: `DURATIONS#${part(suiteId)}`,
});

/** What answers of an operation look like now. */
export const structureKey = (tenant: string, service: string, operation: string): TableKey => ({
  pk: `${tenantPart(tenant)}#STRUCTURES#${part(service)}`,
  sk: `OPERATION#${part(operation)}`,
});
/** Changes of structures of a service, by time. */
export const driftPartition = (tenant: string, service: string): string =>
  `${tenantPart(tenant)}#DRIFT#${part(service)}`;
/** Operations of a service may change at once. */
export const driftKey = (tenant: string, service: string, epochMs: number, operation: string): TableKey => ({
  pk: driftPartition(tenant, service),
  sk: `${timePart(epochMs)}#${part(operation)}`,
});
/** Answers that showed one resource, by time. */
export const responsesPartition = (tenant: string, service: string, operation: string, resource: string): string =>
  `${tenantPart(tenant)}#RESPONSES#${part(service)}#${part(operation)}#${part(resource)}`;
export const responseKey = (partition: string, epochMs: number, runId: string): TableKey => ({
  pk: partition,
  sk: `${timePart(epochMs)}#${part(runId)}`,
});
export const findingsPartition = (tenant: string, service: string): string =>
  `${tenantPart(tenant)}#FINDINGS#${part(service)}`;
export const findingKey = (tenant: string, service: string, fingerprint: string): TableKey => ({
  pk: findingsPartition(tenant, service),
  sk: `FINDING#${part(fingerprint)}`,
});
/** Open findings of all services, by when they are due. */
export const openFindings = (tenant: string): string => `${tenantPart(tenant)}#FINDINGS`;
export const findingPosition = (dueAtEpochMs: number | undefined, service: string, fingerprint: string): string =>
  `${dueAtEpochMs === undefined ? LAST_POSITION : timePart(dueAtEpochMs)}#${part(service)}#${part(fingerprint)}`;

/** The only partition without a tenant: it holds nothing but the names of tenants, for the reconciler. */
export const TENANTS_PARTITION = 'TENANTS';
export const tenantKey = (tenant: string): TableKey => ({ pk: TENANTS_PARTITION, sk: tenantPart(tenant) });

export const accessPartition = (tenant: string): string => `${tenantPart(tenant)}#ACCESS`;
export const trustRuleKey = (tenant: string, id: string): TableKey => ({
  pk: accessPartition(tenant),
  sk: `RULE#${part(id)}`,
});
/** Crosses tenants on purpose: the authorizer knows an issuer before it knows a tenant. */
export const issuerRules = (issuer: string): string => `ISSUER#${part(issuer)}`;

export const auditKey = (tenant: string, atEpochMs: number, digest: string): TableKey => ({
  pk: `${tenantPart(tenant)}#AUDIT#${new Date(atEpochMs).toISOString().slice(0, 10)}`,
  sk: `${timePart(atEpochMs)}#${digest}`,
});
export const resourceAudit = (tenant: string, resource: string): string =>
  `${tenantPart(tenant)}#AUDIT#RESOURCE#${part(resource)}`;

import type { StoredSuite } from '#core/catalog';
import { indexSuite } from '#core/index-suite';
import { problem } from '#core/problems';
import type { ProblemReason } from '#core/problems';
import { requireProject } from '#core/project-scope';
import type { SuiteDefinition } from '#core/suite';
import { readSuite } from '#engines/suite-file/check-suite';
import { parseSuiteFile } from '#engines/suite-file/parse-suite';
import type { BlobStore } from '#ports/blob-store';
import type { CatalogStore, SuiteBodies } from '#ports/catalog-store';
import { refuseSecrets } from './refuse-secrets.ts';
import { readUpload } from './suite-upload.ts';
import { requireRevision, writeItem } from './write-item.ts';
import type { Change, WriteItemPorts, Written } from './write-item.ts';

export interface PutSuitePorts extends WriteItemPorts {
  readonly catalog: CatalogStore;
  readonly bodies: SuiteBodies;
  /** The catalog bucket, where uploads lie. */
  readonly blobs: BlobStore;
}

export interface PutSuite extends Change {
  /** `service.suite` */
  readonly suite: string;
  /** The suite itself, or the digest of an upload that holds it as JSON or YAML. */
  readonly body: { readonly upload: { readonly sha256: string } } | { readonly definition: unknown };
}

const invalid = (id: string, errors: readonly ProblemReason[]): Error =>
  problem(
    'suite-invalid',
    `suite ${id}: ${errors[0]?.reason ?? 'it cannot be read'}${errors.length > 1 ? ` (and ${String(errors.length - 1)} more)` : ''}`,
    { errors },
  );

const readBody = async (
  { suite: id, body, principal }: PutSuite,
  blobs: BlobStore,
  signal: AbortSignal,
): Promise<SuiteDefinition> => {
  if ('definition' in body) {
    const { suite, problems } = readSuite(body.definition);
    if (suite !== undefined) return suite;
    throw invalid(
      id,
      problems.map(({ pointer, message }) => ({ pointer, reason: message })),
    );
  }
  const text = await readUpload(blobs, principal.tenant, body.upload.sha256, signal);
  const { suite, problems } = parseSuiteFile(text, 'upload');
  if (suite !== undefined) return suite;
  throw invalid(
    id,
    problems.map(({ pointer, message, place }) => ({
      pointer,
      reason: `line ${String(place.line)}, column ${String(place.column)}: ${message}`,
    })),
  );
};

const requireName = (id: string, { service, suite }: SuiteDefinition): void => {
  const [wantedService, wantedSuite] = id.split('.');
  const errors = [
    ...(service === wantedService
      ? []
      : [{ pointer: '/service', reason: `expected "${wantedService ?? ''}" as in the path, got "${service}"` }]),
    ...(suite === wantedSuite
      ? []
      : [{ pointer: '/suite', reason: `expected "${wantedSuite ?? ''}" as in the path, got "${suite}"` }]),
  ];
  if (errors.length > 0) throw invalid(id, errors);
};

/** Digest and header say all: a suite with the same body is the same. */
const contentOf = ({ name, capability, tags, owner, risk, advisory, cases, digest }: StoredSuite): unknown => ({
  name,
  capability,
  tags,
  ...(owner === undefined ? {} : { owner }),
  risk,
  advisory,
  cases,
  digest,
});

const requireService = async (
  catalog: CatalogStore,
  tenant: string,
  service: string,
  signal: AbortSignal,
): Promise<void> => {
  if ((await catalog.getService(tenant, service, signal)) !== undefined) return;
  throw problem(
    'unknown-service',
    `the service ${service} is not registered; register it with PUT /services/${service} first`,
    {
      errors: [{ pointer: '/service', reason: `expected a registered service, got "${service}"` }],
    },
  );
};

/**
 * Registers a suite or replaces it. Its body is stored under its digest first, then its header and its row of the selection index.
 *
 * @throws forbidden, suite-invalid, unknown-service, sensitive-value, upload-not-found, upload-mismatch, revision-conflict
 */
export const putSuite =
  ({ catalog, bodies, blobs, ...ports }: PutSuitePorts) =>
  async (command: PutSuite, signal: AbortSignal): Promise<Written<StoredSuite>> => {
    const { suite: id, principal } = command;
    const { tenant } = principal;
    const service = id.split('.')[0] ?? '';
    requireProject(principal, service);
    const suite = await readBody(command, blobs, signal);
    requireName(id, suite);
    refuseSecrets(`suite ${id}`, suite);
    await requireService(catalog, tenant, service, signal);

    const before = await catalog.getSuite(tenant, id, signal);
    const revision = before?.revision ?? 0;
    requireRevision(`suite ${id}`, command.ifMatch, revision);
    const stored = await bodies.put(tenant, suite, signal);
    const after: StoredSuite = {
      schemaVersion: 1,
      tenant,
      id,
      service,
      suite: suite.suite,
      name: suite.name ?? suite.suite,
      capability: suite.capability,
      tags: suite.tags ?? [],
      ...(suite.owner === undefined ? {} : { owner: suite.owner }),
      risk: suite.risk ?? 'medium',
      advisory: suite.advisory ?? false,
      cases: suite.cases.length,
      digest: stored.digest,
      key: stored.key,
      bytes: stored.bytes,
      revision: revision + 1,
      updatedAtEpochMs: ports.clock.nowMs(),
      updatedBy: principal.subject,
    };
    return writeItem(ports)(
      command,
      {
        resource: `suite/${id}`,
        before,
        after,
        content: contentOf,
        put: (until) => catalog.putSuite(after, indexSuite(suite, after), revision, until),
      },
      signal,
    );
  };

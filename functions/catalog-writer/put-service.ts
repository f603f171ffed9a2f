import type { ServiceDefinition, StoredService } from '#core/catalog';
import { problem } from '#core/problems';
import { requireProject } from '#core/project-scope';
import type { CatalogStore } from '#ports/catalog-store';
import { refuseSecrets } from './refuse-secrets.ts';
import { requireRevision, writeItem } from './write-item.ts';
import type { Change, WriteItemPorts, Written } from './write-item.ts';

export interface PutServicePorts extends WriteItemPorts {
  readonly catalog: CatalogStore;
}

export interface PutService extends Change {
  readonly service: string;
  /** The body: `service` may be left out, and equals the path's when given. */
  readonly definition: Omit<ServiceDefinition, 'service'> & { readonly service?: string };
}

/**
 * Registers a service or replaces its definition.
 *
 * @throws forbidden, validation-failed, unknown-environment, sensitive-value, revision-conflict
 */
export const putService =
  ({ catalog, ...ports }: PutServicePorts) =>
  async ({ service, definition, ...change }: PutService, signal: AbortSignal): Promise<Written<StoredService>> => {
    const { tenant, subject } = change.principal;
    requireProject(change.principal, service);
    if (definition.service !== undefined && definition.service !== service) {
      const reason = `expected "${service}" as in the path, got "${definition.service}"`;
      throw problem('validation-failed', `service: ${reason}`, { errors: [{ pointer: '/service', reason }] });
    }
    refuseSecrets(`service ${service}`, definition);
    const { defaultEnvironment } = definition;
    const [before, environment] = await Promise.all([
      catalog.getService(tenant, service, signal),
      defaultEnvironment === undefined ? undefined : catalog.getEnvironment(tenant, defaultEnvironment, signal),
    ]);
    if (defaultEnvironment !== undefined && environment === undefined) {
      throw problem(
        'unknown-environment',
        `the default environment ${defaultEnvironment} is not registered; register it with PUT /environments/${defaultEnvironment}`,
        {
          errors: [
            {
              pointer: '/defaultEnvironment',
              reason: `expected a registered environment, got "${defaultEnvironment}"`,
            },
          ],
        },
      );
    }
    const revision = before?.revision ?? 0;
    requireRevision(`service ${service}`, change.ifMatch, revision);
    const after: StoredService = {
      schemaVersion: 1,
      tenant,
      definition: { ...definition, service },
      revision: revision + 1,
      updatedAtEpochMs: ports.clock.nowMs(),
      updatedBy: subject,
    };
    return writeItem(ports)(
      change,
      {
        resource: `service/${service}`,
        before,
        after,
        content: (item) => item.definition,
        put: (until) => catalog.putService(after, revision, until),
      },
      signal,
    );
  };

import type { Cidr } from '#core/address-policy';
import type { StoredEnvironment } from '#core/catalog';
import type { EnvironmentDefinition } from '#core/environment';
import { problem } from '#core/problems';
import type { CatalogStore } from '#ports/catalog-store';
import { checkEnvironment } from './check-environment.ts';
import { refuseSecrets, refuseSecretVariables } from './refuse-secrets.ts';
import { requireRevision, writeItem } from './write-item.ts';
import type { Change, WriteItemPorts, Written } from './write-item.ts';

export interface PutEnvironmentPorts extends WriteItemPorts {
  readonly catalog: CatalogStore;
  /** Private ranges that this deploy lets environments point at. */
  readonly allowedRanges: readonly Cidr[];
}

export interface PutEnvironment extends Change {
  readonly environment: string;
  /** The body: `name` may be left out, and equals the path's when given. */
  readonly definition: Omit<EnvironmentDefinition, 'name'> & { readonly name?: string };
}

/** Environments belong to all services of a tenant, so a principal of some projects only may not change what others run against. */
const requireAllProjects = ({ principal }: Change): void => {
  if (principal.projects.includes('*')) return;
  throw problem(
    'forbidden',
    `environments are shared by all services: expected a trust rule for all projects, ${principal.ruleId} is for ${principal.projects.join(', ') || '(none)'}`,
  );
};

/**
 * Registers an environment or replaces its definition.
 *
 * @throws forbidden, validation-failed, environment-invalid, target-refused, sensitive-value, revision-conflict
 */
export const putEnvironment =
  ({ catalog, allowedRanges, ...ports }: PutEnvironmentPorts) =>
  async (
    { environment, definition: given, ...change }: PutEnvironment,
    signal: AbortSignal,
  ): Promise<Written<StoredEnvironment>> => {
    const { tenant, subject } = change.principal;
    requireAllProjects(change);
    if (given.name !== undefined && given.name !== environment) {
      const reason = `expected "${environment}" as in the path, got "${given.name}"`;
      throw problem('validation-failed', `name: ${reason}`, { errors: [{ pointer: '/name', reason }] });
    }
    const definition: EnvironmentDefinition = { ...given, name: environment };
    checkEnvironment(definition, tenant, allowedRanges);
    refuseSecrets(`environment ${environment}`, definition);
    refuseSecretVariables(environment, definition.variables);

    const before = await catalog.getEnvironment(tenant, environment, signal);
    const revision = before?.revision ?? 0;
    requireRevision(`environment ${environment}`, change.ifMatch, revision);
    const after: StoredEnvironment = {
      schemaVersion: 1,
      tenant,
      definition,
      revision: revision + 1,
      updatedAtEpochMs: ports.clock.nowMs(),
      updatedBy: subject,
    };
    return writeItem(ports)(
      change,
      {
        resource: `environment/${environment}`,
        before,
        after,
        content: (item) => item.definition,
        put: (until) => catalog.putEnvironment(after, revision, until),
      },
      signal,
    );
  };

import type { EnvironmentDefinition } from '#core/environment';
import type { CatalogStore, SuiteBodies } from '#ports/catalog-store';
import type { Clock, RandomSource } from '#ports/clock';
import type { HttpClient } from '#ports/http';
import type { LeftResources } from '#ports/resource-ledger';
import type { RunStore } from '#ports/run-store';
import type { SecretSource } from '#ports/secrets';
import type { Log, MetricsSink } from '#ports/telemetry';

export interface SweepPorts {
  readonly left: LeftResources;
  readonly runs: RunStore;
  readonly catalog: CatalogStore;
  readonly suiteBodies: SuiteBodies;
  readonly openSecrets: () => SecretSource;
  /** The same client, with the same policy, that a runner would have. */
  readonly httpFor: (
    environment: EnvironmentDefinition,
    secrets: { readonly source: SecretSource; readonly learn: (name: string, value: string) => void },
  ) => HttpClient;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly metrics: MetricsSink;
  readonly log: Log;
}

import type { Cidr } from '#core/address-policy';
import type { EnvironmentDefinition } from '#core/environment';
import { hostEntry } from '#engines/http/open-target';
import type { TargetPolicy } from '#engines/http/open-target';
import { undiciClient } from '#engines/http/undici-client';
import type { HttpClient } from '#ports/http';

/** What an environment lets a runner reach: the hosts of its targets and those it allows besides. */
export const targetPolicy = (environment: EnvironmentDefinition, allowedRanges: readonly Cidr[]): TargetPolicy => ({
  allowHosts: [
    ...Object.values(environment.targets)
      .filter((target) => URL.canParse(target))
      .map(hostEntry),
    ...(environment.allowHosts ?? []),
  ],
  allowedRanges,
});

/** Makes the HTTP client of an environment; the ranges come from the deployment, never from an environment. */
export const httpFor =
  (allowedRanges: readonly Cidr[]) =>
  (environment: EnvironmentDefinition): HttpClient =>
    undiciClient({ policy: targetPolicy(environment, allowedRanges) });

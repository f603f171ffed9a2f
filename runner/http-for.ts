import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import type { EnvironmentDefinition } from '#core/environment';
import { problem } from '#core/problems';
import { hostEntry } from '#engines/http/open-target';
import type { TargetPolicy } from '#engines/http/open-target';
import { undiciClient } from '#engines/http/undici-client';
import type { HttpClient } from '#ports/http';

/**
 * Reads PRIVATE_RANGES, a list of CIDRs with commas; none when it is empty.
 *
 * @throws config-missing naming the part that is no range: a typo must not open or close a network silently
 */
export const readPrivateRanges = (text: string | undefined): readonly Cidr[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const cidr = parseCidr(part);
      if (cidr === undefined)
        throw problem(
          'config-missing',
          `PRIVATE_RANGES: expected ranges such as 10.0.0.0/8, got ${JSON.stringify(part)}`,
        );
      return cidr;
    });

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

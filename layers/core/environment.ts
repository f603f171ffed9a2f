import type { JsonObject } from '#core/units';
import type { Capability } from '#core/words';

export interface SecretBinding {
  /** ARN or name of a Secrets Manager secret; `#key` picks one key of a JSON secret. Never the value. */
  readonly ref: string;
  /** Host names (with `:port` where not the default) that may receive the value. */
  readonly hosts: readonly string[];
}

export interface HealthProbe {
  /** Path below the default target, such as `/healthz`. */
  readonly path: string;
  /** Tries before the target counts as unhealthy; 3 when absent (A1.3). */
  readonly tries?: number;
  readonly timeoutMs?: number;
  readonly expectStatus?: number;
}

export interface EnvironmentDefinition {
  readonly name: string;
  readonly description?: string;
  readonly productionLike?: boolean;
  /** Base URLs by name; `default` must be there. */
  readonly targets: { readonly [name: string]: string };
  /** Further hosts that requests and redirects may reach. */
  readonly allowHosts?: readonly string[];
  readonly variables?: JsonObject;
  readonly secrets?: { readonly [variable: string]: SecretBinding };
  readonly health?: HealthProbe;
  /** F3.1: plans above these are refused. */
  readonly limits?: {
    readonly rps?: number;
    readonly users?: number;
    readonly minutes?: number;
    readonly runs?: number;
  };
  readonly allowedCapabilities?: readonly Capability[];
  /** F2.1: what of bodies is kept. */
  readonly capture?: 'masked' | 'none' | { readonly allowlist: readonly string[] };
}

import type { JsonObject } from '#core/units';
import type { MessageTargets } from '#core/message-targets';
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

/**
 * `auto`: what client and server agree on (ALPN) on TLS, HTTP/1.1 without. `2` needs HTTP/2, without TLS by prior knowledge
 * (RFC 9113, section 3.3).
 */
export const HTTP_VERSION_CHOICES = ['1.1', '2', 'auto'] as const;
export type HttpVersionChoice = (typeof HTTP_VERSION_CHOICES)[number];

/** How connections to TLS targets are made. Certificate and key are names of secrets of the environment, never values. */
export interface TlsSettings {
  /** Shown only to hosts that all of its secrets are bound to. PEM texts. */
  readonly clientCertificate?: {
    readonly certificate: string;
    readonly key: string;
    readonly passphrase?: string;
  };
  /** Certificate authorities (PEM) to trust besides the well-known ones. */
  readonly ca?: readonly string[];
}

/** A proxy that all requests go through. It looks names up by itself, so targets behind it are judged by name and literal address only. */
export interface ProxySettings {
  /** `http://host:port` or `https://host:port`, nothing else. Its address must be one that the deployment lets environments contact. */
  readonly url: string;
  /** Targets that are asked directly: `host`, `host:port`, or `.domain` for everything below it. */
  readonly noProxy?: readonly string[];
  /** Names of secrets of the environment, both bound to the proxy's host. */
  readonly credentials?: { readonly username: string; readonly password: string };
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
  /** `auto` when absent. */
  readonly http?: HttpVersionChoice;
  readonly tls?: TlsSettings;
  readonly proxy?: ProxySettings;
  /** F3.1: plans above these are refused. */
  readonly limits?: {
    readonly rps?: number;
    readonly users?: number;
    readonly minutes?: number;
    readonly runs?: number;
  };
  readonly allowedCapabilities?: readonly Capability[];
  /** C1.1: hours after which what a run created and did not remove is removed by others, 1 to 720; 24 when absent. */
  readonly resourceTtlHours?: number;
  /** C1.5: ARNs of queues, topics and event buses that suites may use, within what the deploy grants the tenant; none when absent. */
  readonly messages?: MessageTargets;
  /** F2.1: what of bodies is kept. */
  readonly capture?: 'masked' | 'none' | { readonly allowlist: readonly string[] };
}

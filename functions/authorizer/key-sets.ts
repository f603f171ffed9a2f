import { createLocalJWKSet } from 'jose';
import type { JSONWebKeySet, LocalJWKSet } from 'jose';
import type { Issuer } from '#core/issuers';
import { problem } from '#core/problems';
import type { Clock } from '#ports/clock';
import type { HttpClient } from '#ports/http';
import type { Log } from '#ports/telemetry';

/** Keys are believed for this long before they are fetched again. */
export const KEYS_FRESH_MS = 10 * 60_000;
/** A token with an unknown key id makes us look again, but no more often than this: else anybody could make us hammer an issuer. */
export const KEYS_REFETCH_MS = 60_000;
/** While the issuer does not answer, the last keys hold for this long. */
export const KEYS_STALE_MS = 60 * 60_000;
const FETCH_TIMEOUT_MS = 3_000;
const DOCUMENT_BYTES_MAX = 256 * 1024;
const KEYS_MAX = 100;

export interface KeySetPorts {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
}

/** Signature keys of the configured issuers. */
export interface KeySets {
  /** Keys of the issuer, at most KEYS_FRESH_MS old. */
  keysOf(issuer: Issuer, signal?: AbortSignal): Promise<LocalJWKSet>;
  /** Keys fetched anew because a key id was not found; undefined when the last look was less than KEYS_REFETCH_MS ago. */
  refetch(issuer: Issuer, signal?: AbortSignal): Promise<LocalJWKSet | undefined>;
}

interface Held {
  readonly keys: LocalJWKSet;
  readonly fetchedAtMs: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only public signature keys: a symmetric or private key in a key set is a mistake of the issuer and would let others sign. */
const publicKeys = (document: unknown): JSONWebKeySet => {
  if (!isRecord(document) || !Array.isArray(document['keys'])) throw new Error('a key set must be {"keys": […]}');
  const keys: unknown[] = document['keys'];
  if (keys.length > KEYS_MAX)
    throw new Error(`a key set may hold at most ${String(KEYS_MAX)} keys, got ${String(keys.length)}`);
  const usable = keys
    .filter(isRecord)
    .filter(
      (key) =>
        ['RSA', 'EC', 'OKP'].includes(String(key['kty'])) && key['d'] === undefined && (key['use'] ?? 'sig') === 'sig',
    );
  return { keys: usable };
};

/** Plain http would let anybody on the path replace the keys; loopback has no path. */
const safeUrl = (text: string): string => {
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:' || (protocol === 'http:' && /^(127(\.\d+){3}|\[::1\]|localhost)$/.test(hostname)))
    return text;
  throw new Error(`keys are only fetched over https, got ${text}`);
};

const fetchJson = async (http: HttpClient, url: string, signal?: AbortSignal): Promise<unknown> => {
  const answer = await http.send(
    {
      method: 'GET',
      url: safeUrl(url),
      headers: [['accept', 'application/json']],
      timeoutMs: FETCH_TIMEOUT_MS,
      followRedirects: false,
      bodyBytesMax: DOCUMENT_BYTES_MAX,
    },
    signal,
  );
  if (answer.status !== 200) throw new Error(`${url} answered ${String(answer.status)}, expected 200`);
  if (answer.truncated) throw new Error(`${url} is larger than ${String(DOCUMENT_BYTES_MAX)} bytes`);
  return JSON.parse(new TextDecoder().decode(answer.body)) as unknown;
};

/** OpenID Connect Discovery 1.0, section 4: the document must name the very issuer that was asked. */
const discover = async (http: HttpClient, issuer: string, signal?: AbortSignal): Promise<string> => {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = await fetchJson(http, url, signal);
  if (!isRecord(document) || document['issuer'] !== issuer) throw new Error(`${url} must name the issuer ${issuer}`);
  if (typeof document['jwks_uri'] !== 'string') throw new Error(`${url} must name a jwks_uri`);
  return document['jwks_uri'];
};

const fetchKeys = async (http: HttpClient, issuer: Issuer, signal?: AbortSignal): Promise<LocalJWKSet> => {
  const uri = issuer.jwksUri ?? (await discover(http, issuer.issuer, signal));
  return createLocalJWKSet(publicKeys(await fetchJson(http, uri, signal)));
};

/**
 * Keeps each issuer's keys in memory: inline keys as they are, others fetched when they are KEYS_FRESH_MS old.
 * Requests that come together share one fetch.
 *
 * @throws dependency-unavailable when keys cannot be fetched and none younger than KEYS_STALE_MS are held
 */
export const createKeySets = ({ http, clock, log }: KeySetPorts): KeySets => {
  const held = new Map<string, Held>();
  const lastLookMs = new Map<string, number>();
  const pending = new Map<string, Promise<LocalJWKSet>>();

  const load = (issuer: Issuer, signal?: AbortSignal): Promise<LocalJWKSet> => {
    const running = pending.get(issuer.issuer);
    if (running !== undefined) return running;
    lastLookMs.set(issuer.issuer, clock.nowMs());
    const started = fetchKeys(http, issuer, signal)
      .then((keys) => {
        held.set(issuer.issuer, { keys, fetchedAtMs: clock.nowMs() });
        return keys;
      })
      .catch((cause: unknown) => {
        const last = held.get(issuer.issuer);
        log.warn('the keys of an issuer cannot be fetched', {
          issuer: issuer.issuer,
          reason: cause instanceof Error ? cause.message : String(cause),
        });
        if (last !== undefined && clock.nowMs() - last.fetchedAtMs < KEYS_STALE_MS) return last.keys;
        throw problem('dependency-unavailable', `the keys of issuer ${issuer.issuer} cannot be fetched`, {
          cause,
          retryAfterSeconds: 60,
        });
      })
      .finally(() => pending.delete(issuer.issuer));
    pending.set(issuer.issuer, started);
    return started;
  };
  const inline = (issuer: Issuer): LocalJWKSet => {
    const found = held.get(issuer.issuer)?.keys ?? createLocalJWKSet(publicKeys(issuer.jwks));
    held.set(issuer.issuer, { keys: found, fetchedAtMs: 0 });
    return found;
  };
  const lookedJustNow = (issuer: Issuer): boolean =>
    clock.nowMs() - (lastLookMs.get(issuer.issuer) ?? -Infinity) < KEYS_REFETCH_MS;

  return {
    keysOf: async (issuer, signal) => {
      if (issuer.jwks !== undefined) return inline(issuer);
      const found = held.get(issuer.issuer);
      if (found !== undefined && clock.nowMs() - found.fetchedAtMs < KEYS_FRESH_MS) return found.keys;
      // An issuer that is down must not be asked by every request while older keys still hold.
      if (found !== undefined && lookedJustNow(issuer) && clock.nowMs() - found.fetchedAtMs < KEYS_STALE_MS)
        return found.keys;
      return load(issuer, signal);
    },
    refetch: async (issuer, signal) =>
      issuer.jwks !== undefined || (lookedJustNow(issuer) && !pending.has(issuer.issuer))
        ? undefined
        : load(issuer, signal),
  };
};

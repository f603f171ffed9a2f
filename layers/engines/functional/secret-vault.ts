import { isProblem } from '#core/problems';
import type { EnvironmentDefinition, SecretBinding } from '#core/environment';
import { scanForSecrets } from '#core/masking';
import type { KnownSecret, Masker } from '#core/masking';
import type { SecretSource } from '#ports/secrets';
import { hostIsListed } from '#engines/http/open-target';

/** A secret that could not be had or must not go where a case sends it; nothing was sent. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  /** `setup`: it could not be read, so the environment lacks it; `refused_target`: it must not go there, which is the suite's fault. */
  readonly type: 'setup' | 'refused_target';
  constructor(message: string, type: SecretError['type'], options?: ErrorOptions) {
    super(message, options);
    this.type = type;
  }
}

export interface SecretVault {
  readonly names: ReadonlySet<string>;
  /** Fetches the values of these secrets once and teaches them to the masker. */
  readonly load: (names: Iterable<string>, signal: AbortSignal) => Promise<void>;
  /** Value of a loaded secret. */
  readonly value: (name: string) => string | undefined;
  /**
   * Checks that a request may carry its secrets to its host.
   *
   * @param used secrets that went into the request by name
   * @param text everything that would be sent; a bound secret inside it counts too, however it got there
   * @returns the hosts of each secret that is carried, for redirects; undefined when there is none
   * @throws SecretError when one is not bound to the host
   */
  readonly guard: (used: Iterable<string>, url: URL, text: string) => readonly (readonly string[])[] | undefined;
  readonly known: () => readonly KnownSecret[];
  /** Forgets all values. */
  readonly wipe: () => void;
}

const describeHosts = (binding: SecretBinding): string =>
  binding.hosts.length === 0 ? 'no host' : binding.hosts.join(', ');

/** The secrets of one environment, as one shard uses them. Values never appear in messages. */
export const secretVault = (environment: EnvironmentDefinition, source: SecretSource, masker: Masker): SecretVault => {
  const bindings = environment.secrets ?? {};
  const values = new Map<string, KnownSecret>();
  const fetching = new Map<string, Promise<string>>();
  const fetchOnce = async (name: string, binding: SecretBinding, signal: AbortSignal): Promise<void> => {
    if (values.has(name)) return;
    const running = fetching.get(name) ?? source.resolve(binding.ref, signal);
    fetching.set(name, running);
    try {
      const value = await running;
      masker.addSecret(name, value);
      values.set(name, { name, value });
    } catch (error) {
      signal.throwIfAborted();
      // A problem's detail names the reference and what is wrong with it; any other message may hold anything.
      const reason = isProblem(error) ? error.detail : error instanceof Error ? error.name : 'an error';
      throw new SecretError(`expected the secret "${name}" to be readable, got ${reason}`, 'setup', { cause: error });
    } finally {
      // A failure is not remembered: the next try of a case asks again.
      fetching.delete(name);
    }
  };
  const known = (): KnownSecret[] => [...values.values()];
  return {
    names: new Set(Object.keys(bindings)),
    load: async (names, signal) => {
      const missing = [...names].filter((name) => bindings[name] !== undefined && !values.has(name));
      if (missing.length === 0) return;
      await Promise.all(
        missing.flatMap((name) => (bindings[name] === undefined ? [] : [fetchOnce(name, bindings[name], signal)])),
      );
    },
    value: (name) => values.get(name)?.value,
    guard: (used, url, text) => {
      const carried = new Set(used);
      for (const secret of known()) if (scanForSecrets(text, [secret]).length > 0) carried.add(secret.name);
      for (const name of carried) {
        const binding = bindings[name];
        if (binding === undefined || hostIsListed(url, binding.hosts)) continue;
        throw new SecretError(
          `expected the secret "${name}" to go only to ${describeHosts(binding)}, got ${url.host}; nothing was sent`,
          'refused_target',
        );
      }
      const hosts = [...carried].flatMap((name) => (bindings[name] === undefined ? [] : [bindings[name].hosts]));
      return hosts.length === 0 ? undefined : hosts;
    },
    known,
    wipe: () => {
      values.clear();
      fetching.clear();
    },
  };
};

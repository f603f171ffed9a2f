import type { Cidr } from '#core/address-policy';
import type { EnvironmentDefinition } from '#core/environment';
import { HttpFailure } from '#engines/http/http-failure';
import { hostEntry } from '#engines/http/open-target';
import type { TargetPolicy } from '#engines/http/open-target';
import type { ProxyOptions } from '#engines/http/proxy';
import type { TlsOptions } from '#engines/http/tls-contexts';
import { undiciClient } from '#engines/http/undici-client';
import type { HttpClient } from '#ports/http';
import type { SecretSource } from '#ports/secrets';

/** Where the client's own secrets come from: keys of client certificates, credentials of proxies. */
export interface ClientSecrets {
  readonly source: SecretSource;
  /** Told of every value before it is used, so that it can be masked. */
  readonly learn: (name: string, value: string) => void;
}

/** `host:port` of each target of an environment. */
export const targetHosts = ({ targets }: EnvironmentDefinition): readonly string[] =>
  Object.values(targets)
    .filter((target) => URL.canParse(target))
    .map(hostEntry);

/** What an environment lets a runner reach: the hosts of its targets and those it allows besides. */
export const targetPolicy = (environment: EnvironmentDefinition, allowedRanges: readonly Cidr[]): TargetPolicy => ({
  allowHosts: [...targetHosts(environment), ...(environment.allowHosts ?? [])],
  allowedRanges,
});

/** The same where only targets may lie in the ranges: hosts that an environment allows besides have to be public. */
export const targetsOnlyPolicy = (environment: EnvironmentDefinition, ranges: readonly Cidr[]): TargetPolicy => ({
  ...targetPolicy(environment, ranges),
  rangesOnlyFor: targetHosts(environment),
});

type Read = (name: string) => Promise<string>;

const unreadable = (name: string, got: string, cause?: unknown): HttpFailure =>
  new HttpFailure(`expected the secret "${name}" to be readable for the connection, got ${got}`, {
    type: 'setup',
    phase: 'connect',
    url: '',
    cause,
  });

const reader =
  ({ secrets = {} }: EnvironmentDefinition, from: ClientSecrets | undefined): Read =>
  async (name) => {
    const binding = secrets[name];
    if (binding === undefined) throw unreadable(name, 'no such secret in the environment');
    if (from === undefined) throw unreadable(name, 'no access to secrets here');
    try {
      const value = await from.source.resolve(binding.ref);
      from.learn(name, value);
      return value;
    } catch (error) {
      // The message of a problem names the reference; that of another error may hold anything.
      throw unreadable(name, error instanceof Error ? error.name : 'an error', error);
    }
  };

const tlsOptions = ({ tls, secrets = {} }: EnvironmentDefinition, read: Read): TlsOptions => {
  const ca = tls?.ca === undefined ? {} : { ca: tls.ca };
  if (tls?.clientCertificate === undefined) return ca;
  const { certificate, key, passphrase } = tls.clientCertificate;
  const names = [certificate, key, ...(passphrase === undefined ? [] : [passphrase])];
  return {
    ...ca,
    clientCertificate: {
      hosts: names.map((name) => secrets[name]?.hosts ?? []),
      load: async () => {
        const [certificateText = '', keyText = '', word] = await Promise.all(names.map(read));
        return { certificate: certificateText, key: keyText, ...(word === undefined ? {} : { passphrase: word }) };
      },
    },
  };
};

const proxyOptions = ({ proxy }: EnvironmentDefinition, read: Read): { readonly proxy?: ProxyOptions } => {
  if (proxy === undefined) return {};
  const { url, noProxy, credentials } = proxy;
  return {
    proxy: {
      url,
      ...(noProxy === undefined ? {} : { noProxy }),
      ...(credentials === undefined ? {} : { credentials: once(credentials, read) }),
    },
  };
};

/** Reads both once; a failure is not remembered. */
const once = (
  { username, password }: { readonly username: string; readonly password: string },
  read: Read,
): NonNullable<ProxyOptions['credentials']> => {
  let known: Promise<{ username: string; password: string }> | undefined;
  const readBoth = async (): Promise<{ username: string; password: string }> => {
    const [name, word] = await Promise.all([read(username), read(password)]);
    return { username: name, password: word };
  };
  return async () => {
    known ??= readBoth();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
};

/** What the deployment lets environments reach: ranges, and how a policy is made of them. */
export interface Reach {
  readonly allowedRanges: readonly Cidr[];
  /** `targetsOnlyPolicy` on the laptop. */
  readonly policyOf: (environment: EnvironmentDefinition, ranges: readonly Cidr[]) => TargetPolicy;
}

/** How connections of an environment are made, by whatever client. */
export const connectionOptions = (
  { allowedRanges, policyOf }: Reach,
  environment: EnvironmentDefinition,
  secrets: ClientSecrets | undefined,
): TlsOptions & { readonly policy: TargetPolicy; readonly proxy?: ProxyOptions } => {
  const read = reader(environment, secrets);
  return {
    policy: policyOf(environment, allowedRanges),
    ...tlsOptions(environment, read),
    ...proxyOptions(environment, read),
  };
};

/**
 * Makes the HTTP client of an environment; the ranges come from the deployment, never from an environment.
 *
 * @param policyOf what is reachable; `targetsOnlyPolicy` on the laptop
 * @returns a function whose second argument is needed for environments with a client certificate or a proxy with credentials: without it
 *          their requests fail with `setup`
 */
export const httpFor =
  (allowedRanges: readonly Cidr[], policyOf = targetPolicy) =>
  (environment: EnvironmentDefinition, secrets?: ClientSecrets): HttpClient =>
    undiciClient({
      ...connectionOptions({ allowedRanges, policyOf }, environment, secrets),
      ...(environment.http === undefined ? {} : { http: environment.http }),
    });

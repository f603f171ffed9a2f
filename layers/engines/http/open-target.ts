/**
 * The one way from a URL to addresses that may be contacted: for tests of APIs, redirects and everything else that a stranger's text
 * can make Assay fetch.
 */
import { lookup } from 'node:dns/promises';
import { formatAddress, judgeAddress, parseAddress } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import { HttpFailure, errorCode, errorText } from '#engines/http/http-failure';

export interface TargetPolicy {
  /** `host` (default port of the scheme) or `host:port`; nothing else is ever contacted. */
  readonly allowHosts: readonly string[];
  /** Ranges beyond the public internet that may be contacted. Metadata addresses stay refused. */
  readonly allowedRanges: readonly Cidr[];
  /** Only these hosts (`host` or `host:port`) may lead into allowedRanges; all of allowHosts when absent. */
  readonly rangesOnlyFor?: readonly string[];
}

/** All addresses of a name. */
export type Resolver = (hostname: string) => Promise<readonly string[]>;

export interface OpenTarget {
  /** Lower case, punycode, without trailing dot or brackets. */
  readonly hostname: string;
  readonly port: number;
  readonly secure: boolean;
  /** Every one was judged and is allowed; connect to these and to nothing else. */
  readonly addresses: readonly string[];
}

export const systemResolver: Resolver = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

const DEFAULT_PORTS: { readonly [protocol: string]: number } = { 'http:': 80, 'https:': 443 };

/** Host of a URL in the one spelling that comparisons use; IP addresses of any spelling become their usual one. */
export const canonicalHost = (hostname: string): string => {
  const address = parseAddress(hostname);
  return address === undefined ? hostname.toLowerCase().replace(/\.$/u, '') : formatAddress(address);
};

const portOf = (url: URL): number => (url.port === '' ? (DEFAULT_PORTS[url.protocol] ?? 0) : Number(url.port));

interface HostEntry {
  readonly host: string;
  readonly port: number | undefined;
}

/** Reads `host`, `host:port`, `[v6]` or `[v6]:port`; a URL parser does it, so that names of any script compare alike. */
const readEntry = (entry: string): HostEntry | undefined => {
  const bareV6 = entry.includes('::') && !entry.includes('[') ? `[${entry}]` : entry;
  if (!URL.canParse(`http://${bareV6}/`)) return undefined;
  const url = new URL(`http://${bareV6}/`);
  // A URL drops the default port, so an explicit `:80` is read from the text.
  const port = /:(\d+)$/u.exec(bareV6.replace(/^\[.*\]/u, '[]'))?.[1];
  return { host: canonicalHost(url.hostname), port: port === undefined ? undefined : Number(port) };
};

/** Whether a list of `host` or `host:port` names the host of this URL; an entry without port means the scheme's default port. */
export const hostIsListed = (url: URL, entries: readonly string[]): boolean => {
  const host = canonicalHost(url.hostname);
  const port = portOf(url);
  return entries.some((entry) => {
    const listed = readEntry(entry);
    return listed !== undefined && listed.host === host && (listed.port ?? DEFAULT_PORTS[url.protocol]) === port;
  });
};

/** `host:port` of a base URL, for an allow-list. */
export const hostEntry = (baseUrl: string): string => {
  const url = new URL(baseUrl);
  return `${url.hostname}:${String(portOf(url))}`;
};

const refuse = (message: string, url: string): HttpFailure =>
  new HttpFailure(message, { type: 'refused_target', phase: 'resolve', url });

/**
 * Checks a URL without resolving its host: scheme, credentials in it, the list of hosts, and the address of a literal one.
 *
 * @throws HttpFailure `refused_target`
 */
export const checkTarget = (
  url: URL,
  policy: TargetPolicy,
): Omit<OpenTarget, 'addresses'> & { readonly literal: string | undefined } => {
  if (!(url.protocol in DEFAULT_PORTS))
    throw refuse(`expected a target with http or https, got ${url.protocol}`, url.href);
  if (url.username !== '' || url.password !== '')
    throw refuse('expected a target without user name or password in its address', url.origin);
  const hostname = canonicalHost(url.hostname.replace(/^\[(.*)\]$/u, '$1'));
  const port = portOf(url);
  if (!hostIsListed(url, policy.allowHosts)) {
    throw refuse(
      `expected a host that the environment allows (${policy.allowHosts.join(', ')}), got ${hostname}:${String(port)}`,
      url.href,
    );
  }
  const literal = parseAddress(hostname) === undefined ? undefined : judged(hostname, url, policy);
  return { hostname, port, secure: url.protocol === 'https:', literal };
};

/**
 * Checks a URL and resolves its host once.
 *
 * @returns a function that gives addresses, all of them allowed
 * @throws HttpFailure `refused_target` for a scheme, credentials in the URL, a host that is not listed, or any address that may not be
 *         contacted; `dns` when the name has none
 */
export const openTarget =
  (policy: TargetPolicy, resolve: Resolver = systemResolver) =>
  async (url: URL): Promise<OpenTarget> => {
    const { hostname, port, secure, literal } = checkTarget(url, policy);
    const addresses =
      literal === undefined
        ? (await resolveName(hostname, url, resolve)).map((text) => judged(text, url, policy))
        : [literal];
    return { hostname, port, secure, addresses };
  };

const resolveName = async (hostname: string, url: URL, resolve: Resolver): Promise<readonly string[]> => {
  let found: readonly string[];
  try {
    found = await resolve(hostname);
  } catch (error) {
    const code = errorCode(error);
    const what =
      code === 'ENOTFOUND' ? 'no such name' : code === 'EAI_AGAIN' ? 'no answer of the name server' : errorText(error);
    throw new HttpFailure(`expected ${hostname} to resolve, got ${what}`, {
      type: 'dns',
      phase: 'resolve',
      url: url.href,
      cause: error,
    });
  }
  if (found.length === 0)
    throw new HttpFailure(`expected ${hostname} to resolve, got no addresses`, {
      type: 'dns',
      phase: 'resolve',
      url: url.href,
    });
  return found;
};

/** @throws HttpFailure `refused_target` when this address may not be contacted */
export const judged = (text: string, url: URL, policy: TargetPolicy): string => {
  const address = parseAddress(text);
  if (address === undefined) throw refuse(`expected an IP address for ${url.hostname}, got ${text}`, url.href);
  const { allowedRanges, rangesOnlyFor } = policy;
  const reachesRanges = rangesOnlyFor === undefined || hostIsListed(url, rangesOnlyFor);
  const judgement = judgeAddress(address, reachesRanges ? allowedRanges : []);
  if (judgement.allowed) return formatAddress(address);
  throw refuse(
    `expected ${url.hostname} to lead to an address that may be tested, got ${judgement.address}: ${judgement.reason ?? ''}`,
    url.href,
  );
};

import { judgeAddress, parseAddress } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import type { EnvironmentDefinition } from '#core/environment';
import { toPointer } from '#core/json-types';
import { problem } from '#core/problems';
import type { ProblemReason } from '#core/problems';
import {
  PROBE_MS_MAX,
  PROBE_PAUSE_MS,
  PROBE_TIMEOUT_MS_DEFAULT,
  PROBE_TRIES_DEFAULT,
  probeMsMax,
} from '#core/probe-time';
import { strayReference } from '#core/secret-reference';
import { hostIsListed } from '#engines/http/open-target';
import { connectionReasons, proxyUrl } from './check-connection.ts';
import { clashes } from '#engines/suite-file/environment-problems';

/** A URL that may be contacted; of an allowed host one for each scheme. */
type Reachable = URL;

const BAD_HOST = 'expected a host name, with :port where it is not the default, got';

/** `name` or `name:port`, IPv6 addresses in brackets, as URLs of both schemes. */
const urlsOfHost = (text: string): readonly Reachable[] | string => {
  // A URL may have one in its host, but hosts are compared letter for letter, so it would allow nothing.
  if (text.includes('*'))
    return `expected the name of one host, because "*" stands for no other; got ${JSON.stringify(text)}`;
  const urls = ['http', 'https'].map((scheme) => `${scheme}://${text}/`);
  if (!urls.every((url) => URL.canParse(url))) return `${BAD_HOST} ${JSON.stringify(text)}`;
  const parsed = urls.map((url) => new URL(url));
  const isBare = parsed.every(
    (url) => url.username === '' && url.pathname === '/' && url.search === '' && url.hash === '',
  );
  return isBare ? parsed : `${BAD_HOST} ${JSON.stringify(text)}`;
};

const urlOfTarget = (text: string): readonly Reachable[] | string => {
  if (!URL.canParse(text)) return `expected an http or https URL, got ${JSON.stringify(text)}`;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol))
    return `expected an http or https URL, got the scheme ${url.protocol.slice(0, -1)}`;
  if (url.username !== '' || url.password !== '')
    return 'expected no user and password in the URL: bind a secret instead';
  if (url.search !== '' || url.hash !== '') return 'expected a base URL without query and fragment';
  return [url];
};

const addressReason = (name: string, allowed: readonly Cidr[]): string | undefined => {
  const bytes = parseAddress(name);
  if (bytes === undefined) return undefined;
  const judged = judgeAddress(bytes, allowed);
  return judged.allowed
    ? undefined
    : `${judged.address} is a ${judged.kind} address: ${judged.reason ?? 'not allowed'}`;
};

interface Checked {
  readonly reachable: readonly Reachable[];
  readonly invalid: readonly ProblemReason[];
  readonly refused: readonly ProblemReason[];
}

const checkHosts = (definition: EnvironmentDefinition, allowed: readonly Cidr[]): Checked => {
  const reachable: Reachable[] = [];
  const invalid: ProblemReason[] = [];
  const refused: ProblemReason[] = [];
  const take = (pointer: string, found: readonly Reachable[] | string): void => {
    if (typeof found === 'string') {
      invalid.push({ pointer, reason: found });
      return;
    }
    reachable.push(...found);
    const reason = addressReason(found[0]?.hostname ?? '', allowed);
    if (reason !== undefined) refused.push({ pointer, reason });
  };
  for (const [name, url] of Object.entries(definition.targets)) take(toPointer(['targets', name]), urlOfTarget(url));
  for (const [at, text] of (definition.allowHosts ?? []).entries())
    take(toPointer(['allowHosts', at]), urlsOfHost(text));
  // Requests may not go to it, but its credentials do, and its address is judged like any other.
  const proxy = definition.proxy === undefined ? undefined : proxyUrl(definition.proxy.url);
  if (proxy instanceof URL) take('/proxy/url', [proxy]);
  return { reachable, invalid, refused };
};

const strays = ({ secrets = {} }: EnvironmentDefinition, tenant: string): ProblemReason[] =>
  Object.entries(secrets).flatMap(([name, { ref }]) => {
    const reason = strayReference(ref, tenant);
    return reason === undefined ? [] : [{ pointer: toPointer(['secrets', name, 'ref']), reason }];
  });

/** Nothing that a probe waits on may give up before it: neither its function nor the heartbeat of its task. */
const probeReasons = ({ health }: EnvironmentDefinition): ProblemReason[] => {
  if (health === undefined) return [];
  const most = probeMsMax(health);
  if (most <= PROBE_MS_MAX) return [];
  const [tries, timeoutMs] = [health.tries ?? PROBE_TRIES_DEFAULT, health.timeoutMs ?? PROBE_TIMEOUT_MS_DEFAULT];
  return [
    {
      pointer: '/health',
      reason: `expected tries × timeoutMs with a pause of ${seconds(PROBE_PAUSE_MS)} between tries to take at most ${seconds(PROBE_MS_MAX)}, got ${seconds(most)} for ${String(tries)} tries of ${seconds(timeoutMs)}`,
    },
  ];
};

const seconds = (ms: number): string => `${String(ms / 1000)} s`;

/** A secret for a host that nothing may contact is a slip of the pen: the value would never be sent, and nobody would see why. */
const secretReasons = (definition: EnvironmentDefinition, reachable: readonly Reachable[]): ProblemReason[] =>
  Object.entries(definition.secrets ?? {}).flatMap(([name, { hosts }]) =>
    hosts.flatMap((text, at) => {
      const pointer = toPointer(['secrets', name, 'hosts', at]);
      const host = urlsOfHost(text);
      if (typeof host === 'string') return [{ pointer, reason: host }];
      const isReached = reachable.some((url) => hostIsListed(url, [text]));
      return isReached
        ? []
        : [{ pointer, reason: `expected a host (and port) of the targets or of allowHosts, got "${text}"` }];
    }),
  );

/**
 * What a schema cannot say about an environment: targets are base URLs that may be tested, secrets go to hosts of the environment only
 * and are the tenant's own, and a health request ends before those that wait for it.
 * Names are resolved and judged again by the runner; addresses are judged here already.
 *
 * @throws environment-invalid, target-refused
 */
export const checkEnvironment = (
  definition: EnvironmentDefinition,
  tenant: string,
  allowedRanges: readonly Cidr[],
): void => {
  const { reachable, invalid, refused } = checkHosts(definition, allowedRanges);
  const missing = Object.hasOwn(definition.targets, 'default')
    ? []
    : [{ pointer: '/targets', reason: 'expected a target named "default"' }];
  const errors = [
    ...missing,
    ...invalid,
    ...secretReasons(definition, reachable),
    ...strays(definition, tenant),
    ...clashes(definition).map(({ pointer, message }) => ({ pointer, reason: message })),
    ...probeReasons(definition),
    ...connectionReasons(definition),
  ];
  if (errors.length > 0)
    throw problem('environment-invalid', `environment ${definition.name}: ${errors[0]?.reason ?? ''}`, { errors });
  if (refused.length > 0)
    throw problem('target-refused', `environment ${definition.name}: ${refused[0]?.reason ?? ''}`, { errors: refused });
};

/** Writes requests of a load down as they go over the wire, checked: a line break in a value must not become a header. */
import { errorText, HttpFailure } from '#engines/http/http-failure';
import { checkTarget, hostIsListed } from '#engines/http/open-target';
import type { TargetPolicy } from '#engines/http/open-target';
import type { CompiledRequest, PreparedRequest } from '#ports/load-transport';

/** Targets of one load: few. More come from addresses that each iteration makes, and each would be a pool. */
const ORIGINS_MAX = 100;

const ADDRESS = /^(https?:\/\/[^/?#\\]+)([^#]*)/iu;
const TOKEN = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/u;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/u;
const REQUEST_TARGET = /^[\x21-\x7e]+$/u;
/** Belong to the connection (RFC 9110, section 7.6.1), which the transport keeps. */
const OF_CONNECTION = new Set(['connection', 'transfer-encoding', 'upgrade', 'expect', 'te', 'keep-alive', 'trailer']);
/** Written by the transport. */
const OWN = new Set(['host', 'content-length']);
/** RFC 9110, section 8.6: methods whose requests have a meaning for a body say that there is none. */
const SAYS_EMPTY = new Set(['POST', 'PUT', 'PATCH']);

interface Origin {
  readonly url: URL;
  /** Key of the pool, and what connections are opened to. */
  readonly origin: string;
  /** Lists of hosts that were looked at and have this one. */
  readonly trusted: WeakSet<object>;
}

const refuse = (message: string, url: string, type: 'refused_target' | 'setup' = 'setup'): HttpFailure =>
  new HttpFailure(message, { type, phase: type === 'setup' ? 'send' : 'resolve', url });

const guard = (place: Origin, secretHosts: NonNullable<PreparedRequest['secretHosts']>): void => {
  if (place.trusted.has(secretHosts)) return;
  const refusing = secretHosts.find((hosts) => !hostIsListed(place.url, hosts));
  if (refusing !== undefined) {
    const message = `expected a secret to go only to ${refusing.join(', ') || 'no host'}, got ${place.url.host}; nothing was sent there`;
    throw refuse(message, place.url.href, 'refused_target');
  }
  place.trusted.add(secretHosts);
};

const headOf = ({ method, headers, body, url }: PreparedRequest, target: string, host: string): string => {
  if (!TOKEN.test(method) || method === 'CONNECT')
    throw refuse(`expected a method of letters, got ${JSON.stringify(method)}`, url);
  if (!REQUEST_TARGET.test(target))
    throw refuse('expected an encoded address, got one with spaces, line breaks or letters beyond ASCII', url);
  let head = `${method} ${target} HTTP/1.1\r\nhost: ${host}\r\n`;
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (OWN.has(lower)) continue;
    if (OF_CONNECTION.has(lower)) throw refuse(`expected no header "${name}": it belongs to the connection`, url);
    if (!TOKEN.test(name) || !FIELD_VALUE.test(value))
      throw refuse(`expected a header without line breaks and control characters, got "${JSON.stringify(name)}"`, url);
    head += `${name}: ${value}\r\n`;
  }
  if (body !== undefined || SAYS_EMPTY.has(method)) head += `content-length: ${String(body?.byteLength ?? 0)}\r\n`;
  return `${head}\r\n`;
};

/** Checks and writes requests; each target is judged when it is first met, its addresses whenever a connection is opened. */
export const requestCompiler = (policy: TargetPolicy): ((request: PreparedRequest) => CompiledRequest) => {
  const origins = new Map<string, Origin>();
  const originOf = (text: string): Origin => {
    const known = origins.get(text);
    if (known !== undefined) return known;
    if (origins.size >= ORIGINS_MAX)
      throw refuse(`expected at most ${String(ORIGINS_MAX)} targets in a load, got more`, text, 'refused_target');
    const url = parse(text);
    checkTarget(url, policy);
    const place = { url, origin: url.origin, trusted: new WeakSet() };
    origins.set(text, place);
    return place;
  };
  return (request) => {
    const { url, method, body, secretHosts } = request;
    const match = ADDRESS.exec(url);
    if (match === null)
      throw refuse(`expected an absolute address, got ${JSON.stringify(url.slice(0, 200))}`, url, 'refused_target');
    const place = originOf(match[1] ?? '');
    if (secretHosts !== undefined) guard(place, secretHosts);
    const path = match[2] ?? '';
    const head = headOf(request, path.startsWith('/') ? path : `/${path}`, place.url.host);
    const bytes = Buffer.from(head, 'latin1');
    return { origin: place.origin, method, bytes: body === undefined ? bytes : Buffer.concat([bytes, body]) };
  };
};

const parse = (text: string): URL => {
  try {
    return new URL(text);
  } catch (error) {
    throw refuse(`expected an address, got ${JSON.stringify(text)}: ${errorText(error)}`, text, 'refused_target');
  }
};

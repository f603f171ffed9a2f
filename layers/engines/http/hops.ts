import type { HttpRequest } from '#ports/http';
import { headerValue } from '#engines/http/connection';
import type { Exchanged, Hop } from '#engines/http/connection';
import { HttpFailure } from '#engines/http/http-failure';
import { hostIsListed } from '#engines/http/open-target';

export const REDIRECTS_MAX = 10;

/** Headers that a redirect to another origin must not carry (WHATWG fetch, section 4.4, and what APIs use as credentials). */
const CREDENTIAL_HEADERS = /^(authorization|proxy-authorization|cookie)$|token|secret|password|api[-_]?key/iu;

const REDIRECT_STATUS = new Set([301, 302, 303, 307, 308]);

const redirectFailure = (
  message: string,
  type: 'refused_target' | 'connection' | 'parse',
  url: URL,
  redirects: readonly string[],
): HttpFailure =>
  new HttpFailure(message, { type, phase: 'redirect', url: url.href, redirects: [...redirects], sent: true });

/**
 * Where an answer leads, or undefined when it is the last one.
 *
 * @param redirects addresses asked so far; this one is added when the answer leads on
 * @throws HttpFailure in phase `redirect` for an address that is none and for too many
 */
export const nextHop = (hop: Hop, answer: Exchanged, request: HttpRequest, redirects: string[]): Hop | undefined => {
  if (!request.followRedirects || !REDIRECT_STATUS.has(answer.status)) return undefined;
  const location = headerValue(answer.headers, 'location');
  if (location === undefined) return undefined;
  const url = URL.parse(location, hop.url.href);
  if (url === null) {
    const message = `expected a redirect to an address, got ${JSON.stringify(location)}`;
    throw redirectFailure(message, 'parse', hop.url, redirects);
  }
  redirects.push(hop.url.href);
  if (redirects.length > REDIRECTS_MAX) {
    const message = `expected at most ${String(REDIRECTS_MAX)} redirects, got another one to ${url.href}`;
    throw redirectFailure(message, 'connection', hop.url, redirects);
  }
  return followed(hop, answer.status, url);
};

/** RFC 9110, section 15.4: 303, and 301 and 302 after POST, become GET without body; credentials stay with their origin. */
const followed = (hop: Hop, status: number, url: URL): Hop => {
  const sameOrigin = url.origin === hop.url.origin;
  const toGet =
    (status === 303 && hop.method !== 'HEAD') || ((status === 301 || status === 302) && hop.method === 'POST');
  const headers = hop.headers.filter(([name]) => {
    if (!sameOrigin && (CREDENTIAL_HEADERS.test(name) || name.toLowerCase() === 'host')) return false;
    return !toGet || !/^content-(type|length|encoding|language|location)$/iu.test(name);
  });
  const { bodyBytesMax } = hop;
  if (toGet) return { method: 'GET', headers, url, bodyBytesMax };
  return { method: hop.method, headers, url, bodyBytesMax, ...(hop.body === undefined ? {} : { body: hop.body }) };
};

/** The hop as it is sent: with the jar's cookies after those that the request itself sets. */
export const withCookies = (hop: Hop, { cookies }: HttpRequest): Hop => {
  const fromJar = cookies?.headerFor(hop.url);
  if (fromJar === undefined) return hop;
  const own = headerValue(
    hop.headers.map(([name, value]) => [name.toLowerCase(), value] as const),
    'cookie',
  );
  const headers = hop.headers.filter(([name]) => name.toLowerCase() !== 'cookie');
  return { ...hop, headers: [...headers, ['cookie', own === undefined ? fromJar : `${own}; ${fromJar}`]] };
};

/** Keeps what an answer sets. */
export const keepCookies = (hop: Hop, answer: Exchanged, { cookies }: HttpRequest): void => {
  if (cookies === undefined) return;
  const lines = answer.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value);
  if (lines.length > 0) cookies.store(hop.url, lines);
};

/** @throws HttpFailure `refused_target` when a secret of the request may not go where the hop goes */
export const guardSecrets = (url: URL, { secretHosts }: HttpRequest, redirects: readonly string[]): void => {
  const refusing = secretHosts?.find((hosts) => !hostIsListed(url, hosts));
  if (refusing === undefined) return;
  const message = `expected a secret to go only to ${refusing.join(', ') || 'no host'}, got ${url.host}; nothing was sent there`;
  throw new HttpFailure(message, {
    type: 'refused_target',
    phase: redirects.length > 0 ? 'redirect' : 'resolve',
    url: url.href,
    redirects: [...redirects],
  });
};

/** A failure behind a redirect is reported as such: the API sent us there. */
export const afterRedirect = (error: unknown, redirects: readonly string[]): unknown => {
  if (!(error instanceof HttpFailure) || redirects.length === 0 || error.phase === 'redirect') return error;
  const { type, url, sent } = error;
  return new HttpFailure(`after a redirect from ${redirects.at(-1) ?? ''}: ${error.message}`, {
    type,
    phase: type === 'refused_target' ? 'redirect' : error.phase,
    url,
    sent,
    redirects: [...redirects],
    cause: error,
  });
};

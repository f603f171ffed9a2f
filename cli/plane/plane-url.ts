import { isIP } from 'node:net';
import { usageFailure } from '../cli-failure.ts';

/** `localhost`, 127.0.0.0/8 and ::1 as a WHATWG URL spells them. */
export const isLoopbackHost = (hostname: string): boolean => {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (isIP(host) === 4) return host.startsWith('127.');
  return host === '::1' || host === 'localhost' || host.endsWith('.localhost');
};

const HINT = 'set ASSAY_URL to the address that the deploy printed, or give --url';

/**
 * Checks a base URL and drops its trailing slash.
 *
 * Plain http would show the token to everybody on the way, so only loopback may have it.
 * @throws CliFailure usage, saying what was expected and what came
 */
export const parsePlaneUrl = (text: string | undefined, source: string): URL => {
  if (text === undefined || text.trim() === '') throw usageFailure('expected the address of the plane, got none', HINT);
  if (!URL.canParse(text.trim()))
    throw usageFailure(`${source} must be a URL such as https://assay.example.com, got ${text}`, HINT);
  const url = new URL(text.trim());
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw usageFailure(`${source} must begin with https://, got ${url.protocol}//`, HINT);
  }
  if (url.username !== '' || url.password !== '')
    throw usageFailure(`${source} must not hold a user or password`, 'tokens go into ASSAY_TOKEN');
  if (url.search !== '' || url.hash !== '')
    throw usageFailure(`${source} must have no query and no fragment, got ${text}`, HINT);
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    throw usageFailure(
      `${source} must be https: plain http to ${url.host} would show the token on the way`,
      'http is accepted for loopback only',
    );
  }
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
};

/** A link the plane gave (presigned): https, or http to loopback. */
export const isSafeLink = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
};

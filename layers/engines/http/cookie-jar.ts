import { Cookie, CookieJar as ToughJar } from 'tough-cookie';
import type { Clock } from '#ports/clock';
import type { CookieJar } from '#ports/http';

export interface CookieJarOptions {
  /** Cookies expire by this clock. */
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Sees each Cookie header before it is given away and throws when it must not go there, such as when it carries a bound secret. */
  readonly guard?: (url: URL, cookies: string) => void;
}

/** The library counts Max-Age from the last use of a cookie by the machine's clock; RFC 6265, section 5.2.2, from when it was set. */
const expireAt = (cookie: Cookie, nowMs: number): void => {
  if (typeof cookie.maxAge !== 'number') return;
  cookie.expires = new Date(cookie.maxAge <= 0 ? 0 : Math.min(nowMs + cookie.maxAge * 1000, LATEST_MS));
  cookie.maxAge = null;
};

/** Last millisecond that a Date can hold. */
const LATEST_MS = 8_640_000_000_000_000;

/**
 * An empty jar: RFC 6265 on the server's side of a browser, with domain, path, Secure, expiry, host-only cookies, name prefixes
 * (`__Host-`, `__Secure-`), and no cookie for a public suffix such as `co.uk`. SameSite says nothing here: there is no page that asks.
 */
export const cookieJar = ({ clock, guard }: CookieJarOptions): CookieJar => {
  // Hosts such as `localhost` and `api.test` are what tests run against; that their names are reserved is no reason to refuse cookies.
  // Secure means TLS on loopback too: a suite must not pass there and fail against the real host.
  const jar = new ToughJar(undefined, {
    rejectPublicSuffixes: true,
    allowSpecialUseDomain: true,
    allowSecureOnLocal: false,
  });
  return {
    headerFor: (url) => {
      const now = clock.nowMs();
      // The library would judge expiry by the machine's clock.
      const cookies = jar
        .getCookiesSync(url.href, { expire: false, sort: true })
        .filter((cookie) => (cookie.expiryTime() ?? Number.POSITIVE_INFINITY) > now);
      if (cookies.length === 0) return undefined;
      const header = cookies.map((cookie) => cookie.cookieString()).join('; ');
      guard?.(url, header);
      return header;
    },
    store: (url, lines) => {
      const now = new Date(clock.nowMs());
      for (const line of lines) {
        const cookie = Cookie.parse(line);
        if (cookie === undefined) continue;
        expireAt(cookie, now.getTime());
        jar.setCookieSync(cookie, url.href, { ignoreError: true, now });
      }
    },
  };
};

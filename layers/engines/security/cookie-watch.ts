/** Cookies that answers and identities show, and the flags that session cookies need. */
import { headersOf, type Answer } from '#engines/security/answer';
import { hasTls, type Session } from '#engines/security/session';

const COOKIES_MAX = 100;
const SESSION_COOKIE = /sess|sid\b|token|auth|jwt|login|user/iu;

/** Watches cookies from the first answer on; `look` tells. */
export const cookieWatch = (
  session: Session,
): { readonly sameSite: (name: string) => string | undefined; readonly look: () => void } => {
  interface Seen {
    readonly line: string;
    readonly answer?: Answer;
    readonly operation?: string;
  }
  const cookies = new Map<string, Seen>();
  const note = (seen: Seen): void => {
    const name = seen.line.split('=')[0]?.trim() ?? '';
    const isRemoval = /max-age=0|expires=thu, 01 jan 1970/iu.test(seen.line);
    if (!isRemoval && !cookies.has(name) && cookies.size < COOKIES_MAX) cookies.set(name, seen);
  };
  for (const { identity } of session.actors) if (identity.setCookie !== undefined) note({ line: identity.setCookie });
  session.watch(({ answer, operation }) => {
    for (const line of headersOf(answer.headers, 'set-cookie'))
      note({ line, answer, ...(operation === undefined ? {} : { operation }) });
  });
  const flag = (line: string, name: string): boolean =>
    line
      .split(';')
      .slice(1)
      .some((part) => part.trim().toLowerCase().startsWith(name));
  return {
    sameSite: (name) => {
      const line = cookies.get(name)?.line;
      return line === undefined ? undefined : (/;\s*samesite=(\w+)/iu.exec(line)?.[1]?.toLowerCase() ?? 'unset');
    },
    look: () => {
      if (!session.wants('cookie-flags')) return;
      const own = [...cookies].filter(([name]) => SESSION_COOKIE.test(name));
      if (own.length === 0) session.skip('cookie-flags', undefined, 'no answer set a session cookie');
      for (const [name, { line, answer, operation }] of own) {
        const missing = ['httponly', 'samesite', ...(hasTls(session) ? ['secure'] : [])].filter(
          (one) => !flag(line, one),
        );
        if (missing.length === 0) session.clear('cookie-flags');
        else
          session.found('cookie-flags', {
            place: `cookie ${name}`,
            message: `expected HttpOnly, Secure and SameSite on the cookie ${name}${operation === undefined ? '' : ` of ${operation}`}, got it without ${missing.join(', ')}`,
            ...(answer === undefined ? {} : { exchange: answer.exchange }),
          });
      }
    },
  };
};

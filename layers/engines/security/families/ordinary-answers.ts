/** What ordinary answers have or lack: headers, cookies, banners, fields that nobody may see. Nothing is sent but what users send. */
import type { Operation } from '#engines/contract/model';
import { headerOf, isGranted, type Answer } from '#engines/security/answer';
import { lookAtFields } from '#engines/security/answer-fields';
import { ANONYMOUS } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import type { CheckId } from '#engines/security/registry';
import { hasTls, isSecured } from '#engines/security/session';
import type { Working } from '#engines/security/workbench';

const HSTS_SECONDS_MIN = 15_768_000;
const SHOWN_MAX = 5;

interface HeaderRule {
  readonly check: CheckId;
  /** What was expected and what came; undefined where all is well. */
  readonly problem: (answer: Answer) => string | undefined;
  readonly applies?: (scan: Scan, operation: Operation, working: Working) => boolean;
}

const gotHeader = (answer: Answer, name: string): string => {
  const value = headerOf(answer.headers, name);
  return value === undefined ? 'none' : JSON.stringify(value);
};

const BANNERS = [
  'server',
  'x-powered-by',
  'x-aspnet-version',
  'x-aspnetmvc-version',
  'x-generator',
  'x-runtime-version',
];

const RULES: readonly HeaderRule[] = [
  {
    check: 'header-nosniff',
    problem: (answer) =>
      headerOf(answer.headers, 'x-content-type-options')?.toLowerCase() === 'nosniff'
        ? undefined
        : `expected X-Content-Type-Options: nosniff, got ${gotHeader(answer, 'x-content-type-options')}`,
  },
  {
    check: 'header-frame',
    problem: (answer) =>
      /^(?:deny|sameorigin)$/iu.test(headerOf(answer.headers, 'x-frame-options') ?? '') ||
      /frame-ancestors/iu.test(headerOf(answer.headers, 'content-security-policy') ?? '')
        ? undefined
        : `expected X-Frame-Options: DENY or frame-ancestors in Content-Security-Policy, got ${gotHeader(answer, 'x-frame-options')}`,
  },
  {
    check: 'header-xss-filter',
    problem: (answer) =>
      /^\s*1/u.test(headerOf(answer.headers, 'x-xss-protection') ?? '')
        ? `expected no X-XSS-Protection, or 0, got ${gotHeader(answer, 'x-xss-protection')}`
        : undefined,
  },
  {
    check: 'header-hsts',
    applies: hasTls,
    problem: (answer) => {
      const seconds = Number(
        /max-age\s*=\s*"?(\d+)/iu.exec(headerOf(answer.headers, 'strict-transport-security') ?? '')?.[1] ?? -1,
      );
      return seconds >= HSTS_SECONDS_MIN
        ? undefined
        : `expected Strict-Transport-Security with max-age of at least ${String(HSTS_SECONDS_MIN)}, got ${gotHeader(answer, 'strict-transport-security')}`;
    },
  },
  {
    check: 'header-cache',
    applies: (_scan, operation, { actor, answer }) =>
      isSecured(operation) && actor.name !== ANONYMOUS.name && answer.text !== '',
    problem: (answer) =>
      /no-store|no-cache|private/iu.test(headerOf(answer.headers, 'cache-control') ?? '')
        ? undefined
        : `expected Cache-Control: no-store, got ${gotHeader(answer, 'cache-control')}`,
  },
  {
    check: 'server-banner',
    problem: (answer) => {
      const shown = BANNERS.flatMap((name) => {
        const value = headerOf(answer.headers, name);
        return value !== undefined && (/\d/u.test(value) || name !== 'server') ? [`${name}: ${value}`] : [];
      });
      return shown.length === 0 ? undefined : `expected no name and version of software, got ${shown.join(', ')}`;
    },
  },
  {
    check: 'cors-wildcard',
    problem: (answer) =>
      headerOf(answer.headers, 'access-control-allow-origin') === '*' &&
      headerOf(answer.headers, 'access-control-allow-credentials')?.toLowerCase() === 'true'
        ? 'expected no Access-Control-Allow-Credentials beside Access-Control-Allow-Origin: *, got both'
        : undefined,
  },
];

const workingOf = async (scan: Scan): Promise<(readonly [Operation, Working])[]> => {
  const all: (readonly [Operation, Working])[] = [];
  for (const operation of scan.operations) {
    const working = await scan.bench.working(operation);
    if (working !== undefined) all.push([operation, working]);
  }
  return all;
};

const lookAtHeader = async (
  scan: Scan,
  rule: HeaderRule,
  all: readonly (readonly [Operation, Working])[],
): Promise<void> => {
  if (!scan.wants(rule.check)) return;
  const applying = all.filter(([operation, working]) => rule.applies?.(scan, operation, working) ?? true);
  if (applying.length === 0) {
    const reason =
      rule.check === 'header-hsts'
        ? 'browsers heed it over https only (behindTls asks for it anyway)'
        : 'no answer that it applies to';
    scan.skip(rule.check, undefined, reason);
    return;
  }
  const wrong = applying.filter(([, { answer }]) => rule.problem(answer) !== undefined);
  const [first] = wrong.filter(([operation]) => operation.method === 'GET').concat(wrong);
  if (first === undefined) {
    scan.clear(rule.check);
    return;
  }
  const [{ method }, { call, actor, answer }] = first;
  const again = method === 'GET' ? await scan.send(call, actor) : answer;
  const problem = rule.problem(again);
  if (problem === undefined) {
    scan.skip(rule.check, undefined, 'the second request was not answered like the first');
    return;
  }
  const names = wrong.map(([operation]) => operation.id);
  const more = names.length > SHOWN_MAX ? ` and ${String(names.length - SHOWN_MAX)} more` : '';
  scan.found(rule.check, {
    message: `${problem} (${names.slice(0, SHOWN_MAX).join(', ')}${more}; ${String(names.length)} of ${String(applying.length)} operations)`,
    exchange: again.exchange,
  });
};

const lookAtRedirect = (scan: Scan, operation: Operation, { answer }: Working): void => {
  if (!scan.wants('redirect-elsewhere')) return;
  const location = headerOf(answer.headers, 'location');
  const base = new URL(answer.exchange.request.url);
  const to = location !== undefined && URL.canParse(location, base.href) ? new URL(location, base.href) : undefined;
  if (to === undefined || answer.status < 300 || answer.status > 399 || to.host === base.host)
    scan.clear('redirect-elsewhere', operation.id);
  else
    scan.found('redirect-elsewhere', {
      operation: operation.id,
      message: `expected a redirect to ${base.host}, got one to ${to.host}; it was not followed`,
      exchange: answer.exchange,
    });
};

const lookAtCredentials = (scan: Scan): void => {
  if (!scan.wants('credentials-in-url')) return;
  const inQuery = scan.operations.filter(({ security, securitySchemes }) =>
    security.some((alternative) =>
      Object.keys(alternative).some((name) => {
        const scheme = securitySchemes[name];
        return scheme?.type === 'apiKey' && scheme.in === 'query';
      }),
    ),
  );
  if (inQuery.length === 0) scan.clear('credentials-in-url');
  else
    scan.found('credentials-in-url', {
      message: `expected credentials in headers, got a security scheme that puts them into the query (${inQuery
        .slice(0, SHOWN_MAX)
        .map(({ id }) => id)
        .join(', ')})`,
    });
};

export const ordinaryAnswers: Family = {
  scope: 'api',
  judgesOrdinary: true,
  checks: [
    ...RULES.map(({ check }) => check),
    'excessive-data',
    'undeclared-field',
    'redirect-elsewhere',
    'credentials-in-url',
  ],
  run: async (scan) => {
    const all = await workingOf(scan);
    lookAtCredentials(scan);
    for (const [operation, working] of all) {
      if (isGranted(working.answer)) lookAtFields(scan, operation, working);
      lookAtRedirect(scan, operation, working);
    }
    for (const rule of RULES) await lookAtHeader(scan, rule, all);
  },
};

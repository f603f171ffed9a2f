/** Calls from pages of other origins: what CORS lets them read, and what a visitor's cookie lets them write. */
import { isJsonObject } from '#core/json-types';
import type { Operation } from '#engines/contract/model';
import { headerOf, isGranted, type Answer } from '#engines/security/answer';
import { ANONYMOUS, formText, type Actor, type Call } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { isReading, isSecured } from '#engines/security/session';
import type { Working } from '#engines/security/workbench';

const allowsWithCredentials = (answer: Answer, origin: string): boolean =>
  headerOf(answer.headers, 'access-control-allow-origin') === origin &&
  headerOf(answer.headers, 'access-control-allow-credentials')?.toLowerCase() === 'true';

/** Origins that no list of an API holds: one of a stranger, and two that a careless comparison takes for its own. */
const strangeOrigins = (scan: Scan): readonly string[] => {
  const { hostname } = scan.context.targetUrl(scan.definition.target);
  const name = /^[\d.:[\]]+$/u.test(hostname) ? 'api.example' : hostname;
  return ['https://assay-origin.example', `https://${name}.assay-origin.example`, `https://assay${name}`];
};

const withOrigin = ({ call, actor }: Working, origin: string): readonly [Call, Actor] => [
  { ...call, headers: { ...call.headers, origin } },
  actor,
];

const lookAtOrigins = async (
  scan: Scan,
  working: readonly Working[],
  check: 'cors-reflected' | 'cors-null',
  origins: readonly string[],
): Promise<void> => {
  if (!scan.wants(check)) return;
  for (const one of working) {
    for (const origin of origins) {
      const answer = await scan.send(...withOrigin(one, origin));
      if (!allowsWithCredentials(answer, origin)) continue;
      const again = await scan.send(...withOrigin(one, origin));
      if (!allowsWithCredentials(again, origin)) continue;
      scan.found(check, {
        message: `expected the origin ${origin} not to be allowed with credentials, got Access-Control-Allow-Origin: ${origin} and Access-Control-Allow-Credentials: true (${one.call.operation.id})`,
        exchange: answer.exchange,
      });
      return;
    }
  }
  if (working.length === 0) scan.skip(check, undefined, 'no reading operation is granted to anybody');
  else scan.clear(check);
};

const ORIGIN_OPERATIONS_MAX = 10;

export const crossOrigin: Family = {
  scope: 'api',
  checks: ['cors-reflected', 'cors-null'],
  run: async (scan) => {
    const working: Working[] = [];
    for (const operation of scan.operations.filter(isReading)) {
      const one = await scan.bench.working(operation);
      if (one !== undefined && working.length < ORIGIN_OPERATIONS_MAX) working.push(one);
    }
    await lookAtOrigins(scan, working, 'cors-reflected', strangeOrigins(scan));
    await lookAtOrigins(scan, working, 'cors-null', ['null']);
  },
};

const cookieNames = ({ identity }: Actor): readonly string[] => {
  const [, value] = Object.entries(identity.headers ?? {}).find(([name]) => name.toLowerCase() === 'cookie') ?? [];
  return (value ?? '')
    .split(';')
    .map((part) => part.split('=')[0]?.trim() ?? '')
    .filter((name) => name !== '');
};

/** Only the cookie: what a page of another site can make a browser send. */
const cookieOnly = ({ name, identity }: Actor): Actor => ({
  name,
  identity: {
    headers: Object.fromEntries(
      Object.entries(identity.headers ?? {}).filter(([header]) => header.toLowerCase() === 'cookie'),
    ),
  },
});

/** The forms in which a page of another site can send a body without asking first (Fetch standard, CORS-safelisted types). */
const simpleForms = (call: Call): readonly Call[] => {
  const { body } = call;
  const headers = {
    origin: 'https://assay-origin.example',
    referer: 'https://assay-origin.example/page',
    'sec-fetch-site': 'cross-site',
  };
  if (body === undefined) return [{ ...call, headers }];
  const form = isJsonObject(body)
    ? [
        {
          ...call,
          headers,
          mediaType: 'application/x-www-form-urlencoded',
          raw: formText(
            Object.entries(body).map(([name, value]) => [
              name,
              typeof value === 'string' ? value : JSON.stringify(value),
            ]),
          ),
        },
      ]
    : [];
  return [
    { ...call, headers, mediaType: 'text/plain', raw: typeof body === 'string' ? body : JSON.stringify(body) },
    ...form,
  ];
};

const lookAtWrite = async (scan: Scan, operation: Operation, actor: Actor): Promise<void> => {
  const skip = (reason: string): void => {
    scan.skip('csrf', operation.id, reason);
  };
  const working = await scan.bench.workingAs(operation, actor);
  if (working === undefined) {
    skip(`${actor.name} is not granted it`);
    return;
  }
  const visitor = cookieOnly(actor);
  for (const form of [0, 1]) {
    const fresh = (): Promise<Call> =>
      scan.bench.callFor(operation, actor).then((call) => ({ ...call, path: working.call.path }));
    const call = simpleForms(await fresh())[form];
    if (call === undefined) continue;
    const answer = await scan.send(call, visitor);
    if (!isGranted(answer)) continue;
    // Without the cookie it must be refused, or the cookie is not what lets it in; and it must happen twice.
    const without = await scan.send(simpleForms(await fresh())[form] ?? call, ANONYMOUS);
    const again = await scan.send(simpleForms(await fresh())[form] ?? call, visitor);
    if (isGranted(without)) skip('it is granted without the cookie as well');
    else if (isGranted(again))
      scan.found('csrf', {
        operation: operation.id,
        message: `expected a write from another site to be refused, got ${String(answer.status)} for ${call.mediaType ?? 'no body'} with nothing but the cookie of ${actor.name}`,
        exchange: answer.exchange,
      });
    return;
  }
  scan.clear('csrf', operation.id);
};

/** Whether a cookie may open an operation; any of them where the document names no cookie at all. */
const takesCookies = ({ contract }: Scan, { security, securitySchemes }: Operation): boolean => {
  const isCookie = (name: string): boolean => {
    const scheme = securitySchemes[name];
    return scheme?.type === 'apiKey' && scheme.in === 'cookie';
  };
  const isNamed = Object.keys(contract.securitySchemes).some(isCookie);
  return !isNamed || security.some((alternative) => Object.keys(alternative).some(isCookie));
};

export const crossSiteWrites = (sameSite: (cookie: string) => string | undefined): Family => ({
  scope: 'operation',
  checks: ['csrf'],
  run: async (scan, operation) => {
    if (
      !scan.wants('csrf') ||
      isReading(operation) ||
      !isSecured(operation) ||
      scan.bench.leftAlone(operation) !== undefined
    )
      return;
    const actor = scan.actors.find((one) => cookieNames(one).length > 0);
    if (actor === undefined || !takesCookies(scan, operation)) return;
    const kept = cookieNames(actor)
      .map(sameSite)
      .find((value) => value === 'strict' || value === 'lax');
    if (kept !== undefined)
      scan.skip('csrf', operation.id, `browsers do not send the cookie from other sites: SameSite=${kept}`);
    else await lookAtWrite(scan, operation, actor);
  },
});

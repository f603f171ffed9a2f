import { lookup } from 'node:dns/promises';
import { request, type Dispatcher } from 'undici';
import { CliFailure, messageOf, systemCode } from '../cli-failure.ts';
import { isLoopbackHost } from '../plane/plane-url.ts';
import type { PlaneClient } from '../plane/plane-client.ts';
import type { TokenSource } from '../plane/token-source.ts';
import { fetchAnswer, readAnswer, type PrincipalView, type Readiness } from '../plane/wire.ts';
import { duration } from '../render/table.ts';
import type { World } from '../world.ts';
import { readClaims, timeClaimMs } from './read-claims.ts';

export type Mark = 'ok' | 'warn' | 'fail';

export interface Finding {
  readonly check: string;
  readonly mark: Mark;
  readonly text: string;
  readonly hint?: string;
}

export const NODE_MIN = '20.18';
const SKEW_MS_WARN = 5_000;
/** The plane allows a little skew; beyond this tokens made here or elsewhere look expired or not yet valid. */
const SKEW_MS_FAIL = 60_000;
const EXPIRY_MS_WARN = 60_000;

const isOldNode = (nodeVersion: string): boolean => {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const [majorMin = 0, minorMin = 0] = NODE_MIN.split('.').map(Number);
  return major < majorMin || (major === majorMin && minor < minorMin);
};

export const checkNode = (nodeVersion: string): Finding =>
  isOldNode(nodeVersion)
    ? { check: 'node', mark: 'fail', text: `Node ${nodeVersion}`, hint: `Node ${NODE_MIN} or newer is needed` }
    : { check: 'node', mark: 'ok', text: `Node ${nodeVersion}` };

const TLS_CODES = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/;

export interface Reached {
  readonly findings: readonly Finding[];
  readonly isReachable: boolean;
}

const skewFinding = (dateHeader: string | undefined, nowMs: number): Finding => {
  const atMs = Date.parse(dateHeader ?? '');
  if (Number.isNaN(atMs))
    return { check: 'clock', mark: 'warn', text: 'the plane sent no Date header, so the clocks cannot be compared' };
  // Date has whole seconds, so up to one second is the header's own.
  const skewMs = Math.max(0, Math.abs(nowMs - atMs) - 1000);
  const text =
    skewMs === 0
      ? 'this clock agrees with the plane'
      : `this clock is ${duration(skewMs)} ${nowMs > atMs ? 'ahead of' : 'behind'} the plane`;
  const hint = 'set the clock (NTP): tokens look expired or not yet valid otherwise';
  if (skewMs > SKEW_MS_FAIL) return { check: 'clock', mark: 'fail', text, hint };
  return skewMs > SKEW_MS_WARN ? { check: 'clock', mark: 'warn', text, hint } : { check: 'clock', mark: 'ok', text };
};

/** Name, connection, TLS, clock and /healthz, without a token. */
export const checkReach = async (base: URL, agent: Dispatcher, world: World): Promise<Reached> => {
  const findings: Finding[] = [];
  const usesProxy = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some(
    (name) => (world.env[name] ?? '') !== '',
  );
  if (!usesProxy) {
    try {
      const { address } = await lookup(base.hostname.replace(/^\[(.*)\]$/, '$1'));
      findings.push({ check: 'name', mark: 'ok', text: `${base.hostname} is ${address}` });
    } catch (error) {
      findings.push({
        check: 'name',
        mark: 'fail',
        text: `${base.hostname} cannot be looked up: ${messageOf(error)}`,
        hint: 'check ASSAY_URL and the network',
      });
      return { findings, isReachable: false };
    }
  }
  const startedAtMs = world.nowMs();
  try {
    const url = `${base.origin}${base.pathname === '/' ? '' : base.pathname}/healthz`;
    const answer = await request(url, { dispatcher: agent, signal: AbortSignal.timeout(15_000) });
    const text = await answer.body.text();
    const health = parseHealth(text);
    const date = Array.isArray(answer.headers['date']) ? answer.headers['date'][0] : answer.headers['date'];
    const how =
      base.protocol === 'https:'
        ? 'over TLS, certificate valid'
        : isLoopbackHost(base.hostname)
          ? 'over plain http, on this machine'
          : 'over plain http';
    findings.push({
      check: 'reach',
      mark: 'ok',
      text: `${base.origin} answers after ${duration(world.nowMs() - startedAtMs)} ${how}`,
    });
    findings.push(
      answer.statusCode === 200 && health !== undefined
        ? { check: 'plane', mark: 'ok', text: `Assay ${health}` }
        : {
            check: 'plane',
            mark: 'fail',
            text: `GET ${url} answered ${String(answer.statusCode)}, not as a plane does`,
            hint: 'is the path of ASSAY_URL complete, with the stage?',
          },
    );
    findings.push(skewFinding(date, world.nowMs()));
    return { findings, isReachable: true };
  } catch (error) {
    const isTls = TLS_CODES.test(systemCode(error) ?? '');
    const hint = isTls
      ? 'name the authority of the certificate in NODE_EXTRA_CA_CERTS'
      : 'is the plane running? Is a proxy needed (HTTPS_PROXY)?';
    findings.push({ check: isTls ? 'tls' : 'reach', mark: 'fail', text: `${base.origin}: ${messageOf(error)}`, hint });
    return { findings, isReachable: false };
  }
};

const parseHealth = (text: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('status' in value) || value.status !== 'ok') return undefined;
    return 'version' in value ? String(value.version) : 'of unknown version';
  } catch {
    return undefined;
  }
};

const claimText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? 'none' : JSON.stringify(value);

/** Where the token comes from, whether it is a JWT, and its times and audience. */
export const checkToken = async (tokens: TokenSource, world: World): Promise<Finding[]> => {
  let token: string;
  try {
    token = await tokens.next();
  } catch (error) {
    const hint = error instanceof CliFailure ? error.extra.hint : undefined;
    return [{ check: 'token', mark: 'fail', text: messageOf(error), ...(hint === undefined ? {} : { hint }) }];
  }
  const read = readClaims(token);
  if (read === undefined) {
    return [
      {
        check: 'token',
        mark: 'fail',
        text: `the token of ${tokens.from} is no JWT`,
        hint: 'the plane takes OIDC tokens',
      },
    ];
  }
  const { iss, aud } = read.claims;
  const audience = Array.isArray(aud) ? aud.join(', ') : claimText(aud);
  const origin: Finding = {
    check: 'token',
    mark: 'ok',
    text: `from ${tokens.from}, issuer ${claimText(iss)}, audience ${audience}`,
  };
  const expiresAtMs = timeClaimMs(read.claims, 'exp');
  const notBeforeMs = timeClaimMs(read.claims, 'nbf');
  const leftMs = (expiresAtMs ?? Number.NaN) - world.nowMs();
  const hint = 'get a new one';
  if (Number.isNaN(leftMs))
    return [origin, { check: 'expiry', mark: 'fail', text: 'the token has no exp claim', hint }];
  if (leftMs <= 0)
    return [origin, { check: 'expiry', mark: 'fail', text: `the token expired ${duration(-leftMs)} ago`, hint }];
  if (notBeforeMs !== undefined && notBeforeMs > world.nowMs()) {
    return [
      origin,
      {
        check: 'expiry',
        mark: 'fail',
        text: `the token is not valid before ${new Date(notBeforeMs).toISOString()}`,
        hint: 'compare the clocks',
      },
    ];
  }
  return [
    origin,
    {
      check: 'expiry',
      mark: leftMs < EXPIRY_MS_WARN ? 'warn' : 'ok',
      text: `the token expires in ${duration(leftMs)}`,
    },
  ];
};

const failed = (check: string, error: unknown): Finding => {
  if (!(error instanceof CliFailure)) return { check, mark: 'fail', text: messageOf(error) };
  const code = error.extra.code === undefined ? '' : ` (${error.extra.code})`;
  return {
    check,
    mark: 'fail',
    text: `${error.title}: ${error.message}${code}`,
    ...(error.extra.hint === undefined ? {} : { hint: error.extra.hint }),
  };
};

/** Who the plane takes us for. */
export const checkIdentity = async (client: PlaneClient): Promise<Finding> => {
  try {
    const me = await fetchAnswer<PrincipalView>(client, { method: 'GET', path: '/access/whoami' }, 'PrincipalView');
    const services = me.projects.includes('*') ? 'all services' : me.projects.join(', ');
    return {
      check: 'identity',
      mark: 'ok',
      text: `${me.subject} is ${me.role} of ${me.tenant} for ${services}, by rule ${me.ruleId}; payloads ${me.payloadRead ? 'shown' : 'masked'}`,
    };
  } catch (error) {
    return failed('identity', error);
  }
};

/** What the plane says of its own dependencies. */
export const checkReadiness = async (client: PlaneClient): Promise<Finding[]> => {
  try {
    const answer = await client.send({ method: 'GET', path: '/readyz', accept: [200] });
    const { dependencies } = readAnswer<Readiness>(answer, 'Readiness', 'GET /readyz');
    return dependencies.map(({ name, state, latencyMs }) => ({
      check: 'ready',
      mark: state === 'ok' ? 'ok' : 'fail',
      text: `${name} ${state} after ${duration(latencyMs)}`,
      ...(state === 'ok' ? {} : { hint: 'operators: docs/runbooks/' }),
    }));
  } catch (error) {
    if (error instanceof CliFailure && error.extra.status === 403) {
      return [{ check: 'ready', mark: 'warn', text: 'your role may not see the state of the dependencies' }];
    }
    return [failed('ready', error)];
  }
};

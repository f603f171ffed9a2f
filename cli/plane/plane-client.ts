import { request, type Dispatcher } from 'undici';
import { CliFailure, messageOf, systemCode } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import type { World } from '../world.ts';
import { problemFailure } from './problem-failure.ts';
import { backoffMs, RETRY_AFTER_MS_MAX, retryAfterMs, TRIES_MAX } from './retry-delay.ts';
import { isSafeLink } from './plane-url.ts';
import type { TokenSource } from './token-source.ts';

export interface PlaneCall {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Path below the plane's address, percent-encoded, such as `/tests/runs`. */
  readonly path: string;
  readonly query?: { readonly [name: string]: string | number | undefined };
  readonly json?: unknown;
  readonly headers?: { readonly [name: string]: string };
  /** May the call be sent again when nobody knows whether it arrived? GET, PUT and DELETE may; POST only where its key makes it so. */
  readonly repeatable?: boolean;
  /** Statuses that are answers here; others are failures. 2xx when absent. */
  readonly accept?: readonly number[];
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface PlaneAnswer {
  readonly status: number;
  /** Lower-case names; of repeated headers the first. */
  readonly headers: { readonly [name: string]: string };
  readonly text: string;
  /** Parsed when it is JSON, else undefined. */
  readonly json: unknown;
}

export interface PlaneClient {
  readonly base: URL;
  readonly tokens: TokenSource;
  /** @throws CliFailure: problems of the plane, no permission, plane unreachable */
  send(call: PlaneCall): Promise<PlaneAnswer>;
  /** The absolute address of a path below the plane's. */
  readonly addressOf: (path: string) => string;
}

export interface PlaneClientOptions {
  readonly base: URL;
  readonly tokens: TokenSource;
  readonly agent: Dispatcher;
  readonly world: World;
  readonly tenant?: string;
  /** Told about every answer, for -v. */
  readonly onAnswer?: (line: string) => void;
}

const TIMEOUT_MS = 30_000;
const ANSWER_BYTES_MAX = 64 * 1024 * 1024;

export const userAgent = (world: World): string => `assay/${world.version} node/${world.nodeVersion}`;

const firstHeaders = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name.toLowerCase(), first]];
    }),
  );

const parseJson = (text: string, type: string | undefined): unknown => {
  if (type === undefined || !/[/+]json\b/i.test(type)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const requestIdOf = (headers: { readonly [name: string]: string }): string | undefined =>
  headers['x-request-id'] ?? headers['x-amzn-requestid'] ?? headers['x-amz-apigw-id'];

const UNREACHABLE_HINTS: { readonly [code: string]: string } = {
  ECONNREFUSED: 'nothing listens there; is the plane running, and is the port right?',
  ENOTFOUND: 'the host name is unknown; check ASSAY_URL',
  EAI_AGAIN: 'the name could not be looked up; is there a network?',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed; name its authority in NODE_EXTRA_CA_CERTS',
  SELF_SIGNED_CERT_IN_CHAIN: 'a certificate in the chain is self-signed; name its authority in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate cannot be verified; name its authority in NODE_EXTRA_CA_CERTS',
  CERT_HAS_EXPIRED: "the plane's certificate has expired",
};

const unreachable = (base: URL, error: unknown): CliFailure =>
  new CliFailure(EXIT.unavailable, `cannot reach ${base.origin}`, messageOf(error), {
    hint: UNREACHABLE_HINTS[systemCode(error) ?? ''] ?? '`assay doctor` checks the way to the plane',
    cause: error,
  });

/** One call to one address, without patience. Links of the store (`authorized` false) get neither token nor headers of ours. */
const sendOnce = async (
  { tokens, agent, world, tenant }: PlaneClientOptions,
  call: PlaneCall,
  url: string,
  authorized: boolean,
): Promise<PlaneAnswer> => {
  const timeout = AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS);
  const signal = call.signal === undefined ? timeout : AbortSignal.any([timeout, call.signal]);
  const ours = authorized
    ? {
        authorization: `Bearer ${await tokens.next(signal)}`,
        ...(tenant === undefined ? {} : { 'x-assay-tenant': tenant }),
        ...call.headers,
      }
    : {};
  const answer = await request(url, {
    method: call.method,
    headers: {
      accept: 'application/json, application/problem+json, */*;q=0.5',
      'user-agent': userAgent(world),
      ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
      ...ours,
    },
    ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
    dispatcher: agent,
    signal,
  });
  const headers = firstHeaders(answer.headers);
  if (Number(headers['content-length'] ?? 0) > ANSWER_BYTES_MAX) throw new Error('the answer is larger than 64 MB');
  const text = await answer.body.text();
  return { status: answer.statusCode, headers, text, json: parseJson(text, headers['content-type']) };
};

/**
 * Whether the plane says that it could not do it now. 503 of a call that must not be done twice counts only with Retry-After, which says that
 * nothing was done; 502 and 504 never tell.
 */
const isBusy = ({ status, headers }: PlaneAnswer, repeatable: boolean): boolean =>
  status === 429 ||
  (status === 503 && (repeatable || headers['retry-after'] !== undefined)) ||
  (repeatable && (status === 502 || status === 504));

/** One answer with patience: pauses and repeats what may be repeated. */
const sendPatiently = async (
  options: PlaneClientOptions,
  call: PlaneCall,
  url: string,
  authorized: boolean,
): Promise<PlaneAnswer> => {
  const { world, onAnswer } = options;
  const repeatable = call.repeatable ?? call.method !== 'POST';
  const what = `${call.method} ${new URL(url).pathname}`;
  for (let tried = 1; ; tried += 1) {
    const startedAtMs = world.nowMs();
    try {
      const answer = await sendOnce(options, call, url, authorized);
      const id = requestIdOf(answer.headers);
      const took = `${String(world.nowMs() - startedAtMs)} ms`;
      onAnswer?.(`${what} ${String(answer.status)} ${took}${id === undefined ? '' : ` request ${id}`}`);
      if (!isBusy(answer, repeatable) || tried >= TRIES_MAX) return answer;
      const waitMs = retryAfterMs(answer.headers['retry-after'], world.nowMs()) ?? backoffMs(tried, world.random());
      if (waitMs > RETRY_AFTER_MS_MAX) return answer;
      await world.sleep(waitMs, call.signal);
    } catch (error) {
      if (error instanceof CliFailure || call.signal?.aborted === true) throw error;
      onAnswer?.(`${what} failed: ${messageOf(error)}`);
      if (!repeatable || tried >= TRIES_MAX) throw unreachable(new URL(url), error);
      await world.sleep(backoffMs(tried, world.random()), call.signal);
    }
  }
};

/** Fetches what a 303 points to. The link is presigned for somebody else's server: the token must not travel there. */
const followLink = (
  options: PlaneClientOptions,
  call: PlaneCall,
  location: string,
  url: string,
): Promise<PlaneAnswer> => {
  const link = URL.canParse(location, url) ? new URL(location, url).href : '';
  if (!isSafeLink(link)) {
    throw new CliFailure(EXIT.unavailable, 'refused', 'the plane answered with a link that is not https');
  }
  const signal = call.signal === undefined ? {} : { signal: call.signal };
  return sendPatiently(options, { method: 'GET', path: '', ...signal }, link, false);
};

/** Sends calls to the plane: token, retries (429, 503 and lost connections), problems as failures. */
export const makePlaneClient = (options: PlaneClientOptions): PlaneClient => {
  const { base, tokens } = options;
  const addressOf = (path: string): string => `${base.origin}${base.pathname === '/' ? '' : base.pathname}${path}`;

  const urlOf = (call: PlaneCall): string => {
    const url = new URL(addressOf(call.path));
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url.href;
  };

  const send = async (call: PlaneCall): Promise<PlaneAnswer> => {
    const url = urlOf(call);
    let answer = await sendPatiently(options, call, url, true);
    if (answer.status === 401 && tokens.renew()) answer = await sendPatiently(options, call, url, true);
    if (answer.status === 303) answer = await followLink(options, call, answer.headers['location'] ?? '', url);
    const accepted = call.accept?.includes(answer.status) ?? (answer.status >= 200 && answer.status < 300);
    if (accepted) return answer;
    throw problemFailure(answer.status, answer.json, requestIdOf(answer.headers), `${call.method} ${call.path}`);
  };

  return { base, tokens, send, addressOf };
};

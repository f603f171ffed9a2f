/** Lends a probe what it may use of the suite it stands in: the guarded client, the masker, other cases, documents. */
import type { TryFailure } from '#core/case-result';
import type { CaseDefinition } from '#core/suite';
import { asText, substitute } from '#core/template';
import type { Json } from '#core/units';
import { BODY_BYTES_MAX, failureOf, headersOfTry } from '#engines/functional/send-request';
import { curlLine } from '#engines/functional/curl-line';
import { recordRequest, recordResponse } from '#engines/functional/record';
import { runTry } from '#engines/functional/run-try';
import { optionsFor } from '#engines/functional/steps';
import { TIMEOUT_MS_DEFAULT, caseContext } from '#engines/functional/suite-context';
import type { SecretVault } from '#engines/functional/secret-vault';
import type { CaseContext } from '#engines/functional/suite-context';
import { headerProblem } from '#engines/functional/connection-headers';
import { REMOVING_MS_MAX } from '#engines/probe/probe';
import type { Exchange, HeaderList, ProbeContext, ProbeRequest } from '#engines/probe/probe';
import type { HttpClient, HttpRequest, HttpResponse } from '#ports/http';

const bytesOf = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? Buffer.from(body) : body);

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/** Timings of an exchange as records have them: a probe looks at whole durations only. */
const asHttpResponse = ({ response, durationMs }: Exchange): HttpResponse | undefined =>
  response === undefined
    ? undefined
    : {
        ...response,
        truncated: response.bodyBytes > response.body.byteLength,
        redirects: [],
        timingsMs: { dns: null, connect: null, tls: null, wait: durationMs, receive: 0, total: durationMs },
      };

const targetUrl = (name: string | undefined, { environment, suite }: CaseContext): URL => {
  const wanted = name ?? suite.defaults?.target ?? 'default';
  const base = environment.targets[wanted];
  const url = base === undefined ? null : URL.parse(base);
  if (url !== null) return url;
  const known = Object.keys(environment.targets).join(', ') || 'none';
  throw new TypeError(`expected the environment "${environment.name}" to have the target "${wanted}", got ${known}`);
};

const addressOf = ({ path, target }: ProbeRequest, context: CaseContext): URL => {
  const base = targetUrl(target, context);
  if (/^https?:\/\//iu.test(path)) return new URL(path);
  if (!path.startsWith('/')) throw new TypeError(`expected a path that begins with "/", got ${JSON.stringify(path)}`);
  return new URL(`${base.origin}${base.pathname.replace(/\/$/u, '')}${path}`);
};

/** Default headers of the suite, filled in; what the request has itself, or drops by null, is left out. */
const inherited = ({ inherits }: ProbeRequest, context: CaseContext): HeaderList => {
  if (inherits === undefined) return [];
  const own = new Set(inherits.except.map((name) => name.toLowerCase()));
  const options = optionsFor(context.caseId, context);
  return Object.entries(context.suite.defaults?.headers ?? {})
    .filter(([name, template]) => !own.has(name.toLowerCase()) && template !== null)
    .map(([name, template]) => [name, asText(substitute(template, options, `/defaults/headers/${name}`))] as const);
};

/** The probe's own headers, after those of every request that it does not set itself. */
const headersOf = (own: HeaderList, url: URL, context: CaseContext): HeaderList => {
  for (const [name, value] of own) {
    const problem = headerProblem(name.toLowerCase(), value, url);
    if (problem !== undefined) throw new TypeError(problem);
  }
  const names = new Set(own.map(([name]) => name.toLowerCase()));
  const others = Object.entries(headersOfTry(context)).filter(([name]) => !names.has(name));
  return [...own.map(([name, value]) => [name.toLowerCase(), value] as const), ...others];
};

interface Prepared {
  readonly url: URL;
  readonly headers: HeaderList;
  readonly body?: Uint8Array;
}

const httpRequest = (
  request: ProbeRequest & { readonly timeoutMs: number },
  { url, headers, body }: Prepared,
  context: CaseContext,
): HttpRequest => {
  const text = [
    url.href,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    body === undefined ? '' : textOf(body),
  ].join('\n');
  const secretHosts = context.vault.guard([], url, text);
  return {
    method: request.method,
    url: url.href,
    headers,
    timeoutMs: request.timeoutMs,
    followRedirects: request.followRedirects ?? false,
    bodyBytesMax: BODY_BYTES_MAX,
    ...(body === undefined ? {} : { body }),
    ...(secretHosts === undefined ? {} : { secretHosts }),
  };
};

/** What one request may still take: no end for most of them, and little for those that remove things after a stop. */
interface Allowance {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** @throws what aborted the signal, for every request but those that remove things, and for those when their time is up as well */
const allowances = ({ signal, cleanup, ports: { clock } }: CaseContext) => {
  let removingSinceMs: number | undefined;
  return ({ removes, timeoutMs = TIMEOUT_MS_DEFAULT }: ProbeRequest): Allowance => {
    if (removes !== true) {
      signal.throwIfAborted();
      return { signal, timeoutMs };
    }
    cleanup.throwIfAborted();
    if (!signal.aborted) return { signal: cleanup, timeoutMs };
    removingSinceMs ??= clock.nowMs();
    const leftMs = removingSinceMs + REMOVING_MS_MAX - clock.nowMs();
    if (leftMs <= 0) signal.throwIfAborted();
    return { signal: cleanup, timeoutMs: Math.min(timeoutMs, leftMs) };
  };
};

const sender = (context: CaseContext, operation: string): ProbeContext['send'] => {
  const { clock } = context.ports;
  const allow = allowances(context);
  return async (request) => {
    const { signal, timeoutMs } = allow(request);
    let sent: Exchange['request'] = { method: request.method, url: request.path, headers: request.headers ?? [] };
    const startedAtEpochMs = clock.nowMs();
    const ended = (rest: Partial<Exchange>): Exchange => ({
      request: sent,
      startedAtEpochMs,
      durationMs: Math.max(0, clock.nowMs() - startedAtEpochMs),
      ...rest,
    });
    try {
      const url = addressOf(request, context);
      const headers = headersOf([...(request.headers ?? []), ...inherited(request, context)], url, context);
      const body = request.body === undefined ? {} : { body: bytesOf(request.body) };
      sent = { method: request.method, url: url.href, headers, ...body };
      const rules = { operation, isExpected: () => true, retry: false, breaker: false } as const;
      const timed = { ...request, timeoutMs };
      const outcome = await context.sender.send(httpRequest(timed, { url, headers, ...body }, context), rules, signal);
      if (outcome.failure !== undefined) throw outcome.failure;
      const { response } = outcome;
      if (response === undefined) throw new TypeError('a send without response must have failed');
      const { status, body: bytes, bodyBytes, httpVersion } = response;
      return ended({
        request: { ...sent, headers: response.requestHeaders ?? headers },
        response: {
          status,
          headers: response.headers,
          body: bytes,
          bodyBytes,
          url: response.url,
          ...(httpVersion === undefined ? {} : { httpVersion }),
        },
      });
    } catch (error) {
      signal.throwIfAborted();
      return ended({ failure: failureOf(error) });
    }
  };
};

const recorder =
  (context: CaseContext): ProbeContext['record'] =>
  (exchange) => {
    const { masker } = context.ports;
    const { capture } = context.environment;
    const { method, url, headers, body } = exchange.request;
    const bodyText = body === undefined ? undefined : textOf(body);
    const built = {
      method,
      url: new URL(url, targetUrl(undefined, context)),
      headers,
      sentText: '',
      ...(body === undefined ? {} : { body, bodyText: bodyText ?? '' }),
    };
    const response = asHttpResponse(exchange);
    return {
      request: recordRequest(built, masker, capture),
      curl: curlLine(built, masker, [...context.vault.known(), ...context.tokenValues]),
      ...(response === undefined
        ? {}
        : { response: recordResponse(response, () => textOf(response.body), masker, capture) }),
    };
  };

const documentOf = ({ suite }: CaseContext, name: string | undefined): Json => {
  const documents = suite.documents ?? {};
  const names = Object.keys(documents);
  const wanted = name ?? (names.length === 1 ? names[0] : undefined);
  const found = wanted === undefined ? undefined : documents[wanted];
  if (found !== undefined) return found;
  const list = names.length === 0 ? 'none' : names.join(', ');
  throw new TypeError(
    wanted === undefined
      ? `expected the name of one of the suite's documents (${list}), got none`
      : `expected one of the suite's documents (${list}), got "${wanted}"`,
  );
};

/** Guards as if requests to a listener of this process went where that leads: a secret of the target may pass its fault proxy. */
const vaultThrough = (vault: SecretVault, standIns: ReadonlyMap<string, URL>): SecretVault => ({
  ...vault,
  guard: (used, url, text) => {
    const original = standIns.get(url.host);
    if (original === undefined) return vault.guard(used, url, text);
    vault.guard(used, original, text);
    // The client that goes there reaches nothing else.
    return undefined;
  },
});

/** The context in which other base URLs stand in for the environment's. */
const throughStandIns = (
  context: CaseContext,
  targets: { readonly [name: string]: string },
): { readonly context: CaseContext; readonly close: () => Promise<void> } => {
  const { machines } = context.ports;
  if (machines === undefined) throw new TypeError('expected a runner that has listeners of its own, got one without');
  const standIns = new Map(
    Object.entries(targets).map(([name, url]) => [new URL(url).host, targetUrl(name, context)] as const),
  );
  const self = machines.httpToSelf([...standIns.keys()]);
  const send: HttpClient['send'] = (request, signal) =>
    (standIns.has(new URL(request.url).host) ? self : context.ports.http).send(request, signal);
  const http: HttpClient = { send, close: () => self.close() };
  const environment = { ...context.environment, targets: { ...context.environment.targets, ...targets } };
  return {
    context: {
      ...context,
      environment,
      vault: vaultThrough(context.vault, standIns),
      ports: { ...context.ports, http },
      sender: plainSender(http),
    },
    close: () => self.close(),
  };
};

/** An experiment looks at what one request comes to: the client's own retries and breaker would hide it. */
const plainSender = (http: HttpClient): CaseContext['sender'] => ({
  send: async (request, _rules, signal) => {
    try {
      return { response: await http.send(request, signal), retries: [] };
    } catch (error) {
      signal.throwIfAborted();
      return { failure: error instanceof Error ? error : new Error(String(error)), retries: [] };
    }
  },
});

const caseRunner =
  (context: CaseContext): ProbeContext['runCase'] =>
  async (id, targets) => {
    const item: CaseDefinition | undefined = context.suite.cases.find((one) => one.id === id);
    if (item === undefined) throw new TypeError(`expected the suite to have the case "${id}", got no such case`);
    if (targets === undefined) {
      const plain = { ...context, sender: plainSender(context.ports.http) };
      return (await runTry(item, 1, caseContext(plain, id))).record;
    }
    const through = throughStandIns(context, targets);
    try {
      return (await runTry(item, 1, caseContext(through.context, id))).record;
    } finally {
      await through.close();
    }
  };

/** @param item the case that the probe is */
export const probeContext = (item: CaseDefinition, act: string, context: CaseContext): ProbeContext => {
  const { ports, sink, id, seed } = context;
  return {
    send: sender(context, `${act} ${item.id}`),
    record: recorder(context),
    mask: (text) => ports.masker.maskText(text),
    maskJson: (value) => ports.masker.maskJson(value),
    service: context.suite.service,
    runId: context.runId,
    ...(ports.structures === undefined ? {} : { structures: ports.structures }),
    ...(ports.history === undefined ? {} : { history: ports.history }),
    clock: ports.clock,
    seed: `${seed}/${id}/${item.id}`,
    signal: context.signal,
    targetUrl: (name) => targetUrl(name, context),
    document: (name) => documentOf(context, name),
    runCase: caseRunner(context),
    log: (level, message) => {
      sink.log({ level, suite: id, case: item.id, message });
    },
  };
};

/** What kept a probe from judging, by the error it ended with. */
export const probeFailure = (error: unknown): TryFailure => failureOf(error);

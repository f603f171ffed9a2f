import type { CheckOutcome, TryFailure } from '#core/case-result';
import type { DataRequest } from '#core/acts/data-request';
import { shortJson } from '#core/json-types';
import { asText } from '#core/template';
import type { Json } from '#core/units';
import { decodedBody } from '#engines/data-quality/decoded-body';
import type { Exchange, HeaderList, ProbeContext, ProbeReport, ProbeRequest } from '#engines/probe/probe';

/** An answer that can be looked at. */
export interface Asked {
  readonly exchange: Exchange;
  readonly status: number;
  readonly headers: HeaderList;
  readonly url: string;
  readonly text: string;
}

export interface AskedJson extends Asked {
  readonly json: Json;
}

/** No judgement was possible: the case is errored. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly failure: TryFailure;
  constructor(failure: TryFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The answer was not one to go on with: the case failed. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
  readonly check: CheckOutcome;
  constructor(check: CheckOutcome) {
    super(check.message ?? check.check);
    this.check = check;
  }
}

/** Sends the requests of a data act and counts them. */
export interface Asker {
  /** @throws NoAnswer; WrongAnswer for a status other than 2xx */
  ask(request: DataRequest): Promise<Asked>;
  /** @throws as ask; WrongAnswer for what is no JSON */
  askJson(request: DataRequest): Promise<AskedJson>;
  /** Whatever the status is. @throws NoAnswer */
  send(request: DataRequest): Promise<Asked>;
  /** What a report says of all requests; the exchange is the last one, or the one given. */
  figures(decided?: Exchange): Pick<ProbeReport, 'requests' | 'requestErrors' | 'exchange'>;
}

const queryOf = (query: DataRequest['query'] = {}): string =>
  Object.entries(query)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? (value as readonly Json[]) : [value]).map((one) => [name, one] as const),
    )
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(asText(value))}`)
    .join('&');

/** Path with query, or the absolute URL that a page named. */
export const addressOf = ({ path, query }: DataRequest): string => {
  const added = queryOf(query);
  if (added === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${added}`;
};

/** What a data request is on the wire. */
export const probeRequest = (request: DataRequest): ProbeRequest => {
  const headers = Object.entries(request.headers ?? {})
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, asText(value)] as const);
  const typed = headers.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    method: request.method ?? 'GET',
    path: addressOf(request),
    headers: request.json === undefined || typed ? headers : [...headers, ['content-type', 'application/json']],
    followRedirects: true,
    inherits: { except: Object.keys(request.headers ?? {}) },
    ...(request.target === undefined ? {} : { target: request.target }),
    ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
    ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
  };
};

/** `GET /orders?page=2`, for messages. */
export const nameOf = (request: DataRequest): string => `${request.method ?? 'GET'} ${addressOf(request)}`;

/** The value of a header; undefined when there is none. */
export const headerOf = (headers: HeaderList, name: string): string | undefined =>
  headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];

const parsed = (text: string, request: DataRequest): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // The name of a check is for everybody who may see the run; the address is filled in, and so is payload.
    const check = 'the answer is JSON';
    const got = shortJson(text, 80);
    const message = `expected JSON from ${nameOf(request)}, got ${got}`;
    throw new WrongAnswer({ check, passed: false, expected: 'JSON', got, message });
  }
};

/** An asker for one probe. */
export const asker = (context: ProbeContext): Asker => {
  let requests = 0;
  let requestErrors = 0;
  let last: Exchange | undefined;
  const send = async (request: DataRequest): Promise<Asked> => {
    requests += 1;
    const exchange = await context.send(probeRequest(request));
    last = exchange;
    const { response, failure } = exchange;
    if (response === undefined) {
      requestErrors += 1;
      throw new NoAnswer(failure ?? { type: 'connection', phase: 'wait', message: 'expected an answer, got none' });
    }
    if (response.bodyBytes > response.body.byteLength)
      throw new NoAnswer({
        type: 'parse',
        phase: 'receive',
        message: `expected a body of at most ${String(response.body.byteLength)} bytes from ${nameOf(request)}, got ${String(response.bodyBytes)}`,
      });
    const text = decodedBody(response.body);
    return { exchange, status: response.status, headers: response.headers, url: response.url, text };
  };
  const ask = async (request: DataRequest): Promise<Asked> => {
    const asked = await send(request);
    if (asked.status >= 200 && asked.status < 300) return asked;
    throw new WrongAnswer({
      check: 'the request is answered',
      passed: false,
      expected: '2XX',
      got: asked.status,
      path: 'status',
      message: `expected status 2XX from ${nameOf(request)}, got ${String(asked.status)}`,
    });
  };
  return {
    send,
    ask,
    askJson: async (request) => {
      const asked = await ask(request);
      return { ...asked, json: parsed(asked.text, request) };
    },
    figures: (decided = last) => ({ requests, requestErrors, ...(decided === undefined ? {} : { exchange: decided }) }),
  };
};

/** Runs the work of a probe; what kept it from judging becomes its report. */
export const reporting = async (
  asking: Asker,
  tell: (report: ProbeReport) => void,
  work: () => Promise<Omit<ProbeReport, 'requests' | 'requestErrors'>>,
): Promise<void> => {
  try {
    const report = await work();
    tell({ ...asking.figures(), ...report });
  } catch (error) {
    if (error instanceof WrongAnswer) tell({ ...asking.figures(), checks: [error.check] });
    else if (error instanceof NoAnswer) tell({ ...asking.figures(), checks: [], failure: error.failure });
    else throw error;
  }
};

/** A check that holds, or does not with what was expected and what came. */
export const checked = (
  check: string,
  misfit?: { readonly expected?: Json; readonly got?: Json; readonly path?: string; readonly message: string },
): CheckOutcome => (misfit === undefined ? { check, passed: true } : { check, passed: false, ...misfit });

import type { CaseResult, RecordedRequest, RecordedResponse, StepRecord, Timings, Try } from '#core/case-result';
import type { Json } from '#core/units';

/** What a HAR file calls the program that wrote it. */
export interface HarCreator {
  readonly name: string;
  readonly version: string;
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

interface HarContent {
  readonly size: number;
  readonly mimeType: string;
  readonly text?: string;
  readonly comment?: string;
}

export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly NamedValue[];
    readonly headers: readonly NamedValue[];
    readonly queryString: readonly NamedValue[];
    readonly postData?: { readonly mimeType: string; readonly text: string; readonly params?: readonly NamedValue[] };
    readonly headersSize: number;
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly NamedValue[];
    readonly headers: readonly NamedValue[];
    readonly content: HarContent;
    readonly redirectURL: string;
    readonly headersSize: number;
    readonly bodySize: number;
    /** Why there was no answer. */
    readonly _error?: string;
  };
  readonly cache: { readonly [name: string]: never };
  /** Milliseconds; -1 where nothing was measured because an open connection skipped it. */
  readonly timings: {
    readonly blocked: number;
    readonly dns: number;
    readonly connect: number;
    readonly ssl: number;
    readonly send: number;
    readonly wait: number;
    readonly receive: number;
  };
  /** Which case sent it. */
  readonly _assay: { readonly [name: string]: Json };
}

export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: HarCreator;
    readonly entries: readonly HarEntry[];
  };
}

type Headers = RecordedRequest['headers'];

const headerValue = (headers: Headers, name: string): string | undefined =>
  headers.find(([key]) => key.toLowerCase() === name)?.[1];

const namedHeaders = (headers: Headers): NamedValue[] => headers.map(([name, value]) => ({ name, value }));

/** `name=value` pairs as they stand: decoding could turn masked text back into something that no masker has seen. */
const pairs = (text: string, separator: RegExp): NamedValue[] =>
  text
    .split(separator)
    .filter((part) => part.includes('='))
    .map((part) => ({ name: part.slice(0, part.indexOf('=')), value: part.slice(part.indexOf('=') + 1) }));

const queryOf = (url: string): NamedValue[] => {
  const [address = ''] = url.split('#');
  const at = address.indexOf('?');
  return at < 0 ? [] : pairs(address.slice(at + 1), /&/);
};

const setCookies = (headers: Headers): NamedValue[] =>
  headers
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .flatMap(([, value]) => pairs(value.split(';')[0] ?? '', /;/));

const versionText = (version: string | undefined): string => (version === '2' ? 'HTTP/2' : `HTTP/${version ?? '1.1'}`);

const FORM = 'application/x-www-form-urlencoded';

const postData = ({ headers, body }: RecordedRequest): Pick<HarEntry['request'], 'postData'> => {
  if (body === undefined) return {};
  const mimeType = headerValue(headers, 'content-type') ?? '';
  const params = mimeType.toLowerCase().startsWith(FORM) ? { params: pairs(body, /&/) } : {};
  return { postData: { mimeType, text: body, ...params } };
};

const requestPart = (request: RecordedRequest, version: string | undefined): HarEntry['request'] => ({
  method: request.method,
  url: request.url,
  httpVersion: versionText(version),
  cookies: pairs(headerValue(request.headers, 'cookie') ?? '', /;\s*/),
  headers: namedHeaders(request.headers),
  queryString: queryOf(request.url),
  ...postData(request),
  headersSize: -1,
  bodySize: request.bodyBytes,
});

const contentOf = ({ headers, body, bodyBytes, bodyTruncated }: RecordedResponse): HarContent => ({
  size: bodyBytes,
  mimeType: headerValue(headers, 'content-type') ?? '',
  ...(body === undefined ? {} : { text: body }),
  ...(bodyTruncated === true ? { comment: 'text is the beginning of the body' } : {}),
});

const responsePart = (response: RecordedResponse): HarEntry['response'] => ({
  status: response.status,
  statusText: '',
  httpVersion: versionText(response.httpVersion),
  cookies: setCookies(response.headers),
  headers: namedHeaders(response.headers),
  content: contentOf(response),
  redirectURL: headerValue(response.headers, 'location') ?? '',
  headersSize: -1,
  bodySize: -1,
});

/** Status 0, as browsers write it. */
const noResponse = (why: string): HarEntry['response'] => ({
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: '' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
  _error: why,
});

const atLeastZero = (value: number | null): number => (value === null ? -1 : Math.max(0, value));

/** In HAR 1.2 the time of TLS is part of `connect` as well, so that older readers see it. */
const timingsOf = (timings: Timings | undefined): HarEntry['timings'] => {
  if (timings === undefined) return { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 };
  const { dns, connect, tls, wait, receive } = timings;
  return {
    blocked: -1,
    dns: atLeastZero(dns),
    connect: connect === null ? -1 : Math.max(0, connect) + Math.max(0, tls ?? 0),
    ssl: atLeastZero(tls),
    send: 0,
    wait: Math.max(0, wait),
    receive: Math.max(0, receive),
  };
};

/** Sum of what is known, without `ssl`, which `connect` holds. */
const totalOf = ({ dns, connect, send, wait, receive }: HarEntry['timings']): number =>
  Math.max(0, dns) + Math.max(0, connect) + send + wait + receive;

interface Exchange {
  readonly startedAtEpochMs: number;
  readonly request: RecordedRequest;
  readonly response?: RecordedResponse;
  readonly why: string;
  readonly assay: HarEntry['_assay'];
}

const entryOf = ({ startedAtEpochMs, request, response, why, assay }: Exchange): HarEntry => {
  const timings = timingsOf(response?.timingsMs);
  return {
    startedDateTime: new Date(startedAtEpochMs).toISOString(),
    time: totalOf(timings),
    request: requestPart(request, response?.httpVersion),
    response: response === undefined ? noResponse(why) : responsePart(response),
    cache: {},
    timings,
    _assay: assay,
  };
};

const whyOf = (failure: Try['failure']): string =>
  failure === undefined ? 'no answer was recorded' : `${failure.type}: ${failure.message}`;

/** Sends that were repeated: only their outcome was kept, the request was the same. */
const retryEntries = (request: RecordedRequest, { retries = [] }: Try, assay: HarEntry['_assay']): HarEntry[] =>
  retries.map(({ atEpochMs, status, failure, why, waitMs }, at) => {
    const entry = entryOf({
      startedAtEpochMs: atEpochMs,
      request,
      why: whyOf(failure),
      assay: { ...assay, retry: at + 1, why, waitMs },
    });
    if (status === undefined) return entry;
    return { ...entry, response: { ...noResponse(''), status, _error: 'only the status of a repeated send is kept' } };
  });

const stepEntries = (steps: readonly StepRecord[], tried: Try, assay: HarEntry['_assay']): HarEntry[] =>
  steps.flatMap(({ stage, name, request, response, failure }) =>
    request === undefined
      ? []
      : [
          entryOf({
            startedAtEpochMs: tried.startedAtEpochMs,
            request,
            ...(response === undefined ? {} : { response }),
            why: whyOf(failure),
            assay: { ...assay, stage, step: name },
          }),
        ],
  );

const entriesOfTry = (result: CaseResult, tried: Try): HarEntry[] => {
  const row = result.row === undefined ? {} : { row: result.row.number };
  const assay = { suite: result.suite, case: result.case, ...row, try: tried.try };
  const steps = tried.steps ?? [];
  const { request, response, startedAtEpochMs } = tried;
  const own =
    request === undefined
      ? []
      : [
          ...retryEntries(request, tried, assay),
          entryOf({
            startedAtEpochMs,
            request,
            ...(response === undefined ? {} : { response }),
            why: whyOf(tried.failure),
            assay: { ...assay, verdict: tried.verdict },
          }),
        ];
  const isBefore = (step: StepRecord): boolean => step.stage === 'setup';
  return [
    ...stepEntries(steps.filter(isBefore), tried, assay),
    ...own,
    ...stepEntries(
      steps.filter((step) => !isBefore(step)),
      tried,
      assay,
    ),
  ];
};

/**
 * Every recorded request of these results as an HTTP Archive 1.2, oldest first.
 *
 * Pure, and no wider than the results: what was masked there stays masked, nothing is decoded. A case without a request (skipped, or
 * one of messages) leaves no entry.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export const harOf = (results: Iterable<CaseResult>, creator: HarCreator): Har => {
  const entries: HarEntry[] = [];
  for (const result of results) for (const tried of result.tries) entries.push(...entriesOfTry(result, tried));
  // ISO texts of one length sort as their times do; the sort keeps the order of equal ones.
  entries.sort((a, b) => (a.startedDateTime < b.startedDateTime ? -1 : a.startedDateTime > b.startedDateTime ? 1 : 0));
  return { log: { version: '1.2', creator, entries } };
};

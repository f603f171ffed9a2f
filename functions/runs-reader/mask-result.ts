import type { CaseResult } from '#core/case-result';
import { askedListedHost, isFigure, isPayloadFree, statesExpected } from '#core/case-summary';
import { isJsonObject } from '#core/json-types';
import { MASK } from '#core/masking';
import type { Json } from '#core/units';
import { open, openList, openOrigin, openRecord, openRecords, showFields } from './shown.ts';
import type { OpenFields, Show } from './shown.ts';

/**
 * Names of headers that say nothing but which header came (IANA's registry of field names, the part that APIs use). A target may choose
 * any other name, and so may put a value into it.
 */
const OPEN_HEADERS: ReadonlySet<string> = new Set(
  `accept accept-encoding accept-language age allow authorization cache-control connection content-disposition content-encoding
  content-language content-length content-location content-range content-security-policy content-type cookie date etag expires host
  idempotency-key if-match if-modified-since if-none-match if-unmodified-since keep-alive last-modified link location origin pragma
  range referrer-policy retry-after server set-cookie strict-transport-security traceparent tracestate trailer transfer-encoding upgrade
  user-agent vary via www-authenticate x-api-key x-content-type-options x-correlation-id x-forwarded-for x-frame-options
  x-request-id`.split(/\s+/),
);

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const headerName = (pair: Json): string => (Array.isArray(pair) ? String(pair[0]) : '');

/** Which headers came is structure, what they held is data. */
const headers: Show = (value) =>
  Array.isArray(value)
    ? value.map((pair: Json) => [OPEN_HEADERS.has(headerName(pair).toLowerCase()) ? headerName(pair) : MASK, MASK])
    : MASK;

/** Names that a suite gives its own headers are no payload. */
const namedHeaders: Show = (value) =>
  Array.isArray(value) ? value.map((pair: Json) => [headerName(pair), MASK]) : MASK;

const origin: Show = (value) => (typeof value === 'string' ? openOrigin(value) : MASK);

/** A status, time or size is a figure about the answer; the record of the answer shows it as well. */
const found: Show = (value, { check, path }) =>
  typeof value === 'number' && isFigure({ check: textOf(check), path: textOf(path) }) ? value : MASK;

/** What the check's own sentence says already; anything else was put in for a variable. */
const wanted: Show = (value, { check }) => (statesExpected(textOf(check), value) ? value : MASK);

/** Where a check looked is the suite's; `$ /orders/0`, where in the answer a schema did not fit, holds names from there. */
const place: Show = (value, { check }) => {
  const [root = ''] = textOf(value).split(' /', 1);
  if (!` ${textOf(check)} `.includes(` ${root} `)) return MASK;
  return root === value ? root : `${root} /${MASK}`;
};

/** A message may quote what came, such as the answer that a check or capture did not like. */
const failureMessage: Show = (value, { type, phase }) =>
  typeof value === 'string' &&
  typeof type === 'string' &&
  typeof phase === 'string' &&
  isPayloadFree({ type, phase, message: value })
    ? value
    : MASK;

const REQUEST: OpenFields = { method: open, url: origin, headers: namedHeaders, bodyBytes: open };

/** A host that was asked is one of the environment's; one that was not may be a value of an answer. */
const request: Show = (value, inside) =>
  openRecord(askedListedHost(inside) ? REQUEST : { ...REQUEST, url: () => MASK })(value, inside);

const TIMINGS: OpenFields = { dns: open, connect: open, tls: open, wait: open, receive: open };

const RESPONSE: OpenFields = {
  status: open,
  httpVersion: open,
  headers,
  bodyBytes: open,
  bodyTruncated: open,
  timingsMs: openRecord(TIMINGS),
};

/** `check` is the suite's own sentence, made before any value was put in. */
const CHECK: OpenFields = { check: open, passed: open, warn: open, path: place, expected: wanted, got: found };

const FAILURE: OpenFields = { type: open, phase: open, message: failureMessage };

const RETRY: OpenFields = { atEpochMs: open, status: open, waitMs: open, why: open, failure: openRecord(FAILURE) };

/** The name of what was created may hold its id. */
const STEP: OpenFields = {
  stage: open,
  request: openRecord(REQUEST),
  response: openRecord(RESPONSE),
  checks: openRecords(CHECK),
  failure: openRecord(FAILURE),
};

const TRY: OpenFields = {
  try: open,
  startedAtEpochMs: open,
  durationMs: open,
  verdict: open,
  request,
  response: openRecord(RESPONSE),
  checks: openRecords(CHECK),
  failure: openRecord(FAILURE),
  retries: openRecords(RETRY),
  polls: open,
  sent: openRecord({ requests: open, requestErrors: open }),
  steps: openRecords(STEP),
};

/** What was found and where; what the target said to show it is not. */
const FINDING: OpenFields = {
  fingerprint: open,
  check: open,
  title: open,
  severity: open,
  operation: open,
  cwe: open,
  owasp: open,
  wfc: open,
};

/** Everything of a result that may be seen without `payload:read`; test/functions/runs-reader/mask-result.test.ts goes through it. */
const RESULT: OpenFields = {
  suite: open,
  case: open,
  name: open,
  capability: open,
  risk: open,
  tags: openList,
  advisory: open,
  verdict: open,
  flaky: open,
  because: openRecord({ kind: open, case: open, reason: open, chain: openList }),
  row: openRecord({ flow: open, number: open }),
  owner: open,
  priority: open,
  requirements: openList,
  warnings: openRecords({ kind: open }),
  tries: openRecords(TRY),
  findings: openRecords(FINDING),
  startedAtEpochMs: open,
  durationMs: open,
  traceId: open,
};

/**
 * A result for somebody without `payload:read`: verdicts, which checks failed, timings and sizes stay; what the target was sent and what
 * it answered is `***`, and so is every field that is not known to be free of it (F1.1). An address is cut down to its origin, or to
 * nothing where its host is not one that the environment lists.
 */
export const maskResult = (result: CaseResult): CaseResult => {
  const record = result as unknown as Json;
  return (isJsonObject(record) ? showFields(record, RESULT) : {}) as unknown as CaseResult;
};

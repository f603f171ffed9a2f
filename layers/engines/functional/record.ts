/** What of a request and a response is kept: masked, cut, and as a command that repeats it. */
import type { CheckOutcome, RecordedRequest, RecordedResponse } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { shortJson } from '#core/json-types';
import { findSensitive } from '#core/masking';
import type { Masker } from '#core/masking';
import type { Json } from '#core/units';
import type { HttpResponse } from '#ports/http';
import type { BuiltRequest } from '#engines/functional/build-request';
import type { JudgedCheck } from '#engines/functional/checks';

/** Bytes of a body that are kept (architecture, section 5). */
export const BODY_SAMPLE_BYTES = 64 * 1024;
/** Characters of an expected or found value, and of a message, that are kept. */
const VALUE_CHARACTERS_MAX = 4000;

const cutText = (text: string): string => {
  if (Buffer.byteLength(text) <= BODY_SAMPLE_BYTES) return text;
  // A cut through a character leaves one replacement character, which says as much.
  return Buffer.from(text).subarray(0, BODY_SAMPLE_BYTES).toString('utf8');
};

/** Masks first and cuts afterwards: half a secret is not recognised. A cut can make a value look sensitive that did not before. */
const sample = (text: string, masker: Masker): string => clean(cutText(masker.maskText(text)), masker);

const clean = (text: string, masker: Masker): string =>
  findSensitive(text).length === 0 ? text : masker.maskText(text);

type Capture = EnvironmentDefinition['capture'];

const keepsBodies = (capture: Capture): boolean => capture !== 'none';

/** F2.1: with an allowlist only the named fields of JSON bodies are kept, at any depth. */
const allowed = (text: string, capture: Capture): string => {
  if (typeof capture !== 'object') return text;
  const fields = new Set(capture.allowlist);
  try {
    return JSON.stringify(onlyFields(JSON.parse(text) as Json, fields)) ?? '';
  } catch {
    return '';
  }
};

const onlyFields = (value: Json, fields: ReadonlySet<string>): Json | undefined => {
  if (Array.isArray(value)) return value.flatMap((item: Json) => onlyFields(item, fields) ?? []);
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = Object.entries(value).flatMap(([name, item]): [string, Json][] => {
    const inner = fields.has(name) ? item : onlyFields(item, fields);
    return inner === undefined ? [] : [[name, inner]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

/** @param sent headers as they went out at last, with cookies of a jar; those of the request when absent */
export const recordRequest = (
  request: BuiltRequest,
  masker: Masker,
  capture: Capture,
  sent?: HttpResponse['requestHeaders'],
): RecordedRequest => ({
  method: request.method,
  url: masker.maskUrl(request.url.href),
  headers: masker.maskHeaders(sent ?? request.headers),
  bodyBytes: request.body?.byteLength ?? 0,
  ...(request.bodyText === undefined || !keepsBodies(capture)
    ? {}
    : { body: sample(allowed(request.bodyText, capture), masker) }),
});

export const recordResponse = (
  response: HttpResponse,
  text: () => string,
  masker: Masker,
  capture: Capture,
): RecordedResponse => {
  const { dns, connect, tls, wait, receive } = response.timingsMs;
  const body = keepsBodies(capture) && response.bodyBytes > 0 ? sample(allowed(text(), capture), masker) : undefined;
  const cut = response.truncated || response.bodyBytes > BODY_SAMPLE_BYTES;
  return {
    status: response.status,
    headers: masker.maskHeaders(response.headers),
    ...(response.httpVersion === undefined ? {} : { httpVersion: response.httpVersion }),
    bodyBytes: response.bodyBytes,
    timingsMs: {
      dns: rounded(dns),
      connect: rounded(connect),
      tls: rounded(tls),
      wait: rounded(wait),
      receive: rounded(receive),
    },
    ...(body === undefined ? {} : { body }),
    ...(cut ? { bodyTruncated: true } : {}),
  };
};

const rounded = <T extends number | null>(ms: T): T => (ms === null ? ms : Math.round(ms * 10) / 10) as T;

/** Name of the field that a path ends at; an element of a list counts as its list. */
const lastName = (path: string | undefined): string => {
  const withoutIndexes = (path ?? '').replace(/(?:\[\d+\]|\/\d+)+$/u, '');
  return /([A-Za-z0-9_-]+)['"\]]*$/u.exec(withoutIndexes)?.[1] ?? 'value';
};

const boundedValue = (value: Json, masker: Masker): Json => {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  const text = JSON.stringify(value);
  return text.length <= VALUE_CHARACTERS_MAX ? value : clean(`${text.slice(0, VALUE_CHARACTERS_MAX)}…`, masker);
};

/** A message as it is kept. It comes whole, because half a secret is not recognised, and is cut after it was masked. */
export const recordMessage = (text: string, masker: Masker): string => {
  const masked = masker.maskText(text);
  return masked.length <= VALUE_CHARACTERS_MAX
    ? masked
    : clean(`${masked.slice(0, VALUE_CHARACTERS_MAX).toWellFormed()}…`, masker);
};

/** Masked as the field it came from: what `$.token` gave is hidden although it is a bare text here. */
const maskValue = (value: Json, path: string | undefined, masker: Masker): Json => {
  const name = lastName(path);
  const masked = masker.maskJson({ [name]: value }) as { readonly [name: string]: Json };
  return boundedValue(Object.values(masked)[0] ?? null, masker);
};

/** A value that a check found is a part of the answer, so the capture policy holds for it too. */
const keepsGot = (path: string | undefined, capture: Capture): boolean =>
  capture === undefined ||
  capture === 'masked' ||
  path === 'status' ||
  (capture !== 'none' && capture.allowlist.includes(lastName(path)));

export const recordCheck = (
  { check, passed, warn, expected, got, path, message, quotesGot }: JudgedCheck,
  masker: Masker,
  capture: Capture,
): CheckOutcome => {
  const kept = got === undefined || !keepsGot(path, capture) ? undefined : maskValue(got, path, masker);
  const quoted = kept === undefined || quotesGot !== true ? '' : `, got ${shortJson(kept)}`;
  return {
    check: masker.maskText(check),
    passed,
    ...(warn === true ? { warn } : {}),
    ...(path === undefined ? {} : { path: masker.maskText(path) }),
    ...(expected === undefined ? {} : { expected: maskValue(expected, path, masker) }),
    ...(kept === undefined ? {} : { got: kept }),
    ...(message === undefined || (got !== undefined && kept === undefined)
      ? {}
      : { message: clean(`${recordMessage(message, masker)}${quoted}`, masker) }),
  };
};

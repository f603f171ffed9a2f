/** What of a request and a response is kept: masked, cut, and as a command that repeats it. */
import type { CheckOutcome, RecordedRequest, RecordedResponse } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { shortJson } from '#core/json-types';
import { findSensitive } from '#core/masking';
import type { Masker } from '#core/masking';
import type { Json } from '#core/units';
import type { Writable } from '#core/writable';
import type { HttpResponse } from '#ports/http';
import type { BuiltRequest } from '#engines/functional/build-request';
import type { JudgedCheck } from '#engines/functional/checks';

/** Bytes of a body that are kept (architecture, section 5). */
export const BODY_SAMPLE_BYTES = 64 * 1024;
/** Characters of an expected or found value, and of a message, that are kept. */
const VALUE_CHARACTERS_MAX = 4000;

/** UTF-8 takes at most so many bytes for each of JavaScript's characters. */
const BYTES_PER_CHARACTER = 3;

const cutText = (text: string): string => {
  if (text.length * BYTES_PER_CHARACTER <= BODY_SAMPLE_BYTES) return text;
  if (Buffer.byteLength(text) <= BODY_SAMPLE_BYTES) return text;
  // A cut through a character leaves one replacement character, which says as much.
  return Buffer.from(text).subarray(0, BODY_SAMPLE_BYTES).toString('utf8');
};

/** Masks first and cuts afterwards: half a secret is not recognised. A cut can make a value look sensitive that did not before. */
const sample = (text: string, masker: Masker): string => {
  const masked = masker.maskText(text);
  const cut = cutText(masked);
  return cut === masked ? masked : clean(cut, masker);
};

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
): RecordedRequest => {
  const recorded: Writable<RecordedRequest> = {
    method: request.method,
    url: masker.maskUrl(request.url.href),
    headers: masker.maskHeaders(sent ?? request.headers),
    bodyBytes: request.body?.byteLength ?? 0,
  };
  if (request.bodyText !== undefined && keepsBodies(capture))
    recorded.body = sample(allowed(request.bodyText, capture), masker);
  return recorded;
};

export const recordResponse = (
  response: HttpResponse,
  text: () => string,
  masker: Masker,
  capture: Capture,
): RecordedResponse => {
  const { dns, connect, tls, wait, receive } = response.timingsMs;
  const recorded: Writable<RecordedResponse> = {
    status: response.status,
    headers: masker.maskHeaders(response.headers),
    bodyBytes: response.bodyBytes,
    timingsMs: {
      dns: rounded(dns),
      connect: rounded(connect),
      tls: rounded(tls),
      wait: rounded(wait),
      receive: rounded(receive),
    },
  };
  if (response.httpVersion !== undefined) recorded.httpVersion = response.httpVersion;
  if (keepsBodies(capture) && response.bodyBytes > 0) recorded.body = sample(allowed(text(), capture), masker);
  if (response.truncated || response.bodyBytes > BODY_SAMPLE_BYTES) recorded.bodyTruncated = true;
  return recorded;
};

const rounded = <T extends number | null>(ms: T): T => (ms === null ? ms : Math.round(ms * 10) / 10) as T;

/** Name of the field that a path ends at; an element of a list counts as its list. */
const lastName = (path: string | undefined): string => {
  const withoutIndexes = (path ?? '').replace(/(?:\[\d+\]|\/\d+)+$/u, '');
  return /([A-Za-z0-9_-]+)['"\]]*$/u.exec(withoutIndexes)?.[1] ?? 'value';
};

/** The paths of checks are few and come again with every row and rerun. */
const NAMES = new Map<string, string>();
const NAMES_MAX = 1000;

const knownName = (path: string): string => {
  const known = NAMES.get(path);
  if (known !== undefined) return known;
  const name = lastName(path);
  if (NAMES.size >= NAMES_MAX) NAMES.clear();
  NAMES.set(path, name);
  return name;
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
  if (value === null || typeof value === 'boolean') return value;
  const name = knownName(path ?? '');
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
  { check, passed, warn, expected, got, path, message, quotesGot }: CheckOutcome & Pick<JudgedCheck, 'quotesGot'>,
  masker: Masker,
  capture: Capture,
): CheckOutcome => {
  const kept = got === undefined || !keepsGot(path, capture) ? undefined : maskValue(got, path, masker);
  const quoted = kept === undefined || quotesGot !== true ? '' : `, got ${shortJson(kept)}`;
  const recorded: Writable<CheckOutcome> = { check: masker.maskText(check), passed };
  if (warn === true) recorded.warn = true;
  if (path !== undefined) recorded.path = masker.maskText(path);
  if (expected !== undefined) recorded.expected = maskValue(expected, path, masker);
  if (kept !== undefined) recorded.got = kept;
  if (message !== undefined && (got === undefined || kept !== undefined))
    recorded.message = clean(`${recordMessage(message, masker)}${quoted}`, masker);
  return recorded;
};

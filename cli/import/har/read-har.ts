import type { Check } from '#core/check';
import type { MultipartPart, RequestTemplate } from '#core/suite';
import type { Json } from '#core/units';
import { usageFailure } from '../../cli-failure.ts';
import { textOf } from '../../starter/document.ts';
import type { Imported, ImportedCall } from '../imported.ts';
import { addParameter, readQuery } from '../postman/address.ts';
import { looseJson } from '../postman/body.ts';
import { secretHeader } from '../postman/read-collection.ts';
import { secretFields, SecretStore } from '../secret-store.ts';
import { Correlation } from './correlate.ts';
import { readEntries, type HarEntry } from './entries.ts';

/** Headers that browsers add, that name one call only, or that change what an answer is. */
const DROPPED =
  /^(?:host|connection|content-length|accept|accept-.*|user-agent|referer|origin|cookie|pragma|cache-control|dnt|te|priority|upgrade.*|sec-.*|if-none-match|if-modified-since|if-range|range|x-requested-with|x-request-id|x-correlation-id|x-trace-id|x-amzn-trace-id|request-id|traceparent|tracestate|baggage|sentry-trace|x-b3-.*|x-client-data|x-forwarded-.*|via|forwarded|keep-alive|transfer-encoding|idempotency-key|postman-token)$/;
const ONE_TIME = /csrf|xsrf|nonce/;

const escapeBraces = (text: string): string => text.replaceAll('{{', '\\{{');

interface Reading {
  readonly correlation: Correlation;
  readonly store: SecretStore;
}

const pathOf = (entry: HarEntry, { correlation }: Reading): { readonly path: string; readonly shown: string } => {
  const parts = entry.url.pathname.split('/').map((part) => {
    let plain = part;
    try {
      plain = decodeURIComponent(part);
    } catch {
      // A percent sign that is none of an escape stands for itself.
    }
    const name = part === '' ? undefined : correlation.variableFor(plain, 'path');
    return name === undefined
      ? { part: part.replaceAll('{{', '%7B%7B'), shown: plain }
      : { part: `{{${name}}}`, shown: `{${name}}` };
  });
  return { path: parts.map((one) => one.part).join('/') || '/', shown: parts.map((one) => one.shown).join('/') };
};

const headersOf = (entry: HarEntry, { correlation, store }: Reading, notes: string[]): { [name: string]: Json } => {
  const headers: { [name: string]: Json } = {};
  for (const [name, value] of entry.headers) {
    if (DROPPED.test(name) || name === 'content-type' || !/^[!#$%&'*+.^_`|~0-9a-z-]{1,200}$/.test(name)) continue;
    const known = correlation.inText(value);
    if (known !== undefined) headers[name] = known;
    else if (ONE_TIME.test(name))
      notes.push(`the header ${name} was left out: its value is good for one call and came from no answer`);
    else headers[name] = secretHeader(name, escapeBraces(value).slice(0, 4000), entry.url.origin, store);
  }
  return headers;
};

const formOf = (entry: HarEntry, { correlation }: Reading): { [name: string]: Json } => {
  const form: { [name: string]: Json } = {};
  const { parameters = [], text = '' } = entry.body ?? {};
  if (parameters.length === 0) Object.assign(form, readQuery(text));
  else for (const one of parameters) addParameter(form, textOf(one['name']) ?? '', textOf(one['value']) ?? '');
  delete form[''];
  return correlation.inJson(form) as { [name: string]: Json };
};

const multipartOf = (
  entry: HarEntry,
  { correlation }: Reading,
  notes: string[],
): { readonly [name: string]: MultipartPart } => {
  const parts: { [name: string]: MultipartPart } = {};
  for (const one of entry.body?.parameters ?? []) {
    const fileName = textOf(one['fileName']);
    const name = textOf(one['name']) ?? 'part';
    if (fileName !== undefined) notes.push(`the content of the file ${fileName} was not recorded: put it in`);
    parts[name] =
      fileName === undefined
        ? { value: correlation.inJson(textOf(one['value']) ?? '') }
        : { value: 'content of the file', fileName };
  }
  return parts;
};

type Body = Pick<RequestTemplate, 'json' | 'form' | 'multipart' | 'body'> & { readonly contentType?: string };

const bodyOf = (entry: HarEntry, reading: Reading, notes: string[]): Body => {
  const { body } = entry;
  if (body === undefined) return {};
  if (/x-www-form-urlencoded/i.test(body.mimeType)) return { form: formOf(entry, reading) };
  if (/multipart\/form-data/i.test(body.mimeType)) {
    if (body.parameters.length === 0) notes.push('the parts of its multipart body were not recorded: put them in');
    else return { multipart: multipartOf(entry, reading, notes) };
    return {};
  }
  const json = /json/i.test(body.mimeType) || /^\s*[[{]/.test(body.text) ? looseJson(body.text) : undefined;
  const isPlain = /^application\/json\b/i.test(body.mimeType) || body.mimeType === '';
  const contentType = isPlain && json !== undefined ? {} : { contentType: body.mimeType.slice(0, 200) };
  if (json !== undefined) return { json: reading.correlation.inJson(json), ...contentType };
  return { body: escapeBraces(body.text.slice(0, 1_000_000)), ...contentType };
};

const checksOf = (entry: HarEntry): Check[] => {
  // What a browser had kept is answered anew here.
  const status = entry.status === 304 ? 200 : entry.status;
  const hasBody =
    entry.answerType !== '' && entry.answerType !== 'x-unknown' && status !== 204 && entry.method !== 'HEAD';
  const checks: Check[] = [{ status }];
  if (hasBody) checks.push({ header: 'content-type', contains: entry.answerType });
  return checks;
};

const readCall = (entry: HarEntry, reading: Reading): ImportedCall => {
  const notes: string[] = [];
  const { path, shown } = pathOf(entry, reading);
  const base = entry.url.origin;
  const query = secretFields(reading.correlation.inJson(readQuery(entry.url.search.slice(1))), reading.store, base) as {
    [name: string]: Json;
  };
  const { contentType, ...body } = bodyOf(entry, reading, notes);
  const headers = {
    ...(contentType === undefined || contentType === '' ? {} : { 'content-type': contentType }),
    ...headersOf(entry, reading, notes),
  };
  if (entry.status >= 500)
    notes.push(`the recorded answer was ${String(entry.status)}: an error of the server is what this case expects`);
  return {
    place: `entry ${String(entry.number)}`,
    name: `${entry.method} ${shown}`,
    folders: [],
    base,
    request: {
      method: entry.method,
      path,
      ...(Object.keys(query).length === 0 ? {} : { query }),
      ...(Object.keys(headers).length === 0 ? {} : { headers }),
      ...(secretFields(body as unknown as Json, reading.store, base) as Omit<Body, 'contentType'>),
    },
    checks: checksOf(entry),
    captures: new Map(),
    notes,
  };
};

/** Everything that a call sends, as one text: what is in it does not come from its answer. */
const sentBy = (entry: HarEntry): string =>
  [
    entry.url.href,
    entry.body?.text ?? '',
    JSON.stringify(entry.body?.parameters ?? []),
    ...entry.headers.map(([, value]) => value),
  ].join('\n');

/**
 * Reads an HTTP archive 1.2 as browsers and proxies record it: the calls of an API, with values that came from earlier answers as variables.
 *
 * @throws CliFailure usage
 */
export const readHar = (value: unknown, shown: string): Imported => {
  const remarks: string[] = [];
  const entries = readEntries(value, shown, remarks);
  if (entries.length === 0)
    throw usageFailure(
      `${shown} holds no calls of an API: there is nothing to import`,
      remarks.length === 0 ? undefined : remarks.join('; '),
    );
  const reading: Reading = { correlation: new Correlation(), store: new SecretStore() };
  const hasCookies = entries.some((one) => one.headers.some(([name]) => name === 'cookie'));
  const calls = entries.map((entry) => {
    const call = readCall(entry, reading);
    reading.correlation.learn(entry, sentBy(entry));
    return { call, entry };
  });
  if (hasCookies)
    remarks.push(
      'recorded cookies were left out: they are good for that session only. Cookies that answers set are sent again',
    );
  const main = entries[0]?.url.hostname ?? 'recording';
  return {
    title: `${main} recording`,
    calls: calls.map(({ call, entry }) => ({ ...call, captures: reading.correlation.capturesOf(entry.number) })),
    variables: new Map(),
    secrets: reading.store,
    ...(hasCookies ? { defaults: { cookies: true } } : {}),
    remarks,
    source: 'an HTTP archive',
  };
};

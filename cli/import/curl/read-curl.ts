import type { RequestTemplate } from '#core/suite';
import type { Json } from '#core/units';
import { usageFailure } from '../../cli-failure.ts';
import type { Imported, ImportedCall } from '../imported.ts';
import { addParameter, readQuery, UNKNOWN_BASE } from '../postman/address.ts';
import { looseJson } from '../postman/body.ts';
import { mapTexts } from '../postman/map-texts.ts';
import { secretHeader } from '../postman/read-collection.ts';
import { isSecretName, secretFields, SecretStore } from '../secret-store.ts';
import { applyOption, newDraft, type Draft } from './command-draft.ts';
import { curlOptions } from './options.ts';
import { SHELL_VARIABLE, shellCommands, type ShellCommand } from './shell-words.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY']);
const OWN_HEADERS =
  /^(?:host|content-length|connection|accept-encoding|user-agent|sec-.*|referer|dnt|priority|te|transfer-encoding|expect)$/;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/;
interface Reading {
  readonly store: SecretStore;
  readonly shown: string;
}

/** A text with shell variables as suites have them; plain braces are escaped. */
const textOf = (text: string): string => text.replaceAll('{{', '\\{{').replaceAll(SHELL_VARIABLE, '{{$1}}');

const addressOf = (
  raw: string,
  place: string,
): {
  readonly base: string;
  readonly path: string;
  readonly query: { [name: string]: Json };
  readonly user?: string;
} => {
  const leading = new RegExp(`^${SHELL_VARIABLE.source}`).exec(raw)?.[0];
  const whole =
    leading !== undefined
      ? `http://assay-unknown.invalid${raw.slice(leading.length)}`
      : /^[a-z][a-z0-9+.-]*:\/\//i.test(raw)
        ? raw
        : `http://${raw}`;
  const marked = whole.replaceAll(SHELL_VARIABLE, 'assayvariable$1assayend');
  if (!URL.canParse(marked))
    throw usageFailure(`${place}: expected an address, got ${JSON.stringify(raw.slice(0, 100))}`);
  const url = new URL(marked);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw usageFailure(`${place}: expected an http or https address, got ${url.protocol}`);
  const named = (text: string): string =>
    text.replaceAll('{{', '%7B%7B').replaceAll(/assayvariable(\w+?)assayend/g, '{{$1}}');
  const query = mapTexts(readQuery(url.search.slice(1)), named) as { [name: string]: Json };
  return {
    base: leading === undefined ? url.origin : UNKNOWN_BASE,
    path: named(url.pathname),
    query,
    ...(url.username === '' ? {} : { user: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` }),
  };
};

const headersOf = (
  draft: Draft,
  base: string,
  { store }: Reading,
  user: string | undefined,
): { headers: { [name: string]: Json }; contentType: string } => {
  const headers: { [name: string]: Json } = {};
  let contentType = '';
  for (const [name, value] of draft.headers) {
    if (!HEADER_NAME.test(name) || OWN_HEADERS.test(name) || value === '') continue;
    if (name === 'content-type') contentType = value;
    else {
      const text = textOf(value);
      for (const used of text.matchAll(/\{\{([A-Za-z_]\w*)\}\}/g))
        if (name === 'authorization' || name === 'cookie' || isSecretName(name))
          store.sentTo(store.reserve(used[1] ?? '', `the shell variable ${used[1] ?? ''}`), base);
      headers[name] = secretHeader(name, text, base, store);
    }
  }
  if (draft.bearer !== undefined)
    headers['authorization'] = secretHeader('authorization', `Bearer ${textOf(draft.bearer)}`, base, store);
  if (user !== undefined) {
    const password = user.slice(user.indexOf(':') + 1);
    if (user.includes(':') && password !== '')
      store.keep(password, 'basicPassword', 'the password inside basic credentials', base);
    const value = Buffer.from(user).toString('base64');
    headers['authorization'] = `Basic {{${store.keep(value, 'basicCredentials', 'base64 of `user:password`', base)}}}`;
  }
  return { headers, contentType };
};

const bodyOf = (
  draft: Draft,
  contentType: string,
): { readonly part: Pick<RequestTemplate, 'json' | 'form' | 'multipart' | 'body'>; readonly type: string } => {
  if (Object.keys(draft.parts).length > 0)
    return { part: { multipart: mapTexts(draft.parts as unknown as Json, textOf) as typeof draft.parts }, type: '' };
  if (draft.data.length === 0 || draft.asQuery) return { part: {}, type: draft.asQuery ? '' : contentType };
  const text = draft.isJson ? draft.data.join('') : draft.data.join('&');
  const isForm = /x-www-form-urlencoded/i.test(contentType) || (contentType === '' && !draft.isJson);
  const json =
    draft.isJson || /json/i.test(contentType) || (isForm && !draft.isEncoded && /^\s*[[{]/.test(text))
      ? looseJson(text)
      : undefined;
  if (json !== undefined) {
    const type = /^application\/json\s*(?:;.*)?$/i.test(contentType) || contentType === '' || isForm ? '' : contentType;
    return { part: { json: mapTexts(json, textOf) }, type };
  }
  if (isForm && text.includes('=')) {
    const form: { [name: string]: Json } = {};
    for (const [name, value] of Object.entries(readQuery(text)))
      for (const one of Array.isArray(value) ? value : [value]) addParameter(form, name, textOf(String(one)));
    return { part: { form }, type: '' };
  }
  return {
    part: { body: textOf(text) },
    type: contentType === '' ? (draft.isJson ? 'application/json' : 'application/x-www-form-urlencoded') : contentType,
  };
};

const methodOf = (draft: Draft): string => {
  if (draft.method !== undefined) return draft.method;
  if (draft.isHead) return 'HEAD';
  const hasBody = (draft.data.length > 0 && !draft.asQuery) || Object.keys(draft.parts).length > 0;
  return hasBody ? 'POST' : 'GET';
};

const callOf = (draft: Draft, raw: string, place: string, reading: Reading): ImportedCall => {
  const { base, path, query, user } = addressOf(raw, place);
  if (draft.asQuery)
    for (const [name, value] of Object.entries(readQuery(draft.data.join('&')))) query[name] = mapTexts(value, textOf);
  const { headers, contentType } = headersOf(draft, base, reading, draft.user ?? user);
  const { part, type } = bodyOf(draft, contentType);
  const method = methodOf(draft);
  if (!METHODS.has(method)) throw usageFailure(`${place}: suites cannot send ${method.slice(0, 40)}`);
  const all = { ...(type === '' ? {} : { 'content-type': type }), ...headers };
  return {
    place,
    name: `${method} ${path.replaceAll('{{', '{').replaceAll('}}', '}')}`,
    folders: [],
    base,
    request: {
      method,
      path,
      ...(Object.keys(query).length === 0
        ? {}
        : { query: secretFields(query, reading.store, base) as { [name: string]: Json } }),
      ...(Object.keys(all).length === 0 ? {} : { headers: all }),
      ...(secretFields(part as unknown as Json, reading.store, base) as typeof part),
      ...(draft.follows ? { followRedirects: true } : {}),
    },
    checks: [{ status: '2xx' }],
    captures: new Map(),
    notes: ['a command expects nothing: any success passes', ...draft.notes],
  };
};

const readCommand = ({ words, place: at }: ShellCommand, reading: Reading): ImportedCall[] => {
  const place = `${reading.shown}:${at}`;
  const draft = newDraft();
  for (const { name, value } of curlOptions(words.slice(1), place)) applyOption(draft, name, value);
  if (draft.urls.length === 0) throw usageFailure(`${place}: expected an address, got none`);
  return draft.urls.map((url) => callOf(draft, url, place, reading));
};

/**
 * Reads `curl` commands: from a file, from standard input or as they were given. Nothing is run, no file that they name is read.
 *
 * @throws CliFailure usage with line and column
 */
export const readCurl = (text: string, shown: string): Imported => {
  const reading: Reading = { store: new SecretStore(), shown };
  const remarks: string[] = [];
  const calls = shellCommands(text, shown).flatMap((command): ImportedCall[] => {
    const [first = ''] = command.words;
    if (/(?:^|[\\/])curl(?:\.exe)?$/.test(first)) return readCommand(command, reading);
    remarks.push(`${shown}:${command.place}: no curl command, left out: ${first.slice(0, 60)}`);
    return [];
  });
  if (calls.length === 0) throw usageFailure(`${shown} holds no curl command: expected curl and an address`);
  const host = URL.canParse(calls[0]?.base ?? '') ? new URL(calls[0]?.base ?? '').hostname : 'imported';
  return {
    title: `${host} from curl`,
    calls,
    variables: new Map(),
    secrets: reading.store,
    remarks,
    source: 'curl commands',
  };
};

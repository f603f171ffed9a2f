import type { Check, Capture } from '#core/check';
import type { Json } from '#core/units';
import { usageFailure } from '../../cli-failure.ts';
import { isNode, listOf, nodeOf, textOf, type Node } from '../../starter/document.ts';
import type { Imported, ImportedCall } from '../imported.ts';
import { isSecretName, looksLikeToken, secretFields, SecretStore } from '../secret-store.ts';
import { translateScript } from '../script/translate-script.ts';
import { readAddress, type Address } from './address.ts';
import { readAuthorization } from './authorization.ts';
import { readBody, type ReadBody } from './body.ts';
import { environmentValues, PostmanVariables } from './variables.ts';

/** Requests of a collection, folders entered; more are left out. */
const ITEMS_MAX = 10_000;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY']);
/** Headers that the client makes itself. */
const OWN_HEADERS = new Set([
  'host',
  'content-length',
  'connection',
  'transfer-encoding',
  'accept-encoding',
  'postman-token',
  'cache-control',
  'user-agent',
]);
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/;

interface Reading {
  readonly variables: PostmanVariables;
  readonly store: SecretStore;
  readonly calls: ImportedCall[];
  readonly remarks: string[];
}

/** What folders hand down to the requests in them. */
interface Above {
  readonly folders: readonly string[];
  readonly auth: unknown;
  readonly events: readonly { readonly event: Node; readonly from: string }[];
}

const eventsOf = (node: Node, from: string): Above['events'] =>
  listOf(node['event'])
    .filter(isNode)
    .map((event) => ({ event, from }));

const scriptText = (event: Node): string => {
  const script = nodeOf(event['script']);
  if (event['disabled'] === true || script['disabled'] === true) return '';
  const { exec } = script;
  return Array.isArray(exec) ? exec.filter((line) => typeof line === 'string').join('\n') : (textOf(exec) ?? '');
};

interface OfScripts {
  readonly checks: Check[];
  readonly captures: Map<string, Capture>;
  readonly notes: string[];
  readonly next?: string;
}

const runScripts = (reading: Reading, events: Above['events']): OfScripts => {
  const { variables } = reading;
  const scope = { variable: (name: string) => variables.name(name), text: (text: string) => variables.text(text) };
  const checks: Check[] = [];
  const captures = new Map<string, Capture>();
  const notes: string[] = [];
  let next: string | undefined;
  for (const { event, from } of events) {
    const listen = event['listen'];
    if (listen !== 'test' && listen !== 'prerequest') continue;
    const translated = translateScript(scriptText(event), listen === 'test', scope);
    checks.push(...translated.checks);
    for (const [name, capture] of translated.captures) captures.set(variables.name(name), capture);
    for (const [name, value] of translated.values) variables.set(name, value);
    for (const { line, source, why } of translated.untranslated)
      notes.push(`not translated: ${listen} script of ${from}, line ${String(line)}: ${why}:\n${source}`);
    next = translated.next ?? next;
  }
  return { checks, captures, notes, ...(next === undefined ? {} : { next }) };
};

const headersOf = (
  raw: unknown,
  base: string,
  reading: Reading,
): { headers: { [name: string]: string }; contentType: string } => {
  const { variables, store } = reading;
  const headers: { [name: string]: string } = {};
  let contentType = '';
  const list =
    typeof raw === 'string'
      ? raw
          .split('\n')
          .map((line) => ({ key: line.split(':')[0]?.trim(), value: line.slice(line.indexOf(':') + 1).trim() }))
      : listOf(raw);
  for (const one of list.map(nodeOf)) {
    const name = (textOf(one['key']) ?? '').toLowerCase();
    const value = textOf(one['value']) ?? '';
    if (one['disabled'] === true || !HEADER_NAME.test(name) || OWN_HEADERS.has(name)) continue;
    if (name === 'content-type') contentType = value;
    else headers[name] = secretHeader(name, variables.text(value), base, store);
  }
  return { headers, contentType };
};

/** A header whose value is a credential keeps its scheme; the rest becomes a secret. */
export const secretHeader = (name: string, value: string, base: string, store: SecretStore): string => {
  for (const found of value.matchAll(/\{\{([A-Za-z_][A-Za-z0-9_]*)/g)) store.sentTo(found[1] ?? '', base);
  if (value.includes('{{') || value === '') return value;
  const isSecret = name === 'cookie' || isSecretName(name) || looksLikeToken(value.replace(/^[A-Za-z]+ /, ''));
  if (!isSecret) return value;
  const [, scheme = '', credentials = value] = /^([A-Za-z][A-Za-z0-9-]{1,20} )(.+)$/.exec(value) ?? [];
  const hint = name === 'authorization' ? (/basic/i.test(scheme) ? 'basicCredentials' : 'bearerToken') : name;
  return `${scheme}{{${store.keep(credentials, hint, `the header ${name}${scheme === '' ? '' : `, without ${scheme.trim()}`}`, base)}}}`;
};

const exampleStatus = (item: Node): number | undefined => {
  const code = nodeOf(listOf(item['response'])[0])['code'];
  return typeof code === 'number' && Number.isInteger(code) && code >= 100 && code <= 599 ? code : undefined;
};

/** The media type to be sent: none where the kind of body says it already. */
const typeOf = (body: ReadBody, contentType: string): string => {
  if (body.part.multipart !== undefined || body.part.form !== undefined) return '';
  const isPlainJson = body.part.json !== undefined && /^application\/json\s*(?:;.*)?$/i.test(contentType);
  return contentType !== '' && !isPlainJson ? contentType : (body.contentType ?? '');
};

interface ReadRequest {
  readonly parts: Omit<ImportedCall['request'], 'method' | 'path'>;
  readonly notes: readonly string[];
}

const readRequest = (request: Node, { base, query: inUrl }: Address, above: Above, reading: Reading): ReadRequest => {
  const { store, variables } = reading;
  const { headers, contentType } = headersOf(request['header'], base, reading);
  const auth = readAuthorization(request['auth'] ?? above.auth, { base, store, variables });
  const body = readBody(request['body'], contentType, variables);
  const type = typeOf(body, contentType);
  const all: { [name: string]: Json } = {
    ...(type === '' ? {} : { 'content-type': type }),
    ...auth.headers,
    ...headers,
  };
  const query = { ...inUrl, ...auth.query };
  return {
    parts: {
      ...(Object.keys(query).length === 0
        ? {}
        : { query: secretFields(query, store, base) as { [name: string]: Json } }),
      ...(Object.keys(all).length === 0 ? {} : { headers: all }),
      ...(secretFields(body.part as unknown as Json, store, base) as typeof body.part),
    },
    notes: [...(auth.note === undefined ? [] : [auth.note]), ...body.notes],
  };
};

const readItem = (item: Node, above: Above, reading: Reading): void => {
  const name = textOf(item['name']) ?? 'request';
  const place = [...above.folders, name].join(' / ');
  const raw = item['request'];
  const request = typeof raw === 'string' ? { url: raw, method: 'GET' } : nodeOf(raw);
  const method = (textOf(request['method']) ?? 'GET').toUpperCase();
  const address = readAddress(request['url'], reading.variables);
  if (!METHODS.has(method)) {
    reading.remarks.push(`${place} was left out: suites cannot send ${method.slice(0, 40)}`);
    return;
  }
  const made = readRequest(request, address, above, reading);
  const scripts = runScripts(reading, [...above.events, ...eventsOf(item, 'the request')]);
  const hasStatus = scripts.checks.some((check) => 'status' in check);
  const isUntested = scripts.checks.length === 0;
  const status = isUntested ? (exampleStatus(item) ?? '2xx') : '2xx';
  reading.calls.push({
    place,
    name,
    folders: above.folders,
    base: address.base,
    request: { method, path: address.path, ...made.parts },
    checks: hasStatus ? scripts.checks : [{ status }, ...scripts.checks],
    captures: scripts.captures,
    notes: [
      ...(isUntested && scripts.notes.length === 0
        ? ['the collection expects nothing here: the status is what its example says, or any success']
        : []),
      ...made.notes,
      ...scripts.notes,
    ],
    ...(scripts.next === undefined ? {} : { next: scripts.next }),
  });
};

const readItems = (items: unknown, above: Above, reading: Reading): void => {
  for (const item of listOf(items).filter(isNode)) {
    if (reading.calls.length >= ITEMS_MAX) {
      if (!reading.remarks.includes(TOO_MANY)) reading.remarks.push(TOO_MANY);
      return;
    }
    if (!Array.isArray(item['item'])) {
      if (item['request'] !== undefined) readItem(item, above, reading);
      else
        reading.remarks.push(
          `${[...above.folders, textOf(item['name']) ?? 'an item'].join(' / ')} was left out: it has no request`,
        );
      continue;
    }
    const name = textOf(item['name']) ?? 'folder';
    reading.variables.add(item['variable']);
    readItems(
      item['item'],
      {
        folders: [...above.folders, name],
        auth: item['auth'] ?? above.auth,
        events: [...above.events, ...eventsOf(item, `the folder ${name}`)],
      },
      reading,
    );
  }
};
const TOO_MANY = `requests after the first ${String(ITEMS_MAX)} were left out`;

const checkVersion = (value: unknown, shown: string): Node => {
  const whole = nodeOf(value);
  const root = isNode(whole['collection']) ? whole['collection'] : whole;
  const schema = textOf(nodeOf(root['info'])['schema']) ?? '';
  if (Array.isArray(root['requests']) && !Array.isArray(root['item']))
    throw usageFailure(
      `${shown} is a Postman collection of version 1: expected 2.0 or 2.1`,
      'export it again as version 2.1',
    );
  if (!Array.isArray(root['item']))
    throw usageFailure(
      `${shown} is no Postman collection: expected info and a list item, got ${isNode(value) ? `an object with ${Object.keys(root).slice(0, 5).join(', ') || 'no fields'}` : Array.isArray(value) ? 'a list' : typeof value}`,
    );
  if (schema !== '' && !/v2\.[01]\.\d/.test(schema))
    throw usageFailure(`${shown} is of the version ${schema.slice(0, 100)}: expected 2.0 or 2.1`);
  return root;
};

/**
 * Reads a Postman collection, version 2.0 or 2.1.
 *
 * @param environments exported environment or globals files, the later winning over the earlier and over the collection
 * @throws CliFailure usage
 */
export const readCollection = (value: unknown, shown: string, environments: readonly unknown[]): Imported => {
  const root = checkVersion(value, shown);
  const reading: Reading = { variables: new PostmanVariables(), store: new SecretStore(), calls: [], remarks: [] };
  reading.variables.add(root['variable']);
  for (const environment of environments) reading.variables.add(environmentValues(environment));
  // Secrets among the variables are known before requests are read, so that the same values in them become the same names.
  reading.variables.known(reading.store);
  readItems(root['item'], { folders: [], auth: root['auth'], events: eventsOf(root, 'the collection') }, reading);
  if (reading.calls.length === 0) throw usageFailure(`${shown} holds no requests: there is nothing to import`);
  const title = textOf(nodeOf(root['info'])['name']) ?? 'imported collection';
  const unknown = [...reading.variables.unknownDynamic];
  return {
    title,
    calls: reading.calls,
    variables: reading.variables.known(reading.store),
    secrets: reading.store,
    // Postman follows redirects unless it is told not to.
    defaults: { followRedirects: true },
    remarks: [
      ...(unknown.length === 0
        ? []
        : [`made-up values that have no counterpart became variables: ${unknown.join(', ')}`]),
      ...reading.remarks,
    ],
    source: 'a Postman collection',
  };
};

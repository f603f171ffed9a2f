import type { CheckSubject } from '#core/check';
import type { Json } from '#core/units';
import { isNode } from '../../starter/document.ts';
import { below, checkOn, expectedOf, REASONS, typeNamed, type ScriptValue } from './script-value.ts';

/** One link of `pm.expect(x).to.not.have.property('id')`: its name and, where it is called, its arguments. */
export interface Link {
  readonly name: string;
  readonly given?: readonly (ScriptValue | undefined)[];
}

type Checks = CheckSubject[] | undefined;

const FILLERS = new Set(
  'to be been is that which and has have with at of same but does still also deep own nested an a'.split(' '),
);

const one = (check: CheckSubject | undefined): Checks => (check === undefined ? undefined : [check]);
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: Json | undefined): value is string => typeof value === 'string';

const escapeRegex = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const bound = (subject: ScriptValue, operator: '<' | '<=' | '>' | '>=', limit: Json | undefined): Checks => {
  if (limit === undefined || limit === null || typeof limit === 'object' || typeof limit === 'boolean')
    return undefined;
  if (subject.k !== 'length') return one(checkOn(subject, { [operator]: limit }));
  // A list longer than 0 has a first element, a text that is not empty matches anything.
  const least = operator === '>' ? 1 : operator === '>=' ? 0 : undefined;
  if (!isNumber(limit) || least === undefined || subject.of.k !== 'path') return undefined;
  const count = limit + least;
  return count < 1 ? undefined : one({ path: `${subject.of.path}[${String(count - 1)}]`, exists: true });
};

const EMPTY: readonly Json[] = ['', [], {}];

const flag = (subject: ScriptValue, name: string, isNot: boolean): Checks => {
  const not = (operators: Parameters<typeof checkOn>[1], opposite: Parameters<typeof checkOn>[1]): Checks =>
    one(checkOn(subject, isNot ? opposite : operators));
  switch (name) {
    case 'true':
      return subject.k === 'holds' && !isNot ? [...subject.checks] : not({ equals: true }, { not: true });
    case 'false':
      return not({ equals: false }, { not: false });
    case 'null':
      return not({ equals: null }, { not: null });
    case 'undefined':
      return not({ exists: false }, { exists: true });
    case 'exist':
      return not({ exists: true }, { exists: false });
    case 'ok':
      return isNot || subject.k !== 'path'
        ? subject.k === 'holds' && !isNot
          ? [...subject.checks]
          : undefined
        : [
            { path: subject.path, exists: true },
            { path: subject.path, not: null },
            { path: subject.path, not: false },
            { path: subject.path, not: '' },
            { path: subject.path, not: 0 },
          ];
    case 'empty':
      if (subject.k === 'text' || subject.k === 'responseText')
        return one(checkOn(subject, isNot ? { not: '' } : { equals: '' }));
      if (isNot) return subject.k === 'path' ? EMPTY.map((value) => ({ path: subject.path, not: value })) : undefined;
      return one(checkOn(subject, { length: 0 }));
    default:
      return undefined;
  }
};

const property = (subject: ScriptValue, given: readonly (ScriptValue | undefined)[], isNot: boolean): Checks => {
  const name = expectedOf(given[0]);
  if (subject.k !== 'path' || (typeof name !== 'string' && typeof name !== 'number')) return undefined;
  const path =
    typeof name === 'string' && /^[\w.[\]]+$/.test(name) && /[.[]/.test(name)
      ? `${subject.path}.${name}`.replace('.[', '[')
      : below(subject.path, name);
  if (given.length < 2) return [{ path, exists: !isNot }];
  const value = expectedOf(given[1]);
  return value === undefined ? undefined : [isNot ? { path, not: value } : { path, equals: value }];
};

const includes = (subject: ScriptValue, value: Json | undefined, isNot: boolean): Checks => {
  if (value === undefined) return undefined;
  if (!isNot) return one(checkOn(subject, { contains: value }));
  return isText(value) && !value.includes('{{') && ['text', 'responseText', 'header'].includes(subject.k)
    ? one(checkOn(subject, { matches: `^(?![\\s\\S]*${escapeRegex(value)})` }))
    : undefined;
};

const membersOf = (subject: ScriptValue, value: Json | undefined): Checks =>
  subject.k === 'path' && Array.isArray(value)
    ? (value as readonly Json[]).map((item) => ({ path: subject.path, contains: item }))
    : undefined;

const keysOf = (subject: ScriptValue, given: readonly (ScriptValue | undefined)[]): Checks => {
  const names = given.flatMap((value) => expectedOf(value) ?? []).flat();
  if (subject.k !== 'path' || names.length === 0 || !names.every((name) => typeof name === 'string')) return undefined;
  return names.map((name) => ({ path: below(subject.path, name), exists: true }));
};

const call = (subject: ScriptValue, { name, given = [] }: Link, isNot: boolean): Checks => {
  const value = expectedOf(given[0]);
  switch (name) {
    case 'equal':
    case 'equals':
    case 'eq':
    case 'eql':
    case 'eqls':
      if (value === undefined) return given[0]?.k === 'value' ? flag(subject, 'undefined', isNot) : undefined;
      if (subject.k === 'holds') return value === true && !isNot ? [...subject.checks] : undefined;
      return one(checkOn(subject, isNot ? { not: value } : { equals: value }));
    case 'include':
    case 'includes':
    case 'contain':
    case 'contains':
    case 'string':
      return includes(subject, value, isNot);
    case 'property':
      return property(subject, given, isNot);
    case 'match':
    case 'matches':
      return given[0]?.k === 'regex' && !isNot ? one(checkOn(subject, { matches: given[0].source })) : undefined;
  }
  return isNot ? undefined : plainCall(subject, name, given, value);
};

const plainCall = (
  subject: ScriptValue,
  name: string,
  given: readonly (ScriptValue | undefined)[],
  value: Json | undefined,
): Checks => {
  switch (name) {
    case 'a':
    case 'an':
      return value === 'undefined' ? flag(subject, 'undefined', false) : typed(subject, value);
    case 'above':
    case 'gt':
    case 'greaterThan':
      return bound(subject, '>', value);
    case 'below':
    case 'lt':
    case 'lessThan':
      return bound(subject, '<', value);
    case 'least':
    case 'gte':
      return bound(subject, '>=', value);
    case 'most':
    case 'lte':
      return bound(subject, '<=', value);
    case 'within': {
      const most = expectedOf(given[1]);
      return isNumber(value) && isNumber(most) ? one(checkOn(subject, { '>=': value, '<=': most })) : undefined;
    }
    case 'length':
    case 'lengthOf':
      return isNumber(value) && subject.k !== 'length' ? one(checkOn(subject, { length: value })) : undefined;
    case 'oneOf':
      return Array.isArray(value) && value.length > 0
        ? one(checkOn(subject, { in: value as readonly Json[] }))
        : undefined;
    case 'members':
      return membersOf(subject, value);
    case 'key':
    case 'keys':
      return keysOf(subject, given);
    case 'status':
    case 'jsonSchema':
    case 'jsonBody':
    case 'header':
      return responseCall(subject, name, given);
    default:
      return undefined;
  }
};

const typed = (subject: ScriptValue, word: Json | undefined): Checks => {
  const type = typeNamed(word);
  // Headers and texts are always texts.
  if (type === 'string' && ['header', 'text', 'responseText'].includes(subject.k))
    return one(checkOn(subject, { exists: true }));
  return type === undefined || subject.k !== 'path' ? undefined : [{ path: subject.path, type }];
};

const responseCall = (subject: ScriptValue, name: string, given: readonly (ScriptValue | undefined)[]): Checks => {
  const value = expectedOf(given[0]);
  const second = expectedOf(given[1]);
  if (name === 'jsonSchema') {
    const path = subject.k === 'path' ? subject.path : undefined;
    if (!isNode(value) || (path === undefined && subject.k !== 'response')) return undefined;
    return [{ schema: value, ...(path === undefined || path === '$' ? {} : { at: path }) }];
  }
  if (subject.k !== 'response') return undefined;
  if (name === 'status') {
    const status = typeof value === 'string' ? (REASONS[value.toLowerCase()] ?? value) : value;
    return status === undefined ? undefined : one(checkOn({ k: 'status' }, { equals: status }));
  }
  if (name === 'header') {
    if (typeof value !== 'string' || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/.test(value)) return undefined;
    return [{ header: value, ...(second === undefined ? { exists: true } : { equals: second }) }];
  }
  if (given.length === 0) return [{ path: '$', exists: true }];
  if (isText(value)) {
    const path = /^\$/.test(value) ? value : `$.${value}`.replace('.[', '[');
    return [second === undefined ? { path, exists: true } : { path, equals: second }];
  }
  return value === undefined ? undefined : [{ path: '$', equals: value }];
};

const RESPONSE_FLAGS: { readonly [name: string]: CheckSubject } = {
  ok: { status: '2xx' },
  success: { status: '2xx' },
  accepted: { status: 202 },
  created: { status: 201 },
  redirection: { status: '3xx' },
  badRequest: { status: 400 },
  unauthorized: { status: 401 },
  unauthorised: { status: 401 },
  forbidden: { status: 403 },
  notFound: { status: 404 },
  rateLimited: { status: 429 },
  clientError: { status: '4xx' },
  serverError: { status: '5xx' },
  error: { status: ['4xx', '5xx'] },
  json: { path: '$', exists: true },
  withBody: { bodyBytes: { '>': 0 } },
};

/**
 * The checks that a chain of expectations stands for.
 *
 * @returns undefined when a part of it has no counterpart: then nothing of it is translated, so that no half of an expectation passes for all of it
 */
export const chainChecks = (subject: ScriptValue, links: readonly Link[]): Checks => {
  let isNot = false;
  let current = subject;
  const checks: CheckSubject[] = [];
  for (const link of links) {
    if (link.given === undefined) {
      if (link.name === 'not') isNot = true;
      else if (FILLERS.has(link.name) || link.name === 'all' || link.name === 'any') continue;
      else if (current.k === 'response' && RESPONSE_FLAGS[link.name] !== undefined && !isNot)
        checks.push(RESPONSE_FLAGS[link.name] as CheckSubject);
      else if (link.name === 'length' && current.k === 'path') current = { k: 'length', of: current };
      else {
        const found = flag(current, link.name, isNot);
        if (found === undefined) return undefined;
        checks.push(...found);
      }
      continue;
    }
    const found =
      current.k === 'response' && link.name === 'body'
        ? call({ k: 'text' }, { ...link, name: 'equal' }, isNot)
        : call(current, link, isNot);
    if (found === undefined) return undefined;
    checks.push(...found);
    const [first] = link.given;
    const name = expectedOf(first);
    if (link.name === 'property' && current.k === 'path' && typeof name === 'string')
      current = { k: 'path', path: below(current.path, name) };
  }
  return checks.length === 0 ? undefined : checks;
};

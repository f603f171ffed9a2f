import type { Capture, Check } from '#core/check';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import { findVariables } from '#core/template';
import type { Json } from '#core/units';
import { slug, uniqueIds } from '../starter/slug.ts';
import { orderOf } from './call-order.ts';
import type { Imported, ImportedCall } from './imported.ts';
import type { CommentedSuite } from './suite-file.ts';

/** Cases of all suites together. */
export const CALLS_MAX = 10_000;

/** A call with its variables as the suite has them: a name is captured once. */
interface NamedCall {
  readonly call: ImportedCall;
  readonly request: ImportedCall['request'];
  readonly checks: readonly Check[];
  readonly captures: { readonly [name: string]: Capture };
  /** Variables that it uses and that other calls capture. */
  readonly takes: ReadonlySet<string>;
  /** Variables that the environment has to bring. */
  readonly outside: ReadonlySet<string>;
}

const VARIABLE = /\{\{\s*([A-Za-z_][A-Za-z0-9_]*)((?:\.[A-Za-z0-9_-]+|\[\d+\])*)\s*\}\}/g;

const renamed = <T>(value: T, names: ReadonlyMap<string, string>): T => {
  if (names.size === 0) return value;
  const change = (item: unknown): unknown => {
    if (typeof item === 'string')
      return item.replace(VARIABLE, (all, name: string, path: string) =>
        names.has(name) ? `{{${names.get(name) ?? name}${path}}}` : all,
      );
    if (Array.isArray(item)) return item.map(change);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, one]) => [key, change(one)]));
  };
  return change(value) as T;
};

const usedIn = (value: unknown): string[] => findVariables(value as Json).uses.map(({ name }) => name);

const nameCalls = (calls: readonly ImportedCall[]): NamedCall[] => {
  const current = new Map<string, string>();
  const taken = new Set<string>();
  const captured = new Set<string>();
  return calls.map((call) => {
    const request = renamed(call.request, current);
    const own = new Map<string, string>();
    const captures: { [name: string]: Capture } = {};
    for (const used of usedIn(request)) taken.add(used);
    for (const [name, capture] of call.captures) {
      let made = name;
      for (let count = 2; taken.has(made); count += 1) made = `${name}${String(count)}`;
      taken.add(made);
      own.set(name, made);
      captures[made] = capture;
    }
    const checks = renamed(own.size === 0 ? call.checks : renamed(call.checks, own), current);
    const uses = [...usedIn(request), ...usedIn(checks.filter((check) => !('schema' in check)))].filter(
      (name) => name !== 'run' && !Object.hasOwn(captures, name) && !name.startsWith('$'),
    );
    for (const name of uses) taken.add(name);
    const takes = new Set(uses.filter((name) => captured.has(name)));
    const outside = new Set(uses.filter((name) => !captured.has(name)));
    for (const [name, made] of own) {
      current.set(name, made);
      captured.add(made);
    }
    return {
      call,
      request,
      checks,
      captures,
      takes,
      outside,
    };
  });
};

/** First folders that share what calls capture belong together; a collection without folders is one suite. */
const partsOf = (calls: readonly NamedCall[]): { readonly name: string; readonly calls: readonly NamedCall[] }[] => {
  const parent = new Map<string, string>();
  const find = (name: string): string => {
    const up = parent.get(name) ?? name;
    return up === name ? name : find(up);
  };
  const capturedIn = new Map<string, string>();
  for (const { call, captures } of calls) {
    const folder = call.folders[0] ?? '';
    if (!parent.has(folder)) parent.set(folder, folder);
    for (const name of Object.keys(captures)) capturedIn.set(name, folder);
  }
  for (const { call, takes } of calls)
    for (const name of takes) {
      const [one, other] = [find(call.folders[0] ?? ''), find(capturedIn.get(name) ?? '')];
      // The folder that comes first gives the name.
      if (one !== other) parent.set(one, other);
    }
  const parts = new Map<string, { names: Set<string>; calls: NamedCall[] }>();
  for (const one of calls) {
    const key = find(one.call.folders[0] ?? '');
    const part = parts.get(key) ?? { names: new Set(), calls: [] };
    part.names.add(one.call.folders[0] ?? '');
    part.calls.push(one);
    parts.set(key, part);
  }
  return [...parts.values()].map(({ names, calls: own }) => ({
    name: names.size > 1 || names.has('') ? '' : ([...names][0] ?? ''),
    calls: own,
  }));
};

const AUTHORIZATION = /^(?:authorization|cookie|x-.*(?:token|auth|key).*)$/i;

/** Captures that others send as their credentials. */
const tokenNames = (calls: readonly NamedCall[]): Set<string> =>
  new Set(
    calls.flatMap(({ request }) =>
      Object.entries(request.headers ?? {}).flatMap(([name, value]) =>
        AUTHORIZATION.test(name) ? usedIn([value]) : [],
      ),
    ),
  );

const line = (text: string, max: number): string =>
  text.replaceAll('{{', '{ {').replaceAll(/\s+/g, ' ').trim().slice(0, max);

const tagsOf = (folders: readonly string[]): string[] =>
  [...new Set(folders.map((folder) => slug(folder, 60, 'folder')))].slice(0, 20);

interface Parts {
  readonly targets: ReadonlyMap<string, string>;
  readonly idOf: (wanted: string) => string;
}

/** Captured variables in the path, query or body of a call: what it is about. */
const thingsOf = (one: NamedCall | undefined, capturedBy: ReadonlyMap<string, string>): Set<string> => {
  const { headers: _headers, ...request } = one?.request ?? { method: 'GET', path: '/' };
  return new Set(usedIn(request).filter((name) => capturedBy.has(name)));
};

const suiteCases = (
  calls: readonly NamedCall[],
  { targets, idOf }: Parts,
): { readonly cases: CaseDefinition[]; readonly comments: Map<string, string> } => {
  const tokens = tokenNames(calls);
  const ids = calls.map(({ call }) => idOf(slug(call.name, 58, 'request')));
  const capturedBy = new Map(
    calls.flatMap(({ captures }, at) => Object.keys(captures).map((name) => [name, ids[at] ?? ''] as const)),
  );
  const requests = calls.map(({ call, request }) => {
    const target = targets.get(call.base) ?? 'default';
    const { method, path, ...rest } = request;
    return { method, path, ...(target === 'default' ? {} : { target }), ...rest };
  });
  const order = orderOf(
    calls.map(({ call, takes }, at) => ({
      id: ids[at] ?? '',
      name: call.name,
      request: requests[at] ?? { method: 'GET', path: '/' },
      things: thingsOf(calls[at], capturedBy),
      gives: new Set(Object.keys(calls[at]?.captures ?? {})),
      waitsFor: new Set([...takes].map((name) => capturedBy.get(name) ?? '')),
      ...(call.next === undefined ? {} : { next: call.next }),
    })),
  );
  const comments = new Map<string, string>();
  const cases = calls.map((one, at): CaseDefinition => {
    const id = ids[at] ?? '';
    const waits = order.get(id) ?? [];
    const tags = tagsOf(one.call.folders);
    const isToken =
      Object.keys(one.captures).some((name) => tokens.has(name)) && waits.length === 0 && one.takes.size === 0;
    if (one.call.notes.length > 0) comments.set(id, one.call.notes.map(asComment).join('\n'));
    return {
      id,
      name: line(one.call.name, 200) === '' ? id : line(one.call.name, 200),
      ...(tags.length === 0 ? {} : { tags }),
      ...(isToken ? { token: true } : {}),
      ...(waits.length === 0 ? {} : { dependsOn: [...waits] }),
      request: requests[at] ?? { method: 'GET', path: '/' },
      checks: one.checks.length === 0 ? [{ status: '2xx' }] : [...one.checks],
      ...(Object.keys(one.captures).length === 0 ? {} : { captures: one.captures }),
    };
  });
  return { cases, comments };
};

const asComment = (note: string): string =>
  note
    .split('\n')
    .slice(0, 60)
    .map((text) => ` ${text.trimEnd().slice(0, 300)}`)
    .join('\n');

/** What the environment brings, and values that are made anew in each run: those stand in the suite, because only there they are made. */
const outsideNames = (
  calls: readonly NamedCall[],
  { variables: known, secrets }: Imported,
): { readonly uses: readonly string[]; readonly variables: { [name: string]: Json } } => {
  const uses = new Set<string>();
  const variables: { [name: string]: Json } = {};
  const left = calls.flatMap((one) => [...one.outside]);
  for (const name of left) {
    const value = known.get(name);
    const isMade = typeof value === 'string' && /(?<!\\)\{\{/.test(value);
    if (!isMade || uses.has(name) || Object.hasOwn(variables, name)) {
      if (!Object.hasOwn(variables, name)) uses.add(name);
      continue;
    }
    variables[name] = secrets.cleanJson(value);
    // Inside the suite's variables only the environment's are known, so what those need comes from there.
    left.push(...usedIn(value).filter((used) => !used.startsWith('$') && used !== name));
  }
  return { uses: [...uses], variables };
};

/** Suites in which calls that need each other stand together, in the words of the language; secrets are names everywhere. */
export const assemble = (
  imported: Imported,
  service: string,
  targets: ReadonlyMap<string, string>,
): CommentedSuite[] => {
  const { secrets } = imported;
  const calls = imported.calls.slice(0, CALLS_MAX).map((call) => ({
    ...call,
    request: secrets.cleanJson(call.request),
    checks: secrets.cleanJson(call.checks),
    name: secrets.clean(call.name, 'stars'),
    notes: call.notes.map((note) => secrets.clean(note, 'stars')),
  }));
  const suiteId = uniqueIds();
  return partsOf(nameCalls(calls)).map(({ name, calls: own }): CommentedSuite => {
    const { cases, comments } = suiteCases(own, { targets, idOf: uniqueIds() });
    const { uses, variables } = outsideNames(own, imported);
    const title = name === '' ? imported.title : name;
    const definition: SuiteDefinition = {
      suite: suiteId(slug(title, 50, 'imported')),
      service,
      name: line(title, 200) === '' ? 'imported' : line(title, 200),
      capability: 'functional',
      tags: ['imported'],
      ...(uses.length === 0 ? {} : { uses }),
      ...(Object.keys(variables).length === 0 ? {} : { variables }),
      ...(imported.defaults === undefined ? {} : { defaults: imported.defaults }),
      cases,
    };
    return { definition, heading: ` Written by assay init from ${imported.source}: yours to change.`, comments };
  });
};

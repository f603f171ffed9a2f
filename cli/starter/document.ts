import path from 'node:path';
import { usageFailure } from '../cli-failure.ts';
import { parseYamlInput, readInput } from '../import/read-input.ts';

/** Any object of a document; nothing about it is known until it is looked at. */
export type Node = { readonly [key: string]: unknown };
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const nodeOf = (value: unknown): Node => (isNode(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** Text, or a number as text: people write versions and hosts either way. */
export const labelOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export interface ApiDocument {
  readonly root: Node;
  readonly version: '2.0' | '3';
  /** What was left out, in words. */
  readonly remarks: string[];
}

const BYTES_MAX = 30 * 1024 * 1024;
const FILES_MAX = 500;
/** Where documents that were referred to are put into the root. */
const EXTERNAL = 'x-assay-files';

const readParsed = async (file: string, shown: string): Promise<unknown> =>
  parseYamlInput(await readInput(file, shown, BYTES_MAX), shown);

/** What a document is instead, where init can read that too. */
const otherFormat = (root: Node): string | undefined => {
  if (textOf(nodeOf(root['info'])['schema'])?.includes('getpostman.com') === true)
    return 'a Postman collection (give --from postman)';
  return Array.isArray(nodeOf(root['log'])['entries']) ? 'an HTTP archive (give --from har)' : undefined;
};

const versionOf = (root: Node, shown: string): ApiDocument['version'] => {
  const openapi = root['openapi'];
  const swagger = root['swagger'];
  if (typeof openapi === 'string' && /^3\.\d/.test(openapi)) return '3';
  if (String(swagger) === '2.0' || swagger === 2) return '2.0';
  const known = Object.keys(root).slice(0, 5).join(', ');
  const got =
    openapi !== undefined
      ? `openapi: ${JSON.stringify(openapi)}`
      : swagger !== undefined
        ? `swagger: ${JSON.stringify(swagger)}`
        : root['asyncapi'] !== undefined
          ? 'an AsyncAPI document'
          : otherFormat(root) !== undefined
            ? otherFormat(root)
            : `an object with ${known === '' ? 'no fields' : known}`;
  throw usageFailure(`${shown} is no OpenAPI document: expected openapi: 3.x or swagger: "2.0", got ${got}`);
};

interface Merge {
  readonly root: Record<string, unknown>;
  readonly base: string;
  readonly remarks: string[];
  readonly files: Map<string, string>;
}

const nameOf = (merge: Merge, file: string): string => {
  const known = merge.files.get(file);
  if (known !== undefined) return known;
  const name = `file${String(merge.files.size)}`;
  merge.files.set(file, name);
  return name;
};

/** References of one file as they read from the root: `#/a` of another file becomes `#/x-assay-files/{file}/a`. */
const rewriteRefs = (value: unknown, file: string, home: string, merge: Merge, found: Set<string>): unknown => {
  if (Array.isArray(value)) return value.map((one) => rewriteRefs(one, file, home, merge, found));
  if (!isNode(value)) return value;
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => {
    if (key !== '$ref' || typeof one !== 'string') return [key, rewriteRefs(one, file, home, merge, found)];
    const [place = '', pointer = ''] = one.split('#');
    if (place === '') return [key, `${home}${pointer}`];
    if (/^[a-z][a-z0-9+.-]*:/i.test(place)) {
      merge.remarks.push(`${one} was not followed: only files are`);
      return [key, one];
    }
    const target = path.resolve(path.dirname(file), decodeURIComponent(place));
    found.add(target);
    return [key, target === merge.base ? `#${pointer}` : `#/${EXTERNAL}/${nameOf(merge, target)}${pointer}`];
  });
  return Object.fromEntries(entries);
};

/** Brings files that are referred to into the root, so that every reference is local. */
const mergeFiles = async (root: Node, base: string, remarks: string[]): Promise<Node> => {
  const found = new Set<string>();
  const merge: Merge = { root: {}, base, remarks, files: new Map() };
  Object.assign(merge.root, rewriteRefs(root, base, '#', merge, found));
  const external: Record<string, unknown> = {};
  const done = new Set([base]);
  for (const file of found) {
    if (done.has(file)) continue;
    done.add(file);
    if (done.size > FILES_MAX) throw usageFailure(`more than ${String(FILES_MAX)} files are referred to`);
    const shown = path.relative(path.dirname(base), file);
    try {
      const value = await readParsed(file, shown);
      const name = nameOf(merge, file);
      external[name] = rewriteRefs(value, file, `#/${EXTERNAL}/${name}`, merge, found);
    } catch (error) {
      remarks.push(`${shown} was not followed: ${error instanceof Error ? error.message : 'unreadable'}`);
    }
  }
  return done.size === 1 ? merge.root : { ...merge.root, [EXTERNAL]: external };
};

/** Reads an OpenAPI document, 2.0 or 3.x, JSON or YAML, with the files it refers to. @throws CliFailure usage */
export const readDocument = async (file: string, shown: string): Promise<ApiDocument> => {
  const value = await readParsed(file, shown);
  if (!isNode(value))
    throw usageFailure(
      `${shown} is no OpenAPI document: expected an object, got ${Array.isArray(value) ? 'a list' : typeof value}`,
    );
  const version = versionOf(value, shown);
  const remarks: string[] = [];
  const root = await mergeFiles(value, file, remarks);
  remarks.push(...danglingRefs(root), ...circularRefs(root));
  return { root, version, remarks };
};

const DANGLING_MAX = 10;

const refsIn = (value: unknown, found: Map<string, number>): Map<string, number> => {
  if (Array.isArray(value)) for (const one of value as readonly unknown[]) refsIn(one, found);
  else if (isNode(value))
    for (const [key, one] of Object.entries(value)) {
      if (key === '$ref' && typeof one === 'string') found.set(one, (found.get(one) ?? 0) + 1);
      else refsIn(one, found);
    }
  return found;
};

/** References that lead nowhere: what they stand for is left out of the suites, so it is said. Files that could not be read are said already. */
const danglingRefs = (root: Node): string[] => {
  const dangling = [...refsIn(root, new Map())].filter(([ref]) => {
    const file = new RegExp(`^#/${EXTERNAL}/[^/]+`).exec(ref)?.[0];
    const isRead = file === undefined || pointTo(root, file) !== undefined;
    return ref.startsWith('#') && isRead && pointTo(root, ref) === undefined;
  });
  const said = dangling.slice(0, DANGLING_MAX).map(([ref, count]) => {
    const shown = ref.replace(new RegExp(`^#/${EXTERNAL}/[^/]+`), '#');
    return `${shown} leads nowhere (used ${count === 1 ? 'once' : `${String(count)} times`}): what it stands for is left out`;
  });
  const more = dangling.length - said.length;
  return more > 0 ? [...said, `and ${String(more)} more references lead nowhere`] : said;
};

/** References that only lead back to themselves stand for nothing; circles through a schema's fields are fine. */
const circularRefs = (root: Node): string[] =>
  [...refsIn(root, new Map()).keys()]
    .filter((ref) => ref.startsWith('#') && pointTo(root, ref) !== undefined && leadsInCircle(root, ref))
    .slice(0, DANGLING_MAX)
    .map((ref) => `${ref} only refers back to itself: what it stands for is left out`);

const leadsInCircle = (root: Node, first: string): boolean => {
  let current: unknown = { $ref: first };
  for (let step = 0; step < REFS_MAX; step += 1) {
    const ref = isNode(current) ? current['$ref'] : undefined;
    if (typeof ref !== 'string') return false;
    current = pointTo(root, ref);
  }
  return true;
};

const REFS_MAX = 50;

/** Follows references until there is none; what leads nowhere or in a circle is an empty object. */
export const resolveRef = (root: Node, value: unknown): Node => {
  let current = value;
  for (let step = 0; step < REFS_MAX; step += 1) {
    if (!isNode(current)) return {};
    const ref = current['$ref'];
    if (typeof ref !== 'string') return current;
    current = pointTo(root, ref);
  }
  return {};
};

/** What a local reference points to; undefined when nothing is there. */
export const pointTo = (root: Node, ref: string): unknown => {
  if (!ref.startsWith('#')) return undefined;
  let current: unknown = root;
  for (const part of ref.slice(1).split('/').slice(1)) {
    let name = part;
    try {
      name = decodeURIComponent(part);
    } catch {
      // A percent sign that is none of an escape stands for itself.
    }
    name = name.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(current)) current = (current as readonly unknown[])[Number(name)];
    else if (isNode(current) && Object.hasOwn(current, name)) current = current[name];
    else return undefined;
  }
  return current;
};

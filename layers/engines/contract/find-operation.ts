import type { Contract, FoundOperation, Operation } from '#engines/contract/model';
import { basePathOf } from '#engines/contract/servers';

interface Branch {
  readonly plain: Map<string, Branch>;
  /** Segments with names in braces, by the segment as it is written. */
  readonly templated: Map<
    string,
    { readonly pattern: RegExp; readonly names: readonly string[]; readonly next: Branch }
  >;
  readonly operations: Map<string, Operation>;
}

const branch = (): Branch => ({ plain: new Map(), templated: new Map(), operations: new Map() });

const NAMES = /\{([^{}]+)\}/gu;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** `{id}.json`: names stand for at least one character each, as few as possible but for the last. */
const patternOf = (segment: string): { readonly pattern: RegExp; readonly names: readonly string[] } => {
  const names = [...segment.matchAll(NAMES)].map((match) => match[1] ?? '');
  const texts = segment.split(NAMES).filter((_, at) => at % 2 === 0);
  const source = texts.map(escaped).join('([^/]+?)');
  return { pattern: new RegExp(`^${source}$`, 'u'), names };
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const insert = (root: Branch, operation: Operation): void => {
  let here = root;
  for (const segment of operation.path.split('/').slice(1)) {
    if (segment.includes('{')) {
      const known = here.templated.get(segment) ?? { ...patternOf(segment), next: branch() };
      here.templated.set(segment, known);
      here = known.next;
    } else {
      const next = here.plain.get(decoded(segment)) ?? branch();
      here.plain.set(decoded(segment), next);
      here = next;
    }
  }
  if (!here.operations.has(operation.method)) here.operations.set(operation.method, operation);
};

/** Longer fixed texts first: `{id}.json` before `{file}`. */
const fixedLength = (segment: string): number => segment.replaceAll(NAMES, '').length;

const follow = (here: Branch, segments: readonly string[], at: number, method: string): FoundOperation | undefined => {
  const segment = segments[at];
  if (segment === undefined) {
    const operation = here.operations.get(method);
    return operation === undefined ? undefined : { operation, pathParameters: {} };
  }
  const plain = here.plain.get(decoded(segment));
  const found = plain === undefined ? undefined : follow(plain, segments, at + 1, method);
  if (found !== undefined) return found;
  const candidates = [...here.templated].sort(([left], [right]) => fixedLength(right) - fixedLength(left));
  for (const [, { pattern, names, next }] of candidates) {
    const match = pattern.exec(segment);
    const below = match === null ? undefined : follow(next, segments, at + 1, method);
    if (match === null || below === undefined) continue;
    const own = names.map((name, index) => [name, match[index + 1] ?? ''] as const);
    return { operation: below.operation, pathParameters: { ...Object.fromEntries(own), ...below.pathParameters } };
  }
  return undefined;
};

/** A finder over all operations: about as many steps as the path has segments. */
export const operationFinder = (operations: readonly Operation[]): Contract['find'] => {
  const roots = new Map<string, Branch>();
  for (const operation of operations)
    for (const base of new Set(['', ...operation.servers.map(basePathOf)])) {
      const root = roots.get(base) ?? branch();
      roots.set(base, root);
      insert(root, operation);
    }
  // A path below a server's own path belongs to that server, whatever else it could mean.
  const bases = [...roots].sort(([left], [right]) => right.length - left.length);
  return (method, urlPath) => {
    const path = urlPath.replace(/[?#].*$/su, '');
    for (const [base, root] of bases) {
      if (!path.startsWith(`${base}/`)) continue;
      const found = follow(root, path.slice(base.length).split('/').slice(1), 0, method.toUpperCase());
      if (found !== undefined) return found;
    }
    return undefined;
  };
};

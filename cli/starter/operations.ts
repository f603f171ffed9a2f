import { answersOf, bodyOf2, bodyOf3, firstExample, type Answer, type BodyParts } from './bodies.ts';
import { accessOf, type Access } from './credentials.ts';
import { isNode, listOf, nodeOf, resolveRef, textOf, type ApiDocument, type Node } from './document.ts';

export const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'query'] as const;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: Node;
  /** Lists are joined with this mark instead of repeating the name. */
  readonly joinWith?: string;
  /** An object becomes parameters of its own: `name[field]`, or `field` alone. */
  readonly objects?: 'deep' | 'plain';
  /** An example that the document gives for exactly this parameter. */
  readonly example?: unknown;
}

export interface Operation extends BodyParts, Access {
  readonly method: string;
  readonly path: string;
  readonly id?: string;
  readonly summary?: string;
  readonly tag?: string;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly answers: readonly Answer[];
}

/** Identity of an operation within its document. */
export const operationKey = ({ method, path }: Pick<Operation, 'method' | 'path'>): string => `${method} ${path}`;

export const isSafe = ({ method }: Pick<Operation, 'method'>): boolean =>
  ['GET', 'HEAD', 'OPTIONS', 'QUERY'].includes(method);

const JOINS: { readonly [style: string]: string } = {
  spaceDelimited: ' ',
  pipeDelimited: '|',
  csv: ',',
  ssv: ' ',
  tsv: '\t',
  pipes: '|',
};

const styleOf = (node: Node, place: string): Pick<Parameter, 'joinWith' | 'objects'> => {
  const style = textOf(node['style']) ?? textOf(node['collectionFormat']);
  if (style === 'deepObject') return { objects: 'deep' };
  if (place !== 'query') return { joinWith: ',' };
  const explode = node['explode'] ?? (style === undefined || style === 'form' || style === 'multi');
  // In 2.0 lists are joined with commas when nothing is said.
  if (style === undefined && node['schema'] === undefined && node['type'] === 'array') return { joinWith: ',' };
  return explode === false || JOINS[style ?? ''] !== undefined
    ? { joinWith: JOINS[style ?? ''] ?? ',' }
    : { objects: 'plain' };
};

const parameterOf = (raw: unknown, root: Node): Parameter | undefined => {
  const node = resolveRef(root, raw);
  const place = node['in'];
  const name = textOf(node['name']);
  if (name === undefined || (place !== 'path' && place !== 'query' && place !== 'header' && place !== 'cookie'))
    return undefined;
  const content = nodeOf(Object.values(nodeOf(node['content']))[0]);
  const example = firstExample(node, root) ?? firstExample(content, root) ?? node['x-example'];
  return {
    name,
    in: place,
    required: place === 'path' || node['required'] === true,
    // In 2.0 the parameter itself is the schema.
    schema: isNode(node['schema'])
      ? node['schema']
      : isNode(content['schema'])
        ? content['schema']
        : { ...node, required: undefined },
    ...styleOf(node, place),
    ...(example === undefined ? {} : { example }),
  };
};

const operationOf = (
  document: ApiDocument,
  path: string,
  method: string,
  node: Node,
  shared: readonly unknown[],
): Operation => {
  const { root, version } = document;
  const raw = [...shared, ...listOf(node['parameters'])].map((one) => resolveRef(root, one));
  // A parameter of the operation replaces the one of the path with the same place and name.
  const parameters = new Map(
    raw.flatMap((one) => {
      const parameter = parameterOf(one, root);
      return parameter === undefined ? [] : [[`${parameter.in} ${parameter.name}`, parameter] as const];
    }),
  );
  const consumes = listOf(node['consumes'] ?? root['consumes']);
  const produces = listOf(node['produces'] ?? root['produces']);
  const body = version === '2.0' ? bodyOf2(raw, consumes) : bodyOf3(node['requestBody'], root);
  const id = textOf(node['operationId']);
  const summary = textOf(node['summary']);
  const tag = textOf(listOf(node['tags'])[0]);
  return {
    method: method.toUpperCase(),
    path,
    deprecated: node['deprecated'] === true,
    parameters: [...parameters.values()],
    answers: answersOf(node['responses'], produces, document),
    ...accessOf(node['security'] ?? root['security'], document),
    ...body,
    ...(id === undefined ? {} : { id }),
    ...(summary === undefined ? {} : { summary }),
    ...(tag === undefined ? {} : { tag }),
  };
};

const METHOD_NAME = /^[A-Za-z]{3,20}$/;

/** Every operation of a document in its order, in one form for all versions. */
export const operationsOf = (document: ApiDocument): Operation[] =>
  Object.entries(nodeOf(document.root['paths'])).flatMap(([path, raw]) => {
    if (!path.startsWith('/')) return [];
    const item = resolveRef(document.root, raw);
    const more = Object.entries(nodeOf(item['additionalOperations'])).filter(([method]) => METHOD_NAME.test(method));
    const found = [...METHODS.map((method) => [method, item[method]] as const), ...more];
    return found.flatMap(([method, node]) =>
      isNode(node) ? [operationOf(document, path, method, node, listOf(item['parameters']))] : [],
    );
  });

/** Names in braces of a path. */
export const pathNames = (path: string): string[] => [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');

import { isNode, listOf, nodeOf, resolveRef, textOf, type ApiDocument, type Node } from './document.ts';

export const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'] as const;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Node;
  /** An example that the document gives for exactly this parameter. */
  readonly example?: unknown;
}

export interface RequestBody {
  readonly kind: 'json' | 'form';
  readonly mediaType: string;
  readonly required: boolean;
  readonly schema: Node;
  readonly example?: unknown;
}

export interface Answer {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  /** Schema of its JSON body; absent when there is none. */
  readonly schema?: Node;
}

/** How a caller shows who it is. */
export type Credential =
  | { readonly kind: 'bearer'; readonly variable: string }
  | { readonly kind: 'basic'; readonly variable: string }
  | { readonly kind: 'header' | 'query'; readonly name: string; readonly variable: string };

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly id?: string;
  readonly summary?: string;
  readonly tag?: string;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  /** A body is needed that cannot be made here, such as a file. */
  readonly bodyOfOtherKind?: string;
  readonly answers: readonly Answer[];
  /** Empty when the operation is open to all. */
  readonly credentials: readonly Credential[];
}

const firstExample = (node: Node, root: Node): unknown => {
  if (node['example'] !== undefined) return node['example'];
  for (const one of Object.values(nodeOf(node['examples']))) {
    const example = resolveRef(root, one);
    if (example['value'] !== undefined) return example['value'];
  }
  return undefined;
};

const parameterOf = (raw: unknown, root: Node): Parameter | undefined => {
  const node = resolveRef(root, raw);
  const place = node['in'];
  const name = textOf(node['name']);
  if (name === undefined || (place !== 'path' && place !== 'query' && place !== 'header')) return undefined;
  const content = nodeOf(Object.values(nodeOf(node['content']))[0]);
  const example = firstExample(node, root) ?? node['x-example'];
  return {
    name,
    in: place,
    required: place === 'path' || node['required'] === true,
    // In 2.0 the parameter itself is the schema.
    schema: isNode(node['schema']) ? node['schema'] : isNode(content['schema']) ? content['schema'] : node,
    ...(example === undefined ? {} : { example }),
  };
};

const isJsonType = (type: string): boolean => /^application\/(?:[\w.+-]*\+)?json\b/i.test(type) || type === '*/*';
const isFormType = (type: string): boolean => /^application\/x-www-form-urlencoded\b/i.test(type);

interface BodyParts {
  readonly body?: RequestBody;
  readonly bodyOfOtherKind?: string;
}

const bodyOf3 = (raw: unknown, root: Node): BodyParts => {
  const node = resolveRef(root, raw);
  const content = Object.entries(nodeOf(node['content']));
  const required = node['required'] === true;
  const [mediaType, media] =
    content.find(([type]) => isJsonType(type)) ?? content.find(([type]) => isFormType(type)) ?? [];
  if (mediaType === undefined) return required && content[0] !== undefined ? { bodyOfOtherKind: content[0][0] } : {};
  const holder = nodeOf(media);
  const example = firstExample(holder, root);
  return {
    body: {
      kind: isFormType(mediaType) ? 'form' : 'json',
      mediaType: mediaType === '*/*' ? 'application/json' : mediaType,
      required,
      schema: nodeOf(holder['schema']),
      ...(example === undefined ? {} : { example }),
    },
  };
};

const bodyOf2 = (parameters: readonly Node[], consumes: readonly unknown[]): BodyParts => {
  const inBody = parameters.find((one) => one['in'] === 'body');
  if (inBody !== undefined) {
    return {
      body: {
        kind: 'json',
        mediaType: 'application/json',
        required: inBody['required'] === true,
        schema: nodeOf(inBody['schema']),
      },
    };
  }
  const fields = parameters.filter((one) => one['in'] === 'formData');
  if (fields.length === 0) return {};
  if (fields.some((one) => one['type'] === 'file'))
    return { bodyOfOtherKind: textOf(consumes[0]) ?? 'multipart/form-data' };
  const required = fields.filter((one) => one['required'] === true).map((one) => String(one['name']));
  const properties = Object.fromEntries(fields.map((one) => [String(one['name']), one]));
  return {
    body: {
      kind: 'form',
      mediaType: 'application/x-www-form-urlencoded',
      required: required.length > 0,
      schema: { type: 'object', properties, required },
    },
  };
};

const answersOf = (raw: unknown, root: Node, version: ApiDocument['version']): Answer[] =>
  Object.entries(nodeOf(raw)).flatMap(([status, one]) => {
    if (!/^([1-5]\d\d|[1-5]XX|default)$/i.test(status)) return [];
    const node = resolveRef(root, one);
    const media = Object.entries(nodeOf(node['content'])).find(([type]) => isJsonType(type) && type !== '*/*')?.[1];
    const schema = version === '2.0' ? node['schema'] : nodeOf(media)['schema'];
    return [{ status: status.toUpperCase().replace('DEFAULT', 'default'), ...(isNode(schema) ? { schema } : {}) }];
  });

/** A name that can be a variable: letters, digits and underscores. */
const variableName = (text: string): string => {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words
    .map((word, at) =>
      at === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('');
  const name = /^[A-Za-z_]/.test(joined) ? joined : `credential${joined}`;
  return name === 'run' ? 'runCredential' : name.slice(0, 80);
};

const credentialOf = (name: string, raw: unknown, root: Node): Credential | undefined => {
  const scheme = resolveRef(root, raw);
  const type = (textOf(scheme['type']) ?? '').toLowerCase();
  if (type === 'apikey') {
    const place = scheme['in'];
    const field = textOf(scheme['name']);
    if (field === undefined || (place !== 'header' && place !== 'query')) return undefined;
    return { kind: place, name: field, variable: variableName(name) };
  }
  if (type === 'basic' || (type === 'http' && String(scheme['scheme']).toLowerCase() === 'basic'))
    return { kind: 'basic', variable: variableName(name) };
  if (type === 'oauth2' || type === 'openidconnect' || type === 'http')
    return { kind: 'bearer', variable: variableName(name) };
  return undefined;
};

/** Of several ways to show who one is, the first whose schemes are all known; none when the operation is open or lets everybody in too. */
const credentialsOf = (security: unknown, { root, version }: ApiDocument): Credential[] => {
  const schemes = nodeOf(
    version === '2.0' ? root['securityDefinitions'] : nodeOf(root['components'])['securitySchemes'],
  );
  const ways = listOf(security).map(nodeOf);
  if (ways.length === 0 || ways.some((way) => Object.keys(way).length === 0)) return [];
  for (const way of ways) {
    const found = Object.keys(way).map((name) => credentialOf(name, schemes[name], root));
    const known = found.filter((one) => one !== undefined);
    if (known.length === found.length) return known;
  }
  return [];
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
  const body = version === '2.0' ? bodyOf2(raw, consumes) : bodyOf3(node['requestBody'], root);
  const id = textOf(node['operationId']);
  const summary = textOf(node['summary']);
  const tag = textOf(listOf(node['tags'])[0]);
  return {
    method: method.toUpperCase(),
    path,
    deprecated: node['deprecated'] === true,
    parameters: [...parameters.values()],
    answers: answersOf(node['responses'], root, version),
    credentials: credentialsOf(node['security'] ?? root['security'], document),
    ...body,
    ...(id === undefined ? {} : { id }),
    ...(summary === undefined ? {} : { summary }),
    ...(tag === undefined ? {} : { tag }),
  };
};

/** Every operation of a document in its order, in one form for all versions. */
export const operationsOf = (document: ApiDocument): Operation[] =>
  Object.entries(nodeOf(document.root['paths'])).flatMap(([path, raw]) => {
    if (!path.startsWith('/')) return [];
    const item = resolveRef(document.root, raw);
    return METHODS.flatMap((method) => {
      const node = item[method];
      return isNode(node) ? [operationOf(document, path, method, node, listOf(item['parameters']))] : [];
    });
  });

/** Names in braces of a path. */
export const pathNames = (path: string): string[] => [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');

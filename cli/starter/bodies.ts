import { isNode, nodeOf, resolveRef, textOf, type ApiDocument, type Node } from './document.ts';

export interface RequestBody {
  readonly kind: 'json' | 'form' | 'multipart' | 'text';
  readonly mediaType: string;
  readonly required: boolean;
  readonly schema: Node;
  readonly example?: unknown;
}

export interface BodyParts {
  readonly body?: RequestBody;
  /** A body is needed that cannot be made here, such as XML. */
  readonly bodyOfOtherKind?: string;
}

export interface Answer {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  /** Schema of its JSON body; absent when there is none. */
  readonly schema?: Node;
  readonly hasJson: boolean;
  /** Lower-case names of the headers that the document promises. */
  readonly headers: readonly string[];
  /** Those of them that are always there. */
  readonly requiredHeaders: readonly string[];
  readonly links: readonly Node[];
}

export const firstExample = (node: Node, root: Node): unknown => {
  if (node['example'] !== undefined) return node['example'];
  for (const one of Object.values(nodeOf(node['examples']))) {
    const example = resolveRef(root, one);
    if (example['value'] !== undefined) return example['value'];
    if (example['dataValue'] !== undefined) return example['dataValue'];
  }
  return undefined;
};

export const isJsonType = (type: string): boolean =>
  /^application\/(?:[\w.+-]*\+)?json\b/i.test(type) || type === '*/*' || type === 'application/*';
const KINDS: readonly (readonly [RequestBody['kind'], RegExp])[] = [
  ['json', /^(?:application\/(?:[\w.+-]*\+)?json\b|\*\/\*|application\/\*)/i],
  ['form', /^application\/x-www-form-urlencoded\b/i],
  ['multipart', /^multipart\/form-data\b/i],
  ['text', /^text\/plain\b/i],
];

export const bodyOf3 = (raw: unknown, root: Node): BodyParts => {
  const node = resolveRef(root, raw);
  const content = Object.entries(nodeOf(node['content']));
  const required = node['required'] === true;
  for (const [kind, form] of KINDS) {
    const found = content.find(([type]) => form.test(type));
    if (found === undefined) continue;
    const holder = resolveRef(root, found[1]);
    const example = firstExample(holder, root);
    return {
      body: {
        kind,
        mediaType: found[0].includes('*') ? 'application/json' : found[0],
        required,
        schema: nodeOf(holder['schema']),
        ...(example === undefined ? {} : { example }),
      },
    };
  }
  return required && content[0] !== undefined ? { bodyOfOtherKind: content[0][0] } : {};
};

export const bodyOf2 = (parameters: readonly Node[], consumes: readonly unknown[]): BodyParts => {
  const inBody = parameters.find((one) => one['in'] === 'body');
  if (inBody !== undefined) {
    const types = consumes.filter((one) => typeof one === 'string');
    const json = types.find(isJsonType) ?? (types.length === 0 ? 'application/json' : undefined);
    if (json === undefined) return { bodyOfOtherKind: types[0] ?? 'an unknown type' };
    const required = inBody['required'] === true;
    const mediaType = json.includes('*') ? 'application/json' : json;
    return { body: { kind: 'json', mediaType, required, schema: nodeOf(inBody['schema']) } };
  }
  const fields = parameters.filter((one) => one['in'] === 'formData');
  if (fields.length === 0) return {};
  const required = fields.filter((one) => one['required'] === true).map((one) => String(one['name']));
  const properties = Object.fromEntries(
    fields.map((one) => [
      String(one['name']),
      one['type'] === 'file' ? { type: 'string', format: 'binary' } : { ...one, required: undefined },
    ]),
  );
  const isMultipart = fields.some((one) => one['type'] === 'file') || consumes.includes('multipart/form-data');
  return {
    body: {
      kind: isMultipart ? 'multipart' : 'form',
      mediaType: isMultipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
      required: required.length > 0,
      schema: { type: 'object', properties, required },
    },
  };
};

/** The documented answers of an operation, by status. */
export const answersOf = (raw: unknown, produces: readonly unknown[], document: ApiDocument): Answer[] =>
  Object.entries(nodeOf(raw)).flatMap(([status, one]) => {
    if (!/^([1-5]\d\d|[1-5]XX|default)$/i.test(status)) return [];
    const { root, version } = document;
    const node = resolveRef(root, one);
    const json = Object.entries(nodeOf(node['content'])).find(([type]) => isJsonType(type) && type !== '*/*')?.[1];
    const schema = version === '2.0' ? node['schema'] : resolveRef(root, json)['schema'];
    const isJson2 = isNode(schema) && produces.some((type) => typeof type === 'string' && isJsonType(type));
    return [
      {
        status: status.toUpperCase().replace('DEFAULT', 'default'),
        hasJson: version === '2.0' ? isJson2 : json !== undefined,
        headers: Object.keys(nodeOf(node['headers'])).map((name) => name.toLowerCase()),
        requiredHeaders: Object.entries(nodeOf(node['headers'])).flatMap(([name, header]) =>
          resolveRef(root, header)['required'] === true ? [name.toLowerCase()] : [],
        ),
        links: Object.values(nodeOf(node['links'])).map((link) => resolveRef(root, link)),
        ...(isNode(schema) && textOf(schema['type']) !== 'file' ? { schema } : {}),
      },
    ];
  });

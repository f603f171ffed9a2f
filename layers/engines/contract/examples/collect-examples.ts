/** Where a document gives examples, and with which schema each one has to agree. */
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import type { Contract, Example, Header, Media, Operation, Parameter, SchemaView } from '#engines/contract/model';
import { examplePointer, sourceOf } from '#engines/contract/normalise-schema';
import type { Direction } from '#engines/contract/projection';
import { resolve } from '#engines/contract/schema-view';

/** One example of an operation. */
export interface OperationExample {
  /** `request body application/json`, `response 200 application/json`, `query limit`. */
  readonly place: string;
  readonly example: Example;
  readonly direction: Direction;
  readonly view?: SchemaView;
  /** Of a body: how its text is read. */
  readonly media?: Media;
}

/** Examples inside a schema, after those beside it: the schema's own are the last that readers look at. */
export const examplesIn = (view: SchemaView | undefined): readonly Example[] => {
  if (view === undefined) return [];
  const { schema, pointer } = resolve(view);
  const found = isJsonObject(schema) ? schema['examples'] : undefined;
  if (!Array.isArray(found)) return [];
  return (found as readonly Json[]).map((value, at) => ({
    value,
    pointer: examplePointer(schema as object, pointer, at),
  }));
};

const ofMedia = (media: Media, place: string, direction: Direction): readonly OperationExample[] =>
  media.examples.map((example) => ({
    place: `${place} ${media.mediaType}`,
    example,
    direction,
    media,
    ...(media.schema === undefined ? {} : { view: media.schema }),
  }));

const ofField = (one: Parameter | Header, place: string, direction: Direction): readonly OperationExample[] => {
  const view = one.schema ?? one.content?.schema;
  const own = one.examples.map((example) => ({ place, example, direction, ...(view === undefined ? {} : { view }) }));
  return [...own, ...(one.content === undefined ? [] : ofMedia(one.content, place, direction))];
};

/** Every example beside a schema of an operation: of parameters, bodies and headers. */
export const operationExamples = ({ parameters, requestBody, responses }: Operation): readonly OperationExample[] => [
  ...parameters.flatMap((one) => ofField(one, `${one.in} ${one.name}`, 'request')),
  ...(requestBody?.content ?? []).flatMap((media) => ofMedia(media, 'request body', 'request')),
  ...responses.flatMap(({ status, content, headers }) => [
    ...content.flatMap((media) => ofMedia(media, `response ${status}`, 'response')),
    ...headers.flatMap((one) => ofField(one, `response ${status} header ${one.name}`, 'response')),
  ]),
];

/** An example or default inside a schema. */
export interface SchemaExample {
  readonly view: SchemaView;
  readonly value: Json;
  readonly pointer: string;
  readonly isDefault: boolean;
}

const viewsOf = ({ operations, webhooks, schemas }: Contract): readonly SchemaView[] => {
  const media = (one: Media): readonly (SchemaView | undefined)[] => [one.schema, one.itemSchema];
  const field = (one: Parameter | Header): readonly (SchemaView | undefined)[] => [one.schema, one.content?.schema];
  const found = [...operations, ...webhooks].flatMap(({ parameters, requestBody, responses }) => [
    ...parameters.flatMap(field),
    ...(requestBody?.content ?? []).flatMap(media),
    ...responses.flatMap(({ content, headers }) => [...content.flatMap(media), ...headers.flatMap(field)]),
  ]);
  return [...Object.values(schemas), ...found].filter((view) => view !== undefined);
};

/** Every example and default inside the schemas of a document, each schema once. */
export const schemaExamples = (contract: Contract): readonly SchemaExample[] => {
  const views = viewsOf(contract);
  const { root } = contract;
  const found: SchemaExample[] = [];
  const seen = new Set<string>();
  const look = (schema: Json): void => {
    const pointer = sourceOf(schema);
    if (!isJsonObject(schema) || pointer === undefined || seen.has(pointer)) return;
    seen.add(pointer);
    const view: SchemaView = { schema, root, pointer };
    const examples = Array.isArray(schema['examples']) ? (schema['examples'] as readonly Json[]) : [];
    examples.forEach((value, at) => {
      found.push({ view, value, pointer: examplePointer(schema, pointer, at), isDefault: false });
    });
    const standard = schema['default'];
    if (standard !== undefined) found.push({ view, value: standard, pointer: `${pointer}/default`, isDefault: true });
  };
  const open: Json[] = [...views.map(({ schema }) => schema), ...Object.values(root.$defs)];
  const walked = new Set<object>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null || walked.has(next)) continue;
    walked.add(next);
    look(next);
    if (Array.isArray(next)) open.push(...(next as readonly Json[]));
    else
      for (const [keyword, value] of Object.entries(next))
        if (!['examples', 'default', 'enum', 'const'].includes(keyword)) open.push(value);
  }
  return found.sort((left, right) => (left.pointer < right.pointer ? -1 : 1));
};

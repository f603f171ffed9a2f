/** Values for parameters and bodies: what the definition says, then the document's examples, then any valid one. */
import { isJsonObject } from '#core/json-types';
import type { ScanDefinition } from '#core/acts/scan';
import type { Json, JsonObject } from '#core/units';
import type { Media, Operation, Parameter, SchemaView } from '#engines/contract/model';
import { seededRandomAt } from '#engines/data/seeded-random';
import { schemaJudge, type SchemaJudge } from '#engines/generated/schema-judge';
import type { SchemaSource } from '#engines/generated/schema-source';
import { branchesOf } from '#engines/generated/values/branches';
import { fieldNames, fieldSchema } from '#engines/generated/values/facets';
import { makeValue } from '#engines/generated/values/make-value';
import type { ProbeContext } from '#engines/probe/probe';

export interface Values {
  readonly forParameter: (parameter: Parameter) => Json | undefined;
  /**
   * A body that the document allows.
   *
   * @param attempt texts that name things differ from attempt to attempt
   */
  readonly forBody: (media: Media, attempt: number) => Json | undefined;
  /** The same body with every free text another one, so that it shows whether it was taken over. */
  readonly varied: (media: Media, body: Json, word: string) => Json;
  /** Names of the fields that an answer's or a body's schema declares at its top; undefined where it declares none or allows any. */
  readonly fieldsOf: (view: SchemaView) => readonly Field[] | undefined;
  /** Schema of the items of a list, of an object as it is. */
  readonly itemView: (view: SchemaView) => SchemaView | undefined;
}

export interface Field {
  readonly name: string;
  readonly schema: Json;
  readonly isReadOnly: boolean;
}

/** Fields that many APIs want to be the only one of its kind. */
const NAMING = /(?:^|_)(?:name|title|email|e_?mail|user_?name|login|handle|slug|sku|code|label|number)$/iu;
const GIVEN_MAX = 50;

const exampleOf = (view: SchemaView | undefined): Json | undefined => {
  if (view === undefined || !isJsonObject(view.schema)) return undefined;
  const { schema } = view;
  const examples = schema['examples'];
  return (
    schema['example'] ??
    (Array.isArray(examples) ? (examples as Json[])[0] : undefined) ??
    schema['const'] ??
    schema['default']
  );
};

const responseSource = (view: SchemaView): SchemaSource => ({
  resolve: (ref) =>
    ref.startsWith('#/$defs/') ? view.root.$defs[ref.slice(8).replaceAll('~1', '/').replaceAll('~0', '~')] : undefined,
  faultsOf: () => [],
});

const isReadOnlySchema = (source: SchemaSource, schema: Json): boolean =>
  branchesOf(source, schema).some((branch) => branch.some((part) => part['readOnly'] === true));

const unique = (text: string, word: string, format: Json | undefined): string => {
  if (format === 'email' || text.includes('@')) return `${word}@example.com`;
  return format === undefined && !/^\d+$/u.test(text) ? `${text.slice(0, 20)}-${word}` : text;
};

/** Texts that name things made different, so that creating the same thing again does not meet the first one. */
const renamed = (value: Json, facetsOf: (name: string) => JsonObject, word: string, isNamed = NAMING): Json => {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]): [string, Json] => {
      const facets = facetsOf(name);
      const isFixed = facets['enum'] !== undefined || facets['pattern'] !== undefined || facets['const'] !== undefined;
      if (typeof item !== 'string' || isFixed || !isNamed.test(name)) return [name, item];
      const made = unique(item, word, facets['format']);
      const max = facets['maxLength'];
      return [name, typeof max === 'number' ? made.slice(-max) : made];
    }),
  );
};

const fieldsOf: Values['fieldsOf'] = (view) => {
  const source = responseSource(view);
  const fields = new Map<string, Field>();
  for (const branch of branchesOf(source, view.schema)) {
    const isOpen = branch.some(
      (part) =>
        isJsonObject(part['additionalProperties']) ||
        part['additionalProperties'] === true ||
        part['patternProperties'] !== undefined,
    );
    if (isOpen) return undefined;
    for (const name of fieldNames(branch)) {
      const schema = fieldSchema(branch, name);
      fields.set(name, { name, schema, isReadOnly: isReadOnlySchema(source, schema) });
    }
  }
  return fields.size === 0 ? undefined : [...fields.values()];
};

const itemView: Values['itemView'] = (view) => {
  const items = branchesOf(responseSource(view), view.schema)
    .flatMap((branch) => branch.map((part) => part['items']))
    .find((schema) => schema !== undefined);
  return items === undefined ? undefined : { ...view, schema: items };
};

/** What the schema of a field says, also behind references. */
const facetsIn =
  (view: SchemaView | undefined) =>
  (name: string): JsonObject => {
    const field = view === undefined ? undefined : fieldsOf(view)?.find((one) => one.name === name);
    if (view === undefined || field === undefined) return {};
    return Object.assign({}, ...branchesOf(responseSource(view), field.schema).flat()) as JsonObject;
  };

const WORD_LENGTH = 6;
/** Every text but credentials and ids. */
const FREE = /^(?!.*(?:password|token|secret|_?id$|Id$))/u;

/** Valid values, made once for each place of the document. */
const maker = (ofName: (name: string) => Json | undefined, seed: string) => {
  const judges = new Map<object, SchemaJudge>();
  return (view: SchemaView, place: string): Json | undefined => {
    const judge = judges.get(view.root) ?? schemaJudge(view.root);
    judges.set(view.root, judge);
    const random = seededRandomAt(seed, `scan value ${place}`);
    return makeValue({ source: judge, random, fullness: 'full', fill: ofName }, judge.viewOf(view.schema));
  };
};

export const valuesOf = (definition: ScanDefinition, { seed }: Pick<ProbeContext, 'seed'>): Values => {
  const given = definition.values ?? {};
  const ofName = (name: string): Json | undefined => (Object.hasOwn(given, name) ? given[name] : undefined);
  const made = maker(ofName, seed);
  const wordFor = (place: string): string => {
    const { int } = seededRandomAt(seed, place);
    return Array.from({ length: WORD_LENGTH }, () => String.fromCharCode(97 + int(0, 25))).join('');
  };
  return {
    fieldsOf,
    itemView,
    varied: ({ schema: view }, body, word) => renamed(body, facetsIn(view), word, FREE),
    forParameter: (parameter) => {
      const view = parameter.schema ?? parameter.content?.schema;
      return (
        ofName(parameter.name) ??
        parameter.examples[0]?.value ??
        exampleOf(view) ??
        (view === undefined ? 'example' : made(view, parameter.pointer))
      );
    },
    forBody: ({ schema: view, examples, pointer }, attempt) => {
      const example = examples.slice(0, GIVEN_MAX).find(({ isSerialized }) => isSerialized !== true)?.value;
      const base = example ?? exampleOf(view) ?? (view === undefined ? undefined : made(view, pointer));
      if (base === undefined) return undefined;
      const named = renamed(base, facetsIn(view), wordFor(`${pointer} ${String(attempt)}`));
      if (!isJsonObject(named)) return named;
      const fields = view === undefined ? [] : (fieldsOf(view) ?? []);
      const readOnly = new Set(fields.filter(({ isReadOnly }) => isReadOnly).map(({ name }) => name));
      return Object.fromEntries(
        Object.entries(named)
          .filter(([name]) => !readOnly.has(name))
          .map(([name, value]): [string, Json] => [name, ofName(name) ?? value]),
      );
    },
  };
};

/** The JSON media type of a body, or the first one that can be filled in. */
export const bodyMedia = ({ requestBody }: Operation): Media | undefined => {
  const content = requestBody?.content ?? [];
  return (
    content.find(({ mediaType }) => /[/+]json\b/iu.test(mediaType)) ??
    content.find(({ mediaType }) => mediaType.includes('x-www-form-urlencoded')) ??
    content.find(({ mediaType }) => mediaType.startsWith('text/'))
  );
};

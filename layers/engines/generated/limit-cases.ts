/** Cases that the document alone tells: one inside and one outside of every limit of every parameter and body. */
import { toPointer } from '#core/json-types';
import type { Json } from '#core/units';
import type { Media, Operation, Parameter } from '#engines/contract/model';
import { bodyKindOf } from './encode-request-body.ts';
import { withParameter, type GeneratedCase } from './generated-case.ts';
import { canBeSent } from './encode-parameter.ts';
import { keyOf } from './request-inputs.ts';
import { mediaOf, type RequestMaker } from './request-maker.ts';
import { isEmptyAgainstLimit, isInvalidAsForm, isInvalidAsText } from './text-readings.ts';
import { variationsOf, type Variation } from './values/variations.ts';
import { isJsonObject } from '#core/json-types';

interface Making {
  readonly maker: RequestMaker;
  /** Variations of one schema at most. */
  readonly most: number;
}

const hasDefault = (schema: Json): boolean => isJsonObject(schema) && 'default' in schema;

const parameterCases = ({ maker, most }: Making, operation: Operation, parameter: Parameter): GeneratedCase[] => {
  const schema = maker.schemaOf(parameter);
  const key = keyOf(parameter);
  const isJson = parameter.content !== undefined;
  const variations = variationsOf(maker.judge, schema, maker.random(operation), most).filter(({ value, isValid }) => {
    if (!canBeSent(parameter, value)) return false;
    if (isValid) return isJson || (value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
    return isJson || isInvalidAsText(maker.judge, schema, value) || isEmptyAgainstLimit(maker.judge, schema, value);
  });
  const cases = variations.map((one): GeneratedCase => ({
    operation,
    kind: one.isValid ? 'valid' : 'invalid',
    words: `${key}${toPointer(one.place)}: ${one.words}`,
    constraint: { place: `${key}${toPointer(one.place)}`, keyword: one.keyword },
    build: (base) => withParameter(base, key, one.value),
  }));
  if (!parameter.required || parameter.in === 'path' || hasDefault(schema)) return cases;
  const missing: GeneratedCase = {
    operation,
    kind: 'invalid',
    words: `without ${key}, which is required`,
    constraint: { place: key, keyword: 'required' },
    build: (base) => withParameter(base, key, undefined),
  };
  return [missing, ...cases];
};

const isSendableBody = (maker: RequestMaker, media: Media, variation: Variation): boolean => {
  const schema = maker.schemaOf(media);
  switch (bodyKindOf(media.mediaType)) {
    case 'json':
      return true;
    case 'form':
    case 'multipart':
      return variation.isValid ? isJsonObject(variation.value) : isInvalidAsForm(maker.judge, schema, variation.value);
    case 'xml':
      return variation.isValid;
    case 'text':
      return (
        typeof variation.value === 'string' &&
        (variation.isValid || isInvalidAsText(maker.judge, schema, variation.value))
      );
    default:
      return variation.isValid && typeof variation.value === 'string';
  }
};

const mediaCases = ({ maker, most }: Making, operation: Operation, media: Media): GeneratedCase[] => {
  const schema = maker.schemaOf(media);
  const at = mediaOf(operation).length > 1 ? `body ${media.mediaType}` : 'body';
  return variationsOf(maker.judge, schema, maker.random(operation), most)
    .filter((one) => isSendableBody(maker, media, one))
    .map((one): GeneratedCase => {
      const place = `${at} ${toPointer(one.place)}`.trim();
      const first = one.place[0];
      // A list that is shorter or a field that is not there has no value for an id at this place.
      const except = typeof first === 'string' ? first : undefined;
      return {
        operation,
        // Names of elements and attributes are a matter of taste of the server: what it refuses of XML is no finding.
        kind: one.isValid ? (bodyKindOf(media.mediaType) === 'xml' ? 'odd' : 'valid') : 'invalid',
        words: `${place}: ${one.words}`,
        constraint: { place, keyword: one.keyword },
        build: (base) => ({ ...base, body: maker.withIds(operation, base, { media, value: one.value }, except) }),
      };
    });
};

const brokenBodies = (operation: Operation): GeneratedCase[] => {
  const [media] = mediaOf(operation);
  if (media === undefined) return [];
  const isJson = bodyKindOf(media.mediaType) === 'json';
  const required: GeneratedCase[] =
    operation.requestBody?.required !== true
      ? []
      : [
          {
            operation,
            kind: 'invalid',
            words: 'without a body, which is required',
            constraint: { place: 'body', keyword: 'required' },
            build: ({ parameters }) => ({ parameters }),
          },
        ];
  if (!isJson) return required;
  const raw = (words: string, text: string): GeneratedCase => ({
    operation,
    kind: 'invalid',
    words: `body: ${words}`,
    constraint: { place: 'body', keyword: 'syntax' },
    build: (base) => ({ ...base, body: { media, value: null, raw: text } }),
  });
  return [...required, raw('cut off in the middle', '{"a": '), raw('text that is no JSON', 'not json')];
};

const perTurn = (cases: readonly GeneratedCase[]): GeneratedCase[] => {
  // The first of every constraint before the second of any: a small budget sees all of them.
  const groups = new Map<string, GeneratedCase[]>();
  for (const one of cases) {
    const key = `${one.constraint?.place ?? ''} ${one.constraint?.keyword ?? ''} ${one.kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const longest = Math.max(0, ...[...groups.values()].map((group) => group.length));
  return Array.from({ length: longest }, (_, at) =>
    [...groups.values()].flatMap((group) => group.slice(at, at + 1)),
  ).flat();
};

/**
 * All of them for one operation, those of different constraints first.
 *
 * @param most variations of one schema at most
 */
export const limitCases = (maker: RequestMaker, operation: Operation, most: number): GeneratedCase[] => {
  const making: Making = { maker, most };
  return perTurn([
    ...brokenBodies(operation),
    ...operation.parameters.flatMap((parameter) => parameterCases(making, operation, parameter)),
    ...mediaOf(operation).flatMap((media) => mediaCases(making, operation, media)),
  ]);
};

import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import type { Operation, Parameter } from '#engines/contract/model';
import { bodyKindOf } from './encode-request-body.ts';
import { keyOf, type BodyInput, type Inputs } from './request-inputs.ts';
import type { RequestMaker } from './request-maker.ts';
import { isEmptyAgainstLimit, isInvalidAsForm, isInvalidAsText, isLengthUnclear } from './text-readings.ts';

/** What the document says of a request: `unclear` where it depends on how a server reads a text. */
export interface Classified {
  readonly kind: 'valid' | 'invalid' | 'unclear';
  /** `query:limit maximum`: what is broken. */
  readonly faults: readonly string[];
}

const VALID: Classified = { kind: 'valid', faults: [] };

const hasDefault = (schema: Json): boolean => isJsonObject(schema) && 'default' in schema;

/** Where a list goes on: servers give such texts and may refuse all others, though no document can say which they are. */
const PLACE_MARK =
  /(?:cursor|page_?token|next_?token|continuation(?:_?token)?|^marker|^(?:starting_?)?after|^(?:ending_?)?before)$/iu;

const isPlaceMark = ({ in: where, name }: Parameter, schema: Json): boolean =>
  where === 'query' &&
  PLACE_MARK.test(name) &&
  isJsonObject(schema) &&
  schema['type'] === 'string' &&
  ['enum', 'const', 'pattern', 'format'].every((keyword) => schema[keyword] === undefined);

const ofParameter = (maker: RequestMaker, parameter: Parameter, value: Json | undefined): Classified => {
  const schema = maker.schemaOf(parameter);
  const key = keyOf(parameter);
  if (value === undefined) {
    if (!parameter.required || parameter.in === 'path') return VALID;
    return hasDefault(schema) ? { kind: 'unclear', faults: [] } : { kind: 'invalid', faults: [`${key} required`] };
  }
  const found = maker.judge.faultsOf(schema, value);
  const faults = found.map(({ keyword, place }) => `${key}${place} ${keyword}`);
  if (found.length === 0) return isPlaceMark(parameter, schema) ? { kind: 'unclear', faults: [] } : VALID;
  if (
    isLengthUnclear(
      value,
      found.map(({ keyword }) => keyword),
    )
  )
    return { kind: 'unclear', faults };
  const isSure =
    parameter.content !== undefined ||
    isInvalidAsText(maker.judge, schema, value) ||
    isEmptyAgainstLimit(maker.judge, schema, value);
  return { kind: isSure ? 'invalid' : 'unclear', faults };
};

const ofBody = (maker: RequestMaker, operation: Operation, body: BodyInput | undefined): Classified => {
  if (body === undefined)
    return operation.requestBody?.required === true ? { kind: 'invalid', faults: ['body required'] } : VALID;
  if (body.raw !== undefined) return { kind: 'invalid', faults: ['body syntax'] };
  const schema = maker.schemaOf(body.media);
  const found = maker.judge.faultsOf(schema, body.value);
  const faults = found.map(({ keyword, place }) => `body ${place} ${keyword}`);
  if (found.length === 0) return VALID;
  if (
    isLengthUnclear(
      body.value,
      found.map(({ keyword }) => keyword),
    )
  )
    return { kind: 'unclear', faults };
  const kind = bodyKindOf(body.media.mediaType);
  const isSure =
    kind === 'json' || ((kind === 'form' || kind === 'multipart') && isInvalidAsForm(maker.judge, schema, body.value));
  return { kind: isSure ? 'invalid' : 'unclear', faults };
};

/** Judges the values of a request by the document, as they arrive: texts however they can be read. */
export const classify = (maker: RequestMaker, operation: Operation, inputs: Inputs): Classified => {
  const all = [
    ...operation.parameters.map((parameter) => ofParameter(maker, parameter, inputs.parameters[keyOf(parameter)])),
    ofBody(maker, operation, inputs.body),
  ];
  const faults = all.flatMap((one) => one.faults);
  if (all.some(({ kind }) => kind === 'invalid')) return { kind: 'invalid', faults };
  return all.some(({ kind }) => kind === 'unclear') ? { kind: 'unclear', faults } : VALID;
};

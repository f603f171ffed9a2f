import type { ValidationError } from './validator.ts';

/** One fault of a value: where it is, and what was expected and what came. */
export interface Fault {
  /** JSON Pointer (RFC 6901); empty for the whole value. */
  readonly pointer: string;
  readonly reason: string;
}

/** More faults than a person reads; the rest is left out. */
export const FAULTS_MAX = 20;

/** Characters of a wrong value that are repeated to the caller. */
const SHOWN_LENGTH_MAX = 60;

/** Keywords that only repeat what other errors say. */
const SUMMARIES = new Set(['if', 'propertyNames', 'allOf', 'anyOf', 'oneOf']);

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${String(value.length)}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length <= SHOWN_LENGTH_MAX ? text : `${text.slice(0, SHOWN_LENGTH_MAX)}…`;
};

const listed = (values: unknown): string => {
  const texts = (Array.isArray(values) ? values : [values]).map((value: unknown) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(', ')} or ${last}`;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const knownFields = (parentSchema: unknown): string => {
  const names =
    isRecord(parentSchema) && isRecord(parentSchema['properties']) ? Object.keys(parentSchema['properties']) : [];
  return names.length === 0 ? 'expected no further field' : `expected one of ${names.join(', ')}`;
};

const step = (name: unknown): string => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const plural = (count: unknown, word: string): string => `${String(count)} ${word}${count === 1 ? '' : 's'}`;

type Explain = (error: ValidationError) => string;

const EXPLANATIONS: { readonly [keyword: string]: Explain } = {
  type: ({ params, data }) => `expected ${listed(params['type'])}, got ${shown(data)}`,
  enum: ({ params, data }) => `expected ${listed(params['allowedValues'])}, got ${shown(data)}`,
  const: ({ params, data }) => `expected ${shown(params['allowedValue'])}, got ${shown(data)}`,
  pattern: ({ params, data }) => `expected a text of the form ${String(params['pattern'])}, got ${shown(data)}`,
  format: ({ params, data }) =>
    `expected a ${String(params['format'])}${params['format'] === 'date-time' ? ' (RFC 3339, such as 2026-11-21T08:00:00Z)' : ''}, got ${shown(data)}`,
  minLength: ({ params, data }) => `expected at least ${plural(params['limit'], 'character')}, got ${shown(data)}`,
  maxLength: ({ params, data }) =>
    `expected at most ${plural(params['limit'], 'character')}, got ${plural(String(data).length, 'character')}`,
  minItems: ({ params, data }) => `expected at least ${plural(params['limit'], 'item')}, got ${shown(data)}`,
  maxItems: ({ params, data }) => `expected at most ${plural(params['limit'], 'item')}, got ${shown(data)}`,
  uniqueItems: ({ params }) =>
    `expected no item twice, but items ${String(params['j'])} and ${String(params['i'])} are equal`,
  minProperties: ({ params, data }) =>
    `expected at least ${plural(params['limit'], 'member')}, got ${String(Object.keys(data ?? {}).length)}`,
  maxProperties: ({ params, data }) =>
    `expected at most ${plural(params['limit'], 'member')}, got ${String(Object.keys(data ?? {}).length)}`,
  minimum: ({ params, data }) => `expected at least ${String(params['limit'])}, got ${shown(data)}`,
  maximum: ({ params, data }) => `expected at most ${String(params['limit'])}, got ${shown(data)}`,
  exclusiveMinimum: ({ params, data }) => `expected more than ${String(params['limit'])}, got ${shown(data)}`,
  exclusiveMaximum: ({ params, data }) => `expected less than ${String(params['limit'])}, got ${shown(data)}`,
  multipleOf: ({ params, data }) => `expected a multiple of ${String(params['multipleOf'])}, got ${shown(data)}`,
  required: () => 'expected a value, got nothing',
  dependentRequired: ({ params }) => `expected a value because ${String(params['property'])} is given, got nothing`,
  additionalProperties: ({ parentSchema }) => `unknown field: ${knownFields(parentSchema)}`,
  not: ({ data }) => `this combination is not allowed, got ${shown(data)}`,
};

const explain: Explain = (error) =>
  EXPLANATIONS[error.keyword]?.(error) ?? `expected what ${error.keyword} asks for, got ${shown(error.data)}`;

const pointerOf = ({ instancePath, keyword, params }: ValidationError): string => {
  if (keyword === 'required' || keyword === 'dependentRequired') return instancePath + step(params['missingProperty']);
  if (keyword === 'additionalProperties') return instancePath + step(params['additionalProperty']);
  return instancePath;
};

/** For each error the next one of `propertyNames` at its place, if any. In one pass from the end: a body can have 100,000 wrong names. */
const nameErrors = (errors: readonly ValidationError[]): readonly (ValidationError | undefined)[] => {
  const next = new Map<string, ValidationError>();
  const found = new Array<ValidationError | undefined>(errors.length);
  for (let at = errors.length - 1; at >= 0; at -= 1) {
    const error = errors[at];
    if (error === undefined) continue;
    const { instancePath } = error;
    found[at] = next.get(instancePath);
    if (error.keyword === 'propertyNames') next.set(instancePath, error);
  }
  return found;
};

/** A wrong name of a member has no place of its own: the error of `propertyNames` says which member it was. */
const renamed = (error: ValidationError, summary: ValidationError | undefined): ValidationError => {
  const isName = summary !== undefined && error.data === summary.params['propertyName'];
  return isName ? { ...error, instancePath: error.instancePath + step(summary.params['propertyName']) } : error;
};

const isChoice = ({ keyword }: ValidationError): boolean => keyword === 'oneOf' || keyword === 'anyOf';

/** A choice of one of several members: told once, in place of one error for each member that is not there. */
const choiceFault = ({ schema, data, instancePath }: ValidationError): Fault => {
  const asked = (Array.isArray(schema) ? schema : []).flatMap((alternative: unknown) =>
    isRecord(alternative) && Array.isArray(alternative['required']) && alternative['required'].length === 1
      ? (alternative['required'] as unknown[])
      : [],
  );
  if (asked.length === 0)
    return {
      pointer: instancePath,
      reason: `expected one of the alternatives of the contract, got ${shown(data)}`,
    };
  const got = isRecord(data) ? asked.filter((name) => Object.hasOwn(data, String(name))) : [];
  return {
    pointer: instancePath,
    reason: `expected exactly one of ${listed(asked)}, got ${got.length === 0 ? 'none' : got.join(' and ')}`,
  };
};

/** Whether the value at this JSON Pointer must not be repeated. */
export type IsSecretPlace = (pointer: string) => boolean;

/**
 * Faults in words, in the order in which they were found, each once, at most FAULTS_MAX.
 *
 * @param errors of a generated validator; none gives none
 */
export const explainErrors = (
  errors: readonly ValidationError[] | null | undefined,
  isSecretPlace: IsSecretPlace = () => false,
): readonly Fault[] => {
  const all = errors ?? [];
  const names = nameErrors(all);
  const choices = all.filter(isChoice);
  const chosen = new Set(choices.map(({ instancePath }) => instancePath));
  const hidden = (error: ValidationError): ValidationError =>
    isSecretPlace(error.instancePath) ? { ...error, data: '***' } : error;
  const each = new Map<string, Fault>();
  const add = (fault: Fault): void => void each.set(`${fault.pointer} ${fault.reason}`, fault);
  for (const [at, error] of all.entries()) {
    if (each.size >= FAULTS_MAX) break;
    if (SUMMARIES.has(error.keyword) || (error.keyword === 'required' && chosen.has(error.instancePath))) continue;
    const named = renamed(hidden(error), names[at]);
    add({ pointer: pointerOf(named), reason: explain(named) });
  }
  for (const choice of choices) {
    if (each.size >= FAULTS_MAX) break;
    add(choiceFault(hidden(choice)));
  }
  return [...each.values()];
};

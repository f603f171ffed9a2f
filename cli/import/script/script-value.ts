import type { Capture, CheckSubject, Operators } from '#core/check';
import type { Json } from '#core/units';

/** What an expression of a script stands for. */
export type ScriptValue =
  /** A value in the JSON answer. */
  | { readonly k: 'path'; readonly path: string }
  | { readonly k: 'header'; readonly name: string }
  | { readonly k: 'text' | 'status' | 'time' | 'bytes' | 'response' | 'responseText' }
  | { readonly k: 'length'; readonly of: ScriptValue }
  | { readonly k: 'type'; readonly of: ScriptValue }
  | { readonly k: 'value'; readonly value: Json | undefined }
  | { readonly k: 'regex'; readonly source: string }
  /** Text that may hold variables and generated values. */
  | { readonly k: 'template'; readonly text: string }
  /** Checks that hold together. */
  | { readonly k: 'holds'; readonly checks: readonly CheckSubject[] }
  /** A part of Postman's own names, such as `pm.environment`. */
  | { readonly k: 'own'; readonly name: string };

const step = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `.${name}` : `['${name.replaceAll(/[\\']/g, '\\$&')}']`;

export const below = (path: string, name: string | number): string =>
  typeof name === 'number' ? `${path}[${String(name)}]` : `${path}${step(name)}`;

/** A value that can stand in a check: literal or template. */
export const expectedOf = (value: ScriptValue | undefined): Json | undefined => {
  if (value?.k === 'value') return value.value;
  return value?.k === 'template' ? value.text : undefined;
};

/** Operators on what a value stands for, as a check; undefined where nothing looks at that. */
export const checkOn = (value: ScriptValue, operators: Operators): CheckSubject | undefined => {
  switch (value.k) {
    case 'path':
      return { path: value.path, ...operators };
    case 'header':
      return { header: value.name, ...operators };
    case 'text':
    case 'responseText':
      return { body: 'text', ...operators };
    case 'time':
      return { timeMs: operators };
    case 'bytes':
      return { bodyBytes: operators };
    case 'length':
      return typeof operators.equals === 'number' && value.of.k !== 'time'
        ? checkOn(value.of, { length: operators.equals })
        : undefined;
    case 'status':
      return statusCheck(operators);
    case 'type':
      return typeCheck(value.of, operators.equals);
    default:
      return undefined;
  }
};

const isStatus = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599;

const statusCheck = (operators: Operators): CheckSubject | undefined => {
  const { equals, in: list, '>=': least } = operators;
  const [name, ...others] = Object.keys(operators);
  if (others.length > 0) return undefined;
  if (name === 'equals' && isStatus(equals)) return { status: equals };
  if (name === 'equals' && typeof equals === 'string' && /^\{\{.*\}\}$/.test(equals)) return { status: equals };
  if (name === 'in' && list !== undefined && list.length > 0 && list.every(isStatus)) return { status: list };
  if (operators['<'] === 400) return { status: ['2xx', '3xx'] };
  if (operators['<'] === 500) return { status: ['2xx', '3xx', '4xx'] };
  return least === 400 ? { status: ['4xx', '5xx'] } : undefined;
};

const TYPES: { readonly [type: string]: Operators['type'] } = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
  null: 'null',
};

/** The language's type for the word that scripts use. */
export const typeNamed = (word: unknown): Operators['type'] | undefined =>
  typeof word === 'string' && Object.hasOwn(TYPES, word.toLowerCase()) ? TYPES[word.toLowerCase()] : undefined;

const typeCheck = (of: ScriptValue, word: unknown): CheckSubject | undefined => {
  if (word === 'undefined') return checkOn(of, { exists: false });
  const type = typeNamed(word);
  return type === undefined || of.k !== 'path' ? undefined : checkOn(of, { type });
};

/** How a value of the answer is captured; undefined where it is none. */
export const captureOf = (value: ScriptValue): Capture | undefined => {
  switch (value.k) {
    case 'path':
      return { path: value.path };
    case 'header':
      return { header: value.name };
    case 'status':
      return { status: true };
    case 'text':
    case 'responseText':
      return { regex: '^[\\s\\S]*$', group: 0 };
    default:
      return undefined;
  }
};

/** The statuses that reason phrases stand for in `to.have.status('Created')`. */
export const REASONS: { readonly [reason: string]: number } = {
  ok: 200,
  created: 201,
  accepted: 202,
  'no content': 204,
  'moved permanently': 301,
  found: 302,
  'not modified': 304,
  'bad request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not found': 404,
  'method not allowed': 405,
  conflict: 409,
  gone: 410,
  'unsupported media type': 415,
  'unprocessable entity': 422,
  'too many requests': 429,
  'internal server error': 500,
};

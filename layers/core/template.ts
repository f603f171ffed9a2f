/**
 * `{{variable}}` in texts: finding and replacing. Linear in the length of the text.
 *
 * Grammar: `{{ name }}`, `{{ name.field }}`, `{{ name[0].field }}`; `{{ $uuid }}`, `{{ $now+1d|date }}` for generated values (what follows the
 * `$` is read by engines/data); `\{{` stands for two plain braces.
 */
import { fieldOf, isJsonObject, pointerSegment, setField } from '#core/json-types';
import type { Json } from '#core/units';

/** One use of a variable, or of a generator, in a text. */
export interface VariableUse {
  /** GENERATOR for a generated value. */
  readonly name: string;
  /** Fields and indexes below the variable's value. */
  readonly path: readonly (string | number)[];
  /** As it was written between the braces, trimmed. */
  readonly expression: string;
}

/** Stands as the name of every generated value; no variable can have it. */
export const GENERATOR = '$';

export interface TemplateProblem {
  /** JSON Pointer of the text below the value that was scanned. */
  readonly pointer: string;
  readonly message: string;
}

type Part = string | VariableUse;

interface ParsedText {
  readonly parts: readonly Part[];
  readonly problem?: string;
}

const EXPRESSION = /^([A-Za-z_][A-Za-z0-9_]{0,99})((?:\.[A-Za-z0-9_-]{1,200}|\[\d{1,9}\]){0,32})$/u;
const STEP = /\.([A-Za-z0-9_-]+)|\[(\d+)\]/gu;

/** Characters of a generator's expression: enough for a choice of some words. */
const GENERATOR_LENGTH_MAX = 500;

const parseExpression = (expression: string): VariableUse | undefined => {
  if (expression.startsWith('$') && expression.length > 1 && expression.length <= GENERATOR_LENGTH_MAX)
    return { name: GENERATOR, path: [], expression };
  const match = EXPRESSION.exec(expression);
  if (match === null) return undefined;
  const path = [...(match[2] ?? '').matchAll(STEP)].map((step) => step[1] ?? Number(step[2]));
  return { name: match[1] ?? '', path, expression };
};

/** The texts of a suite are filled in again with every case, row and try. */
const PARSED = new Map<string, ParsedText>();
/** Texts that are remembered until all are read anew, and how long they may be. */
const PARSED_MAX = 10_000;
const PARSED_CHARACTERS_MAX = 1000;

const parseText = (text: string): ParsedText => {
  if (text.length > PARSED_CHARACTERS_MAX) return readText(text);
  const known = PARSED.get(text);
  if (known !== undefined) return known;
  const parsed = readText(text);
  if (PARSED.size >= PARSED_MAX) PARSED.clear();
  PARSED.set(text, parsed);
  return parsed;
};

const readText = (text: string): ParsedText => {
  const parts: Part[] = [];
  let literal = '';
  let from = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    if (open > from && text[open - 1] === '\\') {
      literal += `${text.slice(from, open - 1)}{{`;
      from = open + 2;
      continue;
    }
    const close = text.indexOf('}}', open + 2);
    if (close < 0)
      return { parts, problem: 'expected "}}" after "{{", got the end of the text; write \\{{ for plain braces' };
    const expression = text.slice(open + 2, close).trim();
    const use = parseExpression(expression);
    if (use === undefined) {
      return {
        parts,
        problem: `expected a variable such as {{name}} or {{name.field[0]}}, got {{${expression.slice(0, 60)}}}; write \\{{ for plain braces`,
      };
    }
    literal += text.slice(from, open);
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(use);
    from = close + 2;
  }
  literal += text.slice(from);
  if (literal !== '') parts.push(literal);
  return { parts };
};

/** Nothing to fill in: most of a suite, whose place need not be named. */
const isPlain = (value: Json): boolean =>
  typeof value === 'string' ? !value.includes('{{') : typeof value !== 'object' || value === null;

/** Every use of a variable in the texts of a JSON value, with the JSON Pointer of the text; keys of objects are no templates. */
export const findVariables = (
  value: Json,
  pointer = '',
): {
  readonly uses: readonly (VariableUse & { readonly pointer: string })[];
  readonly problems: readonly TemplateProblem[];
} => {
  const uses: (VariableUse & { readonly pointer: string })[] = [];
  const problems: TemplateProblem[] = [];
  const visit = (item: Json, at: string): void => {
    if (typeof item === 'string') {
      const { parts, problem } = parseText(item);
      if (problem !== undefined) problems.push({ pointer: at, message: problem });
      for (const part of parts) if (typeof part !== 'string') uses.push({ ...part, pointer: at });
    } else if (Array.isArray(item)) {
      item.forEach((element, index) => {
        if (!isPlain(element as Json)) visit(element as Json, `${at}/${String(index)}`);
      });
    } else if (isJsonObject(item)) {
      for (const [name, element] of Object.entries(item))
        if (!isPlain(element)) visit(element, `${at}/${pointerSegment(name)}`);
    }
  };
  if (!isPlain(value)) visit(value, pointer);
  return { uses, problems };
};

export interface SubstituteOptions {
  /** Value of a variable; undefined when there is none. */
  readonly lookup: (name: string) => Json | undefined;
  /** Told of every variable whose value went into the result. */
  readonly onUse?: (name: string) => void;
  /** Makes a generated value; `place` tells its uses in one case apart. Without it there are none. */
  readonly generate?: (expression: string, place: string) => Json;
  /** How a value becomes text inside a longer text; `asText` when absent. */
  readonly inText?: (value: Json, use: VariableUse, offset: number) => string;
}

/** A substitution that could not be made; `pointer` names the text. */
export class SubstitutionError extends Error {
  override readonly name = 'SubstitutionError';
  readonly pointer: string;
  constructor(message: string, pointer: string) {
    super(message);
    this.pointer = pointer;
  }
}

/** Text of a value inside a longer text: texts as they are, everything else as JSON. */
export const asText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

const generated = (use: VariableUse, options: SubstituteOptions, place: string): Json => {
  if (options.generate !== undefined) return options.generate(use.expression, place);
  throw new SubstitutionError(`expected no generated value here, got {{${use.expression}}}`, place);
};

/** @param at which part of the text it is: two generated values in one text are two */
const resolveUse = (use: VariableUse, options: SubstituteOptions, pointer: string, at = 0): Json => {
  if (use.name === GENERATOR) return generated(use, options, at === 0 ? pointer : `${pointer}#${String(at)}`);
  let value = options.lookup(use.name);
  if (value === undefined)
    throw new SubstitutionError(
      `expected a value for {{${use.expression}}}, but no variable "${use.name}" is known here`,
      pointer,
    );
  options.onUse?.(use.name);
  for (const step of use.path) {
    let inner: Json | undefined;
    if (typeof step === 'number') inner = Array.isArray(value) ? (value as readonly Json[])[step] : undefined;
    else inner = isJsonObject(value) ? fieldOf(value, step) : undefined;
    if (inner === undefined) {
      throw new SubstitutionError(
        `expected {{${use.expression}}} to have ${JSON.stringify(step)}, got ${kindOf(value)} without it`,
        pointer,
      );
    }
    value = inner;
  }
  return value;
};

/** Kind only: the value may be a secret. */
const kindOf = (value: Json): string =>
  Array.isArray(value) ? 'a list' : value === null ? 'null' : isJsonObject(value) ? 'an object' : `a ${typeof value}`;

/**
 * Fills in the variables of one text.
 *
 * @returns the variable's own value, type kept, when the text is nothing but one variable; else text
 * @throws SubstitutionError for an unknown variable, a missing field or a malformed expression: never an empty text instead
 */
export const substituteText = (text: string, options: SubstituteOptions, pointer = ''): Json => {
  if (!text.includes('{{')) return text;
  const { parts, problem } = parseText(text);
  if (problem !== undefined) throw new SubstitutionError(problem, pointer);
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only !== undefined && typeof only !== 'string') return resolveUse(only, options, pointer);
  const inText = options.inText ?? asText;
  let result = '';
  parts.forEach((part, at) => {
    result += typeof part === 'string' ? part : inText(resolveUse(part, options, pointer, at), part, result.length);
  });
  return result;
};

/** Fills in the variables of every text of a JSON value; keys of objects stay as they are. Throws like `substituteText`. */
export const substitute = (value: Json, options: SubstituteOptions, pointer = ''): Json => {
  if (typeof value === 'string') return substituteText(value, options, pointer);
  if (Array.isArray(value))
    return value.map((item, at) => substitute(item as Json, options, `${pointer}/${String(at)}`));
  if (!isJsonObject(value)) return value;
  const result: { [name: string]: Json } = {};
  for (const [name, item] of Object.entries(value)) {
    const filled = isPlain(item) ? item : substitute(item, options, `${pointer}/${pointerSegment(name)}`);
    setField(result, name, filled);
  }
  return result;
};

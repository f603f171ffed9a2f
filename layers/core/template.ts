/**
 * `{{variable}}` in texts: finding and replacing. Linear in the length of the text.
 *
 * Grammar: `{{ name }}`, `{{ name.field }}`, `{{ name[0].field }}`; `\{{` stands for two plain braces.
 */
import { fieldOf, isJsonObject, pointerSegment } from '#core/json-types';
import type { Json } from '#core/units';

/** One use of a variable in a text. */
export interface VariableUse {
  readonly name: string;
  /** Fields and indexes below the variable's value. */
  readonly path: readonly (string | number)[];
  /** As it was written between the braces, trimmed. */
  readonly expression: string;
}

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

const parseExpression = (expression: string): VariableUse | undefined => {
  const match = EXPRESSION.exec(expression);
  if (match === null) return undefined;
  const path = [...(match[2] ?? '').matchAll(STEP)].map((step) => step[1] ?? Number(step[2]));
  return { name: match[1] ?? '', path, expression };
};

const parseText = (text: string): ParsedText => {
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
      if (!item.includes('{{')) return;
      const { parts, problem } = parseText(item);
      if (problem !== undefined) problems.push({ pointer: at, message: problem });
      for (const part of parts) if (typeof part !== 'string') uses.push({ ...part, pointer: at });
    } else if (Array.isArray(item)) {
      item.forEach((element, index) => {
        visit(element as Json, `${at}/${String(index)}`);
      });
    } else if (isJsonObject(item)) {
      for (const [name, element] of Object.entries(item)) visit(element, `${at}/${pointerSegment(name)}`);
    }
  };
  visit(value, pointer);
  return { uses, problems };
};

export interface SubstituteOptions {
  /** Value of a variable; undefined when there is none. */
  readonly lookup: (name: string) => Json | undefined;
  /** Told of every variable whose value went into the result. */
  readonly onUse?: (name: string) => void;
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

const resolveUse = (use: VariableUse, options: SubstituteOptions, pointer: string): Json => {
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
  for (const part of parts) {
    result += typeof part === 'string' ? part : inText(resolveUse(part, options, pointer), part, result.length);
  }
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
    Object.defineProperty(result, name, {
      value: substitute(item, options, `${pointer}/${pointerSegment(name)}`),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return result;
};

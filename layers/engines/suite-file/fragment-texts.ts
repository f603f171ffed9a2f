/** Texts of a fragment as they read where it is included: parameters filled in, what it captures renamed. */
import { fieldOf, isJsonObject, pointerSegment } from '#core/json-types';
import { suggestion } from '#core/nearest-name';
import { asText, findVariables } from '#core/template';
import type { VariableUse } from '#core/template';
import type { Json, JsonObject } from '#core/units';

/** Characters and values that fragments may add to a suite: far above honest ones, and soon reached by texts that double at every level. */
export const ADDED_SIZE_MAX = 8 * 1024 * 1024;

export class TooLarge extends Error {}

/** Characters and values of a JSON value, counted up to `most`. */
export const sizeOf = (value: Json, most: number): number => {
  let size = 0;
  const visit = (item: Json): void => {
    size += typeof item === 'string' ? item.length + 1 : 1;
    if (size > most) throw new TooLarge();
    if (typeof item !== 'object' || item === null) return;
    for (const inner of Array.isArray(item) ? (item as readonly Json[]) : Object.values(item)) visit(inner);
  };
  visit(value);
  return size;
};

export interface TextRules {
  /** Arguments by parameter. */
  readonly args: ReadonlyMap<string, Json>;
  /** Variables that get a prefix. */
  readonly renamed: ReadonlySet<string>;
  readonly prefix: string;
  /** Told what an argument adds. */
  readonly spend: (added: Json) => void;
  readonly report: (message: string, pointer: string) => void;
}

const restOf = ({ name, expression }: VariableUse): string => expression.slice(name.length);

const valueBelow = (use: VariableUse, value: Json, pointer: string, rules: TextRules): Json | undefined => {
  let found: Json | undefined = value;
  for (const step of use.path) {
    if (typeof step === 'number') found = Array.isArray(found) ? (found as readonly Json[])[step] : undefined;
    else {
      const fields: Json | undefined = found;
      found = isJsonObject(fields) ? fieldOf(fields, step) : undefined;
      if (found === undefined && isJsonObject(fields)) {
        const near = suggestion(String(step), Object.keys(fields));
        rules.report(`expected the argument for {{${use.expression}}} to have "${String(step)}"${near}`, pointer);
        return undefined;
      }
    }
    if (found === undefined) {
      rules.report(`expected the argument for {{${use.expression}}} to have "${String(step)}", got none`, pointer);
      return undefined;
    }
  }
  return found;
};

const WHOLE = /^\{\{\s*([^{}]*?)\s*\}\}$/u;

/** What stands for a parameter; an argument that is a variable itself stays one, with the fields that are asked of it. */
const argumentFor = (use: VariableUse, value: Json, pointer: string, rules: TextRules): Json | undefined => {
  if (use.path.length === 0) return value;
  const variable = typeof value === 'string' ? WHOLE.exec(value)?.[1] : undefined;
  if (variable !== undefined && !variable.startsWith('$')) return `{{${variable}${restOf(use)}}}`;
  return valueBelow(use, value, pointer, rules);
};

/** undefined: the use stays as it is. */
const replacement = (use: VariableUse, pointer: string, rules: TextRules): Json | undefined => {
  const { args, renamed, prefix, spend } = rules;
  const value = args.get(use.name);
  if (value !== undefined) {
    const found = argumentFor(use, value, pointer, rules);
    if (found !== undefined) spend(found);
    return found;
  }
  return renamed.has(use.name) ? `{{${prefix}${use.expression}}}` : undefined;
};

const useAt = (text: string): VariableUse | undefined => findVariables(text).uses[0];

/** One text. Nothing but a parameter gives the argument itself, type kept; inside a longer text it becomes text. */
export const rewriteText = (text: string, pointer: string, rules: TextRules): Json => {
  let result = '';
  let from = 0;
  for (let open = text.indexOf('{{', from); open >= 0; open = text.indexOf('{{', from)) {
    const close = text.indexOf('}}', open + 2);
    if (close < 0) break;
    const isEscaped = open > from && text[open - 1] === '\\';
    const end = isEscaped ? open + 2 : close + 2;
    const written = text.slice(open, end);
    const use = isEscaped ? undefined : useAt(written);
    const value = use === undefined ? undefined : replacement(use, pointer, rules);
    if (value !== undefined && open === 0 && end === text.length) return value;
    result += text.slice(from, open) + (value === undefined ? written : asText(value));
    from = end;
  }
  return from === 0 ? text : result + text.slice(from);
};

const assign = (result: { [name: string]: Json }, name: string, value: Json): void => {
  Object.defineProperty(result, name, { value, enumerable: true, writable: true, configurable: true });
};

/** Every text of a value; names of fields stay as they are. */
export const rewriteTexts = (value: Json, pointer: string, rules: TextRules): Json => {
  if (typeof value === 'string') return value.includes('{{') ? rewriteText(value, pointer, rules) : value;
  if (Array.isArray(value))
    return value.map((item, at) => rewriteTexts(item as Json, `${pointer}/${String(at)}`, rules));
  return isJsonObject(value) ? rewriteFields(value, pointer, rules, rewriteTexts) : value;
};

/** An object whose fields are rewritten each by itself. */
export const rewriteFields = (
  value: JsonObject,
  pointer: string,
  rules: TextRules,
  rewrite: (value: Json, pointer: string, rules: TextRules, name: string) => Json,
): JsonObject => {
  const result: { [name: string]: Json } = {};
  for (const [name, item] of Object.entries(value))
    assign(result, name, rewrite(item, `${pointer}/${pointerSegment(name)}`, rules, name));
  return result;
};

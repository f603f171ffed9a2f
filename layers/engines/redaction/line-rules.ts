import { isJsonObject, shortJson } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { checkSchema, schemaProblem } from '#engines/functional/schema-checks';

/** Why a log line is not as it must be; undefined when it is. Values are not told, only where and what was expected. */
export type LineProblem = (line: string) => string | undefined;

const parsed = (line: string): Json | undefined => {
  try {
    return JSON.parse(line) as Json;
  } catch {
    // Told as a line that is no JSON.
    return undefined;
  }
};

const gotOf = (got: Json | undefined): string => {
  if (got === undefined) return 'another';
  // Levels and other words are told; what may be sensitive is not.
  return typeof got === 'string' && !/^[A-Za-z_-]{1,20}$/u.test(got) ? 'another text' : shortJson(got, 30);
};

/** @throws RangeError for a schema that is none */
export const lineRules = (schema: JsonObject): LineProblem => {
  const problem = schemaProblem(schema);
  if (problem !== undefined) throw new RangeError(problem);
  return (line) => {
    const value = parsed(line);
    if (!isJsonObject(value)) return `expected a JSON object, got ${value === undefined ? 'no JSON' : 'another value'}`;
    const [first] = checkSchema(schema, value, line.length).errors;
    if (first === undefined) return undefined;
    const { pointer, expected, got } = first;
    return expected.startsWith('the field')
      ? `expected ${expected}${pointer === '' ? '' : ` at ${pointer}`}, got none`
      : `expected ${expected}${pointer === '' ? '' : ` at ${pointer}`}, got ${gotOf(got)}`;
  };
};

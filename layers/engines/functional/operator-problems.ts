import { isJsonObject, pointerSegment } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { durationProblem } from '#engines/data/duration';
import { regexProblem } from '#engines/functional/bounded-regex';
import { pathProblem } from '#engines/functional/json-path';

export interface OperatorProblem {
  /** JSON Pointer below the check. */
  readonly pointer: string;
  readonly message: string;
}

type Look = (text: string) => string | undefined;

/** A text with variables is known only when the check is made. */
const constant = (value: Json | undefined): value is string => typeof value === 'string' && !value.includes('{{');

const fieldPathProblem: Look = (text) => (text.startsWith('$') ? pathProblem(text) : undefined);

const TEXTS: { readonly [operator: string]: Look } = {
  path: pathProblem,
  matches: regexProblem,
  olderThan: durationProblem,
  newerThan: durationProblem,
  unique: fieldPathProblem,
};

/**
 * Expressions of operators that can be found wrong before anything is sent: regular expressions, durations and JSONPaths, also those of
 * elements inside `every` and `some`. What a JSON Schema of suites can say is left to it.
 *
 * @param operators a check, or what stands below `timeMs`, `every` and the like
 */
export const operatorProblems = (operators: JsonObject, pointer = ''): readonly OperatorProblem[] =>
  Object.entries(operators).flatMap(([name, value]): readonly OperatorProblem[] => {
    const at = `${pointer}/${pointerSegment(name)}`;
    if ((name === 'every' || name === 'some') && isJsonObject(value)) return operatorProblems(value, at);
    const isSortField = name === 'sorted' && isJsonObject(value);
    const text = isSortField ? value['by'] : value;
    const look = isSortField ? fieldPathProblem : Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
    const message = constant(text) ? look?.(text) : undefined;
    return message === undefined ? [] : [{ pointer: isSortField ? `${at}/by` : at, message }];
  });

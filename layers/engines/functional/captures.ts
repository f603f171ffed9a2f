import { sameJson } from '#core/json-types';
import type { Capture } from '#core/suite';
import type { Json } from '#core/units';
import type { Answer } from '#engines/functional/answer';
import { TookTooLong } from '#engines/functional/bounded';
import { matchRegex } from '#engines/functional/bounded-regex';
import { applyPath } from '#engines/functional/json-path';

type RegexCapture = Extract<Capture, { readonly regex: string }>;

export type Captured = { readonly value: Json } | { readonly problem: string };

const byPath = (path: string, answer: Answer): Captured => {
  const body = answer.json();
  if ('problem' in body) return body;
  const { singular, values } = applyPath(path, body.value);
  if (values.length === 0) return { problem: `expected a value at ${path}, got none` };
  const value = singular ? (values[0] as Json) : values;
  // Its last digits are gone already: sent on, it would name something else.
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return {
      problem: `expected a number of at most 2^53 - 1 at ${path}, got a larger one, which loses digits in JSON`,
    };
  const moved = answer.moved?.();
  if (moved !== undefined && !sameJson(valueIn(moved, path), value))
    return {
      problem: `expected numbers of at most 2^53 - 1 in what stands at ${path}, got a larger one, which loses digits in JSON`,
    };
  return { value };
};

const valueIn = (answer: Answer, path: string): Json => {
  const body = answer.json();
  if ('problem' in body) return null;
  const { singular, values } = applyPath(path, body.value);
  return singular ? (values[0] ?? null) : values;
};

const byHeader = (name: string, answer: Answer): Captured => {
  const value = answer.header(name);
  return value === undefined ? { problem: `expected the header ${name}, got none` } : { value };
};

const byRegex = ({ regex, from, group }: RegexCapture, answer: Answer): Captured => {
  const text = typeof from === 'object' ? answer.header(from.header) : answer.text();
  if (text === undefined)
    return { problem: `expected the header ${typeof from === 'object' ? from.header : ''}, got none` };
  const match = matchRegex(regex, text);
  if (match === null) return { problem: `expected text that matches ${regex}, got none` };
  const wanted = group ?? (match.length > 1 ? 1 : 0);
  const value = match[wanted];
  return value === undefined
    ? { problem: `expected group ${String(wanted)} of ${regex} to match, got nothing` }
    : { value };
};

const brokenOff = (capture: Capture): string =>
  'regex' in capture
    ? `the regular expression ${capture.regex}`
    : 'path' in capture
      ? `the JSONPath ${capture.path}`
      : 'it';

/**
 * Takes one value from an answer.
 *
 * A JSONPath that can give several values gives the list of them; one that finds nothing is a problem, never null or an empty text.
 */
export const captureValue = (capture: Capture, answer: Answer): Captured => {
  try {
    if ('path' in capture) return byPath(capture.path, answer);
    if ('header' in capture) return byHeader(capture.header, answer);
    if ('status' in capture) return { value: answer.status };
    return byRegex(capture, answer);
  } catch (error) {
    if (error instanceof TookTooLong) return { problem: `${brokenOff(capture)} was broken off: ${error.message}` };
    // A value nested a hundred thousand levels deep runs out of stack.
    if (error instanceof RangeError || (error instanceof Error && error.name.startsWith('JSONPath')))
      return { problem: error.message };
    throw error;
  }
};

import { isJsonObject, jsonTypeOf } from '#core/json-types';
import type { Json } from '#core/units';
import type { ReadRow } from '#engines/data/csv';
import { quoted } from '#engines/data/row-problem';

const BLANK = /^[ \t\r]*$/u;

const readLine = (text: string, row: number, line: number): ReadRow => {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, ".*$|, \.\.\..*$/su, '') : 'not readable';
    return { problem: { row, line, message: `expected a JSON object in one line, got ${quoted(text)}: ${reason}` } };
  }
  return isJsonObject(value)
    ? { row: value }
    : { problem: { row, line, message: `expected a JSON object in one line, got one of type ${jsonTypeOf(value)}` } };
};

/** Lines of the text that are not blank, one at a time, with their numbers from 1. */
const linesOf = function* (text: string): Generator<{ readonly text: string; readonly line: number }, void, undefined> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = 1; at < text.length; line += 1) {
    const end = text.indexOf('\n', at);
    const piece = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    if (!BLANK.test(piece)) yield { text: piece, line };
  }
};

/** Rows of a text that holds one JSON object in each line; blank lines and a byte order mark are skipped. */
export const readJsonLines = function* (text: string): Generator<ReadRow, void, undefined> {
  let row = 0;
  for (const { text: piece, line } of linesOf(text)) {
    row += 1;
    yield readLine(piece, row, line);
  }
};

export const countJsonLines = (text: string): number => {
  let count = 0;
  for (const line of linesOf(text)) count += line.text === '' ? 0 : 1;
  return count;
};

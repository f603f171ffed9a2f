import type { Json, JsonObject } from '#core/units';
import { suggestion } from '#core/nearest-name';
import { quoted } from '#engines/data/row-problem';
import type { RowProblem } from '#engines/data/row-problem';

export type ColumnType = 'text' | 'number' | 'boolean' | 'json';
export type ColumnTypes = { readonly [column: string]: ColumnType };

export type ReadRow = { readonly row: JsonObject } | { readonly problem: RowProblem };

const COLUMNS_MAX = 1000;
const [LF, CR, COMMA, QUOTE] = [10, 13, 44, 34];

interface CsvRecord {
  readonly fields: readonly string[];
  /** Line that the record begins in, from 1. */
  readonly line: number;
  readonly problem?: string;
  /** Nothing at all between two line ends. */
  readonly blank: boolean;
}

/** Walks over the text by index: a record is cut out when it is asked for, so a million of them take no memory. */
class CsvReader {
  readonly #text: string;
  #at: number;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** The next record, or undefined at the end. After one with a problem the reader goes on in the next line. */
  next(): CsvRecord | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const [start, line] = [this.#at, this.#line];
    const fields: string[] = [];
    for (;;) {
      const field = this.#text.charCodeAt(this.#at) === QUOTE ? this.#quotedField(line) : this.#plainField();
      if ('problem' in field) {
        this.#skipLine();
        return { fields, line, problem: field.problem, blank: false };
      }
      fields.push(field.value);
      if (this.#text.charCodeAt(this.#at) !== COMMA) break;
      this.#at += 1;
    }
    const blank = this.#at === start;
    this.#lineEnd();
    return { fields, line, blank };
  }

  #plainField(): { value: string } | { problem: string } {
    const start = this.#at;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const sign = this.#text.charCodeAt(this.#at);
      if (sign === COMMA || sign === LF || sign === CR) break;
      if (sign === QUOTE) {
        const before = quoted(this.#text.slice(start, this.#at));
        return {
          problem: `expected a field with quotes to begin with one, got a quote after ${before}; quotes inside are written ""`,
        };
      }
    }
    return { value: this.#text.slice(start, this.#at) };
  }

  #quotedField(line: number): { value: string } | { problem: string } {
    this.#at += 1;
    let value = '';
    for (;;) {
      const close = this.#text.indexOf('"', this.#at);
      const piece = this.#text.slice(this.#at, close < 0 ? this.#text.length : close);
      if (close < 0) {
        this.#at = this.#text.length;
        return {
          problem: `expected a closing quote for the field that begins in line ${String(line)}, got the end of the text: ${quoted(piece)}`,
        };
      }
      this.#countLines(piece);
      value += piece;
      this.#at = close + 1;
      if (this.#text.charCodeAt(this.#at) !== QUOTE) break;
      value += '"';
      this.#at += 1;
    }
    const after = this.#text.charCodeAt(this.#at);
    if (this.#at < this.#text.length && after !== COMMA && after !== LF && after !== CR)
      return {
        problem: `expected a comma or the end of the line after a closing quote, got ${quoted(this.#text.slice(this.#at, this.#at + 20))}`,
      };
    return { value };
  }

  #countLines(piece: string): void {
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) this.#line += 1;
  }

  /** Over CRLF, LF or, as some old programs write, CR alone. */
  #lineEnd(): void {
    if (this.#at >= this.#text.length) return;
    const wide = this.#text.charCodeAt(this.#at) === CR && this.#text.charCodeAt(this.#at + 1) === LF;
    this.#at += wide ? 2 : 1;
    this.#line += 1;
  }

  #skipLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#line += end < 0 ? 0 : 1;
    this.#at = end < 0 ? this.#text.length : end + 1;
  }
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

const jsonValue = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** A cell as its column says; an empty one is null in all columns but those of text. */
const cellValue = (text: string, type: ColumnType): Json | undefined => {
  if (type === 'text') return text;
  if (text === '') return null;
  if (type === 'json') return jsonValue(text);
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
};

const EXPECTED: { readonly [type in ColumnType]: string } = {
  text: 'text',
  number: 'a number such as 3 or -0.5',
  boolean: 'true or false',
  json: 'JSON',
};

const headerProblem = (names: readonly string[], types: ColumnTypes): string | undefined => {
  if (names.length > COLUMNS_MAX) return `expected at most ${String(COLUMNS_MAX)} columns, got ${String(names.length)}`;
  const empty = names.findIndex((name) => name.trim() === '');
  if (empty >= 0) return `expected a name for every column in the first line, column ${String(empty + 1)} has none`;
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return `expected each column name once, got ${quoted(twice)} again`;
  const unknown = Object.keys(types).find((name) => !names.includes(name));
  return unknown === undefined
    ? undefined
    : `expected a column ${quoted(unknown)}, which "types" names; the columns are ${names.slice(0, 20).join(', ')}${suggestion(unknown, names)}`;
};

interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

const readRow = (record: CsvRecord, columns: readonly Column[], row: number): ReadRow => {
  const { fields, line } = record;
  if (record.problem !== undefined) return { problem: { row, line, message: record.problem } };
  if (fields.length !== columns.length) {
    const message = `expected ${String(columns.length)} fields as in the first line, got ${String(fields.length)}`;
    return { problem: { row, line, message } };
  }
  const members: [string, Json][] = [];
  for (const [at, { name, type }] of columns.entries()) {
    const text = fields[at] ?? '';
    const value = cellValue(text, type);
    if (value === undefined)
      return {
        problem: { row, line, message: `expected ${EXPECTED[type]} in column ${quoted(name)}, got ${quoted(text)}` },
      };
    members.push([name, value]);
  }
  return { row: Object.fromEntries(members) };
};

/**
 * Rows of a CSV text (RFC 4180): the first line names the columns; fields are parted by commas, lines by CRLF or LF; quotes around a field
 * keep commas and line ends, `""` inside them is one quote. A byte order mark and blank lines are skipped.
 *
 * A row with a problem does not end the reading, but for one in the header: what comes after it has no names.
 */
export const readCsv = function* (text: string, types: ColumnTypes = {}): Generator<ReadRow, void, undefined> {
  const reader = new CsvReader(text);
  let header = reader.next();
  while (header?.blank === true) header = reader.next();
  if (header === undefined) {
    yield { problem: { line: 1, message: 'expected a first line with the names of the columns, got an empty text' } };
    return;
  }
  const problem = header.problem ?? headerProblem(header.fields, types);
  if (problem !== undefined) {
    yield { problem: { line: header.line, message: problem } };
    return;
  }
  const columns = header.fields.map((name): Column => {
    return { name, type: Object.hasOwn(types, name) ? (types[name] ?? 'text') : 'text' };
  });
  let row = 0;
  for (let record = reader.next(); record !== undefined; record = reader.next()) {
    if (record.blank) continue;
    row += 1;
    yield readRow(record, columns, row);
  }
};

/** How many rows there are, those with problems included: quicker than making them. */
export const countCsvRows = (text: string): number => {
  const reader = new CsvReader(text);
  let count = -1;
  for (let record = reader.next(); record !== undefined; record = reader.next()) if (!record.blank) count += 1;
  return Math.max(0, count);
};

import { LEAK_KINDS, type LeakRules } from '#core/acts/inspect';
import { leakFinder } from '#engines/redaction/find-leaks';
import { jsonPathAt } from '#engines/redaction/json-place';
import { maskedSample, VALUE_CHARACTERS_MAX, type Leak } from '#engines/redaction/leak';
import type { LeakCount, LeakPlace, LeakReport, LineCount } from '#engines/redaction/leak-report';
import { lineRules } from '#engines/redaction/line-rules';

/** Characters that are looked at together; a line that is longer is looked at in pieces. */
const BLOCK_CHARACTERS = 1 << 18;
const LINE_CHARACTERS_MAX = 1 << 20;
/** What pieces of a long line share, so that a value across the cut is whole in one of them, and its name with it. */
const SHARED_CHARACTERS = 4 * VALUE_CHARACTERS_MAX;
const BEFORE_CHARACTERS = 512;

export interface LogScan {
  /** The next bytes, cut anywhere. */
  write(chunk: Uint8Array): void;
  end(): LeakReport;
}

interface Count {
  count: number;
  first: LeakPlace | undefined;
}

/** Where the text that waits begins. */
interface Cursor {
  line: number;
  /** Characters of its line before it. */
  column: number;
}

const newlinesIn = (text: string, until: number): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

const placeOf = (leak: Leak, text: string, cursor: Cursor, whole: boolean): LeakPlace => {
  const before = text.lastIndexOf('\n', leak.offset - 1);
  const start = leak.offset === 0 ? 0 : before + 1;
  const newline = text.indexOf('\n', leak.offset);
  const line = text.slice(start, newline < 0 ? text.length : newline);
  const isWholeLine = start > 0 || cursor.column === 0;
  const jsonPath =
    (isWholeLine ? jsonPathAt(line, leak.offset - start) : undefined) ??
    (whole ? jsonPathAt(text, leak.offset) : undefined);
  return {
    line: cursor.line + newlinesIn(text, leak.offset),
    column: leak.offset - start + 1 + (start === 0 ? cursor.column : 0),
    ...(jsonPath === undefined ? {} : { jsonPath }),
    sample: maskedSample(leak.value),
  };
};

const lineCounter = (rules: LeakRules) => {
  const problemOf = rules.lines === undefined ? undefined : lineRules(rules.lines);
  let checked = 0;
  let wrong = 0;
  let first: LineCount['first'];
  const tell = (number: number, message: string | undefined): void => {
    checked += 1;
    if (message === undefined) return;
    wrong += 1;
    first ??= { line: number, message };
  };
  return {
    lines: (text: string, from: number): void => {
      if (problemOf === undefined) return;
      let number = from;
      for (let start = 0; start < text.length; number += 1) {
        const newline = text.indexOf('\n', start);
        const end = newline < 0 ? text.length : newline;
        const line = text.slice(start, end).trim();
        if (line !== '') tell(number, problemOf(line));
        start = end + 1;
      }
    },
    tooLong: (number: number): void => {
      if (problemOf !== undefined)
        tell(number, `expected a line of at most ${String(LINE_CHARACTERS_MAX)} characters, got a longer one`);
    },
    result: (): LineCount | undefined =>
      problemOf === undefined ? undefined : { checked, wrong, ...(first === undefined ? {} : { first }) },
  };
};

/** What part of a text is looked at: leaks that begin from `from` on and before `until`. */
interface Window {
  readonly text: string;
  readonly from: number;
  readonly until: number;
  /** The text is all there is. */
  readonly whole: boolean;
}

const leakCounter = (rules: LeakRules) => {
  const find = leakFinder(rules);
  const kinds = [...(rules.kinds ?? LEAK_KINDS), ...(rules.patterns ?? []).map(({ name }) => name)];
  const counts = new Map<string, Count>(kinds.map((kind) => [kind, { count: 0, first: undefined }]));
  return {
    look: ({ text, from, until, whole }: Window, cursor: Cursor): void => {
      for (const leak of find(text)) {
        const count = counts.get(leak.kind);
        if (count === undefined || leak.offset < from || leak.offset >= until) continue;
        count.count += 1;
        count.first ??= placeOf(leak, text, cursor, whole);
      }
    },
    result: (): readonly LeakCount[] =>
      [...counts].map(([kind, { count, first }]) => ({
        kind,
        count,
        verdict: count === 0 ? 'clean' : 'found',
        ...(first === undefined ? {} : { first }),
      })),
  };
};

/** Text that waits to be looked at, block by block. */
const blockReader = (rules: LeakRules) => {
  const leaks = leakCounter(rules);
  const lines = lineCounter(rules);
  const cursor: Cursor = { line: 1, column: 0 };
  let pending = '';
  let blocks = 0;
  let inLongLine = false;
  /** Characters at the beginning of `pending` that were looked at already. */
  let looked = 0;
  const advance = (until: number): void => {
    const newline = until === 0 ? -1 : pending.lastIndexOf('\n', until - 1);
    if (newline >= 0) {
      cursor.line += newlinesIn(pending, until);
      cursor.column = until - newline - 1;
    } else cursor.column += until;
    pending = pending.slice(until);
    blocks += 1;
  };
  const takeLines = (end: number, isLast: boolean): void => {
    const text = pending.slice(0, end);
    leaks.look({ text, from: looked, until: end, whole: isLast && blocks === 0 }, cursor);
    // The end of a long line is no line of its own.
    const first = inLongLine ? text.indexOf('\n') + 1 : 0;
    if (!inLongLine || first > 0) lines.lines(text.slice(first), cursor.line + (inLongLine ? 1 : 0));
    inLongLine = false;
    looked = 0;
    advance(end);
  };
  const takePiece = (): void => {
    const cut = pending.length - SHARED_CHARACTERS;
    leaks.look({ text: pending, from: looked, until: cut, whole: false }, cursor);
    if (!inLongLine) lines.tooLong(cursor.line);
    inLongLine = true;
    looked = BEFORE_CHARACTERS;
    advance(cut - BEFORE_CHARACTERS);
  };
  return {
    add: (text: string): void => {
      pending += text;
      if (pending.length < BLOCK_CHARACTERS) return;
      const newline = pending.lastIndexOf('\n');
      if (newline >= 0) takeLines(newline + 1, false);
      else if (pending.length >= LINE_CHARACTERS_MAX) takePiece();
    },
    end: () => {
      const endsInLine = pending !== '' && !pending.endsWith('\n');
      if (pending !== '') takeLines(pending.length, true);
      const count = cursor.line - (endsInLine || cursor.column > 0 ? 0 : 1);
      return { count, kinds: leaks.result(), lineRules: lines.result() };
    },
  };
};

/**
 * Looks through a log of any length in bounded memory: some blocks of text, and a count for each kind.
 *
 * Values, escapes and characters may be cut anywhere between two chunks.
 *
 * @throws RangeError for rules that cannot be used
 */
export const scanLog = (source: string, rules: LeakRules = {}): LogScan => {
  const reader = blockReader(rules);
  const decoder = new TextDecoder('utf-8', { fatal: false });
  let bytes = 0;
  return {
    write: (chunk) => {
      bytes += chunk.byteLength;
      // Small parts, so that a large chunk is not held twice as text.
      for (let from = 0; from < chunk.byteLength; from += BLOCK_CHARACTERS)
        reader.add(decoder.decode(chunk.subarray(from, from + BLOCK_CHARACTERS), { stream: true }));
    },
    end: () => {
      reader.add(decoder.decode());
      const { count, kinds, lineRules: rulesKept } = reader.end();
      const isClean = kinds.every((one) => one.count === 0) && (rulesKept?.wrong ?? 0) === 0;
      return {
        schemaVersion: 1,
        source,
        verdict: isClean ? 'clean' : 'found',
        bytes,
        lines: count,
        kinds,
        ...(rulesKept === undefined ? {} : { lineRules: rulesKept }),
      };
    },
  };
};

/** The same for a text that is there as a whole. */
export const scanText = (source: string, text: string, rules: LeakRules = {}): LeakReport => {
  const scan = scanLog(source, rules);
  scan.write(new TextEncoder().encode(text));
  return scan.end();
};

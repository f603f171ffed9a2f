import type { Json } from '#core/units';
import { leave } from '#engines/suite-file/plain-source';
import type { Source } from '#engines/suite-file/plain-source';

const KEY = /([A-Za-z_$][\w$./-]{0,199}):(?=[ \n]|$)/uy;
const DOUBLE = /"((?:[^"\\\n]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*)"/uy;
const SINGLE = /'((?:[^'\n]|'')*)'/uy;
const KEYWORD = /^(?:null|true|false)$/iu;

export interface Key {
  readonly name: string;
  /** Just after the colon. */
  readonly end: number;
}

const matchAt = (expression: RegExp, text: string, at: number): RegExpExecArray | null => {
  expression.lastIndex = at;
  return expression.exec(text);
};

/** The text in quotes that begins here and ends on the same line. */
export const quotedAt = (source: Source): string => {
  const { text } = source;
  const isDouble = text[source.at] === '"';
  const found = matchAt(isDouble ? DOUBLE : SINGLE, text, source.at);
  const raw = found?.[1];
  if (found === null || raw === undefined) return leave(source);
  source.at += found[0].length;
  if (!isDouble) return raw.replaceAll("''", "'");
  if (!raw.includes('\\')) return raw;
  try {
    return JSON.parse(found[0]) as string;
  } catch {
    return leave(source);
  }
};

/** The name that begins here, when a colon and a space or line end follow it. */
export const keyAt = (source: Source, at: number): Key | undefined => {
  const { text } = source;
  const first = text[at];
  if (first === '"' || first === "'") {
    const kept = source.at;
    source.at = at;
    const name = quotedAt(source);
    const end = source.at;
    source.at = kept;
    const isKey = text[end] === ':' && (text[end + 1] === ' ' || text[end + 1] === '\n' || end + 1 === text.length);
    return isKey && isOrdinary(name) ? { name, end: end + 1 } : isKey ? leave(source) : undefined;
  }
  const name = matchAt(KEY, text, at)?.[1];
  if (name === undefined) return undefined;
  return isOrdinary(name) && !KEYWORD.test(name) ? { name, end: at + name.length + 1 } : leave(source);
};

/** Names that a plain assignment takes as they are. */
export const isOrdinary = (name: string): boolean => name !== '__proto__' && name.length <= 200;

const PLAIN_FIRST = /^(?:[A-Za-z0-9_/$.(+^=\\]|-[^\s,[\]{}])/u;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/u;
/** Whatever YAML might take for a number, generously. */
const NUMBER_LIKE = /^[-+]?(?:[\d_]+\.?[\d_]*|\.\d+)(?:[eE][-+]?\d+)?$|^[-+]?0[box][\da-f_]+$|^[-+]?\.(?:inf|nan)$/iu;

/** What a text without quotes stands for: the core schema of YAML 1.2. */
export const resolvePlain = (source: Source, text: string): Json => {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (text === 'null') return null;
  if (KEYWORD.test(text) || !PLAIN_FIRST.test(text)) return leave(source);
  if (NUMBER.test(text)) {
    const number = Number(text);
    const isKept = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
    return isKept && !Object.is(number, -0) ? number : leave(source);
  }
  return NUMBER_LIKE.test(text) ? leave(source) : text;
};

/** A plain text that takes the rest of its line but for a comment. */
export const plainValue = (source: Source, line: string): Json => {
  const comment = line.indexOf(' #');
  const text = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  if (text.includes(': ') || text.endsWith(':')) return leave(source);
  const value = resolvePlain(source, text);
  source.at += text.length;
  return value;
};

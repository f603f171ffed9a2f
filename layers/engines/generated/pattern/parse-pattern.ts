/** Reads a regular expression (JavaScript, flag u) into a tree from which texts can be drawn. */
import { classSet, complement, only, unionOf, type CharacterSet } from './character-set.ts';

export type PatternNode =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly of: PatternNode; readonly min: number; readonly max: number }
  | { readonly kind: 'group'; readonly of: PatternNode; readonly number: number; readonly name?: string }
  | { readonly kind: 'again'; readonly group: string }
  /** Takes no character: anchors, word bounds and looks to the side, which are checked on the finished text. */
  | { readonly kind: 'nothing'; readonly anchor?: 'start' | 'end' };

const NOTHING: PatternNode = { kind: 'nothing' };
const ESCAPES: { readonly [mark: string]: string } = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f', '0': '\0' };
const DEPTH_MAX = 100;

class Reader {
  at = 0;
  groups = 0;
  depth = 0;
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  get rest(): string {
    return this.source.slice(this.at);
  }

  /** Takes the text if it comes next. */
  take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  match(regex: RegExp): RegExpExecArray | null {
    const found = regex.exec(this.rest);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  character(): string {
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += character.length;
    return character;
  }
}

/** An escape that stands for characters, after its backslash. */
const escapedSet = (reader: Reader): CharacterSet => {
  const property = reader.match(/^[pP]\{[^}]*\}/u);
  if (property !== null) return classSet(`\\${property[0]}`);
  const code = reader.match(/^(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/iu);
  if (code !== null) return only(String.fromCodePoint(parseInt(code[1] ?? code[2] ?? code[3] ?? '0', 16)));
  const control = reader.match(/^c([A-Za-z])/u);
  if (control !== null) return only(String.fromCharCode((control[1] ?? 'A').charCodeAt(0) % 32));
  const mark = reader.character();
  if ('dDwWsS'.includes(mark)) return classSet(`\\${mark}`);
  return only(ESCAPES[mark] ?? mark);
};

const classMember = (reader: Reader): CharacterSet => {
  if (!reader.take('\\')) return only(reader.character());
  return reader.take('b') ? only('\b') : escapedSet(reader);
};

const readClass = (reader: Reader): PatternNode => {
  const isNegated = reader.take('^');
  const sets: CharacterSet[] = [];
  while (!reader.take(']')) {
    if (reader.rest === '') throw new SyntaxError('expected ] at the end of a class');
    const low = classMember(reader);
    const isRange = /^-[^\]]/u.test(reader.rest) && low.length === 1 && low[0]?.[0] === low[0]?.[1];
    if (!isRange) {
      sets.push(low);
      continue;
    }
    reader.take('-');
    const high = classMember(reader);
    sets.push([[low[0]?.[0] ?? 0, high.at(-1)?.[1] ?? 0]]);
  }
  const set = unionOf(...sets);
  return { kind: 'set', set: isNegated ? complement(set) : set };
};

const readGroup = (reader: Reader): PatternNode => {
  const isLook = reader.match(/^\?<?[=!]/u) !== null;
  const name = isLook ? undefined : reader.match(/^\?<([^>]+)>/u)?.[1];
  const isPlain = isLook || reader.match(/^\?(?:[a-z]*(?:-[a-z]+)?):/u) !== null;
  const number = isPlain ? 0 : (reader.groups += 1);
  const of = readChoice(reader);
  if (!reader.take(')')) throw new SyntaxError('expected ) at the end of a group');
  if (isLook) return NOTHING;
  return { kind: 'group', of, number, ...(name === undefined ? {} : { name }) };
};

const readAtom = (reader: Reader): PatternNode => {
  if (reader.take('^')) return { kind: 'nothing', anchor: 'start' };
  if (reader.take('$')) return { kind: 'nothing', anchor: 'end' };
  if (reader.take('(')) return readGroup(reader);
  if (reader.take('[')) return readClass(reader);
  if (reader.take('.')) return { kind: 'set', set: complement([]) };
  if (!reader.take('\\')) return { kind: 'set', set: only(reader.character()) };
  if (reader.match(/^[bB]/u) !== null) return NOTHING;
  const back = reader.match(/^(?:k<([^>]+)>|([1-9]\d*))/u);
  if (back !== null) return { kind: 'again', group: back[1] ?? back[2] ?? '' };
  return { kind: 'set', set: escapedSet(reader) };
};

const repeated = (reader: Reader, of: PatternNode): PatternNode => {
  const count = reader.match(/^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/u);
  if (count === null) return of;
  const [, sign, from, comma, to] = count;
  if (sign !== undefined)
    return { kind: 'repeat', of, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
  const min = Number(from);
  const max = comma === '' ? min : to === '' ? Number.POSITIVE_INFINITY : Number(to);
  return { kind: 'repeat', of, min, max };
};

const readSequence = (reader: Reader): PatternNode => {
  const parts: PatternNode[] = [];
  while (reader.rest !== '' && !/^[|)]/u.test(reader.rest)) parts.push(repeated(reader, readAtom(reader)));
  return { kind: 'sequence', parts };
};

const readChoice = (reader: Reader): PatternNode => {
  reader.depth += 1;
  if (reader.depth > DEPTH_MAX) throw new SyntaxError(`expected at most ${String(DEPTH_MAX)} groups in one another`);
  const options = [readSequence(reader)];
  while (reader.take('|')) options.push(readSequence(reader));
  reader.depth -= 1;
  return options.length === 1 ? (options[0] ?? NOTHING) : { kind: 'choice', options };
};

/** @throws SyntaxError for what is no regular expression, and for what cannot be read here */
export const parsePattern = (source: string): PatternNode => {
  new RegExp(source, 'u');
  const reader = new Reader(source);
  const node = readChoice(reader);
  if (reader.rest !== '') throw new SyntaxError(`expected the end of the expression, got ${reader.rest.slice(0, 20)}`);
  return node;
};

import { ScriptProblem, type Token } from './tokens.ts';

const DEPTH_MAX = 150;
const END: Token = { kind: 'end', value: '', start: 0, end: 0, afterLine: true };

/** Walks over the tokens of a script. */
export class TokenReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)] ?? END;
  }

  next(): Token {
    const token = this.peek();
    this.#at = Math.min(this.#at + 1, this.#tokens.length - 1);
    return token;
  }

  position(): number {
    return this.#at;
  }

  back(to: number): void {
    this.#at = to;
  }

  atEnd(): boolean {
    return this.peek().kind === 'end';
  }

  onNewLine(): boolean {
    return this.peek().afterLine;
  }

  is(mark: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'mark' && token.value === mark;
  }

  isName(word: string): boolean {
    const token = this.peek();
    return token.kind === 'name' && token.value === word;
  }

  skip(mark: string): boolean {
    if (!this.is(mark)) return false;
    this.next();
    return true;
  }

  skipName(word: string): boolean {
    if (!this.isName(word)) return false;
    this.next();
    return true;
  }

  expect(mark: string): void {
    if (!this.skip(mark)) throw new ScriptProblem(`expected ${mark}, got ${this.peek().value}`);
  }

  name(): string {
    const token = this.next();
    if (token.kind !== 'name') throw new ScriptProblem(`expected a name, got ${token.value}`);
    return token.value;
  }

  /** `(a, b = 1)`: the names only; anything else than names is not read. */
  parameters(): string[] {
    this.expect('(');
    const names: string[] = [];
    while (!this.is(')')) {
      names.push(this.name());
      if (!this.skip(',')) break;
    }
    this.expect(')');
    return names;
  }

  /** Bounds how deep brackets may stand in brackets. */
  inside<T>(work: () => T): T {
    this.#depth += 1;
    try {
      if (this.#depth > DEPTH_MAX) throw new ScriptProblem('nested too deep');
      return work();
    } finally {
      this.#depth -= 1;
    }
  }

  endStatement(): void {
    if (this.skip(';') || this.is('}') || this.atEnd() || this.onNewLine()) return;
    throw new ScriptProblem(`expected the end of a statement, got ${this.peek().value}`);
  }

  /** Goes on behind the statement that begins at a position, brackets counted. */
  skipStatement(from: number): void {
    this.#at = from;
    let depth = 0;
    let isFirst = true;
    while (!this.atEnd()) {
      const { kind, value, afterLine } = this.peek();
      const isOpen = kind === 'mark' && '([{'.includes(value);
      const isClose = kind === 'mark' && ')]}'.includes(value);
      if (depth === 0 && isClose && value === '}' && !isFirst) return;
      if (depth === 0 && afterLine && !isFirst && !isOpen && !'.?:'.includes(value.charAt(0) || 'x')) return;
      this.next();
      isFirst = false;
      if (isOpen) depth += 1;
      if (isClose) depth = Math.max(0, depth - 1);
      if (depth === 0 && kind === 'mark' && value === ';') return;
    }
  }

  /** What was written between a position and here. */
  written(from: number): { readonly source: string; readonly line: number } {
    const start = this.#tokens[from]?.start ?? 0;
    const end = this.#tokens[Math.max(from, this.#at - 1)]?.end ?? start;
    return { source: this.#text.slice(start, end), line: this.#text.slice(0, start).split('\n').length };
  }

  slice(start: number, end: number): string {
    return this.#text.slice(start, end);
  }
}

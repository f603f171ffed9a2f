import type { Expression, Statement } from './ast.ts';
import { ScriptProblem, tokensOf, unescapeText, type Token } from './tokens.ts';
import { TokenReader } from './token-reader.ts';

type Block = (reader: TokenReader) => Statement[];

const BINDING: { readonly [op: string]: number } = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '|': 4,
  '^': 5,
  '&': 6,
  '==': 7,
  '!=': 7,
  '===': 7,
  '!==': 7,
  '<': 8,
  '>': 8,
  '<=': 8,
  '>=': 8,
  in: 8,
  instanceof: 8,
  '<<': 9,
  '>>': 9,
  '+': 10,
  '-': 10,
  '*': 11,
  '/': 11,
  '%': 11,
  '**': 12,
};
/** Links of a chain or parts of a sum: what walks over them does so by recursion. */
const CHAIN_MAX = 500;
const ASSIGN = new Set(['=', '+=', '-=', '*=', '/=', '%=', '||=', '&&=', '??=']);
const WORDS: ReadonlyMap<string, string | number | boolean | null | undefined> = new Map<
  string,
  boolean | null | undefined
>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

/** The parts of a template literal: texts, and expressions in `${}`. */
const templateOf = (inside: string, block: Block): Expression => {
  const parts: (string | Expression)[] = [];
  let from = 0;
  for (let open = inside.indexOf('${'); open >= 0; open = inside.indexOf('${', from)) {
    const close = inside.indexOf('}', open);
    if (close < 0) throw new ScriptProblem('a template that does not end');
    if (open > from) parts.push(unescapeText(inside.slice(from, open)));
    const code = inside.slice(open + 2, close);
    parts.push(parseExpression(new TokenReader(code, tokensOf(code)), block));
    from = close + 1;
  }
  if (from < inside.length) parts.push(unescapeText(inside.slice(from)));
  return { t: 'template', parts };
};

const separated = <T>(reader: TokenReader, close: string, one: () => T): T[] => {
  const found: T[] = [];
  while (!reader.is(close)) {
    found.push(one());
    if (!reader.skip(',')) break;
  }
  reader.expect(close);
  return found;
};

const fieldOf = (reader: TokenReader, block: Block): readonly [string, Expression] => {
  const token = reader.next();
  if (!['name', 'text', 'number'].includes(token.kind)) throw new ScriptProblem('a computed field');
  if (reader.skip(':')) return [token.value, parseExpression(reader, block)];
  if (reader.is('(')) return [token.value, { t: 'function', parameters: reader.parameters(), body: block(reader) }];
  if (token.kind === 'name') return [token.value, { t: 'name', name: token.value }];
  throw new ScriptProblem('a field without a value');
};

const arrowBody = (reader: TokenReader, parameters: readonly string[], block: Block): Expression => {
  reader.expect('=>');
  if (reader.is('{')) return { t: 'function', parameters, body: block(reader) };
  const from = reader.position();
  const of = parseExpression(reader, block);
  return { t: 'function', parameters, body: [{ t: 'expression', of, ...reader.written(from) }] };
};

/** `(a, b) =>` or an expression in brackets. */
const bracketed = (reader: TokenReader, block: Block): Expression => {
  const from = reader.position();
  try {
    const parameters = reader.parameters();
    if (reader.is('=>')) return arrowBody(reader, parameters, block);
  } catch (error) {
    if (!(error instanceof ScriptProblem)) throw error;
  }
  reader.back(from);
  reader.expect('(');
  const inner = parseExpression(reader, block);
  reader.expect(')');
  return inner;
};

const named = (reader: TokenReader, token: Token, block: Block): Expression => {
  if (WORDS.has(token.value)) return { t: 'value', value: WORDS.get(token.value) };
  if (token.value === 'function') {
    if (!reader.is('(')) reader.name();
    const parameters = reader.parameters();
    return { t: 'function', parameters, body: block(reader) };
  }
  if (token.value === 'async' && (reader.is('(') || reader.isName('function'))) return primary(reader, block);
  if (token.value === 'await') return unary(reader, block);
  if (token.value === 'new') {
    const callee = members(reader, primary(reader, block), block, false);
    const given = reader.skip('(') ? separated(reader, ')', () => parseExpression(reader, block)) : [];
    return { t: 'new', callee, given };
  }
  if (reader.is('=>')) return arrowBody(reader, [token.value], block);
  return { t: 'name', name: token.value };
};

const primary = (reader: TokenReader, block: Block): Expression => {
  if (reader.is('(')) return bracketed(reader, block);
  const token = reader.next();
  switch (token.kind) {
    case 'number':
      return { t: 'value', value: Number(token.value) };
    case 'text':
      return { t: 'value', value: token.value };
    case 'template':
      return templateOf(token.value, block);
    case 'regex':
      return { t: 'regex', source: token.value };
    case 'name':
      return named(reader, token, block);
    case 'mark':
      if (token.value === '[')
        return { t: 'list', items: separated(reader, ']', () => parseExpression(reader, block)) };
      if (token.value === '{') return { t: 'object', fields: separated(reader, '}', () => fieldOf(reader, block)) };
      break;
    case 'end':
      break;
  }
  throw new ScriptProblem(`expected a value, got ${token.value}`);
};

const members = (reader: TokenReader, first: Expression, block: Block, withCalls = true): Expression => {
  let of = first;
  for (let length = 0; ; length += 1) {
    if (length > CHAIN_MAX) throw new ScriptProblem('a chain that is too long');
    if (reader.skip('.') || (reader.is('?.') && reader.skip('?.'))) {
      if (reader.is('[') || reader.is('(')) continue;
      of = { t: 'member', of, name: reader.name() };
    } else if (reader.skip('[')) {
      const index = parseExpression(reader, block);
      reader.expect(']');
      of = { t: 'index', of, index };
    } else if (withCalls && reader.skip('(')) {
      of = { t: 'call', callee: of, given: separated(reader, ')', () => parseExpression(reader, block)) };
    } else return of;
  }
};

const unary = (reader: TokenReader, block: Block): Expression =>
  reader.inside(() => {
    for (const op of ['!', '-', '+']) if (reader.skip(op)) return { t: 'unary', op, of: unary(reader, block) };
    if (reader.skipName('typeof')) return { t: 'unary', op: 'typeof', of: unary(reader, block) };
    const of = members(reader, primary(reader, block), block);
    if (reader.is('++') || reader.is('--')) throw new ScriptProblem('counting');
    return of;
  });

const binary = (reader: TokenReader, least: number, block: Block): Expression => {
  let left = unary(reader, block);
  for (let length = 0; ; length += 1) {
    if (length > CHAIN_MAX) throw new ScriptProblem('a chain that is too long');
    const { kind, value: op } = reader.peek();
    const binding =
      kind === 'mark' || kind === 'name' ? (Object.hasOwn(BINDING, op) ? BINDING[op] : undefined) : undefined;
    if (binding === undefined || binding < least) return left;
    reader.next();
    left = { t: 'binary', op, left, right: binary(reader, binding + 1, block) };
  }
};

/** @throws ScriptProblem for what is not read: spreads, counting, generators, … */
export const parseExpression = (reader: TokenReader, block: Block): Expression =>
  reader.inside(() => {
    const left = binary(reader, 1, block);
    const { kind, value: op } = reader.peek();
    if (kind === 'mark' && ASSIGN.has(op)) {
      reader.next();
      return { t: 'assign', op, to: left, value: parseExpression(reader, block) };
    }
    if (!reader.skip('?')) return left;
    const yes = parseExpression(reader, block);
    reader.expect(':');
    return { t: 'choice', test: left, yes, no: parseExpression(reader, block) };
  });

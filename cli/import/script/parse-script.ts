import type { Expression, Statement } from './ast.ts';
import { parseExpression } from './parse-expression.ts';
import { ScriptProblem, tokensOf } from './tokens.ts';
import { TokenReader } from './token-reader.ts';

const SCRIPT_LENGTH_MAX = 200_000;

const bodyOf = (reader: TokenReader): Statement[] => {
  if (reader.is('{')) return blockOf(reader);
  return [statementOf(reader)];
};

const blockOf = (reader: TokenReader): Statement[] =>
  reader.inside(() => {
    reader.expect('{');
    const body: Statement[] = [];
    while (!reader.is('}')) {
      if (reader.atEnd()) throw new ScriptProblem('a block that does not end');
      if (reader.skip(';')) continue;
      body.push(statementOf(reader));
    }
    reader.expect('}');
    return body;
  });

/** Given to the reader of expressions: functions hold statements. */
export const functionBody = (reader: TokenReader): Statement[] => blockOf(reader);

const declared = (reader: TokenReader): [string, Expression | undefined][] => {
  const names: [string, Expression | undefined][] = [];
  do {
    if (reader.is('{')) names.push(...destructured(reader));
    else {
      const name = reader.name();
      names.push([name, reader.skip('=') ? parseExpression(reader, blockOf) : undefined]);
    }
  } while (reader.skip(','));
  return names;
};

/** `const { a, b: c } = value` */
const destructured = (reader: TokenReader): [string, Expression | undefined][] => {
  reader.expect('{');
  const pairs: [field: string, name: string][] = [];
  while (!reader.is('}')) {
    const field = reader.name();
    pairs.push([field, reader.skip(':') ? reader.name() : field]);
    if (!reader.skip(',')) break;
  }
  reader.expect('}');
  reader.expect('=');
  const of = parseExpression(reader, blockOf);
  return pairs.map(([field, name]) => [name, { t: 'member', of, name: field }]);
};

type Shape = Statement extends infer One ? (One extends Statement ? Omit<One, 'source' | 'line'> : never) : never;

const ifShape = (reader: TokenReader): Shape => {
  reader.expect('(');
  const test = parseExpression(reader, blockOf);
  reader.expect(')');
  const yes = bodyOf(reader);
  reader.skip(';');
  const no = reader.skipName('else') ? bodyOf(reader) : [];
  return { t: 'if', test, yes, no };
};

const tryShape = (reader: TokenReader): Shape => {
  const body = blockOf(reader);
  if (reader.skipName('catch')) {
    if (reader.skip('(')) {
      reader.name();
      reader.expect(')');
    }
    blockOf(reader);
  }
  if (reader.skipName('finally')) body.push(...blockOf(reader));
  return { t: 'block', body };
};

const shapeOf = (reader: TokenReader): Shape => {
  if (reader.is('{')) return { t: 'block', body: blockOf(reader) };
  if (reader.skipName('if')) return ifShape(reader);
  if (reader.skipName('try')) return tryShape(reader);
  for (const word of ['var', 'let', 'const'])
    if (reader.skipName(word)) {
      const names = declared(reader);
      reader.endStatement();
      return { t: 'declare', names };
    }
  for (const word of ['for', 'while', 'do', 'switch', 'class', 'throw', 'async', 'import', 'export'])
    if (reader.isName(word)) throw new ScriptProblem(`a statement with ${word}`);
  if (reader.skipName('return')) {
    if (!reader.is(';') && !reader.is('}') && !reader.onNewLine()) parseExpression(reader, blockOf);
    reader.endStatement();
    return { t: 'return' };
  }
  if (reader.isName('function') && reader.peek(1).kind === 'name') {
    reader.skipName('function');
    const name = reader.name();
    const parameters = reader.parameters();
    return { t: 'declare', names: [[name, { t: 'function', parameters, body: blockOf(reader) }]] };
  }
  const of = parseExpression(reader, blockOf);
  reader.endStatement();
  return { t: 'expression', of };
};

/** One statement; what is not understood is kept as it was written, up to where it ends. */
const statementOf = (reader: TokenReader): Statement => {
  const from = reader.position();
  try {
    const shape = reader.inside(() => shapeOf(reader));
    return { ...shape, ...reader.written(from) };
  } catch (error) {
    if (!(error instanceof ScriptProblem)) throw error;
    reader.skipStatement(from);
    return { t: 'other', ...reader.written(from) };
  }
};

/** The statements of a script. What cannot be read is in the result as it was written: nothing is lost. */
export const parseScript = (text: string): Statement[] => {
  const whole = (source: string): Statement[] => (source.trim() === '' ? [] : [{ t: 'other', source, line: 1 }]);
  if (text.length > SCRIPT_LENGTH_MAX) return whole(text);
  try {
    const reader = new TokenReader(text, tokensOf(text));
    const statements: Statement[] = [];
    while (!reader.atEnd()) {
      if (reader.skip(';')) continue;
      statements.push(statementOf(reader));
    }
    return statements;
  } catch (error) {
    if (error instanceof ScriptProblem) return whole(text);
    throw error;
  }
};

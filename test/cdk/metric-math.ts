/**
 * CloudWatch metric math over one series of periods: + - * / comparisons, IF, FILL, SUM, MAX, MIN, RATE. A missing value makes what is
 * computed from it missing, unless FILL says otherwise; so does a division by zero.
 */
export type Value = number | undefined;
export type Series = readonly Value[];

export interface MathInput {
  readonly series: Readonly<Record<string, Series>>;
  readonly periodSeconds: number;
}

type Node = (input: MathInput, at: number) => Value;

const TOKEN = /\s*(>=|<=|==|!=|[-+*/(),<>]|\d+(?:\.\d+)?|[A-Za-z_]\w*)/y;

const tokensOf = (expression: string): readonly string[] => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const start = TOKEN.lastIndex;
    const token = TOKEN.exec(expression)?.[1];
    if (token === undefined) throw new Error(`metric math: what is this at ${start} of ${expression}?`);
    tokens.push(token);
  }
  return tokens;
};

const both = (left: Value, right: Value, join: (a: number, b: number) => Value): Value =>
  left === undefined || right === undefined ? undefined : join(left, right);
const truth = (claim: boolean): number => (claim ? 1 : 0);

const OPERATORS: Readonly<Record<string, (a: number, b: number) => Value>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? undefined : a / b),
  '>': (a, b) => truth(a > b),
  '<': (a, b) => truth(a < b),
  '>=': (a, b) => truth(a >= b),
  '<=': (a, b) => truth(a <= b),
  '==': (a, b) => truth(a === b),
  '!=': (a, b) => truth(a !== b),
};
const LEVELS = [
  ['>', '<', '>=', '<=', '==', '!='],
  ['+', '-'],
  ['*', '/'],
] as const;

const known = (values: readonly Value[]): readonly number[] => values.filter((value) => value !== undefined);
const over =
  (fold: (values: readonly number[]) => number) =>
  (args: readonly Node[]): Node =>
  (input, at) => {
    const values = known(args.map((arg) => arg(input, at)));
    return values.length === 0 ? undefined : fold(values);
  };

const argument = (args: readonly Node[], index: number): Node => {
  const found = args[index];
  if (found === undefined) throw new Error(`metric math: argument ${index + 1} is missing`);
  return found;
};

const FUNCTIONS: Readonly<Record<string, (args: readonly Node[]) => Node>> = {
  IF: (args) => (input, at) => {
    const condition = argument(args, 0)(input, at);
    if (condition === undefined) return undefined;
    return argument(args, condition === 0 ? 2 : 1)(input, at);
  },
  FILL: (args) => (input, at) => argument(args, 0)(input, at) ?? argument(args, 1)(input, at),
  SUM: over((values) => values.reduce((sum, value) => sum + value, 0)),
  MAX: over((values) => Math.max(...values)),
  MIN: over((values) => Math.min(...values)),
  RATE: (args) => (input, at) =>
    both(
      argument(args, 0)(input, at),
      at === 0 ? undefined : argument(args, 0)(input, at - 1),
      (now, before) => (now - before) / input.periodSeconds,
    ),
};

/** Parses an expression; throws on what CloudWatch would not take, or what this subset does not know. */
export const parseMath = (expression: string): Node => {
  const tokens = [...tokensOf(expression)];
  const take = (wanted?: string): string => {
    const token = tokens.shift();
    if (token === undefined || (wanted !== undefined && token !== wanted)) {
      throw new Error(`metric math: ${wanted ?? 'a value'} was expected, got ${token ?? 'the end'} in ${expression}`);
    }
    return token;
  };
  const call = (name: string): Node => {
    const make = FUNCTIONS[name];
    if (make === undefined) throw new Error(`metric math: ${name} is not in the subset`);
    take('(');
    const args = [level(0)];
    while (tokens[0] === ',') {
      take();
      args.push(level(0));
    }
    take(')');
    return make(args);
  };
  const primary = (): Node => {
    const token = take();
    if (token === '(') {
      const inner = level(0);
      take(')');
      return inner;
    }
    if (/^\d/.test(token)) return () => Number(token);
    if (tokens[0] === '(') return call(token);
    return ({ series }, at) => {
      const found = series[token];
      if (found === undefined) throw new Error(`metric math: ${token} is no metric of this alarm`);
      return found[at];
    };
  };
  const level = (depth: number): Node => {
    const operators: readonly string[] | undefined = LEVELS[depth];
    if (operators === undefined) return primary();
    let left = level(depth + 1);
    for (let operator = tokens[0]; operator !== undefined && operators.includes(operator); operator = tokens[0]) {
      const join = OPERATORS[take()];
      const before = left;
      const after = level(depth + 1);
      left = (input, at) => both(before(input, at), after(input, at), join ?? (() => undefined));
    }
    return left;
  };
  const whole = level(0);
  if (tokens.length > 0) throw new Error(`metric math: ${tokens.join(' ')} is left over in ${expression}`);
  return whole;
};

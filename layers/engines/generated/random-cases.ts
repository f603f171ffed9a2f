/** Requests that no limit asks for: random values, and values that programs are known to trip over. */
import { isJsonObject, setField } from '#core/json-types';
import type { Json } from '#core/units';
import type { SeededRandom } from '#engines/data/seeded-random';
import type { Operation, Parameter } from '#engines/contract/model';
import { classify } from './classify-inputs.ts';
import { canBeSent } from './encode-parameter.ts';
import type { GeneratedCase } from './generated-case.ts';
import { keyOf, type Inputs } from './request-inputs.ts';
import { mediaOf, type Recipe, type RequestMaker } from './request-maker.ts';

const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\n',
  '\t',
  '0',
  '-1',
  '1e400',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '"',
  "'",
  '\\',
  '%',
  '%00',
  '%s',
  '{{7}}',
  '${7}',
  '../x',
  '<b>x</b>',
  '&',
  ';',
  '/',
  '?',
  '#',
  '+',
  ',',
  '*',
  '.',
  '__proto__',
  'constructor',
  'toString',
  '٠١٢',
  'ß',
  'İ',
  'é',
  '😀',
  '\u202e',
  '\ufeff',
  '𝟘',
  '1.0',
  '1,5',
  '0x10',
  '0b1',
  '00',
  '1_000',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31T23:59:60Z',
  '2026-01-01T00:00:00+99:99',
  '24:00',
  'a'.repeat(300),
  'a'.repeat(5_000),
  '9'.repeat(40),
] as const;
const ODD_NUMBERS = [
  0, -1, 1.5, -0.5, 2_147_483_647, 2_147_483_648, -2_147_483_649, 4_294_967_296, 9_007_199_254_740_991,
  9_007_199_254_740_992, 9.3e18, 1e20, -1e20, 1e308, 5e-324, 0.1,
] as const;

const nested = (depth: number): Json => (depth === 0 ? 'x' : [nested(depth - 1)]);
const ODD_VALUES: readonly Json[] = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [{}],
  { a: null },
  { '': '' },
  { $ref: 'x' },
  { length: 3 },
  { toString: 1 },
  nested(30),
  'text',
  0,
  -1,
  1.5,
  '',
];

const oddLike = (value: Json, random: SeededRandom): Json => {
  if (typeof value === 'string') return random.pick(ODD_TEXTS);
  if (typeof value === 'number') return random.pick(ODD_NUMBERS);
  return random.pick(ODD_VALUES);
};

const sizeOf = (value: Json): number =>
  1 +
  (typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((total, one) => total + sizeOf(one), 0)
    : 0);

/** The value with its nth node, counted from the outside, replaced. */
const replaced = (value: Json, at: { left: number }, put: (old: Json) => Json): Json => {
  if (at.left === 0) {
    at.left = -1;
    return put(value);
  }
  at.left -= 1;
  if (Array.isArray(value))
    return (value as readonly Json[]).map((one) => (at.left < 0 ? one : replaced(one, at, put)));
  if (!isJsonObject(value)) return value;
  const made: { [name: string]: Json } = {};
  for (const [name, one] of Object.entries(value)) setField(made, name, at.left < 0 ? one : replaced(one, at, put));
  return made;
};

const sendable = (operation: Operation): readonly Parameter[] =>
  operation.parameters.filter((one) => !['accept', 'content-type', 'authorization'].includes(one.name.toLowerCase()));

/** One place of the request gets something else: of the same type, or anything. */
const disturbed = (operation: Operation, inputs: Inputs, random: SeededRandom): Inputs => {
  const put = (old: Json): Json => (random.next() < 0.6 ? oddLike(old, random) : random.pick(ODD_VALUES));
  const { body } = inputs;
  const parameters = sendable(operation);
  if (body !== undefined && (parameters.length === 0 || random.next() < 0.6)) {
    const value = replaced(body.value, { left: random.int(0, sizeOf(body.value) - 1) }, put);
    return { ...inputs, body: { ...body, value } };
  }
  if (parameters.length === 0) return inputs;
  const parameter = random.pick(parameters);
  const old = inputs.parameters[keyOf(parameter)] ?? 'x';
  const value = random.next() < 0.5 ? random.pick(ODD_TEXTS) : put(old);
  return canBeSent(parameter, value)
    ? { ...inputs, parameters: { ...inputs.parameters, [keyOf(parameter)]: value } }
    : inputs;
};

/** A server may have reasons of its own against what no keyboard writes, and against names that programs give a meaning to. */
const hasOddCharacters = ({ parameters, body }: Inputs): boolean =>
  /[^\x20-\x7e]|\\[untr]|"\$|__proto__|"constructor"/u.test(JSON.stringify([parameters, body?.value ?? null]));

/** A fault of the body as a whole has no place in it. */
const brokenIn = (faults: readonly string[]): string =>
  [...new Set(faults.map((fault) => fault.replace('  ', ' ')))].slice(0, 3).join(', ');

const RANDOM: Recipe = { fullness: 'random', isFresh: true };

/**
 * A request of an operation that random choices make.
 *
 * @returns undefined where not even an ordinary request can be made
 */
export const randomCase = (maker: RequestMaker, operation: Operation): GeneratedCase | undefined => {
  const random = maker.random(operation);
  const media = mediaOf(operation);
  const usual = maker.recipesOf(operation)[0] ?? RANDOM;
  const base = maker.base(
    operation,
    random.next() < 0.7 ? RANDOM : usual,
    media.length > 1 ? random.pick(media) : undefined,
  );
  if (base === undefined) return undefined;
  const turns = random.pick([0, 1, 1, 1, 2, 3]);
  let inputs = base;
  for (let turn = 0; turn < turns; turn += 1) inputs = disturbed(operation, inputs, random);
  const { kind, faults } = classify(maker, operation, inputs);
  const isOdd = kind === 'unclear' || (kind === 'valid' && (turns > 0 || hasOddCharacters(inputs)));
  return {
    operation,
    kind: isOdd ? 'odd' : kind === 'invalid' ? 'invalid' : 'valid',
    words: kind === 'invalid' ? `random values, invalid: ${brokenIn(faults)}` : 'random values',
    build: () => inputs,
  };
};

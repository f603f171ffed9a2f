/** Generated values in templates: `{{$uuid}}`, `{{$now+1d|date}}`, `{{$fake.email}}`. */
import { suggestion } from '#core/nearest-name';
import type { Json } from '#core/units';
import { durationMs, durationProblem } from '#engines/data/duration';
import { FAKES, FAKE_NAMES } from '#engines/data/fakes';
import { readArguments } from '#engines/data/generator-arguments';
import { KNOWN_LOCALES, countryOf, uuidOf } from '#engines/data/people';
import { seededRandomAt } from '#engines/data/seeded-random';
import type { SeededRandom } from '#engines/data/seeded-random';

export interface GenerateOptions {
  /** Of the run. */
  readonly seed: string;
  /** Suite, case, row and place in the case: what tells this use from all others. */
  readonly place: string;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** A generator whose expression was understood. */
export interface Generator {
  readonly expression: string;
  /** Depends on the time alone, so that it differs from run to run whatever the seed. */
  readonly isTime: boolean;
  readonly make: (random: SeededRandom, nowMs: number) => Json;
}

export type ParsedGenerator = { readonly generator: Generator } | { readonly problem: string };

const RANDOM_STRING_LENGTH_MAX = 10_000;
const LETTERS_AND_DIGITS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');

const isoDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const FORMATS: { readonly [name: string]: (ms: number) => Json } = {
  date: isoDate,
  epochMs: (ms) => ms,
  epochSeconds: (ms) => Math.floor(ms / 1000),
};

const DAY_MS = 86_400_000;

/** Moment and format of each time generator. */
const TIMES: { readonly [name: string]: { moment: (nowMs: number) => number; format: (ms: number) => Json } } = {
  now: { moment: (nowMs) => nowMs, format: (ms) => new Date(ms).toISOString() },
  today: { moment: (nowMs) => Math.floor(nowMs / DAY_MS) * DAY_MS, format: isoDate },
  timestamp: { moment: (nowMs) => nowMs, format: (ms) => Math.floor(ms / 1000) },
};

type Made = ((random: SeededRandom) => Json) | { readonly problem: string };

const wholeNumbers = (values: readonly Json[]): values is readonly number[] => values.every(Number.isSafeInteger);

/** What takes arguments: how they are written and what they make. */
const RANDOMS: { readonly [name: string]: { usage: string; make: (values: readonly Json[]) => Made | undefined } } = {
  uuid: { usage: '$uuid', make: (values) => (values.length === 0 ? uuidOf : undefined) },
  randomInt: {
    usage: '$randomInt(1,100): two whole numbers, the smaller one first',
    make: (values) => {
      const [min, max] = values;
      if (values.length !== 2 || !wholeNumbers(values) || !(Number(min) <= Number(max))) return undefined;
      if (Number(max) - Number(min) >= Number.MAX_SAFE_INTEGER)
        return { problem: 'expected a range of $randomInt below 2^53' };
      return (random) => random.int(Number(min), Number(max));
    },
  },
  randomString: {
    usage: `$randomString(12): how many letters and digits, 1 to ${String(RANDOM_STRING_LENGTH_MAX)}`,
    make: (values) => {
      const length = Number(values[0]);
      if (values.length !== 1 || !wholeNumbers(values) || length < 1 || length > RANDOM_STRING_LENGTH_MAX)
        return undefined;
      return (random) => Array.from({ length }, () => random.pick(LETTERS_AND_DIGITS)).join('');
    },
  },
  choice: {
    usage: '$choice(a,b,c): at least one value',
    make: (values) => (values.length === 0 ? undefined : (random) => random.pick(values)),
  },
};

const NAMES: readonly string[] = [
  ...Object.keys(RANDOMS),
  ...Object.keys(TIMES),
  ...FAKE_NAMES.map((name) => `fake.${name}`),
];

const withDollar = (names: readonly string[]): string[] => names.map((name) => `$${name}`);

interface Written {
  readonly name: string;
  /** What follows the name, up to the format. */
  readonly rest: string;
  readonly values: readonly Json[];
  readonly format: string | undefined;
}

/** `$name(values)+duration|format`: which of them fit each other is not decided here. */
const read = (expression: string): Written | { readonly problem: string } => {
  const name = /^\$([A-Za-z][A-Za-z0-9_.]*)/u.exec(expression)?.[1];
  if (name === undefined)
    return { problem: `expected a generator such as $uuid, $now+1d or $fake.email, got ${JSON.stringify(expression)}` };
  let rest = expression.slice(name.length + 1).trim();
  let values: readonly Json[] = [];
  if (rest.startsWith('(')) {
    const close = rest.lastIndexOf(')');
    if (close < 0)
      return { problem: `expected ")" at the end of the values of $${name}, got ${JSON.stringify(expression)}` };
    const args = readArguments(rest.slice(1, close));
    if ('problem' in args) return { problem: `${args.problem} in ${JSON.stringify(expression)}` };
    values = args.values;
    rest = rest.slice(close + 1).trim();
  }
  const bar = rest.indexOf('|');
  const format = bar < 0 ? undefined : rest.slice(bar + 1).trim();
  return { name, values, format, rest: (bar < 0 ? rest : rest.slice(0, bar)).trim() };
};

const timeGenerator = (expression: string, { name, rest, values, format }: Written): ParsedGenerator => {
  const time = TIMES[name];
  if (time === undefined || values.length > 0)
    return { problem: `expected no values in $${name}, got ${JSON.stringify(expression)}` };
  let offset = 0;
  if (rest !== '') {
    const text = rest.slice(1).trim();
    const ms = durationMs(text);
    if (!/^[+-]/u.test(rest) || ms === undefined)
      return {
        problem: `expected $${name}+DURATION or $${name}-DURATION: ${durationProblem(text) ?? `got ${JSON.stringify(rest)}`}`,
      };
    offset = rest.startsWith('-') ? -ms : ms;
  }
  if (format !== undefined && !Object.hasOwn(FORMATS, format)) {
    const names = Object.keys(FORMATS);
    return {
      problem: `expected one of the formats ${names.join(', ')}, got ${JSON.stringify(format)}${suggestion(format, names)}`,
    };
  }
  const write = (format === undefined ? undefined : FORMATS[format]) ?? time.format;
  return { generator: { expression, isTime: true, make: (_, nowMs) => write(time.moment(nowMs) + offset) } };
};

const fakeGenerator = (expression: string, { name, values }: Written): ParsedGenerator => {
  const make = FAKES[name.slice('fake.'.length)];
  const [locale = 'en'] = values;
  if (make === undefined || values.length > 1 || typeof locale !== 'string' || !KNOWN_LOCALES.includes(locale)) {
    return {
      problem: `expected $${name} or $${name}(LOCALE) with one of ${KNOWN_LOCALES.join(', ')}, got ${JSON.stringify(expression)}`,
    };
  }
  return { generator: { expression, isTime: false, make: (random) => make(random, countryOf(locale)) } };
};

/**
 * Understands what stands between the braces of a generated value.
 *
 * @param expression with its `$`: `$randomInt(1,100)`
 * @returns the generator, or what was expected, with the nearest name where one is unknown
 */
export const parseGenerator = (expression: string): ParsedGenerator => {
  const written = read(expression.trim());
  if ('problem' in written) return written;
  const { name, rest, values, format } = written;
  if (!NAMES.includes(name)) {
    const known = withDollar(NAMES);
    return {
      problem: `expected one of the generators ${withDollar(Object.keys({ ...RANDOMS, ...TIMES })).join(', ')}, $fake.…, got "$${name}"${suggestion(`$${name}`, known)}`,
    };
  }
  if (Object.hasOwn(TIMES, name)) return timeGenerator(expression, written);
  if (rest !== '' || format !== undefined) {
    const got = rest === '' ? `|${format ?? ''}` : rest;
    return {
      problem: `expected nothing after $${name}${name === 'uuid' ? '' : '(…)'}, got ${JSON.stringify(got)}; durations and formats belong to times`,
    };
  }
  if (name.startsWith('fake.')) return fakeGenerator(expression, written);
  const random = RANDOMS[name];
  const make = random?.make(values);
  if (make === undefined) return { problem: `expected ${random?.usage ?? name}, got ${JSON.stringify(expression)}` };
  return 'problem' in make ? make : { generator: { expression, isTime: false, make } };
};

/** The value of a generator: the same for the same seed and place, whatever else was generated before; times follow `nowMs` alone. */
export const generate = ({ expression, make }: Generator, { seed, place, nowMs }: GenerateOptions): Json =>
  make(seededRandomAt(seed, `${place}\n${expression}`), nowMs);

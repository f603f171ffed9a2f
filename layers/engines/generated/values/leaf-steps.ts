import { shortJson } from '#core/json-types';
import type { Json } from '#core/units';
import type { SeededRandom } from '#engines/data/seeded-random';
import { textAgainstPattern } from '../pattern/text-of-pattern.ts';
import type { Branch } from './branches.ts';
import {
  chosenValues,
  isOfType,
  lengths,
  numberLimits,
  statedTypes,
  textsOf,
  typesOf,
  type NumberLimits,
} from './facets.ts';
import { highest, isAllowedNumber, lowest, plainNumber, stepOf } from './numbers.ts';
import { TEXT_MAX, textFor } from './texts.ts';
import type { Step } from './variations.ts';

const valid = (keyword: string, words: string, value: Json | undefined): Step[] =>
  value === undefined ? [] : [{ keyword, isValid: true, words, value }];
const invalid = (keyword: string, words: string, value: Json | undefined): Step[] =>
  value === undefined ? [] : [{ keyword, isValid: false, words, value }];

const CHOICES_MAX = 40;

/** Formats whose violation nobody can take for a value: a date that is none. Passwords, bytes and the like have no wrong form. */
const BROKEN_FORMATS: { readonly [format: string]: string } = {
  date: 'not-a-date',
  'date-time': 'not-a-date-time',
  time: 'not-a-time',
  uuid: 'not-a-uuid',
  email: 'not an e-mail',
  'idn-email': 'not an e-mail',
  ipv4: '999.999.999.999',
  ipv6: 'not:an:address',
  uri: 'not a uri',
};

const WRONG_TYPES: readonly Json[] = [null, 'text', 42, true, [], {}, 1.5];

const typeSteps = (branch: Branch): Step[] => {
  const types = statedTypes(branch);
  if (types === undefined) return [];
  return WRONG_TYPES.filter((value) => !isOfType(value, types)).flatMap((value) =>
    invalid('type', `${shortJson(value)} where ${types.join(' or ')} is expected`, value),
  );
};

/** A text that is written almost like one of the choices. */
const nearly = (value: Json): Json[] => {
  if (typeof value === 'string') return [`${value}x`, value.toUpperCase(), value.toLowerCase()];
  return typeof value === 'number' ? [value + 1, value - 1] : [];
};

const choiceSteps = (choices: readonly Json[], keyword: 'enum' | 'const'): Step[] => [
  ...choices.slice(0, CHOICES_MAX).flatMap((value) => valid(keyword, shortJson(value, 40), value)),
  ...choices
    .slice(0, 1)
    .flatMap(nearly)
    .flatMap((value) => invalid(keyword, `${shortJson(value, 40)}, none of the choices`, value)),
];

const lengthSteps = (random: SeededRandom, branch: Branch): Step[] => {
  const { min, max, hasMin } = lengths(branch);
  const text = (length: number): string | undefined =>
    length < 0 || length > TEXT_MAX ? undefined : textFor(branch, random, length);
  /** Too short or too long, and right in all else. */
  const outside = (length: number): string | undefined => {
    if (length < 0 || length > TEXT_MAX) return undefined;
    const open = branch.map(({ minLength: _min, maxLength: _max, ...rest }) => rest);
    return textFor(open, random, length);
  };
  const top = Number.isFinite(max);
  return [
    ...(hasMin ? [] : valid('minLength', 'no characters, as nothing is said of the length', text(0))),
    ...(hasMin
      ? [
          ...valid('minLength', `${String(min)} characters`, text(min)),
          ...invalid('minLength', `${String(min - 1)} characters, one too few`, outside(min - 1)),
        ]
      : []),
    ...(hasMin && min + 1 <= max ? valid('minLength', `${String(min + 1)} characters`, text(min + 1)) : []),
    ...(top
      ? [
          ...valid('maxLength', `${String(max)} characters`, text(max)),
          ...invalid('maxLength', `${String(max + 1)} characters, one too many`, outside(max + 1)),
        ]
      : []),
    ...(top && max - 1 >= min ? valid('maxLength', `${String(max - 1)} characters`, text(max - 1)) : []),
  ];
};

const textSteps = (random: SeededRandom, branch: Branch): Step[] => {
  const { min, max } = lengths(branch);
  const broken = textsOf(branch, 'format').flatMap((format) => {
    const text = BROKEN_FORMATS[format];
    return text === undefined
      ? []
      : invalid('format', `no ${format}`, text.padEnd(min, '-').slice(0, Math.max(min, Math.min(max, 200))));
  });
  return [
    ...lengthSteps(random, branch),
    ...textsOf(branch, 'pattern').flatMap((pattern) => [
      ...valid('pattern', `matches ${pattern}`, textFor(branch, random, 'any')),
      ...invalid(
        'pattern',
        `does not match ${pattern}`,
        textAgainstPattern(pattern, random, { min, max: Math.min(max, TEXT_MAX) }),
      ),
    ]),
    ...textsOf(branch, 'format').flatMap((format) => valid('format', `a ${format}`, textFor(branch, random, 'any'))),
    ...broken,
  ];
};

const boundSteps = (limits: NumberLimits, branch: Branch): Step[] => {
  const step = stepOf(limits);
  const [low, high] = [lowest(limits), highest(limits)];
  const names = {
    low: limits.above === undefined ? 'minimum' : 'exclusiveMinimum',
    high: limits.below === undefined ? 'maximum' : 'exclusiveMaximum',
  };
  const near = (value: number | undefined): number | undefined =>
    value !== undefined && isAllowedNumber(value, limits) ? value : undefined;
  const said = (name: string): boolean => branch.some((part) => typeof part[name] === 'number');
  const formats = textsOf(branch, 'format').filter((format) => format === 'int32' || format === 'int64');
  return [
    ...valid(said(names.low) ? names.low : 'format', `${String(low)}, the least`, low),
    ...valid(names.low, 'next to the least', low === undefined ? undefined : near(low + step)),
    ...valid(names.high, 'next to the most', high === undefined ? undefined : near(high - step)),
    ...valid(said(names.high) ? names.high : 'format', `${String(high)}, the most`, high),
    ...(said('minimum') && low !== undefined
      ? invalid('minimum', `${String(low - step)}, below the minimum`, low - step)
      : []),
    ...(said('maximum') && high !== undefined
      ? invalid('maximum', `${String(high + step)}, above the maximum`, high + step)
      : []),
    ...(limits.above === undefined
      ? []
      : invalid('exclusiveMinimum', `${String(limits.above)}, which is excluded`, limits.above)),
    ...(limits.below === undefined
      ? []
      : invalid('exclusiveMaximum', `${String(limits.below)}, which is excluded`, limits.below)),
    ...(formats.includes('int32')
      ? [2_147_483_648, -2_147_483_649].flatMap((value) => invalid('format', `${String(value)}, no int32`, value))
      : []),
  ];
};

const numberSteps = (branch: Branch): Step[] => {
  const limits = numberLimits(branch);
  const plain = plainNumber(limits);
  const zero = isAllowedNumber(0, limits) ? 0 : undefined;
  return [
    ...boundSteps(limits, branch),
    ...valid('type', '0', zero),
    ...valid('type', '-1', isAllowedNumber(-1, limits) ? -1 : undefined),
    ...(plain === undefined
      ? []
      : limits.multiples.flatMap((step) => [
          ...invalid('multipleOf', `${String(plain + step / 2)}, no multiple of ${String(step)}`, plain + step / 2),
          ...invalid('multipleOf', `${String(plain + 1)}, no multiple of ${String(step)}`, plain + 1),
        ])),
  ];
};

/** Steps of values that hold no others; those of other types than the branch allows are left out. */
export const leafSteps = (random: SeededRandom, branch: Branch): Step[] => {
  const types = typesOf(branch);
  const choices = chosenValues(branch);
  const isConstant = branch.some((part) => 'const' in part) && !branch.some((part) => 'enum' in part);
  if (choices !== undefined) return [...choiceSteps(choices, isConstant ? 'const' : 'enum'), ...typeSteps(branch)];
  const isStated = statedTypes(branch) !== undefined;
  return [
    ...(types.includes('string') && types.length <= 4 ? textSteps(random, branch) : []),
    ...((types.includes('integer') || types.includes('number')) && types.length <= 4 ? numberSteps(branch) : []),
    ...(types.includes('boolean') && isStated
      ? [true, false].flatMap((value) => valid('type', String(value), value))
      : []),
    ...(types.includes('null') && isStated ? valid('type', 'null', null) : []),
    ...typeSteps(branch),
  ];
};

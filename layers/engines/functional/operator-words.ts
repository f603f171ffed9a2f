import { isJsonObject, shortJson } from '#core/json-types';
import type { Json } from '#core/units';
import type { OperatorName } from '#engines/functional/operators';

const withValue =
  (words: string) =>
  (expected: Json): string =>
    `${words} ${shortJson(expected)}`;

const plain = (expected: Json): string => (typeof expected === 'string' ? expected : shortJson(expected));

const sortedWords = (expected: Json): string => {
  if (!isJsonObject(expected)) return `is sorted ${plain(expected)}`;
  return `is sorted ${plain(expected['order'] ?? 'ascending')} by ${plain(expected['by'] ?? '')}`;
};

const uniqueWords = (expected: Json): string => {
  if (typeof expected === 'string') return `has no two elements with the same ${expected}`;
  return expected === false ? 'has two equal elements' : 'has no two equal elements';
};

/** `$.price > 0 and $.price < 500`. */
const elementWords = (expected: Json): string => {
  if (!isJsonObject(expected)) return shortJson(expected);
  const { path, ...operators } = expected;
  const subject = typeof path === 'string' ? `${path} ` : '';
  return Object.entries(operators)
    .map(([name, value]) => `${subject}${Object.hasOwn(WORDS, name) ? WORDS[name as OperatorName](value) : name}`)
    .join(' and ');
};

const WORDS: { readonly [name in OperatorName]: (expected: Json) => string } = {
  equals: withValue('equals'),
  not: withValue('is not'),
  contains: withValue('contains'),
  matches: withValue('matches'),
  in: withValue('is one of'),
  exists: withValue('exists'),
  type: withValue('is of type'),
  length: withValue('has length'),
  '<': withValue('<'),
  '<=': withValue('<='),
  '>': withValue('>'),
  '>=': withValue('>='),
  sorted: sortedWords,
  unique: uniqueWords,
  every: (expected) => `every element: ${elementWords(expected)}`,
  some: (expected) => `some element: ${elementWords(expected)}`,
  subset: withValue('is a subset of'),
  olderThan: (expected) => `is older than ${plain(expected)}`,
  newerThan: (expected) => `is newer than ${plain(expected)}`,
};

/** How an operator with its expected value reads in a report: `is one of [1,2]`. */
export const operatorWords = (name: OperatorName, expected: Json): string => WORDS[name](expected);

/** Row 38: structures. What must be told and what must not is written out as pairs of samples; silence and merging are properties. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '#core/canonical-json';
import { EMPTY_STRUCTURE, inferStructure, mergeStructures, structureOf } from '#core/structure';
import { chanceOfAllHere, structureChanges } from '#core/structure-changes';
import type { Json } from '#core/units';
import { hasPokeapi, pokeapiKind } from '../fixtures/pokeapi.ts';
import '../property-seed.ts';

const anyJson = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
const samples = fc.array(anyJson, { minLength: 1, maxLength: 8 });

const repeated = (sample: (at: number) => Json, times = 12): Json[] =>
  Array.from({ length: times }, (_, at) => sample(at));
const changes = (old: readonly Json[], now: readonly Json[], samplesMin?: number): string[] =>
  structureChanges(inferStructure(old), inferStructure(now), samplesMin === undefined ? {} : { samplesMin }).map(
    ({ changeType, fieldPath, oldValue, newValue }) =>
      `${changeType} ${fieldPath} ${JSON.stringify(oldValue)} -> ${JSON.stringify(newValue)}`,
  );

test('merging is the same in any order and grouping, and as inferring from all samples at once', () => {
  fc.assert(
    fc.property(samples, samples, samples, (a, b, c) => {
      const [one, two, three] = [inferStructure(a), inferStructure(b), inferStructure(c)];
      const whole = canonicalJson(inferStructure([...a, ...b, ...c]));

      expect(canonicalJson(mergeStructures(mergeStructures(one, two), three))).toBe(whole);
      expect(canonicalJson(mergeStructures(one, mergeStructures(three, two)))).toBe(whole);
      expect(canonicalJson(mergeStructures(EMPTY_STRUCTURE, mergeStructures(two, mergeStructures(one, three))))).toBe(
        whole,
      );
    }),
    { numRuns: 300 },
  );
});

test('names by the hundred merge into one kind of member, in whatever order they come', () => {
  const named = (from: number, count: number): Json =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`id-${String(from + at)}`, { price: at }]));
  const [one, two, three] = [
    structureOf(named(0, 60)),
    structureOf(named(50, 60)),
    structureOf({ x: { price: 'free' } }),
  ];

  const left = mergeStructures(mergeStructures(one, two), three);
  const right = mergeStructures(three, mergeStructures(two, one));

  expect(canonicalJson(left)).toBe(canonicalJson(right));
  expect(left.root.members?.fields?.['price']?.types).toEqual({ integer: 120, string: 1 });
  expect(changes([named(0, 200)], [named(500, 200)], 1)).toEqual([]);
});

test('equal samples in any order are silence', () => {
  fc.assert(
    fc.property(samples, fc.integer({ min: 1, max: 20 }), (list, samplesMin) => {
      expect(changes(list, [...list].reverse(), samplesMin)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('the order of fields and of elements is no change', () => {
  const old = repeated((at) => ({ id: at, tags: ['a', 1], name: 'n' }));
  const now = repeated((at) => ({ name: 'n', tags: [1, 'a'], id: at }));

  expect(changes(old, now)).toEqual([]);
});

test.each<[string, Json, Json, string]>([
  ['a field that came', { a: 1 }, { a: 1, b: 'x' }, 'field_added $.b null -> "string"'],
  ['a field that went', { a: 1, b: { c: 1 } }, { a: 1 }, 'field_removed $.b "object" -> null'],
  ['another type', { a: 1 }, { a: 'one' }, 'type_changed $.a "integer" -> "string"'],
  ['a wider type', { a: 1 }, { a: 1.5 }, 'type_changed $.a "integer" -> "number"'],
  ['null', { a: 1 }, { a: null }, 'type_changed $.a "integer" -> "null"'],
  ['a form of text', { a: '2026-01-02' }, { a: '02.01.2026' }, 'format_changed $.a "date" -> "text"'],
  [
    'text that became ids',
    { a: 'one' },
    { a: '7d444840-9dc0-11d1-b245-5ffdce74fad2' },
    'format_changed $.a "text" -> "uuid"',
  ],
  ['deep in lists', { l: [{ m: [1] }] }, { l: [{ m: ['1'] }] }, 'type_changed $.l[*].m[*] "integer" -> "string"'],
  ['a name that is none', { 'a-b': 1 }, { 'a-b': true }, 'type_changed $["a-b"] "integer" -> "boolean"'],
])('%s is told once, by its place', (_, old, now, told) => {
  expect(
    changes(
      repeated(() => old),
      repeated(() => now),
    ),
  ).toEqual([told]);
});

test('a value beyond those that there always were is told, and not before each of them came often', () => {
  const states = ['open', 'paid', 'sent'];
  const known = repeated((at) => ({ state: states[at % 3] ?? '' }), 30);

  expect(
    changes(
      known,
      repeated(() => ({ state: 'lost' }), 1),
    ),
  ).toEqual(['enum_grown $.state ["open","paid","sent"] -> ["lost"]']);
  expect(
    changes(
      known.slice(0, 9),
      repeated(() => ({ state: 'lost' })),
    ),
  ).toEqual([]);
  expect(
    changes(
      repeated((at) => ({ name: `name${String(at)}` }), 30),
      [{ name: 'other' }],
    ),
  ).toEqual([]);
});

test('null and a missing field are told where there always was one, and not from a few samples', () => {
  const always = (times: number): Json[] => repeated(() => ({ a: 'x', b: 1 }), times);
  const now: Json[] = [{ a: 'x', b: 1 }, { a: null, b: 1 }, { a: 'x' }];

  expect(changes(always(12), now)).toEqual([
    'nullability_changed $.a "never null" -> "sometimes null"',
    'required_changed $.b "always present" -> "sometimes missing"',
  ]);
  expect(changes(always(4), now)).toEqual([]);
});

test('a field that is there one time in ten is no news until it would be strange not to have seen it', () => {
  const seldom = repeated((at) => (at % 10 === 0 ? { a: 1, hint: 'h' } : { a: 1 }), 20);
  const never = (times: number): Json[] => repeated(() => ({ a: 1 }), times);

  expect(changes(seldom, never(20))).toEqual([]);
  expect(changes(never(20), seldom)).toEqual([]);
  expect(
    changes(
      repeated((at) => (at % 10 === 0 ? { a: 1, hint: 'h' } : { a: 1 }), 200),
      never(200),
    ),
  ).toEqual(['field_removed $.hint "string" -> null']);
});

test('a bound of one sample tells at once', () => {
  expect(changes([{ a: 1, b: 2 }], [{ a: 1, c: 2 }], 1)).toEqual([
    'field_removed $.b "integer" -> null',
    'field_added $.c null -> "integer"',
  ]);
  expect(changes([{ a: 1, b: 2 }], [{ a: 1, c: 2 }])).toEqual([]);
});

test('random samples of one population are silence in all but a few comparisons of a thousand', () => {
  const one = (next: () => number): Json => ({
    id: Math.floor(next() * 1e6),
    ...(next() < 0.5 ? { half: 'x' } : {}),
    ...(next() < 0.05 ? { seldom: true } : {}),
    maybe: next() < 0.3 ? null : 'text here',
    list: Array.from({ length: Math.floor(next() * 4) }, () => ({ n: next() < 0.9 ? 1 : 1.5 })),
  });
  let state = 12_345;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  let told = 0;
  for (let round = 0; round < 300; round += 1)
    told +=
      changes(
        repeated(() => one(next), 40),
        repeated(() => one(next), 40),
      ).length > 0
        ? 1
        : 0;

  expect(told).toBeLessThan(15);
});

test('words under sensitive names, addresses and numbers are not kept as values', () => {
  const text = canonicalJson(
    inferStructure(
      repeated(() => ({ password: 'hunter', mail: 'ada@example.org', card: '4111111111111111', state: 'open' })),
    ),
  );

  expect(text).toContain('open');
  expect(text).not.toMatch(/hunter|ada@|4111/u);
});

test('the chance of seeing none is that of drawing without putting back', () => {
  expect(chanceOfAllHere(3, 3, 3)).toBeCloseTo(1 / 20, 12);
  expect(chanceOfAllHere(5, 5, 5)).toBeCloseTo(1 / 252, 12);
  expect(chanceOfAllHere(0, 5, 5)).toBe(1);
});

test('row 38: the known changes of PokeAPI are told from twelve documents, and nothing of equal ones', () => {
  if (!hasPokeapi) return;
  const [old, now] = [pokeapiKind('pokemon', 'old'), pokeapiKind('pokemon', 'new')];

  expect(changes(old, now).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'field_added $.moves[*].version_group_details[*].order',
    'field_added $.past_stats',
    'field_added $.sprites.versions["generation-ix"]',
    'field_added $.sprites.versions["generation-viii"]["brilliant-diamond-shining-pearl"]',
  ]);
  expect(changes(old, [...old].reverse())).toEqual([]);
  expect(changes(pokeapiKind('type', 'old'), pokeapiKind('type', 'new'))).toContain(
    'field_added $.sprites null -> "object"',
  );
});

/** C3's generators: values are checked by their own rules (RFC forms, ranges, reserved names), never by making them twice the same way. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { Json } from '#core/units';
import { generate, parseGenerator } from '#engines/data/generators';
import type { Generator } from '#engines/data/generators';

const NOW_MS = Date.UTC(2026, 1, 28, 23, 30, 15, 250);

const parsed = (expression: string): Generator => {
  const result = parseGenerator(expression);
  if ('problem' in result) throw new Error(result.problem);
  return result.generator;
};
const problemOf = (expression: string): string => {
  const result = parseGenerator(expression);
  return 'problem' in result ? result.problem : 'none';
};
const valueOf = (expression: string, place = 'p', seed = 's'): Json =>
  generate(parsed(expression), { seed, place, nowMs: NOW_MS });
const values = (expression: string, count: number): Json[] =>
  Array.from({ length: count }, (_, at) => valueOf(expression, `place ${String(at)}`));

describe('times', () => {
  test.each<[string, Json]>([
    ['$now', '2026-02-28T23:30:15.250Z'],
    ['$now+1d', '2026-03-01T23:30:15.250Z'],
    ['$now - 90m', '2026-02-28T22:00:15.250Z'],
    ['$now+PT1H', '2026-03-01T00:30:15.250Z'],
    ['$now+1d|date', '2026-03-01'],
    ['$now | epochMs', 1_772_321_415_250],
    ['$now|epochSeconds', 1_772_321_415],
    ['$today', '2026-02-28'],
    ['$today+1d', '2026-03-01'],
    ['$today|epochMs', 1_772_236_800_000],
    ['$timestamp', 1_772_321_415],
    ['$timestamp+1m', 1_772_321_475],
    ['$timestamp|epochMs', 1_772_321_415_250],
  ])('%s', (expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
    expect(parsed(expression).isTime).toBe(true);
  });
});

describe('random values', () => {
  test('uuids are of version 4 and differ from place to place', () => {
    const uuids = values('$uuid', 500);

    expect(new Set(uuids).size).toBe(500);
    for (const uuid of uuids)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  test('whole numbers lie in their range, ends included, evenly', () => {
    const drawn = values('$randomInt(-1,2)', 4000) as number[];
    const counts = [-1, 0, 1, 2].map((wanted) => drawn.filter((got) => got === wanted).length);

    expect(counts.reduce((total, count) => total + count, 0)).toBe(4000);
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.string(), (min, span, place) => {
        const got = Number(valueOf(`$randomInt(${String(min)},${String(min + span)})`, place));

        expect(Number.isSafeInteger(got) && got >= min && got <= min + span).toBe(true);
      }),
    );
  });

  test('texts have their length and only letters and digits', () => {
    for (const text of values('$randomString(12)', 50)) expect(text).toMatch(/^[A-Za-z0-9]{12}$/u);
    expect(new Set(values('$randomString(12)', 500)).size).toBe(500);
  });

  test('a choice gives each of its values, with its type', () => {
    const got = new Set(values('$choice(a, 2, true, "x, y", \'3\', null, 01)', 300));

    expect(got).toEqual(new Set(['a', 2, true, 'x, y', '3', null, '01']));
  });

  test('the same seed and place give the same value whatever was made before; another seed gives another', () => {
    const seen = valueOf('$uuid', 'shop.checkout/create/1/json/id');
    values('$uuid', 10);

    expect(valueOf('$uuid', 'shop.checkout/create/1/json/id')).toBe(seen);
    expect(valueOf('$uuid', 'shop.checkout/create/1/json/id', 'other')).not.toBe(seen);
    expect(valueOf('$uuid', 'b', 'sa')).not.toBe(valueOf('$uuid', 'ab', 's'));
    // Values of a seed are evidence: a later version that made others would make old runs unrepeatable.
    expect(valueOf('$randomInt(1,1000000)', 'golden', 'golden')).toBe(510_996);
  });
});

describe('made-up people and places', () => {
  test('no mail reaches a person: addresses end in the reserved domains', () => {
    for (const locale of ['en', 'en-GB', 'de', 'fr', 'es', 'ja']) {
      for (const email of values(`$fake.email(${locale})`, 200)) {
        expect(email).toMatch(/^[a-z]+\.[a-z]+\d{6}@example\.(?:com|org|net)$/u);
      }
    }
    expect(new Set(values('$fake.email', 2000)).size).toBeGreaterThan(1995);
  });

  test('no phone rings: numbers are of ranges kept for fiction', () => {
    const fiction =
      /^\+(?:1(?:202|303|415|617)55501\d\d|447700900\d{3}|441632960\d{3}|442079460\d{3}|493023125\d{3}|496990009\d{3}|494066969\d{3}|492214710\d{3}|498999998\d{3}|33(?:19900|26191|35301|46571|53649|63998)\d{4})$/u;
    for (const locale of ['en', 'en-GB', 'de', 'fr', 'es', 'ja']) {
      for (const phone of values(`$fake.phone(${locale})`, 100)) expect(phone).toMatch(fiction);
    }
  });

  test.each([
    ['$fake.firstName', /^\p{Lu}\p{Ll}+$/u],
    ['$fake.lastName(de)', /^\p{Lu}\p{Ll}+$/u],
    ['$fake.fullName', /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u],
    ['$fake.username', /^[a-z]+\.[a-z]+\d{6}$/u],
    ['$fake.street', /^\d{1,3} \p{L}+ \p{L}+$/u],
    ['$fake.street(de)', /^\p{L}+ \d{1,3}$/u],
    ['$fake.city(fr)', /^\p{L}[\p{L} -]+$/u],
    ['$fake.zip', /^\d{5}$/u],
    ['$fake.zip(ja)', /^\d{3}-\d{4}$/u],
    ['$fake.zip(en-GB)', /^[A-Z]{2}\d\d \d[A-Z]{2}$/u],
    ['$fake.country(de)', /^Deutschland$/u],
    ['$fake.countryCode(ja)', /^JP$/u],
    ['$fake.company', /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \S.*$/u],
    ['$fake.word', /^[a-z]+$/u],
    ['$fake.sentence', /^[A-Z][a-z]*(?: [a-z]+){4,9}\.$/u],
  ])('%s looks like one', (expression, form) => {
    for (const value of values(expression, 60)) expect(value).toMatch(form);
  });
});

describe('what is no generator', () => {
  test.each([
    ['$uid', '(did you mean "$uuid"?)'],
    ['$fake.emial', '(did you mean "$fake.email"?)'],
    ['$randomint(1,2)', '(did you mean "$randomInt"?)'],
    ['$toString', 'expected one of the generators'],
    ['$', 'expected a generator such as $uuid'],
    ['$randomInt', '$randomInt(1,100): two whole numbers, the smaller one first'],
    ['$randomInt(5,1)', 'the smaller one first'],
    ['$randomInt(1.5,2)', 'two whole numbers'],
    ['$randomInt(-9007199254740991,9007199254740991)', 'below 2^53'],
    ['$randomString(0)', '1 to 10000'],
    ['$randomString(10001)', '1 to 10000'],
    ['$choice()', 'at least one value'],
    ['$choice(a,)', 'expected a value after ","'],
    ['$choice(,a)', 'expected a value before ","'],
    ['$choice("a)', 'expected a closing quote'],
    ['$choice("a" b)', 'expected "," between values, got "b"'],
    ['$choice(a', 'expected ")"'],
    ['$uuid|date', 'expected nothing after $uuid, got "|date"; durations and formats belong to times'],
    ['$uuid+1d', 'expected nothing after $uuid, got "+1d"'],
    ['$now+1x', 'expected a duration such as'],
    ['$now 1d', 'expected $now+DURATION or $now-DURATION'],
    ['$now(3)', 'expected no values in $now'],
    ['$now|Date', '(did you mean "date"?)'],
    ['$now|', 'expected one of the formats date, epochMs, epochSeconds, got ""'],
    ['$fake.email(xx)', 'with one of en, en-GB, de, fr, es, ja'],
  ])('%s: %s', (expression, words) => {
    expect(problemOf(expression)).toContain(words);
  });

  test('any text is a generator or has a problem; what is understood gives a value', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^\$(now|choice|randomInt|uuid)[()+|,"'a1d -]{0,10}$/u));
    fc.assert(
      fc.property(text, (expression) => {
        const result = parseGenerator(expression);
        if ('problem' in result) expect(result.problem).toMatch(/^expected /u);
        else expect(generate(result.generator, { seed: 's', place: 'p', nowMs: NOW_MS })).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});

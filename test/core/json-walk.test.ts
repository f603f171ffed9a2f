/** JSON.parse is the oracle: the walk meets the same values in the same places, whatever the spacing, and finds exactly the names that stand twice. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toPointer } from '#core/json-types';
import { walkJson } from '#core/json-walk';

const pointersIn = (value: unknown, path: readonly (string | number)[] = []): string[] =>
  typeof value === 'object' && value !== null
    ? [
        toPointer(path),
        ...(Array.isArray(value) ? value.map((item, at) => [at, item] as const) : Object.entries(value)).flatMap(
          ([name, item]) => pointersIn(item, [...path, name]),
        ),
      ]
    : [toPointer(path)];

const repeatedIn = (text: string): string[] => {
  const found: string[] = [];
  walkJson(text, { repeated: (path, at) => found.push(`${toPointer(path)} @${String(at)}`) });
  return found;
};

test('every value is met once, with its path and where it stands', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, undefined, space);
      const met: string[] = [];
      walkJson(text, {
        value: (path, start, end) => {
          met.push(toPointer(path));
          const isScalar = end > start;
          if (isScalar) expect(() => JSON.parse(text.slice(start, end)) as unknown).not.toThrow();
          else expect(text[start]).toMatch(/[[{]/u);
          return true;
        },
      });

      expect(met.sort()).toEqual(pointersIn(JSON.parse(text)).sort());
      expect(repeatedIn(text)).toEqual([]);
    }),
  );
});

test.each([
  ['{"a":1,"a":2}', ['/a @7']],
  ['{"a":1,"\\u0061":2}', ['/a @7']],
  ['{"a":{"b":1},"c":[{"d":1},{"d":1,"e":0,"d":2}]}', ['/c/1/d @39']],
  ['{"a":"\\"","b":"a","a":{}, "a":[]}', ['/a @18', '/a @26']],
  ['{"__proto__":1,"__proto__":2}', ['/__proto__ @15']],
  ['{"":1,"":2,"x":["",""]}', ['/ @6']],
  ['{"a":"\\\\","b/c":1,"b/c":2}', ['/b~1c @18']],
  ['[{"a":1},{"a":1}]', []],
])('names that stand twice in %s', (text, expected) => {
  expect(repeatedIn(text)).toEqual(expected);
});

test('a walk ends when the visitor has heard enough', () => {
  let heard = 0;
  walkJson(JSON.stringify(Array(1000).fill(0)), { value: () => (heard += 1) < 5 });

  expect(heard).toBe(5);
});

test('a text that is no JSON ends too', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', 'x', ' ')), (parts) => {
      expect(() => {
        walkJson(parts.join(''), { value: () => true, repeated: () => undefined });
      }).not.toThrow(TypeError);
    }),
  );
});

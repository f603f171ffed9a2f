/** Expected bytes come from RFC 8785's own examples and from Node's JSON parser as an independent reader. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes, canonicalDigest, canonicalJson } from '#core/canonical-json';

test('the example of RFC 8785 section 3.2.2 gives its bytes', () => {
  const value: unknown = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`);

  expect(canonicalJson(value)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('keys are sorted by UTF-16 code units, as in RFC 8785 section 3.2.3', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  const value = Object.fromEntries(keys.map((key) => [key, 0]));

  expect(Object.keys(JSON.parse(canonicalJson(value)) as object)).toEqual(
    expect.arrayContaining(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']),
  );
  expect(canonicalJson(value)).toBe('{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}');
});

test('any JSON value reads back equal, and the order of keys does not matter', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value);

      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
    { numRuns: 300 },
  );
});

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
};

test.each([
  [{ a: [Number.NaN] }, 'NaN at "/a/0"'],
  [{ 'a/b': Number.POSITIVE_INFINITY }, 'Infinity at "/a~1b"'],
  [{ a: 1n }, 'bigint at "/a"'],
  [['\ud800'], 'lone surrogate at "/0"'],
  [[undefined], 'undefined at "/0"'],
  [{ a: new Date(0) }, 'an object of a class at "/a"'],
])('what JSON cannot hold is refused with its place: %#', (value, message) => {
  expect(() => canonicalJson(value)).toThrow(message);
});

test('undefined properties are left out and minus zero is zero', () => {
  expect(canonicalJson({ b: undefined, a: -0 })).toBe('{"a":0}');
  expect(canonicalBytes('é')).toEqual(new Uint8Array([34, 195, 169, 34]));
  expect(canonicalDigest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

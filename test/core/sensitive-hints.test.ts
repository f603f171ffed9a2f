/**
 * A hint may be given too often, never too seldom. The expressions it saves are made to look at the same text all the same: a backslash at
 * its end is a hint by itself and changes nothing else.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayHoldNamedValue, maskKeyedText } from '#core/keyed-text';
import { createMasker, findSensitive, isSensitiveKey, maskSensitive } from '#core/masking';
import { mayHoldSensitive } from '#core/sensitive-hints';
import { SENSITIVE_KINDS } from '#core/sensitive-patterns';
import type { SensitiveKind } from '#core/sensitive-patterns';
import type { Json } from '#core/units';

const SAMPLES: { readonly [kind in SensitiveKind]: readonly string[] } = {
  'private-key': ['-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----', '-----BEGIN PRIVATE KEY-----'],
  jwt: ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'eyJhbGciOiJ.abcd'],
  'bearer-token': ['Bearer abc123def456', 'bearer%20abcdefgh1', 'BEARER+abcdefghijklmnopqrst', 'bEaReR\tabcdefgh1'],
  'basic-credentials': [`Basic ${btoa('user:pass')}`, `BASIC  ${btoa('u:password')}`],
  'aws-access-key': ['AKIAABCDEFGH12345678', 'ASIAABCDEFGH12345678'],
  'payment-provider-key': ['sk_live_abcdefgh1', 'rk_test_abcdefgh1', 'whsec_abcdefgh12345678'],
  'service-token': [
    ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((start) => `${start}${'a1'.repeat(18)}`),
    `github_pat_${'a1'.repeat(11)}`,
    `glpat-${'a1'.repeat(10)}`,
    ...['a', 'b', 'e', 'p', 'r', 's'].map((letter) => `xox${letter}-${'1'.repeat(10)}`),
    `AIza${'a'.repeat(35)}`,
  ],
  'url-password': ['https://u:p@h/', 'redis+tls://:x@h'],
  'card-number': [
    ...['4111111111111111', '4222222222222', '5555555555554444', '2223003122003222', '378282246310005'],
    ...['6011111111111117', '30569309025904', '3530111333300000', '4111 1111 1111 1111', '3782-822463-10005'],
  ],
};

test.each(SENSITIVE_KINDS)('every form of %s gives a hint', (kind) => {
  for (const sample of SAMPLES[kind]) {
    expect(findSensitive(`${sample} \\`).map((hit) => hit.kind)).toContain(kind);
    expect([sample, mayHoldSensitive(sample)]).toEqual([sample, true]);
    expect([sample, findSensitive(sample).length > 0]).toEqual([sample, true]);
  }
});

const all = Object.values(SAMPLES).flat();
const part = fc
  .constantFrom(...all)
  .chain((sample) =>
    fc.tuple(fc.nat(sample.length), fc.nat(sample.length)).map(([from, to]) => sample.slice(from, to)),
  );
const piece = fc.oneof(
  fc.constantFrom(...all),
  part,
  fc.constantFrom(' ', '"', '\n', '\t', '\u0000', '\u001b', '\u2028', '.', '-', '@', ':', '//', 'e', 'ear', '11'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

test('a text without hint holds nothing that any pattern finds, also in its JSON form', () => {
  let without = 0;
  fc.assert(
    fc.property(text, (found) => {
      if (mayHoldSensitive(found)) return;
      without += 1;

      expect(maskSensitive(`${found} \\`)).toEqual({ text: `${found} \\`, redactions: 0 });
      expect(findSensitive(`${found} \\`)).toEqual([]);
      expect(findSensitive(`${JSON.stringify(found)} \\`)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
  expect(without).toBeGreaterThan(200);
});

test('ordinary texts of a case give no hint, or the hint would save nothing', () => {
  const ordinary = [
    'content-type',
    'application/json; charset=utf-8',
    'https://api.example:8443/orders/17?limit=10',
    '{"id":17,"at":1795276151907,"name":"widget","tags":["a"]}',
    '{\n  "id": 17\n}\n',
    'Sat, 21 Nov 2026 15:00:00 GMT',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    'status is 200',
  ];

  expect(ordinary.filter((one) => mayHoldSensitive(one))).toEqual([]);
  expect(ordinary.filter((one) => mayHoldNamedValue(one))).toEqual([]);
});

const NAMES = [
  'token',
  'password',
  'Api-Key',
  'set-cookie',
  'auth',
  'PIN',
  'x_amz.signature',
  'session id',
  'sid',
  'cvv',
];
const spelling = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom('', '-', '_', '.', ' ', '\n', '\u00a0'), fc.boolean())
  .map(([name, between, loud]) => Array.from(loud ? name.toUpperCase() : name).join(between));
const member = fc
  .tuple(
    fc.constantFrom('', '"', '{"', '&', '\\"', '\n'),
    spelling,
    fc.constantFrom('":"x"', '=x', ': x', '="x"', '\\":\\"x\\"', '":1'),
  )
  .map((pieces) => pieces.join(''));
const named = fc
  .array(
    fc.oneof(
      member,
      spelling,
      fc.constantFrom(...NAMES),
      fc.constantFrom(
        '"',
        "'",
        ':',
        ': ',
        '=',
        ' = ',
        '{',
        '}',
        '[',
        ']',
        ',',
        '&',
        '?',
        ';',
        ' ',
        '\n',
        'user',
        '1',
        '%',
        '\\',
        '\\"',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

test('a text without hint has no value under a sensitive name', () => {
  let masked = 0;
  let without = 0;
  fc.assert(
    fc.property(named, (found) => {
      const after = maskKeyedText(found, isSensitiveKey, () => '***');
      if (after !== found) masked += 1;
      if (mayHoldNamedValue(found)) return;
      without += 1;

      expect(after).toBe(found);
    }),
    { numRuns: 4000 },
  );
  expect(masked).toBeGreaterThan(300);
  expect(without).toBeGreaterThan(300);
});

test('a text that held nothing is looked at again once a secret is known', () => {
  const masker = createMasker();
  const before = masker.maskText('quiet-value');
  masker.addSecret('KEY', 'quiet-value');

  expect(before).toBe('quiet-value');
  expect(masker.maskText('quiet-value')).toBe('***');
  expect(masker.maskJson({ 'quiet-value': 'x' })).toEqual({ '***': 'x' });
});

test('a field named __proto__ stays a field', () => {
  const masked = createMasker().maskJson(JSON.parse('{"__proto__":{"password":"x"},"a":1}') as Json);

  expect(JSON.stringify(masked)).toBe('{"__proto__":{"password":"***"},"a":1}');
});

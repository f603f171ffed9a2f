/** Masking is proved from the outside: a masked text is searched with independent encoders, never with the masker's own expressions. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMasker, findSensitive, scanForSecrets } from '#core/masking';
import type { Json } from '#core/units';

const SECRET = 'p4$$w/rd+"x\\y é=';
const masker = () => createMasker({ secrets: [{ name: 'PASSWORD', value: SECRET }] });

const FORMS: readonly (readonly [string, string])[] = [
  ['as it is', SECRET],
  ['percent-encoded', encodeURIComponent(SECRET)],
  ['percent-encoded in lower case', encodeURIComponent(SECRET).replaceAll(/%../g, (hex) => hex.toLowerCase())],
  ['as a form field', new URLSearchParams({ a: SECRET }).toString().slice(2)],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(SECRET))],
  ['JSON-escaped', JSON.stringify(SECRET).slice(1, -1)],
  ['JSON-escaped twice', JSON.stringify(JSON.stringify(SECRET)).slice(1, -1)],
  ['JSON-escaped in ASCII', JSON.stringify(SECRET).slice(1, -1).replace('é', '\\u00e9').replace('/', '\\/')],
  ['base64', Buffer.from(SECRET).toString('base64')],
  ['base64url', Buffer.from(SECRET).toString('base64url')],
  ['base64 at the second alignment', Buffer.from(`u:${SECRET}`).toString('base64')],
  ['base64 at the third alignment', Buffer.from(`u${SECRET}z`).toString('base64')],
  ['base64, percent-encoded', encodeURIComponent(Buffer.from(SECRET).toString('base64'))],
];

test.each(FORMS)('a known secret is masked %s', (_, form) => {
  const masked = masker().maskText(`before ${form} after`);

  expect(masked).toMatch(/^before \S*\*\*\*\S* after$/);
  expect(masked.length).toBeLessThan('before *** after'.length + 8);
  expect(scanForSecrets(`before ${form} after`, [{ name: 'PASSWORD', value: SECRET }])).toHaveLength(1);
});

test('the forms of a hit are told apart and the value is not in the hit', () => {
  const secrets = [{ name: 'KEY', value: 'ab/cd"ef' }];
  const text = `ab/cd"ef ${encodeURIComponent('ab/cd"ef')} ${btoa('ab/cd"ef')} ${JSON.stringify('ab/cd"ef')}`;

  expect(scanForSecrets(text, secrets).map((hit) => hit.form)).toEqual(['raw', 'url', 'base64', 'json']);
  expect(JSON.stringify(scanForSecrets(text, secrets))).not.toContain('cd');
});

test('no form of any secret survives masking, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: 'grapheme-composite', minLength: 4, maxLength: 40 })
        .filter((text) => text.isWellFormed() && !/[*]/.test(text)),
      fc.string(),
      fc.string(),
      (secret, before, after) => {
        const masked = createMasker({ secrets: [{ name: 'S', value: secret }] });
        const raw = masked.maskText(`${before}\u0001${secret}\u0001${after}`);
        const url = masked.maskText(`\u0001${encodeURIComponent(secret)}\u0001`);
        const escaped = masked.maskText(`\u0001${JSON.stringify(secret).slice(1, -1)}\u0001`);
        const encoded = masked.maskText(Buffer.from(`${before}${secret}${after}`).toString('base64'));

        expect(raw).not.toContain(secret);
        expect([url, escaped].filter((text) => text !== '\u0001***\u0001')).toEqual([]);
        expect(Buffer.from(encoded.split('*')[0] ?? '', 'base64').toString()).not.toContain(secret);
        expect(encoded).toContain('***');
      },
    ),
    { numRuns: 300 },
  );
});

test('a text that was masked gives the sealer nothing to find, and masking it again changes nothing', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'Bearer abc123def456',
      '4111111111111111',
      '4111 1111 1111 1111',
      'sk_live_abcdefgh12345678',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
      'AKIAIOSFODNN7EXAMPLE',
      'https://u:p@h/',
      `Basic ${btoa('user:pass')}`,
      '-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----',
      '"password":"x"',
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom('', ' ', '"', '\n'), (parts, glue) => {
      const masked = createMasker().maskText(parts.join(glue));

      expect(findSensitive(masked)).toEqual([]);
      expect(findSensitive(JSON.stringify(masked))).toEqual([]);
      expect(createMasker().maskText(masked)).toBe(masked);
    }),
    { numRuns: 500 },
  );
});

const LOOKS_SENSITIVE = [
  'AKIAABCDEFGH12345678',
  '4111111111111111',
  'sk_live_abcdefgh12345678',
  'Bearer abc123def456',
  'https://u:p@h/',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
];
const spelledOut = (text: string): string =>
  Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

test('members whose names look sensitive stay apart, and the sealer finds nothing in them', () => {
  const value = { AKIAABCDEFGH12345678: 1, '***': 2, AKIAABCDEFGH12345679: 3, plain: 4 };

  expect(createMasker().maskJson(value)).toEqual({ '***2': 1, '***': 2, '***3': 3, plain: 4 });
  expect(createMasker().maskText('{"AKIAABCDEFGH12345678":{"a":1},"b":[2],"AKIAABCDEFGH12345679":3}')).toBe(
    '{"***":{"a":1},"b":[2],"***2":3}',
  );
});

test('names of headers are masked', () => {
  expect(createMasker().maskHeaders([['sk_live_abcdefgh12345678', 'x']])).toEqual([['***', 'x']]);
});

test.each(LOOKS_SENSITIVE)('%s is found and masked although escapes hide it, also deeper down', (text) => {
  for (const json of [
    `{"a":"${spelledOut(text)}"}`,
    `{"${spelledOut(text)}":1}`,
    JSON.stringify({ a: `{"b":"${spelledOut(text)}"}` }),
    `{"a":"line\\n${text}"}`,
  ]) {
    const masked = createMasker().maskText(json);

    expect(findSensitive(json)).toHaveLength(1);
    expect(JSON.stringify(JSON.parse(masked))).toContain('***');
    expect(findSensitive(JSON.stringify(JSON.parse(masked)))).toEqual([]);
  }
});

const memberCount = (value: Json): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, member: Json) => sum + 1 + memberCount(member), 0)
    : 0;

test('whatever JSON and text hold, once masked the sealer finds nothing, in names, lists and JSON within JSON', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...LOOKS_SENSITIVE,
      ...LOOKS_SENSITIVE.map(spelledOut),
      '\\',
      '\n',
      '\t',
      '\b',
      '"',
      ' ',
      '4111',
      'Bearer',
      '***',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''));
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      text,
      text.map((inner) => JSON.stringify({ [inner]: inner })),
      fc.constantFrom<Json>(4111111111111111, null, true, 1.5),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(text, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, text, (value, free) => {
      const masked = createMasker().maskJson(value);

      expect(findSensitive(JSON.stringify(masked))).toEqual([]);
      expect(findSensitive(createMasker().maskText(free))).toEqual([]);
      expect(findSensitive(JSON.stringify({ body: createMasker().maskText(free) }))).toEqual([]);
      expect(findSensitive(createMasker().maskText(JSON.stringify(value)))).toEqual([]);
      expect(memberCount(masked)).toBe(memberCount(value));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['private-key', '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----'],
  ['jwt', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
  ['bearer-token', 'authorization: Bearer 0123456789abcdef'],
  ['basic-credentials', 'Basic dXNlcjpwYXNz'],
  ['aws-access-key', 'AKIAIOSFODNN7EXAMPLE'],
  ['payment-provider-key', 'sk_live_abcdefgh12345678'],
  ['service-token', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789'],
  ['url-password', 'postgres://app:hunter2@db.example/x'],
  ['card-number', '{"pan":4111111111111111}'],
  ['card-number', '5555 5555 5555 4444'],
  ['card-number', '3782-822463-10005'],
])('%s is found by its form: %s', (kind, text) => {
  expect(findSensitive(text).map((hit) => hit.kind)).toEqual([kind]);
});

test.each([
  '1732190000000',
  '4111111111111112',
  'traceId 41111111111111110000000000000000',
  '0.4111111111111111',
  '4111111111111111.5 ms',
  'ab4111111111111111cd',
  'requires Bearer authentication',
  'Basic authentication',
  'Bearer {{token}}',
  'http://127.0.0.1:8080/path@x',
  '4111-1111-1111-1111-1111',
])('nothing is found in %s', (text) => {
  expect(findSensitive(text)).toEqual([]);
});

test('values under sensitive names are masked at any depth of a parsed value, whatever their type', () => {
  const value = { user: 'ann', login: { Password: 'x1', 'X-Api-Key': 7, tokens: [{ id: 'a' }, null, true] }, count: 2 };

  expect(createMasker().maskJson(value)).toEqual({
    user: 'ann',
    login: { Password: '***', 'X-Api-Key': '***', tokens: [{ id: '***' }, null, true] },
    count: 2,
  });
});

test.each([
  ['{"a":1.0,"password":"x\\"y","n":12345678901234567890}', '{"a":1.0,"password":"***","n":12345678901234567890}'],
  ['{"token":{"value":"x","uses":[1,2]},"b":"c"}', '{"token":{"value":"***","uses":["***","***"]},"b":"c"}'],
  ['{"a":"b","password":"cut of', '{"a":"b","password":"***"'],
  ['user=ann&password=x%20y&next=1', 'user=ann&password=***&next=1'],
  ['https://h/p?api_key=abc&q=1', 'https://h/p?api_key=***&q=1'],
  ['log {"secret":"abc"} end', 'log {"secret":"***"} end'],
  ['{"body":"{\\"password\\":\\"a\\\\\\"b\\",\\"x\\":1}"}', '{"body":"{\\"password\\":\\"***\\",\\"x\\":1}"}'],
  [
    "curl -H 'authorization: Bearer $TOKEN' -H 'x-api-key: abc'",
    "curl -H 'authorization: Bearer $TOKEN' -H 'x-api-key: ***'",
  ],
  ['password="abc def" ok', 'password="***" ok'],
  ['{"authorization":"Bearer {{token}}"}', '{"authorization":"Bearer {{token}}"}'],
])('in text %s only the values under sensitive names change', (text, expected) => {
  expect(createMasker().maskText(text)).toBe(expected);
});

test('sensitive headers are replaced whole, the scheme stays, others are searched', () => {
  const secrets = [{ name: 'S', value: 'hunter22' }];
  const headers = [
    ['Authorization', 'Bearer abc'],
    ['Set-Cookie', 'sid=1; Path=/'],
    ['x-note', 'has hunter22'],
    ['content-type', 'application/json'],
  ] as const;
  const masked = createMasker({ secrets }).maskHeaders(headers);

  expect(masked).toEqual([
    ['Authorization', 'Bearer ***'],
    ['Set-Cookie', '***'],
    ['x-note', 'has ***'],
    ['content-type', 'application/json'],
  ]);
});

test('secrets learned later are masked, empty ones ignored, and every replacement counted', () => {
  const late = createMasker();
  late.addSecret('EMPTY', '');
  late.addSecret('SESSION', 'abcdefgh');

  expect(late.maskText('x abcdefgh y abcdefgh')).toBe('x *** y ***');
  expect(late.redactions()).toBe(2);
});

test('a short secret is masked as a word, not inside words', () => {
  expect(createMasker({ secrets: [{ name: 'PIN', value: '12' }] }).maskText('a 12 b 312 "12"')).toBe(
    'a *** b 312 "***"',
  );
});

test('the longer of two secrets is masked whole', () => {
  const secrets = [
    { name: 'A', value: 'abcd' },
    { name: 'B', value: 'abcdefgh' },
  ];

  expect(createMasker({ secrets }).maskText('abcdefgh')).toBe('***');
});

test('a body of 1 MB that is hostile to backtracking is masked in bounded time', () => {
  const hostile = [
    '"'.repeat(1e6),
    'a'.repeat(1e6),
    '\\"'.repeat(5e5),
    'Bearer '.repeat(1.4e5),
    '4'.repeat(1e6),
    '{"a":'.repeat(2e5),
    '://a:'.repeat(2e5),
  ];

  // One that needed more than linear time would not come back for hours.
  for (const text of hostile) expect(masker().maskText(text)).not.toBe('');
});

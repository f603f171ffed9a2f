/**
 * Row 29: sensitive values in logs. Payloads are made from parts with a seeded generator: a value of each kind in one of the ways in which
 * logs write it, in one of the spellings of a line, cut into chunks anywhere. The oracle is the payload itself: what was put in must be told,
 * and no report may hold a value.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LeakKind } from '#core/acts/inspect';
import { createMasker } from '#core/masking';
import type { LeakReport } from '#engines/redaction/leak-report';
import { scanLog, scanText } from '#engines/redaction/scan-log';
import '../../property-seed.ts';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const letters = (min: number, max: number) =>
  fc.string({
    unit: fc.constantFrom(...'abcdefghjkmnpqrstuvwyzABCDEFGHJKMNPQRSTUVWYZ'),
    minLength: min,
    maxLength: max,
  });
/** With a digit, as made-up secrets have. */
const random = (min: number, max: number) =>
  letters(min - 2, max - 2).map((text) => `${text.slice(0, 3)}7${text.slice(3)}4`);

const withLuhn = (body: string): string => {
  for (let last = 0; last < 10; last += 1) {
    const text = `${body}${String(last)}`;
    let sum = 0;
    Array.from(text)
      .reverse()
      .forEach((digit, place) => {
        const value = place % 2 === 1 ? Number(digit) * 2 : Number(digit);
        sum += value > 9 ? value - 9 : value;
      });
    if (sum % 10 === 0) return text;
  }
  throw new Error('one of ten digits fits');
};

const card = fc.oneof(
  digits(14).map((rest) => withLuhn(`4${rest}`)),
  fc.tuple(fc.integer({ min: 51, max: 55 }), digits(13)).map(([lead, rest]) => withLuhn(`${String(lead)}${rest}`)),
  digits(12).map((rest) => withLuhn(`37${rest}`)),
);
const grouped = (text: string): string => text.replace(/^(\d{4})(\d{4})(\d{4})(\d{4})$/u, '$1 $2 $3 $4');

interface Secret {
  readonly kind: LeakKind;
  /** What must never be seen again. */
  readonly value: string;
  /** As it stands in a line of text, and in JSON. */
  readonly text: string;
  readonly json: string;
}

const named =
  (kind: LeakKind, name: string) =>
  (value: string): Secret => ({
    kind,
    value,
    text: `${name}=${value}`,
    json: `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  });
const plain =
  (kind: LeakKind, lead = '') =>
  (value: string): Secret => ({
    kind,
    value,
    text: `${lead}${value}`,
    json: `"note":${JSON.stringify(`${lead}${value}`)}`,
  });

const secret: fc.Arbitrary<Secret> = fc.oneof(
  card.map(plain('card-number', 'paid with ')),
  card.map((value) => plain('card-number')(grouped(value))),
  card.map((value) => ({ ...plain('card-number', 'track ')(`%B${value}^DOE/JANE^30011010000000?`), value })),
  card.map((value) => ({ ...plain('card-number', 'swipe ')(`;${value}=30011010000000?`), value })),
  digits(3).map(named('card-code', 'cvv')),
  digits(4).map(named('card-code', 'card_code')),
  fc
    .tuple(fc.constantFrom('sk_live_', 'pk_test_', 'cus_', 'pi_', 'tok_', 'whsec_'), random(14, 24))
    .map(([lead, rest]) => plain('payment-key')(`${lead}${rest}`)),
  fc.constantFrom('DE89370400440532013000', 'GB82WEST12345698765432', 'NL91ABNA0417164300').map(plain('iban', 'to ')),
  fc
    .tuple(fc.integer({ min: 100, max: 665 }), fc.integer({ min: 10, max: 99 }), fc.integer({ min: 1000, max: 9999 }))
    .map((parts) => plain('ssn', 'ssn of ')(parts.join('-'))),
  fc.tuple(letters(3, 10), letters(3, 10)).map(([user, host]) => plain('email', 'mail ')(`${user}@${host}.example`)),
  digits(8).map((rest) => plain('phone', 'call ')(`+4930${rest}`)),
  random(20, 60).map(plain('bearer-token', 'Bearer ')),
  random(20, 40).map(named('bearer-token', 'access_token')),
  random(12, 30).map(named('api-key', 'api_key')),
  random(6, 20).map(named('password', 'password')),
  random(10, 30).map((value) => ({ ...plain('cookie', 'Cookie: sid=')(value), json: `"cookie":"sid=${value}"` })),
  fc.constant(plain('private-key')('-----BEGIN EC PRIVATE KEY-----')),
);

const noise = fc.constantFrom(
  'GET /orders/7 200',
  'order 123456 shipped',
  'took 12.5 ms',
  'cache miss',
  'worker 3 up',
  'ünïcödé 😀',
);
type Spelling = (secret: Secret, before: string, after: string) => string;
const SPELLINGS: readonly Spelling[] = [
  ({ text }, before, after) => `${before} ${text} ${after}`,
  ({ json }, before, after) =>
    `{"level":"info","message":${JSON.stringify(before)},${json},"after":${JSON.stringify(after)}}`,
  ({ json }, before) => `{"message":${JSON.stringify(`${before} {${json}}`)}}`,
  ({ text }, before, after) => `${before} body=${encodeURIComponent(text)} ${after}`,
  ({ text }) => `GET /x?q=${encodeURIComponent(encodeURIComponent(text))} 200`,
  ({ text }, before) => JSON.stringify({ body: `${before}\n${text}\n` }),
];

const chunked = (bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] => {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, at) => bytes.subarray(from, places[at] ?? bytes.length));
};

const scanned = (chunks: readonly Uint8Array[]): LeakReport => {
  const scan = scanLog('payload');
  for (const chunk of chunks) scan.write(chunk);
  return scan.end();
};

const kindsIn = (report: LeakReport): string[] => report.kinds.filter(({ count }) => count > 0).map(({ kind }) => kind);

test('row 29: of 10,000 payloads each value is found, whatever its spelling and wherever chunks are cut, and none is in a report', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(secret, fc.constantFrom(...SPELLINGS), noise, noise), { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      (parts, cuts) => {
        const payload = parts.map(([one, spell, before, after]) => spell(one, before, after)).join('\n');

        const report = scanned(chunked(Buffer.from(payload), cuts));

        const missing = parts.filter(([one]) => !kindsIn(report).includes(one.kind));
        expect(missing.map(([one, spell, before, after]) => `${one.kind} in ${spell(one, before, after)}`)).toEqual([]);
        const told = JSON.stringify(report);
        expect(
          parts.filter(([{ kind, value }]) => kind !== 'private-key' && value.length > 4 && told.includes(value)),
        ).toEqual([]);
      },
    ),
    { numRuns: 10_000 },
  );
}, 120_000);

/** What row 29 names; other kinds are for those who ask for them. */
const NEVER_WRITTEN: readonly LeakKind[] = [
  'card-number',
  'card-code',
  'bearer-token',
  'cookie',
  'private-key',
  'password',
  'api-key',
];

test('row 29: what the masker lets through of 10,000 payloads has no card, code, token or cookie in it', () => {
  fc.assert(
    fc.property(secret, fc.constantFrom(...SPELLINGS), noise, noise, (one, spell, before, after) => {
      fc.pre(NEVER_WRITTEN.includes(one.kind));

      const masked = createMasker().maskText(spell(one, before, after));

      expect(
        kindsIn(scanText('masked', masked))
          .filter((kind) => (NEVER_WRITTEN as readonly string[]).includes(kind))
          .map((kind) => `${kind} in ${masked}`),
      ).toEqual([]);
      if (one.value.length > 4) expect(masked).not.toContain(one.value);
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

test('chunks change nothing: byte by byte as in one piece', () => {
  const text =
    '{"a":"ü😀","mail":"ada@example.org"}\nplain\n\npassword=hunter2 %70assword%3Dhunter3\r\nlast +49 30 1234567';
  const bytes = Buffer.from(text);

  expect(scanned(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(scanned([bytes]));
});

test('the first place has line, column, JSONPath and the form of the value', () => {
  const report = scanText('log', 'start\n{"user":{"mails":["none","ada.l@example.org"]}}\nada.l@example.org\n');

  expect(report.kinds.find(({ kind }) => kind === 'email')).toEqual({
    kind: 'email',
    count: 2,
    verdict: 'found',
    first: { line: 2, column: 27, jsonPath: '$.user.mails[1]', sample: '***.*@*******.***' },
  });
  expect(report).toMatchObject({ verdict: 'found', lines: 3, bytes: 72 });
});

test('a JSON document over several lines has a JSONPath too', () => {
  const text = JSON.stringify({ items: [{ password: 'hunter2' }] }, null, 2);

  expect(scanText('x', text).kinds.find(({ count }) => count > 0)?.first).toMatchObject({
    line: 4,
    jsonPath: '$.items[0].password',
  });
});

test('a value across the pieces of a line of megabytes is told once, with its column', () => {
  const secretText = ' password=hunter2 ';
  const places = [262_140, 1_040_500, 1_048_560, 2_000_000, 3_111_111];
  let line = '';
  for (const place of places)
    line += 'ab '.repeat(Math.floor((place - line.length) / 3)).padEnd(place - line.length, '.') + secretText;
  const text = `first\n${line}\nlast password=hunter3\n`;

  const count = scanText('x', text).kinds.find(({ kind }) => kind === 'password');

  expect(count).toMatchObject({ count: places.length + 1, first: { line: 2, column: 262_140 + 11 } });
});

test('lines are held against a schema: fields, levels, and that they are JSON', () => {
  const lines = {
    type: 'object',
    required: ['time', 'level'],
    properties: { level: { enum: ['info', 'error'] }, time: { type: 'string' } },
  };
  const check = (text: string) => scanText('x', text, { lines }).lineRules;

  expect(check('{"time":"t","level":"info"}\n\n{"time":"t","level":"error"}\n')).toEqual({ checked: 2, wrong: 0 });
  expect(check('{"time":"t","level":"info"}\n{"level":"info"}\n{"time":"t","level":"loud"}\nplain\n')).toEqual({
    checked: 4,
    wrong: 3,
    first: { line: 2, message: 'expected the field "time", got none' },
  });
  expect(check('{"time":"t","level":"loud"}')?.first?.message).toBe(
    'expected one of ["info","error"] at /level, got "loud"',
  );
  expect(check('plain')?.first?.message).toBe('expected a JSON object, got no JSON');
  expect(check(`{"time":"t"\n${'x'.repeat(1_200_000)}\n{"time":"t","level":"info"}`)).toMatchObject({
    checked: 3,
    wrong: 2,
  });
});

test('what a line has instead of a word is not told', () => {
  const lines = { type: 'object', properties: { level: { enum: ['info'] } } };

  expect(scanText('x', '{"level":"hunter2 is my password"}', { lines }).lineRules?.first?.message).toBe(
    'expected one of ["info"] at /level, got another text',
  );
});

test('an empty log is clean', () => {
  expect(scanText('x', '')).toMatchObject({ verdict: 'clean', lines: 0, bytes: 0 });
});

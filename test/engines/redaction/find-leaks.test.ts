/** C11: what is found in a text, and what is not. Numbers are made up or published for tests by those who give them out. */
import { expect, test } from '@jest/globals';
import type { LeakRules } from '#core/acts/inspect';
import { leakFinder } from '#engines/redaction/find-leaks';

const find = leakFinder();
const found = (text: string, rules?: LeakRules): string[] =>
  (rules === undefined ? find : leakFinder(rules))(text).map(
    ({ kind, offset, length }) => `${kind} ${text.slice(offset, offset + length)}`,
  );

test.each<[string, string]>([
  ['{"pan":"4111111111111111"}', 'card-number 4111111111111111'],
  ['card 4111 1111 1111 1111 ok', 'card-number 4111 1111 1111 1111'],
  ['paid with 3782-822463-10005.', 'card-number 3782-822463-10005'],
  ['%B4111111111111111^DOE/JOHN^29121010000?', 'card-number B4111111111111111^DOE/JOHN^2912'],
  [';5555555555554444=29121010000?', 'card-number 5555555555554444'],
  ['5555555555554444D29121010000', 'card-number 5555555555554444'],
  ['pan%3D4111111111111111%26x', 'card-number 4111111111111111'],
  ['pan=4111+1111+1111+1111', 'card-number 4111+1111+1111+1111'],
  ['{"cvv":"123","x":1}', 'card-code 123'],
  ['CVC2: 9876', 'card-code 9876'],
  ['card_verification_value=321&a=b', 'card-code 321'],
  ['security code: 123', 'card-code 123'],
  ['key sk_live_abcdefgh12345678', 'payment-key sk_live_abcdefgh12345678'],
  ['pk_test_TYooMQauvdEDq54NiTphI7jx', 'payment-key pk_test_TYooMQauvdEDq54NiTphI7jx'],
  ['customer=cus_NffrFeUfNV2Hib', 'payment-key cus_NffrFeUfNV2Hib'],
  ['"pi_3MtwBwLkdIwHu7ix28a3tqPa"', 'payment-key pi_3MtwBwLkdIwHu7ix28a3tqPa'],
  ['tok_1N3T00LkdIwHu7ixt44h1F8k', 'payment-key tok_1N3T00LkdIwHu7ixt44h1F8k'],
  ['whsec_5f1e2d3c4b5a69788796a5b4', 'payment-key whsec_5f1e2d3c4b5a69788796a5b4'],
  ['to DE89 3704 0044 0532 0130 00 now', 'iban DE89 3704 0044 0532 0130 00'],
  ['GB82WEST12345698765432', 'iban GB82WEST12345698765432'],
  ['iban=fr1420041010050500013m02606', 'iban fr1420041010050500013m02606'],
  ['078-05-1120', 'ssn 078-05-1120'],
  ['"ssn": "078051120"', 'ssn 078051120'],
  ['ada.lovelace+x@mail.example.org,', 'email ada.lovelace+x@mail.example.org'],
  ['call +49 (30) 1234567', 'phone +49 (30) 1234567'],
  ['+14155552671', 'phone +14155552671'],
  ['(415) 555-2671', 'phone (415) 555-2671'],
  ['"mobile":"0171 1234567"', 'phone 0171 1234567'],
  ['Authorization: Bearer abcdef1234567890', 'bearer-token abcdef1234567890'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'bearer-token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'],
  ['"refresh_token":"abc123def456"', 'bearer-token abc123def456'],
  ['x-api-key: 9f8e7d6c5b4a', 'api-key 9f8e7d6c5b4a'],
  ['AKIAIOSFODNN7EXAMPLE', 'api-key AKIAIOSFODNN7EXAMPLE'],
  ['"client_secret": "q9w8e7r6t5"', 'api-key q9w8e7r6t5'],
  ['ghp_0123456789abcdefghijABCDEFGHIJ012345', 'api-key ghp_0123456789abcdefghijABCDEFGHIJ012345'],
  ['"password":"hunter two"', 'password hunter two'],
  ['password=secret&x=1', 'password secret'],
  ['user[password]=abc', 'password abc'],
  ['<password>abc</password>', 'password abc'],
  ['{"message":"{\\"password\\":\\"hunter2\\"}"}', 'password hunter2'],
  ['https://user:pw12@host.example/x', 'password pw12'],
  ['Authorization: Basic dXNlcjpwYXNz', 'password dXNlcjpwYXNz'],
  ['"pin":"4711"', 'password 4711'],
  ['Cookie: theme=dark; sid=abc123', 'cookie dark'],
  ['"set-cookie":["session=abcdef; Path=/"]', 'cookie abcdef'],
  ['JSESSIONID=ABCDEF123', 'cookie ABCDEF123'],
  ['-----BEGIN RSA PRIVATE KEY-----', 'private-key -----BEGIN RSA PRIVATE KEY-----'],
  ['a\\nAKIAIOSFODNN7EXAMPLE', 'api-key AKIAIOSFODNN7EXAMPLE'],
  ['{"n":"4111\\u0031\\u003111111111 11"}', 'none'],
  ['{"n":"4111\\u0031\\u00311111111111"}', 'card-number 4111\\u0031\\u00311111111111'],
])('%s: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted === 'none' ? [] : [wanted]);
});

test.each([
  ...[
    '4111111111111112',
    'id 41111111111111110000',
    '1790000000002827800',
    'v1.4111111111111111',
    'x4111111111111111',
    '411111******1111',
  ],
  ...['"cvv":"***"', 'cvv: required', '"cvv":true', 'cvv=12'],
  ...['pi_estimation_value', 'user_tok_total', 'sk_live_***', 'tok_visa'],
  ...['DE89370400440532013001', 'GB82WEST1234569876543', 'de305d54-75b4-431b-adb2-eb6b9e546013'],
  ...['000-12-3456', '666-12-3456', '900-12-3456', '123-00-4567', '2026-11-2112', '078-05-11201'],
  ...[
    'logo@2x.png',
    'git@github.com:a/b',
    'j***@example.com',
    '@scope/pkg@1.2.3',
    'foo@bar',
    'uses: actions/checkout@v4',
  ],
  ...['1.2.3.4', '2026-11-21T18:00:00+0200', '+12', '10.0.195.130', '0.415.555.2671', '+00000000000'],
  ...[
    'Bearer token required',
    'Bearer ***',
    'nextPageToken: "abc123def456"',
    'max_tokens=4096',
    '"token": null',
    'bearer authentication',
  ],
  ...['apiKey: process.env.API_KEY', 'api-key: {{apiKey}}', '"api_key":"$API_KEY"', 'api key is missing'],
  ...[
    '"password":"***"',
    'password: required',
    'password: string;',
    'password = getpass()',
    'passwordChangedAt: 2026-01-01',
    '"password":"[REDACTED]"',
  ],
  ...[
    '"password": {"type":"string"}',
    'password=${PASSWORD}',
    'pwd=$PWD',
    'forgot your password?',
    'https://host.example:8080/x@y',
    'Basic authentication is off',
  ],
  ...[
    "'<MY_API_KEY>' } conn.request()",
    'Authorization: Digest username="u", response="6629fae49393a05397450978507c4ef1"',
  ],
  ...['cookie: ***', 'cookies=yes', 'Set-Cookie: sid=***; Path=/', 'accept cookies'],
  ...['-----BEGIN PUBLIC KEY-----', '-----BEGIN CERTIFICATE-----'],
])('nothing in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('only the kinds that are asked for', () => {
  const text = 'password=secret1 ada@example.org 4111111111111111';

  expect(found(text, { kinds: ['email', 'password'] })).toEqual(['password secret1', 'email ada@example.org']);
});

test('patterns of one’s own are found, also where they are percent-encoded', () => {
  const rules = { patterns: [{ name: 'employee', matches: 'EMP-\\d{4}' }], kinds: ['email'] } as const;

  expect(found('EMP-1234 %45MP-5678', rules)).toEqual(['employee EMP-1234', 'employee %45MP-5678']);
});

test('values that are allowed are not told, and only whole ones', () => {
  const rules = { allow: [{ kind: 'email', matches: 'support@example\\.org', reason: 'our own address' }] };

  expect(found('support@example.org, xsupport@example.org', rules)).toEqual(['email xsupport@example.org']);
});

test.each<[string, LeakRules, string]>([
  [
    'a broken pattern',
    { patterns: [{ name: 'x', matches: '(' }] },
    'expected a regular expression (JavaScript, flag u) in the pattern x',
  ],
  [
    'a built-in name',
    { patterns: [{ name: 'email', matches: 'a' }] },
    "expected a name of one's own for a pattern, got the built-in kind email",
  ],
  ['a broken allowance', { allow: [{ kind: 'email', matches: '[', reason: '' }] }, 'in the allowance for email'],
])('%s is refused', (_, rules, message) => {
  expect(() => leakFinder(rules)).toThrow(message);
});

test.each([
  ['digits', '4'.repeat(200_000)],
  ['groups', '4111 '.repeat(40_000)],
  ['at signs', 'a@'.repeat(100_000)],
  ['letters before an at sign', `${'a'.repeat(200_000)}@`],
  ['names', 'password='.repeat(20_000)],
  ['percents', '%25'.repeat(60_000)],
  ['backslashes', '\\'.repeat(200_000)],
  ['plus signs', '+1 2 '.repeat(40_000)],
  ['addresses', 'http://a:'.repeat(20_000)],
  ['dashes', '-----BEGIN '.repeat(20_000)],
  ['letters and digits', 'de89'.repeat(50_000)],
  ['quotes', 'cookie"""""""":'.repeat(15_000)],
])(
  'a long text of %s comes to an end',
  (_, text) => {
    expect(Array.isArray(find(text))).toBe(true);
  },
  20_000,
);

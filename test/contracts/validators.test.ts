/**
 * Compiled validators against bodies written by hand, the words of their errors, and the bundle that esbuild makes of one function's
 * routes: what it must not hold shows that neither a compiler nor a foreign validator comes along.
 */
import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import fc from 'fast-check';

import { explainErrors, FAULTS_MAX } from '#contracts/explain-errors';
import type { Fault, IsSecretPlace } from '#contracts/explain-errors';
import {
  validateEnvironmentRequest,
  validateRunRequest,
  validateServiceRequest,
  validateSuiteRequest,
  validateTrustRuleRequest,
} from '#contracts/generated/validators';
import type { Validator } from '#contracts/validator';
import { codePointLength, equalJson } from '#contracts/validator-runtime';

const faults = (validate: Validator, value: unknown, isSecretPlace?: IsSecretPlace): readonly Fault[] =>
  validate(value) ? [] : explainErrors(validate.errors, isSecretPlace);

const suite = {
  suite: 'checkout',
  service: 'shop',
  cases: [{ id: 'health', request: { method: 'GET', path: '/healthz' }, checks: [{ status: 200 }] }],
};

test.each<[string, Validator, unknown]>([
  ['the sample of A1.1', validateRunRequest, { service: 'billing', tags: ['contract', 'critical'] }],
  ['an empty run request', validateRunRequest, {}],
  [
    'tags with and, or, not',
    validateRunRequest,
    { service: 'shop', tags: { all: ['a'], any: ['b', 'c'], none: ['slow'] } },
  ],
  ['one capability', validateRunRequest, { service: 'shop', capability: 'contract' }],
  ['several capabilities', validateRunRequest, { service: 'shop', capability: ['contract', 'security'] }],
  [
    'qualified suites and cases',
    validateRunRequest,
    { suites: ['shop.checkout'], cases: ['health', 'checkout/health', 'shop.checkout/health'] },
  ],
  [
    'gate rules',
    validateRunRequest,
    {
      service: 'shop',
      gate: {
        maxFailures: { low: 2 },
        p95Ms: { warn: 300, fail: 500 },
        errorRate: { fail: 0.01 },
        maxWarnings: { fail: 0 },
      },
    },
  ],
  ['labels', validateRunRequest, { service: 'shop', labels: { branch: 'main', buildUrl: 'https://ci.example/7?a=b' } }],
  ['a suite', validateSuiteRequest, suite],
  ['an uploaded suite', validateSuiteRequest, { upload: { sha256: 'a'.repeat(64) } }],
  ['a service', validateServiceRequest, { owner: 'payments' }],
  [
    'an environment',
    validateEnvironmentRequest,
    {
      targets: { default: 'https://api.example/v1' },
      secrets: { password: { ref: 'shop#password', hosts: ['api.example:8443'] } },
    },
  ],
  [
    'a trust rule',
    validateTrustRuleRequest,
    {
      id: 'ci',
      issuer: 'https://token.example',
      claims: { repository: 'a/b', ref: { like: 'refs/*' }, environment: ['x', 'y'] },
      role: 'executor',
      expiresAt: '2027-01-01T00:00:00Z',
    },
  ],
])('%s is valid', (_words, validate, body) => {
  expect(faults(validate, body)).toEqual([]);
});

const ID = '^[a-z0-9][a-z0-9-]{0,62}$';

test.each<[string, Validator, unknown, readonly Fault[]]>([
  [
    'an unknown field',
    validateServiceRequest,
    { owner: 'x', ownr: 'y' },
    [
      {
        pointer: '/ownr',
        reason:
          'unknown field: expected one of service, name, owner, team, contact, tier, exposure, repository, defaultEnvironment, version',
      },
    ],
  ],
  ['a missing field', validateServiceRequest, {}, [{ pointer: '/owner', reason: 'expected a value, got nothing' }]],
  ['another type', validateRunRequest, { shards: '3' }, [{ pointer: '/shards', reason: 'expected integer, got "3"' }]],
  ['too many', validateRunRequest, { shards: 101 }, [{ pointer: '/shards', reason: 'expected at most 100, got 101' }]],
  [
    'another word',
    validateRunRequest,
    { executor: 'ec2' },
    [{ pointer: '/executor', reason: 'expected lambda or fargate, got "ec2"' }],
  ],
  [
    'a wrong id',
    validateRunRequest,
    { service: 'Shop' },
    [{ pointer: '/service', reason: `expected a text of the form ${ID}, got "Shop"` }],
  ],
  [
    'an empty list',
    validateRunRequest,
    { suites: [] },
    [{ pointer: '/suites', reason: 'expected at least 1 item, got an array of 0' }],
  ],
  [
    'something twice',
    validateRunRequest,
    { capability: ['contract', 'contract'] },
    [{ pointer: '/capability', reason: 'expected no item twice, but items 0 and 1 are equal' }],
  ],
  [
    'tags that are neither list nor object',
    validateRunRequest,
    { tags: 5 },
    [{ pointer: '/tags', reason: 'expected array or object, got 5' }],
  ],
  [
    'an unknown field of a chosen alternative',
    validateRunRequest,
    { tags: { every: ['a'] } },
    [{ pointer: '/tags/every', reason: 'unknown field: expected one of all, any, none' }],
  ],
  [
    'a name of a label',
    validateRunRequest,
    { labels: { 'a/b~c': 'x' } },
    [{ pointer: '/labels/a~1b~0c', reason: 'expected a text of the form ^[A-Za-z][A-Za-z0-9_.-]{0,62}$, got "a/b~c"' }],
  ],
  [
    'an array in place of an object',
    validateRunRequest,
    [],
    [{ pointer: '', reason: 'expected object, got an array of 0' }],
  ],
  ['null', validateRunRequest, null, [{ pointer: '', reason: 'expected object, got null' }]],
  [
    'a wrong upload, judged as an upload',
    validateSuiteRequest,
    { upload: { sha256: 'ab' } },
    [{ pointer: '/upload/sha256', reason: 'expected a text of the form ^[0-9a-f]{64}$, got "ab"' }],
  ],
  [
    'no default target',
    validateEnvironmentRequest,
    { targets: { other: 'https://x' } },
    [{ pointer: '/targets/default', reason: 'expected a value, got nothing' }],
  ],
  [
    'a time that is none',
    validateTrustRuleRequest,
    { id: 'a', issuer: 'https://x', claims: { a: 'b' }, role: 'viewer', expiresAt: '2027-02-29' },
    [
      {
        pointer: '/expiresAt',
        reason: 'expected a date-time (RFC 3339, such as 2026-11-21T08:00:00Z), got "2027-02-29"',
      },
    ],
  ],
])('%s is told with its place, what was expected and what came', (_words, validate, body, expected) => {
  expect(faults(validate, body)).toEqual(expected);
});

test('a suite is judged as deep as its schema goes', () => {
  const wrong = { ...suite, cases: [{ ...suite.cases[0], checks: [{ path: '$.x', header: 'etag', equals: 1 }, {}] }] };

  expect(faults(validateSuiteRequest, wrong)).toEqual([
    {
      pointer: '/cases/0/checks/0',
      reason: 'expected exactly one of status, path, header, body, schema, timeMs or bodyBytes, got path and header',
    },
    {
      pointer: '/cases/0/checks/1',
      reason: 'expected exactly one of status, path, header, body, schema, timeMs or bodyBytes, got none',
    },
  ]);
});

test('a value in a secret place is not repeated', () => {
  const found = faults(
    validateEnvironmentRequest,
    { targets: { default: 'https://x' }, secrets: { apiKey: 'sk_live_123' } },
    (pointer) => pointer.startsWith('/secrets'),
  );

  expect(found).toEqual([{ pointer: '/secrets/apiKey', reason: 'expected object, got "***"' }]);
});

test('a hostile body gives a short list of short reasons', () => {
  const body = Object.fromEntries(Array.from({ length: 5000 }, (_none, at) => [`x${String(at)}`, 'y'.repeat(100)]));

  const found = faults(validateRunRequest, body);

  expect(found).toHaveLength(FAULTS_MAX);
  expect(Math.max(...found.map(({ reason }) => reason.length))).toBeLessThan(400);
});

test('no JSON value makes a validator throw, and every fault has a reason', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const validate of [validateRunRequest, validateSuiteRequest, validateEnvironmentRequest]) {
        for (const { pointer, reason } of faults(validate, value)) {
          expect(pointer === '' || pointer.startsWith('/')).toBe(true);
          expect(reason.length).toBeGreaterThan(10);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('the length of a text is counted in code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(codePointLength(text)).toBe(Array.from(text).length);
    }),
    { numRuns: 300 },
  );
});

test('JSON values are equal when their texts with sorted members are', () => {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return { members: members.map(([key, member]) => [key, sorted(member)]) };
  };
  const value = fc.jsonValue({ maxDepth: 2 });
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(equalJson(a, b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
      expect(equalJson(a, JSON.parse(JSON.stringify(a)))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const bundled = async (table: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${table} } from './layers/contracts/generated/routes.ts'; globalThis.routes = ${table};`,
      resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
    },
    bundle: true,
    write: false,
    minify: true,
    platform: 'node',
    format: 'esm',
  });
  return outputFiles[0]?.text ?? '';
};

test('a function’s bundle holds the validators of its own routes, no other and no compiler', async () => {
  const [reader, writer] = await Promise.all([bundled('runsReader'), bundled('catalogWriter')]);

  expect(reader.length).toBeLessThan(40_000);
  expect(reader).not.toContain('SuiteDefinition');
  expect(reader).not.toContain('TrustRuleRequest');
  expect(writer).toContain('SuiteDefinition');
  expect(reader + writer).not.toMatch(/require\(|compileSchema|new Function/);
});

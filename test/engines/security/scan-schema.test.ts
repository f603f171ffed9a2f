/** The form of a scan in a suite file: the example's is right, and what is wrong with others is refused. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from '@jest/globals';
import { SCAN_PROFILES } from '#core/acts/scan';
import type { JsonObject } from '#core/units';
import { writtenScan } from '../../examples/scan-garage.ts';

const read = (file: string): { readonly $defs: JsonObject } =>
  JSON.parse(readFileSync(new URL(`../../../layers/contracts/${file}`, import.meta.url), 'utf8')) as {
    $defs: JsonObject;
  };
const { $defs } = read('suite.schema.json');
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
const validate = ajv.compile({ $ref: '#/$defs/scan', $defs });

const good: JsonObject = {
  document: 'api',
  profiles: [...SCAN_PROFILES],
  operations: { include: ['/orders/**'], exclude: ['DELETE *'] },
  checks: { include: ['bola-read', 'jwt-*'] },
  identities: {
    ada: { headers: { authorization: 'Bearer x' }, role: 'user', username: 'ada', owns: { orderId: [7, 'x'] } },
  },
  functions: [{ operations: ['/admin/**'], roles: ['admin'] }],
  values: { currency: 'EUR', nested: { a: [1] } },
  login: { operation: 'login', existingUser: 'ada', attemptsMax: 10 },
  jwt: { token: 'a.b.c', header: 'cookie:session', publicKey: 'PEM' },
  rateLimit: { requestsPerMinute: 60, operation: 'GET /ping' },
  tiers: {
    free: {
      identity: 'ada',
      requestsPerMinute: 10,
      allowed: ['GET *'],
      fields: { 'GET /x': { absent: ['depth'] } },
      dataDelayHours: 24,
      pageSizeMax: 5,
    },
  },
  measures: {
    rate: 'GET /ping',
    freshness: { operation: 'GET /x', path: '$.at' },
    paging: { operation: 'GET /x', parameter: 'limit' },
  },
  suppressions: [{ check: 'csrf', reason: 'behind the gateway', expires: '2027-01-01', approver: 'ada' }],
};

test('the scan of the example, and one with everything, are right', () => {
  expect(validate(writtenScan)).toBe(true);
  expect(validate(good)).toBe(true);
  expect(validate({})).toBe(true);
});

test.each<readonly [string, JsonObject]>([
  ['an unknown field', { identity: {} }],
  ['an unknown profile', { profiles: ['loud'] }],
  ['the same profile twice', { profiles: ['active', 'active'] }],
  ['a rate limit without a figure', { rateLimit: { operation: 'GET /ping' } }],
  ['a rate limit of nothing', { rateLimit: { requestsPerMinute: 0 } }],
  ['a token that is missing', { jwt: { publicKey: 'PEM' } }],
  ['a tier without identity', { tiers: { free: { pageSizeMax: 5 } } }],
  ['a suppression without reason', { suppressions: [{ check: 'csrf', expires: '2027-01-01', approver: 'ada' }] }],
  ['a suppression without end', { suppressions: [{ check: 'csrf', reason: 'behind the gateway', approver: 'ada' }] }],
  [
    'a suppression of two things',
    {
      suppressions: [
        {
          check: 'csrf',
          fingerprint: 'a'.repeat(32),
          reason: 'behind the gateway',
          expires: '2027-01-01',
          approver: 'a',
        },
      ],
    },
  ],
  ['more requests than anybody waits for', { requestsMax: 1e9 }],
  ['too many guesses', { login: { operation: 'login', attemptsMax: 5000 } }],
])('%s is refused', (_what, change) => {
  expect(validate({ ...good, ...change })).toBe(false);
});

test('every field says in a sentence what it is', () => {
  const silent: string[] = [];
  const walk = (schema: unknown, at: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties } = schema as { properties?: JsonObject };
    for (const [name, one] of Object.entries(properties ?? {})) {
      const { description, $ref } = one as { description?: string; $ref?: string };
      if ($ref === undefined && (description === undefined || !description.endsWith('.'))) silent.push(`${at}/${name}`);
      walk(one, `${at}/${name}`);
    }
  };
  for (const [name, schema] of Object.entries($defs)) walk(schema, name);

  expect(silent).toEqual([]);
});

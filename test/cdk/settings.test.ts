/** The deploy's context: each wrong value is refused with what was expected and what came, and synthesis needs nothing from outside. */
import { describe, expect, test } from '@jest/globals';
import type { Node } from 'constructs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../cdk/settings.ts';
import { RUN_DEADLINE_SECONDS_MAX } from '../../cdk/constructs/limits.ts';
import { ROOT, runSynthesis } from './synthesized.ts';

const settings = (context: Readonly<Record<string, unknown>>) =>
  readSettings({ tryGetContext: (key: string): unknown => context[key] } as unknown as Node);
const OWNER = '{"tenant":"acme","issuer":"https://issuer.example","claims":{"sub":"ada"}}';
const IMAGE = `registry.example/node@sha256:${'0'.repeat(64)}`;

describe('defaults', () => {
  test('are the dev stage with public egress and GitHub Actions as issuer', () => {
    expect(settings({})).toMatchObject({
      stage: 'dev',
      network: 'public-egress',
      issuers: [{ issuer: 'https://token.actions.githubusercontent.com', audience: 'assay' }],
      owners: [],
      privateRanges: '',
      messageTargets: {},
    });
  });
});

describe('owners', () => {
  test('are one object or an array of them, as JSON text or as values', () => {
    const one = { tenant: 'acme', issuer: 'https://issuer.example', claims: { sub: 'ada' } };

    expect(settings({ owner: OWNER }).owners).toEqual([one]);
    expect(settings({ owner: `[${OWNER},${OWNER}]` }).owners).toEqual([one, one]);
    expect(settings({ owner: one }).owners).toEqual([one]);
  });

  test('without claims are refused: they would be everybody', () => {
    expect(() => settings({ owner: '{"tenant":"acme","issuer":"https://issuer.example","claims":{}}' })).toThrow(
      /context owner must be .*at least one/,
    );
    expect(() => settings({ owner: `[${OWNER},{}]` })).toThrow('context owner[1] must be');
  });
});

describe('issuers', () => {
  const shared = (tenants: object, more: object = {}) =>
    JSON.stringify([{ issuer: 'https://issuer.example', audience: 'assay', tenants, ...more }]);

  test('carry to the functions which tokens are whose', () => {
    const tenants = { acme: { org: 'acme' }, other: { org: { like: 'other-*' } } };

    expect(settings({ issuers: shared(tenants) }).issuers).toEqual([
      { issuer: 'https://issuer.example', audience: 'assay', tenants },
    ]);
  });

  test.each<[string, object, string]>([
    [
      'namespaces that overlap',
      { issuers: shared({ acme: { org: { like: 'acme*' } }, evil: { org: 'acme-evil' } }) },
      'the tenants acme (org "acme*") and evil (org "acme-evil") overlap',
    ],
    ['a field that nobody reads', { issuers: shared({ acme: { org: 'a' } }, { tennants: 1 }) }, 'got tennants'],
    [
      'owners of several tenants and no word whose tokens are whose',
      { owner: `[${OWNER},${OWNER.replace('acme', 'other')}]` },
      'could belong to the tenants acme and other',
    ],
    [
      'an owner outside its namespace',
      { issuers: shared({ acme: { org: 'acme' } }), owner: OWNER },
      'FIRST_OWNER of tenant acme: expected a condition on org within "acme"',
    ],
    [
      'more than the environment of a function takes',
      {
        issuers: shared(
          Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`tenant-${at}`, { org: `organization-${at}` }])),
        ),
      },
      'may have 3072 bytes of JSON together, got 3850',
    ],
  ])('with %s are refused at synthesis', (_words, context, message) => {
    expect(() => settings(context as Readonly<Record<string, unknown>>)).toThrow(message);
  });
});

describe('stage prod', () => {
  test('refuses to be deployed without an owner', () => {
    expect(() => settings({ stage: 'prod', runnerBaseImage: IMAGE })).toThrow('context owner is needed in stage prod');
  });

  test.each(['registry.example/node:24', 'registry.example/node@sha256:abc', undefined])(
    'refuses the base image %s, which has no digest',
    (runnerBaseImage) => {
      expect(() => settings({ stage: 'prod', owner: OWNER, runnerBaseImage })).toThrow(
        'must end in @sha256:<digest> in stage prod',
      );
    },
  );

  test('takes a base image with its digest', () => {
    expect(settings({ stage: 'prod', owner: OWNER, runnerBaseImage: IMAGE }).runnerBaseImage).toBe(IMAGE);
  });
});

test.each([
  [{ stage: 'test' }, 'context stage must be one of dev, prod, local, got test'],
  [{ network: 'open' }, 'context network must be one of public-egress, private-nat, private-only, got open'],
  [{ issuers: '[{"issuer":"x"}]' }, 'context issuers[0] must have the texts issuer and audience'],
  [{ issuers: '[]' }, 'context issuers must be a JSON array'],
  [{ issuers: '[{]' }, 'context issuers must be JSON, got [{]'],
  [{ privateRanges: 12 }, 'context privateRanges must be text, got 12'],
  [
    { messageTargets: '{"acme":["orders"]}' },
    'context messageTargets does not hold: MESSAGE_TARGETS: expected ARNs of queues, topics and buses by tenant, got "orders"',
  ],
])('%j is refused', (context, message) => {
  expect(() => settings(context)).toThrow(message);
});

test('the contract allows no longer deadline than the state machines', () => {
  const document = readFileSync(join(ROOT, 'layers', 'contracts', 'openapi.json'), 'utf8');
  const said = Number(/"deadlineMinutes":\s*\{[^}]*"maximum":\s*(\d+)/.exec(document)?.[1]);

  expect(said * 60).toBe(RUN_DEADLINE_SECONDS_MAX);
});

test.each(['network', 'docker'])('a synthesis that reaches for the %s would fail: the cut holds', (probe) => {
  expect(() => runSynthesis({ stage: 'dev', probe })).toThrow('synthesis must not use');
});

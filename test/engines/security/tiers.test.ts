/** The tier matrix (C7) and row 27: every row of a matrix of two tiers holds, and each of them is found broken when it is, from both sides. */
import { expect, test } from '@jest/globals';
import type { ScanDefinition } from '#core/acts/scan';
import { scanAgainst, type Scanned } from './scan-context.ts';
import { BREAKS, deskDocument, startTierDesk, type Break } from './tier-desk.ts';

const definition: ScanDefinition = {
  requestsPerSecond: 5000,
  checks: { include: ['tier-*', 'rate-limit-headers'] },
  identities: { franz: { headers: { 'x-api-key': 'key-free-1' } }, paula: { headers: { 'x-api-key': 'key-pro-1' } } },
  tiers: {
    free: {
      identity: 'franz',
      requestsPerSecond: 10,
      allowed: ['GET /quotes'],
      forbidden: ['GET /export'],
      fields: { 'GET /quotes': { present: ['price'], absent: ['depth'] } },
      dataDelayHours: 24,
      pageSizeMax: 5,
    },
    pro: {
      identity: 'paula',
      requestsPerSecond: 40,
      allowed: ['GET /quotes', 'GET /export'],
      fields: { 'GET /quotes': { present: ['price', 'depth'] } },
      dataDelayHours: 0,
      pageSizeMax: 50,
    },
  },
  measures: {
    rate: 'GET /ping',
    freshness: { operation: 'GET /quotes', path: '$.items[*].at' },
    paging: { operation: 'GET /quotes', parameter: 'limit', items: '$.items' },
  },
};

const scanned = async (broken: readonly Break[], change: Partial<ScanDefinition> = {}): Promise<Scanned> => {
  const desk = await startTierDesk(broken);
  try {
    return await scanAgainst({ baseUrl: desk.url, document: deskDocument }, { ...definition, ...change });
  } finally {
    await desk.close();
  }
};

const told = ({ findings }: Scanned): string[] =>
  findings.map(({ check, place, operation }) => `${check} ${place ?? ''} ${operation ?? ''}`).sort();

test('a matrix that holds: every row is looked at, nothing is found, nothing is left out', async () => {
  const { findings, reports, skipped } = await scanned([]);

  expect(findings).toEqual([]);
  expect(skipped).toEqual([]);
  const looked = reports.flatMap(({ part, checks }) =>
    checks.map(({ check, path }) => `${part?.name ?? ''}: ${check.split(':')[0] ?? ''} ${path ?? ''}`),
  );
  expect(looked.sort()).toEqual(
    ['free', 'pro']
      .flatMap((tier) => [
        `tier ${tier}: rate-limit-headers GET /ping`,
        `tier ${tier}: tier-delay GET /quotes`,
        `tier ${tier}: tier-fields GET /quotes`,
        `tier ${tier}: tier-operation GET /export`,
        `tier ${tier}: tier-operation GET /quotes`,
        `tier ${tier}: tier-page-size GET /quotes`,
        `tier ${tier}: tier-rate-limit GET /ping`,
      ])
      .sort(),
  );
}, 60_000);

const EXPECTED: { readonly [name in Break]: readonly string[] } = {
  'free-exports': ['tier-operation tier free GET /export'],
  'pro-no-export': ['tier-operation tier pro GET /export'],
  'free-sees-depth': ['tier-fields tier free GET /quotes'],
  'pro-misses-depth': ['tier-fields tier pro GET /quotes'],
  'free-too-early': ['tier-delay tier free GET /quotes'],
  'pro-too-late': ['tier-delay tier pro GET /quotes'],
  'free-large-pages': ['tier-page-size tier free GET /quotes'],
  'free-small-pages': ['tier-page-size tier free GET /quotes'],
  'free-unlimited': ['tier-rate-limit tier free GET /ping'],
  'free-half-limit': ['tier-rate-limit tier free GET /ping'],
  'limit-silent': ['rate-limit-headers tier free GET /ping', 'rate-limit-headers tier pro GET /ping'],
};

test.each(BREAKS)(
  '%s: exactly that row is found, and its part fails',
  async (broken) => {
    const scan = await scanned([broken]);

    expect(told(scan)).toEqual(EXPECTED[broken]);
    const failing = scan.reports.filter(
      ({ checks, findings = [] }) =>
        checks.some(({ passed, warn }) => !passed && warn !== true) ||
        findings.some(({ severity }) => severity === 'high'),
    );
    expect(failing.map(({ part }) => part?.name)).toEqual(
      broken === 'limit-silent' ? [] : [EXPECTED[broken][0]!.replace(/^\S+ (tier \w+) .*$/u, '$1')],
    );
  },
  60_000,
);

test('rows that nothing is measured for are told', async () => {
  const { measures: _measures, ...rest } = definition;
  const desk = await startTierDesk([]);
  const { skipped } = await scanAgainst({ baseUrl: desk.url, document: deskDocument }, rest);
  await desk.close();

  expect(skipped).toEqual([
    'tier-delay of the API: expected measures.freshness to name an operation of the document',
    'tier-page-size of the API: expected measures.paging to name an operation of the document',
    'tier-rate-limit of the API: expected measures.rate to name an operation of the document',
    'tier-delay of the API: expected measures.freshness to name an operation of the document',
    'tier-page-size of the API: expected measures.paging to name an operation of the document',
    'tier-rate-limit of the API: expected measures.rate to name an operation of the document',
  ]);
}, 60_000);

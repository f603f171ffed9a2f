/** The scan as a whole: what it may send, what it refuses, what it says of what it could not look at, what it never tells. */
import { describe, expect, test } from '@jest/globals';
import type { ScanDefinition } from '#core/acts/scan';
import { matchesOperation } from '#engines/security/operation-pattern';
import { missingId } from '#engines/security/missing-id';
import { CHECKS, NOT_TESTABLE } from '#engines/security/registry';
import { officeDocument, startOffice } from './post-office.ts';
import { scanAgainst, type Scanned } from './scan-context.ts';

const identities: ScanDefinition['identities'] = {
  mara: { query: { access_token: 'tok-mara-77120' } },
  nils: { query: { access_token: 'tok-nils-55310' } },
};

const scanned = async (
  change: Partial<ScanDefinition>,
  setting: { readonly seed?: string; readonly signal?: AbortSignal } = {},
): Promise<Scanned> => {
  const office = await startOffice(['parcels-shared', 'desk-anonymous', 'pin-shown']);
  try {
    return await scanAgainst(
      { baseUrl: office.url, document: officeDocument, secrets: ['tok-mara-77120', 'tok-nils-55310'], ...setting },
      { requestsPerSecond: 5000, identities, ...change },
    );
  } finally {
    await office.close();
  }
};

const methodsOf = ({ sent }: Scanned): string[] => [...new Set(sent.map(({ request }) => request.method))].sort();

describe('row 22: the registry', () => {
  test('every item of the OWASP API Security Top 10 2023 has a check or a written reason', () => {
    const covered = new Set<string>([...CHECKS.map(({ owasp }) => owasp), ...Object.keys(NOT_TESTABLE)]);

    expect([...covered].sort((left, right) => Number(left.slice(3, -5)) - Number(right.slice(3, -5)))).toEqual(
      Array.from({ length: 10 }, (_, at) => `API${String(at + 1)}:2023`),
    );
    expect(Object.values(NOT_TESTABLE).every((reason) => reason.length > 80)).toBe(true);
  });

  test('ids are told once; every check has CWE, severity with a reason, and a remedy', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
    for (const { cwe, why, remedy, title } of CHECKS) {
      expect(cwe).toMatch(/^CWE-\d+$/u);
      for (const text of [why, remedy, title]) expect(text.length).toBeGreaterThanOrEqual(10);
    }
  });
});

describe('profiles', () => {
  test('passive sends nothing but documented reading requests', async () => {
    const scan = await scanned({ profiles: ['authenticated', 'passive'] });

    expect(methodsOf(scan)).toEqual(['GET']);
    expect(
      scan.sent.every(({ request }) =>
        /^\/api\/v4\/(?:offices|postcard|person|parcels|desk\/clerks|parcels\/\d+\/label)$/u.test(
          new URL(request.url).pathname,
        ),
      ),
    ).toBe(true);
    expect(scan.found).toEqual(['credentials-in-url', 'excessive-data']);
  }, 60_000);

  test('anonymous sends no credential at all', async () => {
    const scan = await scanned({ profiles: ['anonymous', 'active'] });

    expect(scan.sent.filter(({ request }) => request.url.includes('tok-'))).toEqual([]);
    expect(scan.found).toEqual(['auth-missing', 'credentials-in-url']);
  }, 60_000);

  test('authenticated leaves out what only nobody could find', async () => {
    expect(
      (await scanned({ profiles: ['authenticated', 'active'], checks: { exclude: ['body-size'] } })).found,
    ).toEqual(['bola-read', 'credentials-in-url', 'excessive-data']);
  }, 60_000);
});

describe('scope', () => {
  test('only included and never excluded operations are called', async () => {
    const scan = await scanned({
      operations: { include: ['/p*', 'GET /parcels/**'], exclude: ['/person'] },
      checks: { exclude: ['debug-path', 'undocumented-method', 'old-version', 'trace-method'] },
    });

    expect([...new Set(scan.sent.map(({ request }) => new URL(request.url).pathname.split('/')[3]))].sort()).toEqual([
      'parcels',
      'postcard',
    ]);
  }, 60_000);

  test('only the checks that are asked for are told', async () => {
    expect((await scanned({ checks: { include: ['bola-*'] } })).found).toEqual(['bola-read']);
  }, 60_000);

  test.each([
    ['GET /orders/{id}', true],
    ['/orders/*', true],
    ['/orders/**', true],
    ['/**', true],
    ['*', true],
    ['GET *', true],
    ['readOrder', true],
    ['DELETE /orders/{id}', false],
    ['/orders', false],
    ['/order*/x', false],
    ['/orders/{ID}', false],
  ])('the pattern %s', (pattern, expected) => {
    expect(matchesOperation(pattern, { method: 'GET', path: '/orders/{id}', operationId: 'readOrder' })).toBe(expected);
  });
});

describe('bounds', () => {
  test('never more requests than the budget; what is left out is told with the reason', async () => {
    const scan = await scanned({ requestsMax: 40 });

    expect(scan.sent).toHaveLength(40);
    const told = scan.skipped.filter((line) => line.includes('40 requests are used up (requestsMax)')).join();
    for (const check of ['bola-write', 'debug-path', 'sql-injection', 'mass-assignment', 'cors-reflected'])
      expect(told).toContain(check);
    const ran = scan.reports.flatMap(({ checks }) => checks.map(({ check }) => check.split(':')[0]));
    expect(ran).not.toContain('debug-path');
    expect(scan.reports[0]).toMatchObject({ part: { name: 'API' }, requests: 40 });
  }, 60_000);

  test('a stop ends it at once with the reason of the stop', async () => {
    const stop = new AbortController();
    stop.abort(new Error('cancelled'));

    await expect(scanned({}, { signal: stop.signal })).rejects.toThrow('cancelled');
  });

  test('the same seed tells the same and sends the same, but for times', async () => {
    const told = async (): Promise<string> => {
      const { findings, sent, skipped } = await scanned(
        { checks: { exclude: ['ssrf', 'upstream-redirect'] } },
        { seed: 'one' },
      );
      return JSON.stringify([
        findings.map(({ fingerprint }) => fingerprint),
        skipped,
        sent.map(({ request }) => [request.method, new URL(request.url).pathname, new URL(request.url).search]),
      ]);
    };

    expect(await told()).toBe(await told());
  }, 60_000);
});

test('no finding holds a credential: request, message and curl line are masked', async () => {
  const { findings } = await scanned({});

  expect(findings.length).toBeGreaterThan(3);
  expect(JSON.stringify(findings)).not.toMatch(/tok-mara-77120|tok-nils-55310/u);
  expect(findings.find(({ check }) => check === 'bola-read')).toMatchObject({
    severity: 'high',
    severityReason: 'every user reads what belongs to every other',
    owasp: 'API1:2023',
    cwe: 'CWE-639',
    asvs: 'V4.2.1',
    remedy: 'Look at the owner of the object, not only at the caller being logged in.',
    request: { method: 'GET' },
    response: { status: 200 },
    curl: expect.stringContaining('curl'),
  });
}, 60_000);

describe('bad definitions', () => {
  const suppression = { check: 'bola-read', reason: 'behind the gateway for now', approver: 'ada' };
  test.each<readonly [string, Partial<ScanDefinition>, string]>([
    [
      'an operation that does not exist',
      { login: { operation: 'POST /nowhere' } },
      'login.operation: expected an operation of the document such as GET /offices, got "POST /nowhere"',
    ],
    [
      'an identity that does not exist',
      { tiers: { free: { identity: 'franz' } } },
      'tiers.free.identity: expected one of the identities (mara, nils), got "franz"',
    ],
    [
      'a check that does not exist',
      { checks: { include: ['bola'] } },
      'checks.include: expected the id of a check or a family such as jwt-*, got "bola"',
    ],
    [
      'a path that is none',
      { measures: { freshness: { operation: 'GET /offices', path: '$[' } } },
      'measures.freshness.path: expected a JSONPath (RFC 9535), got "$["',
    ],
    [
      'a suppression without end',
      { suppressions: [{ ...suppression, expires: '' }] },
      'suppressions[0]: expected expires to be a day (2027-03-31) or a moment, got ""',
    ],
    [
      'a suppression without reason',
      { suppressions: [{ ...suppression, reason: '', expires: '2027-01-01' }] },
      'suppressions[0]: expected a reason of at least 10 characters, got ""',
    ],
  ])('%s is told before the first request', async (_what, change, message) => {
    const { reports, sent } = await scanned(change);

    expect(sent).toEqual([]);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.failure).toMatchObject({ type: 'setup' });
    expect(reports[0]?.failure?.message).toContain(message);
  });

  test('a document that is none, and an empty choice of operations', async () => {
    const nothing = await scanAgainst({ baseUrl: 'http://127.0.0.1:1', document: { hello: 1 } }, {});
    const empty = await scanned({ operations: { include: ['/nowhere'] } });

    expect(nothing.reports[0]?.failure?.message).toMatch(/^expected an OpenAPI document/u);
    expect(empty.reports).toEqual([
      {
        checks: [],
        requests: 0,
        requestErrors: 0,
        skipped: 'the document has no operation that include and exclude leave',
      },
    ]);
  });

  test('a target that does not answer leads to no finding', async () => {
    const { findings, skipped, reports } = await scanAgainst(
      { baseUrl: 'http://127.0.0.1:1', document: officeDocument },
      { identities, checks: { exclude: ['credentials-in-url'] }, requestsPerSecond: 5000 },
    );

    expect(findings).toEqual([]);
    expect(skipped.length).toBeGreaterThan(10);
    // A look that nobody answered is no look: the scan is errored, and no check counts as having run.
    expect(reports).toHaveLength(1);
    expect(reports[0]?.failure?.message).toMatch(/^nothing could be looked at: /u);
  }, 60_000);
});

test('a suppressed finding is told and fails nothing; an expired suppression is told', async () => {
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { reports, findings } = await scanned({
    checks: { include: ['bola-read', 'auth-missing'] },
    suppressions: [
      { check: 'bola-read', reason: 'behind the gateway for now', expires: day(30), approver: 'ada' },
      { check: 'auth-missing', reason: 'behind the gateway for now', expires: day(-2), approver: 'ada' },
    ],
  });

  expect(findings.map(({ check, suppressed }) => [check, suppressed?.approver])).toEqual(
    expect.arrayContaining([
      ['bola-read', 'ada'],
      ['auth-missing', undefined],
    ]),
  );
  expect(reports.flatMap(({ warnings = [] }) => warnings).map(({ message }) => message)).toContain(
    `suppression of auth-missing expired ${day(-2)}: it holds no longer`,
  );
  const ofLabel = reports.find(({ part }) => part?.name === 'GET /parcels/{parcelNo}/label');
  expect(ofLabel?.checks.map(({ passed }) => passed)).toEqual([true, true]);
}, 60_000);

test.each([
  ['7', /^\d{7}$/u],
  ['50013', /^\d{7}$/u],
  ['123456789', /^\d{9}$/u],
  ['3fa85f64-5717-4562-b3fc-2c963f66afa6', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-b[0-9a-f]{3}-[0-9a-f]{12}$/u],
  ['ord_Xy12', /^[a-z]{3}_[A-Z][a-z]\d\d$/u],
])('an id like %s that exists nowhere has its form, and is another one each time', (id, form) => {
  const made = [missingId(id, 1), missingId(id, 2)];

  for (const one of made) {
    expect(one).toMatch(form);
    expect(one).not.toBe(id);
  }
  expect(made[0]).not.toBe(made[1]);
});

/**
 * Row 23: the vulnerable twin. With no flaw nothing is found; with flaws exactly what garage-findings.ts says of them. They are scanned for in
 * groups that do not get in each other's way; `npm run bench -- security` scans for each alone and prints precision and recall.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FlawName, RunningVulnerable } from '../../examples/vulnerable/server.ts';
import { FLAWS, readFlaws } from '../../examples/vulnerable/flaws.ts';
import { NOT_TESTABLE, CHECKS } from '#engines/security/registry';
import type { Scanned } from '../engines/security/scan-context.ts';
import { FOUND, GROUPS } from './garage-findings.ts';
import { scanGarage, startGarage } from './scan-garage.ts';

const withGarage = async <T>(
  flaws: readonly FlawName[],
  act: (garage: RunningVulnerable) => Promise<T>,
): Promise<T> => {
  const garage = await startGarage(flaws);
  try {
    return await act(garage);
  } finally {
    await garage.close();
  }
};

const told = ({ findings }: Scanned): string[] =>
  findings
    .map(({ check, operation, place }) =>
      [check, operation ?? 'API', ...(place === undefined ? [] : [place])].join(' | '),
    )
    .sort();

describe('without a flaw', () => {
  test('row 23: nothing is found, twice on the same server, and every part passes', async () => {
    await withGarage([], async (garage) => {
      const [first, second] = [await scanGarage(garage), await scanGarage(garage)];

      expect(told(first)).toEqual([]);
      expect(told(second)).toEqual([]);
      expect(first.reports.flatMap(({ checks }) => checks).filter(({ passed }) => !passed)).toEqual([]);
      expect(first.reports.filter(({ failure }) => failure !== undefined)).toEqual([]);
    });
  }, 120_000);

  test('row 24, row 25, row 27: what matters was looked at, not left out', async () => {
    const { reports } = await withGarage([], (garage) => scanGarage(garage));
    const looked = new Set(
      reports.flatMap(({ checks }) =>
        checks.map(({ check, path: operation }) => `${check.split(':')[0] ?? ''} ${operation ?? ''}`.trim()),
      ),
    );

    for (const one of [
      'bola-read GET /orders/{orderId}',
      'bola-write PUT /orders/{orderId}',
      'bola-write DELETE /orders/{orderId}',
      'existence-leak GET /orders/{orderId}',
      'bfla GET /admin/users',
      'bfla POST /admin/articles',
      'bfla DELETE /admin/articles/{sku}',
      'auth-missing GET /me',
      'auth-invalid GET /me',
      'jwt-alg-none GET /me',
      'jwt-stripped GET /me',
      'jwt-key-confusion GET /me',
      'jwt-kid-path GET /me',
      'jwt-kid-injection GET /me',
      'jwt-expired GET /me',
      'jwt-not-yet-valid GET /me',
      'jwt-audience GET /me',
      'jwt-issuer GET /me',
      'jwt-embedded-key GET /me',
      'jwt-key-url GET /me',
      'jwt-signature GET /me',
      'rate-limit GET /status',
      'rate-limit-headers GET /status',
      'csrf PUT /preferences',
      'user-enumeration POST /sessions',
      'login-unlimited POST /sessions',
      'ssrf POST /imports',
      'xxe POST /feedback',
      'mass-assignment PATCH /me',
      'page-size GET /articles',
      'header-hsts',
      'cors-reflected',
      'debug-path',
      'old-version',
    ])
      expect(looked).toContain(one);
  }, 120_000);

  test('what the scan created it removed again', async () => {
    await withGarage([], async (garage) => {
      const { sent } = await scanGarage(garage);
      const made = sent.filter(
        ({ request, response }) =>
          request.method === 'POST' && request.url.endsWith('/orders') && response?.status === 201,
      );
      const gone = sent.filter(
        ({ request, response }) =>
          request.method === 'DELETE' && request.url.includes('/v2/orders/') && response?.status === 204,
      );

      expect(made.length).toBeGreaterThan(10);
      expect(gone).toHaveLength(made.length);
    });
  }, 120_000);

  test('only the target is contacted, loopback and its own port', async () => {
    await withGarage([], async (garage) => {
      const { sent } = await scanGarage(garage);

      expect([...new Set(sent.map(({ request }) => new URL(request.url).host))]).toEqual([new URL(garage.url).host]);
    });
  }, 120_000);
});

describe('with flaws', () => {
  test('every flaw is in exactly one group', () => {
    expect(GROUPS.flat().toSorted()).toEqual(Object.keys(FLAWS).toSorted());
  });

  test.each(GROUPS.map((group, at) => [at + 1, group] as const))(
    'row 23: group %i: exactly what its flaws lead to is found',
    async (_number, flaws) => {
      const scanned = await withGarage(flaws, (garage) => scanGarage(garage));

      expect(told(scanned)).toEqual([...new Set(flaws.flatMap((flaw) => FOUND[flaw]))].sort());
    },
    120_000,
  );

  test('row 22: each item of the ten is found in the garage or has its reason', () => {
    const found = new Set(
      Object.values(FOUND)
        .flat()
        .map((line) => line.split(' | ')[0]),
    );
    const items = new Set<string>(CHECKS.filter(({ id }) => found.has(id)).map(({ owasp }) => owasp));

    expect([...items, ...Object.keys(NOT_TESTABLE)].toSorted()).toEqual(
      Array.from({ length: 10 }, (_, at) => `API${String(at + 1)}:2023`).toSorted(),
    );
  });
});

describe('its switches', () => {
  test('names between commas, or all; anything else names them', () => {
    expect(readFlaws('banner, no-hsts,')).toEqual(['banner', 'no-hsts']);
    expect(readFlaws('all')).toHaveLength(Object.keys(FLAWS).length);
    expect(() => readFlaws('nonsense')).toThrow(/expected all or one of orders-of-others-read, .*, got nonsense/u);
  });

  test('--help lists each with what an attacker sees', () => {
    const server = path.resolve(import.meta.dirname, '../../examples/vulnerable/server.ts');
    const { stdout, stderr, status } = spawnSync(process.execPath, [server, '--help'], { encoding: 'utf8' });

    expect(status).toBe(0);
    for (const [name, what] of Object.entries(FLAWS))
      expect(`${stdout}${stderr}`).toContain(`${name.padEnd(26)} ${what}`);
  });
});

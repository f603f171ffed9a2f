/** C6: what the report gives for each operation and in total, as JSON and CSV. */
import { describe, expect, test } from '@jest/globals';
import { loadCsv, loadReport, loadSeriesCsv } from '#core/load-report';
import { form, operation, repeated, shard } from './load-shard.ts';

const figures = {
  ...shard([
    operation('list, all', [...repeated(900, 3), ...repeated(100, 40)]),
    operation('=pay', repeated(100, 700), { failed: 3, failures: { http_5xx: 2, timeout: 1 } }),
  ]),
  windows: [{ atMs: 0, users: 7, answered: 110, failed: 1, latency: form(repeated(110, 50)) }],
};

describe('the report of a load', () => {
  const report = loadReport(figures);
  const total = report.rows.at(-1);

  test('has a row for each operation and one for all', () => {
    expect(report.rows.map(({ operation: name, requests, failed, rps }) => [name, requests, failed, rps])).toEqual([
      ['list, all', 1000, 0, 100],
      ['=pay', 100, 3, 10],
      ['total', 1100, 3, 110],
    ]);
    expect(total?.failures).toEqual({ http_5xx: 2, timeout: 1 });
    expect(total?.latencyMs.min).toBe(3);
    expect(total?.latencyMs.max).toBe(700);
    expect(total?.latencyMs.mean).toBeCloseTo((900 * 3 + 100 * 40 + 100 * 700) / 1100, 3);
    expect(total?.latencyMs.p50).toBeCloseTo(3, 1);
    expect((total?.latencyMs.p95 ?? 0) / 700).toBeCloseTo(1, 2);
  });

  test('has the distribution, whose parts add up', () => {
    const parts = total?.distribution ?? [];

    expect(parts.filter(({ requests }) => requests > 0)).toEqual([
      { upToMs: 5, requests: 900 },
      { upToMs: 50, requests: 100 },
      { upToMs: 1000, requests: 100 },
    ]);
    expect(parts.reduce((sum, { requests }) => sum + requests, 0)).toBe(1100);
  });

  test('as CSV has a column for each failure, and no cell that a spreadsheet would run', () => {
    const lines = loadCsv(report).split('\r\n');

    expect(lines[0]).toMatch(/^operation,requests,failed,rps,latency_ms_min,.*,failed_http_5xx,failed_timeout$/u);
    expect(lines[1]).toMatch(/^"list, all",1000,0,100,3,/u);
    expect(lines[2]).toMatch(/^'=pay,100,3,10,700,.*,2,1$/u);
    expect(lines).toHaveLength(5);
  });

  test('has users and times over time', () => {
    expect(report.windows[0]).toMatchObject({ atMs: 0, users: 7, rps: 110, failed: 1 });
    expect(loadSeriesCsv(report).split('\r\n')[1]).toMatch(/^0,7,110,1,/u);
  });
});

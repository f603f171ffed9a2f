/** A variable that is not there and a secret that cannot be read are alike: no failure of the API, so the gate is inconclusive and says why. */
import { describe, expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import { judge } from '#core/gate';
import { collectResults } from '#core/merge-results';
import type { SuiteDefinition } from '#core/suite';
import { get, ok, run, suiteOf } from './run-scripted.ts';

const gateOf = (results: ReadonlyMap<string, CaseResult>) => {
  const collector = collectResults(0);
  for (const result of results.values()) collector.add(JSON.stringify(result));
  const merged = collector.results();
  const planned = new Set(merged.cases.keys());
  // Failures are tolerated here, so that one which is counted as such would open the gate.
  const rules = { maxFailures: { low: 9, medium: 9, high: 9, critical: 9 } };
  return judge({ runId: 'r1', service: 'shop', rules, results: merged, planned, lostShards: [] });
};

const decidedBy = (results: ReadonlyMap<string, CaseResult>) =>
  gateOf(results)
    .reasons.filter(({ effect }) => effect === 'shut' || effect === 'inconclusive')
    .map(({ code, message }) => `${code}: ${message}`);

const withKey = (id: string) =>
  get(id, { request: { method: 'GET', path: `/${id}`, headers: { 'x-key': '{{apiKey}}' } } });

const needing = (extra: Partial<SuiteDefinition>): SuiteDefinition =>
  suiteOf([withKey('a'), get('b', { dependsOn: ['a'] }), get('c')], extra);

describe('the gate is inconclusive with the reason', () => {
  test('when a secret cannot be read; cases that need it are skipped, and so are their dependents', async () => {
    const { results, http } = await run(needing({ uses: ['apiKey'] }), () => ok(), { secrets: {} });

    expect([...results.values()].map((result) => [result.case, result.verdict])).toEqual(
      expect.arrayContaining([
        ['a', 'skipped'],
        ['b', 'skipped'],
        ['c', 'passed'],
      ]),
    );
    expect(http.requests).toHaveLength(1);
    expect(gateOf(results).answer).toBe('inconclusive');
    expect(decidedBy(results)).toEqual([
      'case-skipped: shop.checkout/a (medium) was skipped: expected the secret "apiKey" to be readable, got Error',
      'case-skipped: shop.checkout/b (medium) was skipped: needs "a" (order), which was skipped',
    ]);
  });

  test('when a variable is not there', async () => {
    const { results } = await run(suiteOf([get('a')], { uses: ['tenantt'] }), () => ok());

    expect(results.get('a')).toMatchObject({ verdict: 'skipped' });
    expect(gateOf(results).answer).toBe('inconclusive');
    expect(decidedBy(results).join()).toContain('expected the environment to have "tenantt"');
  });

  test('a secret that would go elsewhere is a fault of the suite, and shuts the gate', async () => {
    const suite = suiteOf(
      [get('a', { request: { method: 'GET', path: '/a', target: 'other', headers: { 'x-key': '{{apiKey}}' } } })],
      { uses: ['apiKey'] },
    );

    const { results } = await run(suite, () => ok());

    expect(results.get('a')?.verdict).toBe('errored');
  });
});

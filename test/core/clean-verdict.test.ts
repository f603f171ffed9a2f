/** The verdict is sealed as it is, so nothing in it may look like what the sealer refuses, wherever it came from. */
import { expect, test } from '@jest/globals';
import { summarise } from '#core/case-summary';
import { judge } from '#core/gate';
import { findSensitive } from '#core/masking';
import { verdictDocument } from '#core/verdict-document';
import { xmlAttribute, xmlText } from '#core/xml-text';
import { resultOf } from './case-builder.ts';
import { facts } from './gate-facts.ts';

const KEY = 'AKIAABCDEFGH12345678';

test('case names, reasons and sentences of checks are masked in what judging keeps', () => {
  const base = resultOf({ case: 'pay' });
  const kept = summarise(
    {
      ...base,
      name: `pays with ${KEY}`,
      verdict: 'skipped',
      because: { reason: `no answer for ${KEY}` },
      warnings: [{ kind: KEY, message: 'm' }],
    },
    0,
  );

  expect(kept).toMatchObject({ name: 'pays with ***', because: { reason: 'no answer for ***' }, warnings: ['***'] });
});

test('a sentence that only looks sensitive once it is cut is masked', () => {
  const [last] = resultOf({ case: 'pay', verdict: 'failed' }).tries;
  // 20 characters of the key's form stand at the cut; beyond it goes on, so the whole is no key.
  const message = `${'x'.repeat(475)} ${KEY}${'Y'.repeat(60)}`;
  expect(findSensitive(message)).toEqual([]);

  const kept = summarise(
    {
      ...resultOf({ case: 'pay', verdict: 'failed' }),
      tries: [{ ...last!, verdict: 'failed', checks: [{ check: 'c', passed: false, message }] }],
    },
    0,
  );

  expect(findSensitive(JSON.stringify(kept))).toEqual([]);
});

test('reasons of the gate and of lost shards are masked', () => {
  const lostShards = [{ shard: 0, reason: `lost ${KEY}` }];
  const gate = judge(facts([{ case: 'pay' }], { lostShards, error: { code: 'x', message: `broke ${KEY}` } }));
  const run = { tenant: 'acme', runId: 'r1', name: 'n', service: 's', version: null, environment: 'e' };
  const missing = [{ suite: 's', case: 'c', reason: `lost ${KEY}` }];

  expect(gate.reasons.map(({ message }) => message).join()).toContain('broke ***');
  expect(findSensitive(JSON.stringify(verdictDocument({ run, gate, cases: [], lostShards, missing })))).toEqual([]);
});

test('what only looks sensitive once XML spelled it is masked there', () => {
  const text = 'https://u:"pass@host';

  expect(findSensitive(text)).toEqual([]);
  expect(findSensitive(xmlAttribute(text))).toEqual([]);
  expect(findSensitive(xmlText('https://u:p@h'))).toEqual([]);
});

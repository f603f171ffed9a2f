/** The runners' last search for secrets, as a verification of a sealed bundle reads it; lists of files are written out as runners write them. */
import { describe, expect, test } from '@jest/globals';
import { readSecretScan, scanContradictions, scanSummary } from '#core/secret-scan';
import { verifyBundle } from '#core/verify-bundle';
import { reader, rebuilt } from './sealed-bundle.ts';

const FORMS = ['raw', 'url', 'json', 'base64', 'hex', 'base32', 'reversed', 'host'];

const scanOf = (path: string, more: object = {}): object => ({
  path,
  secrets: 3,
  forms: FORMS,
  hitsBeforeMasking: 0,
  hitsAfter: 0,
  ...more,
});

const listOf = (files: readonly object[], paths: readonly string[] = ['results.jsonl.gz', 'log.jsonl.gz']): object => ({
  schema: 'assay/attempt/v1',
  files: paths.map((path) => ({ path })),
  secretScan: { secrets: 3, hits: 0, files },
});

const CLEAN = listOf([scanOf('results.jsonl.gz', { hitsBeforeMasking: 2 }), scanOf('log.jsonl.gz')]);
const OLD = { files: [{ path: 'log.jsonl.gz' }], secretScan: { secrets: 1, hits: 0 } };

describe('what an attempt says of its files', () => {
  test.each<[string, object, readonly string[]]>([
    ['all searched, nothing left', CLEAN, []],
    ['of an earlier version', OLD, []],
    [
      'something left',
      listOf([scanOf('results.jsonl.gz', { hitsAfter: 2 }), scanOf('log.jsonl.gz')]),
      ['expected no secret left in results.jsonl.gz, its scan says 2'],
    ],
    [
      'a file that nobody searched',
      listOf([scanOf('log.jsonl.gz')]),
      ['expected a scan of results.jsonl.gz, got none'],
    ],
    [
      'a withheld file that is there',
      listOf([scanOf('results.jsonl.gz', { hitsAfter: 1, withheld: true }), scanOf('log.jsonl.gz')]),
      ['expected no file results.jsonl.gz, which was withheld'],
    ],
    [
      'a withheld file that is not there',
      listOf([scanOf('results.jsonl.gz', { hitsAfter: 1, withheld: true }), scanOf('log.jsonl.gz')], ['log.jsonl.gz']),
      [],
    ],
  ])('%s', (_, list, contradictions) => {
    expect(scanContradictions(list)).toEqual(contradictions);
  });

  test.each([
    [null],
    [7],
    [[]],
    [{}],
    [{ secretScan: 'none' }],
    [{ secretScan: { secrets: -1, hits: 0 } }],
    [{ secretScan: { secrets: 1, hits: 0, files: [{ path: 1 }] } }],
  ])('%j is no scan', (list) => {
    expect(readSecretScan(list)).toBeUndefined();
    expect(scanContradictions(list)).toEqual([]);
  });

  test('attempts together are told in figures', () => {
    expect(scanSummary([CLEAN, OLD])).toEqual({
      attempts: 2,
      proved: 1,
      files: 2,
      secrets: 3,
      forms: FORMS,
      hitsBeforeMasking: 2,
      withheld: 0,
    });
    expect(scanSummary([])).toBeUndefined();
  });
});

describe('a bundle', () => {
  const path = 'shards/0000/attempt-01/attempt.json';
  const verified = (list: object) =>
    verifyBundle(reader(rebuilt({ [path]: JSON.stringify(list) }, (manifest) => manifest)));

  test('tells of the search for secrets in its attempts', async () => {
    expect((await verified(CLEAN)).secretScan).toMatchObject({ files: 2, hitsBeforeMasking: 2 });
  });

  test('whose attempt says that a secret was left is invalid', async () => {
    const { status, failures } = await verified(
      listOf([scanOf('log.jsonl.gz', { hitsAfter: 1 }), scanOf('results.jsonl.gz')]),
    );

    expect(status).toBe('invalid');
    expect(failures.map(({ message }) => message)).toContain(
      `${path}: expected no secret left in log.jsonl.gz, its scan says 1`,
    );
  });

  test('without lists of files tells nothing of it', async () => {
    expect(await verifyBundle(reader(rebuilt({})))).not.toHaveProperty('secretScan');
  });
});

/** The pages of a report say nothing that the verdict does not say: whatever is wrong with them, the evidence is sealed. */
import { expect, test } from '@jest/globals';
import type { EvidenceManifest } from '#core/manifest';
import { verdictKey } from '#core/staging-keys';
import { judgeRun } from '../../../functions/judge-run/judge-run.ts';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { sealRun } from '../../../functions/seal-run/seal-run.ts';
import { never, POINTER, readyWorld, recordShard, suiteOf, theRun } from './world.ts';

interface Verdict {
  readonly cases: readonly object[];
}

/** Sealed after something was put into the first case of the verdict. */
const sealedWith = async (more: object) => {
  const world = await readyWorld({ shardLimit: 2 }, [suiteOf('checkout', ['a', 'b', 'c', 'd'])]);
  await planRun(world)(POINTER, never);
  for (const shard of [0, 1]) await recordShard(world, shard);
  await judgeRun(world)(POINTER, never);
  const stored = JSON.parse(Buffer.from((await world.staging.get(verdictKey(POINTER)))!.body).toString()) as Verdict;
  const [first, ...others] = stored.cases;
  const changed = JSON.stringify({ ...stored, cases: [{ ...first, ...more }, ...others] });
  await world.staging.put(verdictKey(POINTER), Buffer.from(changed), 'application/json');
  await sealRun(world)(POINTER, never);
  const { key, versionId } = (await theRun(world)).seal!.manifest;
  const manifest = JSON.parse(
    Buffer.from((await world.evidence.getVersion(key, versionId))!).toString(),
  ) as EvidenceManifest;
  return { world, files: manifest.entries.map(({ path }) => path).filter((path) => path.startsWith('verdict/')) };
};

test('figures that no page can show leave the pages out, and say so', async () => {
  const { world, files } = await sealedWith({ probe: { load: { figures: { version: 1, part: {} }, rules: {} } } });

  expect(files).toEqual(['verdict/junit.xml', 'verdict/results.json']);
  expect(JSON.stringify(world.log.lines)).toContain('the run is sealed without its report pages');
  expect((await theRun(world)).sealError).toBeUndefined();
});

test('a verdict as judge-run writes it is sealed with both pages', async () => {
  expect((await sealedWith({})).files).toEqual([
    'verdict/junit.xml',
    'verdict/report-open.html',
    'verdict/report.html',
    'verdict/results.json',
  ]);
});

/** Every snapshot of the data set, cut with perfect durations: ratio of the longest shard to the lower bound, worst over the snapshots of a project. */
import { dataDir } from '../data-dir.ts';
import { readSnapshots } from '../durations-data.ts';
import { figure } from '../figure.ts';
import { planOf, ratioToLowerBound } from '../plan.ts';
import type { Conformance } from './main.ts';

export const conformance: Conformance = async function* (options) {
  const snapshots = readSnapshots(dataDir('durations', options));
  for (const project of new Set(snapshots.map((snapshot) => snapshot.project))) {
    for (const shards of [4, 8, 16, 32, 64]) {
      const ratios = snapshots
        .filter((snapshot) => snapshot.project === project)
        .map(({ durationsMs }) => ratioToLowerBound(planOf(durationsMs, shards), durationsMs, shards));
      yield figure(
        'durations',
        `${project}: worst longest shard / lower bound over ${String(ratios.length)} snapshots, ${String(shards)} shards`,
        Math.max(...ratios),
        'ratio',
        '<= 1.02',
      );
    }
  }
};

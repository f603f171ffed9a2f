/**
 * Generated tests beside Schemathesis: the same service that nobody here wrote, freshly started for each run, the same time for both, three
 * seeds. A distinct fault is an operation, a class of statuses and a failing check. `ASSAY_BENCH_SECONDS` is the time for each run, 600 when
 * absent, `ASSAY_BENCH_SEEDS` the number of seeds.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openContract } from '#engines/contract/open-contract';
import type { Contract } from '#engines/contract/model';
import { explore } from '#engines/generated/explore';
import type { ExploreRule } from '#core/acts/explore';
import { figure, type Bench } from './figure.ts';
import { loopbackProbe } from './generated-context.ts';
import { faultKey } from './generated-fault.ts';
import { schemathesis, type PeerFound } from './generated-peer.ts';
import { SERVICE, startService, type RunningService } from './generated-service.ts';
import { PLACE } from './peers/programs.ts';

const SECONDS = Number(process.env['ASSAY_BENCH_SECONDS'] ?? 600);
const SEEDS = Number(process.env['ASSAY_BENCH_SEEDS'] ?? 3);

const assay = async (service: RunningService, contract: Contract, seed: number): Promise<PeerFound> => {
  const { context, close } = loopbackProbe(service.origin, service.document, String(seed));
  const faults = new Set<string>();
  let requests = 0;
  try {
    await explore({ requestsMax: 1_000_000, secondsMax: SECONDS }, context, (report) => {
      requests += report.requests;
      for (const { check, request, place } of report.findings ?? []) {
        const status = Number(/^([1-5])xx$/u.exec(place ?? '')?.[1] ?? 0) * 100;
        if (request === undefined || status === 0) continue;
        const seen = {
          rule: check as ExploreRule,
          status,
          method: request.method,
          path: new URL(request.url).pathname,
        };
        const key = faultKey(contract, seen);
        if (key !== undefined) faults.add(key);
      }
    });
  } finally {
    await close();
  }
  return { faults, requests };
};

const onFreshService = async (
  ask: (service: RunningService, contract: Contract) => Promise<PeerFound>,
): Promise<PeerFound> => {
  const service = await startService();
  try {
    return await ask(service, openContract(service.document));
  } finally {
    await service.stop();
  }
};

const missing = (from: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...others].filter((fault) => !from.has(fault)).sort();

export const bench: Bench = async function* () {
  const ours = new Set<string>();
  const theirs = new Set<string>();
  const runs: unknown[] = [];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const mine = await onFreshService((service, contract) => assay(service, contract, seed));
    const peer = await onFreshService((service, contract) => schemathesis(service, contract, seed, SECONDS));
    for (const fault of mine.faults) ours.add(fault);
    for (const fault of peer.faults) theirs.add(fault);
    runs.push({
      seed,
      seconds: SECONDS,
      assay: [...mine.faults].sort(),
      schemathesis: [...peer.faults].sort(),
      assayMissed: missing(mine.faults, peer.faults),
      schemathesisMissed: missing(peer.faults, mine.faults),
    });
    const of = `${SERVICE}, seed ${String(seed)}, ${String(SECONDS)} s each`;
    yield figure(
      'generated',
      `distinct faults, assay, ${of}`,
      mine.faults.size,
      'faults',
      `>= ${String(peer.faults.size)}`,
    );
    yield figure('generated', `distinct faults, Schemathesis, ${of}`, peer.faults.size, 'faults');
    yield figure('generated', `requests, assay, ${of}`, mine.requests, 'requests');
    yield figure('generated', `requests, Schemathesis, ${of}`, peer.requests, 'requests');
  }
  // Which ones they are is for docs/generated-tests.md.
  writeFileSync(
    path.join(PLACE, 'generated-faults.json'),
    `${JSON.stringify({ runs, assayMissed: missing(ours, theirs), schemathesisMissed: missing(theirs, ours) }, null, 2)}\n`,
  );
  yield figure('generated', 'distinct faults over all seeds, assay', ours.size, 'faults', `>= ${String(theirs.size)}`);
  yield figure('generated', 'distinct faults over all seeds, Schemathesis', theirs.size, 'faults');
};

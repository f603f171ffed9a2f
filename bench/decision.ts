/** Time from the last recorded attempt to the moment at which a client that polls every 25 ms reads the gate result. Emulator, client and Lambdas share one clock. */
import { setTimeout as pause } from 'node:timers/promises';
import type { RunAccepted, RunView } from '#contracts/generated/types';
import { callPlane } from '../local/plane-call.ts';
import { figure, median, type Bench } from './figure.ts';
import { startShopOnCloud, type ShopOnCloud } from './shop-on-cloud.ts';

const RUNS = 7;
const POLL_MS = 25;
const TIMEOUT_MS = 60_000;

const decide = async ({ cloud, token }: ShopOnCloud): Promise<number> => {
  const accepted = await callPlane(cloud.url, {
    method: 'POST',
    path: '/tests/run',
    token,
    json: { service: 'shop', executor: 'lambda', shards: 2 },
  });
  const { runId } = accepted.body as RunAccepted;
  const deadline = Date.now() + TIMEOUT_MS;
  while (Date.now() < deadline) {
    const { gate, timings } = (await callPlane(cloud.url, { method: 'GET', path: `/tests/run/${runId}`, token }))
      .body as RunView;
    if (gate !== null && timings.lastRecordedAt !== null) return Date.now() - Date.parse(timings.lastRecordedAt);
    await pause(POLL_MS);
  }
  throw new Error(`run ${runId} had no gate result within ${String(TIMEOUT_MS)} ms`);
};

export const bench: Bench = async function* () {
  const shop = await startShopOnCloud();
  try {
    const first = await decide(shop);
    const warm: number[] = [];
    for (let round = 1; round < RUNS; round += 1) warm.push(await decide(shop));
    yield figure(
      'decision',
      'last recorded attempt to gate result readable, first run (cold functions)',
      first / 1000,
      's',
      '<= 3',
    );
    yield figure(
      'decision',
      `the same, worst of ${String(warm.length)} further runs`,
      Math.max(...warm) / 1000,
      's',
      '<= 3',
    );
    yield figure('decision', 'the same, median of further runs', median(warm) / 1000, 's');
  } finally {
    await shop.stop();
  }
};

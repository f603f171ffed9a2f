/**
 * `npm run demo`: the whole of Assay on this machine. Starts a cloud (or uses the one of `npm start`), tests the example shop once as it
 * is and once with a planted bug, verifies the evidence offline, ends everything it started.
 *
 * Exit code 0 when the story went as it should, 1 otherwise.
 */
import { rmSync } from 'node:fs';
import { openChildren } from '../children.ts';
import { forget, startCloud } from '../cloud.ts';
import type { Cloud } from '../cloud.ts';
import { onEnd } from '../ending.ts';
import { messageOf } from '../message-of.ts';
import { assayFolder } from '../places.ts';
import { findRunningCloud, reach } from '../running-cloud.ts';
import { tellStory } from './story.ts';
import { summarize, summaryText, writeSummary } from './summary.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const started = performance.now();
const elapsed = (): number => (performance.now() - started) / 1000;
const shows = openChildren(assayFolder('clouds', `${String(process.pid)}-demo`));
const ending = new AbortController();
let own: Cloud | undefined;

const stopAll = async (): Promise<void> => {
  await shows.stopAll();
  await own?.stop();
};

onEnd((exitCode) => {
  say('\nstopping');
  ending.abort();
  void stopAll().finally(() => process.exit(exitCode));
});

const ownCloud = async (): Promise<Cloud> => {
  const { AWS_ENDPOINT_URL: endpoint, ASSAY_PYTHON: python } = process.env;
  own = await startCloud({
    say,
    signal: ending.signal,
    ...(endpoint === undefined || endpoint === '' ? {} : { endpoint }),
    ...(python === undefined ? {} : { python }),
  });
  return own;
};

const demo = async (): Promise<boolean> => {
  const running = await findRunningCloud();
  if (running !== undefined) say(`using the cloud that runs here already: ${running.url}`);
  const cloud = running === undefined ? await ownCloud() : reach(running);
  const startSeconds = elapsed();
  const story = await tellStory({ cloud, children: shows, say });
  const summary = summarize(story, startSeconds, elapsed());
  say(`\n${summaryText(summary)}\n\nsummary in ${writeSummary(summary)}`);
  return summary.asExpected;
};

const exitCode = await demo().then(
  (asExpected) => {
    return asExpected ? 0 : 1;
  },
  (error: unknown) => {
    if (!ending.signal.aborted) process.stderr.write(`\n${messageOf(error)}\n`);
    return 1;
  },
);
if (!ending.signal.aborted) {
  await stopAll();
  if (exitCode === 0) {
    rmSync(shows.folder, { recursive: true, force: true });
    if (own !== undefined) forget(own);
  }
  process.exit(exitCode);
}

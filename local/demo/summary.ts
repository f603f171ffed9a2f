import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { assayFolder, place } from '../places.ts';
import type { ToldRun, ToldStory } from './story.ts';

export interface Summary extends ToldStory {
  readonly asExpected: boolean;
  readonly startSeconds: number;
  readonly totalSeconds: number;
}

const wentAsExpected = ({ runs, evidence }: ToldStory): boolean =>
  evidence.verified && runs.every(({ gate, expected }) => gate === expected);

export const summarize = (story: ToldStory, startSeconds: number, totalSeconds: number): Summary => ({
  ...story,
  asExpected: wentAsExpected(story),
  startSeconds: Math.round(startSeconds * 10) / 10,
  totalSeconds: Math.round(totalSeconds * 10) / 10,
});

const countsText = ({ counts }: ToldRun): string =>
  ['passed', 'failed', 'errored', 'skipped'].map((verdict) => `${String(counts[verdict] ?? 0)} ${verdict}`).join(', ');

const runText = (run: ToldRun): string[] => [
  `- ${run.title}: gate ${run.gate}${run.gate === run.expected ? '' : ` (expected ${run.expected})`}, ${countsText(run)}, ${run.seconds.toFixed(1)} s, run ${run.runId}`,
  ...run.reasons.map(({ code, message }) => `    ${code}: ${message}`),
];

/** The demo's outcome in words, for terminal and file alike. */
export const summaryText = (summary: Summary): string => {
  const { evidence } = summary;
  return [
    ...summary.runs.flatMap(runText),
    `- evidence of ${evidence.runId}: ${evidence.verified ? 'verified offline' : 'NOT verified'}, kept in ${path.relative(place(), evidence.folder)}`,
    `- ${summary.asExpected ? 'all as expected' : 'NOT as expected'} in ${summary.totalSeconds.toFixed(1)} s, ${summary.startSeconds.toFixed(1)} s of them to have a cloud`,
  ].join('\n');
};

/** Writes summary.json and summary.md into `.assay/demo`. @returns the path of the latter, relative to the checkout */
export const writeSummary = (summary: Summary): string => {
  const folder = assayFolder('demo');
  writeFileSync(path.join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  const file = path.join(folder, 'summary.md');
  writeFileSync(file, `# Assay demo\n\n${summaryText(summary)}\n`);
  return path.relative(place(), file);
};

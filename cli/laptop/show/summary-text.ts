import type { CaseResult } from '#core/case-result';
import { nameOf, type CaseSummary } from '#core/case-summary';
import { countsText } from '../../follow/progress-lines.ts';
import { answerText, reasonLines } from '../../render/gate-text.ts';
import { oneLine, type Paint } from '../../render/paint.ts';
import { counted, duration } from '../../render/table.ts';
import type { LaptopRun } from '../run-laptop.ts';
import { skippedText } from './skipped-text.ts';

const WARNINGS_MAX = 10;
const SLOWEST = 3;
/** A list of what failed helps once it does not fit on one screen. */
const FAILED_LIST_FROM = 4;
const FAILED_LIST_MAX = 30;

/** What the summary needs besides the run. */
export interface SummaryFacts {
  /** Warnings by their case, in the order they came. */
  readonly warnings: readonly { readonly place: string; readonly warning: CaseResult['warnings'][number] }[];
  readonly usedSeed: boolean;
  /** Failures shown in full, and those that were only counted. */
  readonly blocks: number;
  readonly unshown: number;
  /** Cases stand right above, without an empty line. */
  readonly endsInLine: boolean;
  readonly added: number;
  readonly target: string;
}

/** Said above, case by case. */
const SHOWN_ABOVE = new Set([
  'case-failed',
  'case-errored',
  'dependents-skipped',
  'case-skipped',
  'requirement-unmet',
  'warnings',
  'flaky-cases',
  'failures-within-limit',
]);

const warningsText = ({ warnings }: SummaryFacts, paint: Paint, columns: number): string => {
  if (warnings.length === 0) return '';
  const groups = [...Map.groupBy(warnings, ({ place, warning }) => `${place}: ${warning.message} (${warning.kind})`)];
  const lines = groups
    .slice(0, WARNINGS_MAX)
    .map(
      ([text, all]) =>
        `  ${paint.yellow('!')} ${oneLine(all.length > 1 ? `${String(all.length)} × ${text}` : text, columns * 2)}`,
    );
  const more = groups.length > WARNINGS_MAX ? [paint.dim(`    and ${String(groups.length - WARNINGS_MAX)} more`)] : [];
  return `${paint.bold('warnings')}\n${[...lines, ...more].join('\n')}\n\n`;
};

const isFailure = ({ verdict }: CaseSummary): boolean => verdict === 'failed' || verdict === 'errored';

const failedList = (run: LaptopRun, { blocks, unshown }: SummaryFacts, paint: Paint, columns: number): string => {
  const failed = run.cases.filter(isFailure);
  if (blocks < FAILED_LIST_FROM && unshown === 0) return '';
  const lines = failed.slice(0, FAILED_LIST_MAX).map((entry) => {
    const place = nameOf(entry);
    const said = oneLine(entry.message ?? '', Math.max(30, columns - place.length - 6));
    return `  ${entry.advisory ? paint.yellow('✗') : paint.red('✗')} ${place}  ${paint.dim(said)}`;
  });
  const more = failed.length - lines.length;
  const left =
    more > 0 || unshown > 0
      ? [
          paint.dim(
            `    ${more > 0 ? `and ${String(more)} more; ` : ''}--verbose shows every one, --json and --junit keep them`,
          ),
        ]
      : [];
  return `${paint.bold('not passed')}\n${[...lines, ...left].join('\n')}\n\n`;
};

const slowestText = (run: LaptopRun): string =>
  [...run.cases]
    .filter((entry) => entry.requests > 0)
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, SLOWEST)
    .map((entry) => `${nameOf(entry)} ${duration(entry.durationMs)}`)
    .join(', ');

/** What a run on this machine came to: skipped cases by their cause, warnings, the gate with its reasons, figures. */
export const summaryText = (run: LaptopRun, facts: SummaryFacts, paint: Paint, columns: number): string => {
  const { gate } = run;
  const ran = run.cases.length;
  const reasons = gate.reasons.filter(({ code }) => !SHOWN_ABOVE.has(code));
  const figures = [
    countsText(gate.counts, paint),
    counted(ran, 'case'),
    counted(gate.counts.checks, 'check'),
    ...(gate.counts.warnings > 0 ? [paint.yellow(counted(gate.counts.warnings, 'warning'))] : []),
    ...(gate.p95Ms === null ? [] : [`p95 ${duration(gate.p95Ms)}`]),
    duration(run.endedAtEpochMs - run.startedAtEpochMs),
  ];
  const slowest = slowestText(run);
  return [
    facts.endsInLine ? '\n' : '',
    skippedText(run.cases, paint, columns),
    warningsText(facts, paint, columns),
    failedList(run, facts, paint, columns),
    `${answerText(gate.answer, paint)}  ${figures.join(paint.dim(' · '))}\n`,
    ...reasonLines({ reasons: reasons.map((reason) => ({ ...reason })) }, paint).map((line) => `${line}\n`),
    ...(facts.added > 0 ? [paint.dim(`  with ${counted(facts.added, 'case')} that the selected ones need\n`)] : []),
    ...(slowest === '' ? [] : [paint.dim(`  slowest  ${slowest}\n`)]),
    ...(facts.usedSeed ? [paint.dim(`  seed     ${run.seed} (--seed ${run.seed} makes the same values again)\n`)] : []),
  ].join('');
};

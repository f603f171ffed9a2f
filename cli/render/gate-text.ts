import type { CommandContext } from '../command-context.ts';
import { countsText } from '../follow/progress-lines.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { HINTS } from '../plane/problem-failure.ts';
import type { RunView } from '../plane/wire.ts';
import { plainText, type Paint } from './paint.ts';
import { counted, duration } from './table.ts';

type Gate = NonNullable<RunView['gate']>;

/** What a gate result ends the process with. A run without one counts as inconclusive. */
export const gateExit = (view: RunView | undefined): ExitCode => {
  const answer = view?.gate?.answer;
  if (answer === 'open') return EXIT.ok;
  return answer === 'shut' ? EXIT.gateShut : EXIT.inconclusive;
};

const MARKS = { open: '✓', shut: '✗', inconclusive: '?' } as const;

/** `✓ gate open`, in its colour. */
export const answerText = (answer: Gate['answer'], paint: Paint): string => {
  const text = `${MARKS[answer]} gate ${answer}`;
  if (answer === 'open') return paint.bold(paint.green(text));
  return paint.bold(answer === 'shut' ? paint.red(text) : paint.yellow(text));
};

const EFFECT_ORDER = ['shut', 'inconclusive', 'warn', 'info'] as const;

/** Why the gate is as it is, what decides first. */
export const reasonLines = (gate: Pick<Gate, 'reasons'>, paint: Paint): string[] =>
  [...gate.reasons]
    .sort((a, b) => EFFECT_ORDER.indexOf(a.effect) - EFFECT_ORDER.indexOf(b.effect))
    .map((reason) => {
      const label = {
        shut: paint.red('shut'),
        inconclusive: paint.yellow('inconclusive'),
        warn: paint.yellow('warning'),
        info: 'info',
      }[reason.effect];
      const where = [reason.suite, reason.case].filter((part) => part !== undefined).join('/');
      const detail = reason.detail === undefined ? '' : `\n        ${plainText(reason.detail)}`;
      return `  ${label}  ${plainText(reason.message)}${paint.dim(` (${reason.code}${where === '' ? '' : `, ${plainText(where)}`})`)}${detail}`;
    });

/** Error and stop of a run, where they came after its gate result; else they are among the reasons. */
const untoldLines = ({ error, stop }: RunView, gate: Gate, paint: Paint): string[] => {
  const told = new Set(gate.reasons.map(({ code }) => code));
  return [
    ...(error === null || told.has(error.code)
      ? []
      : [`  ${paint.red('error')}  ${plainText(error.message)} ${paint.dim(`(${error.code})`)}`]),
    ...(stop === null || told.has(stop.reason)
      ? []
      : [paint.yellow(`  stopped: ${stop.reason}, by ${plainText(stop.by)}`)]),
  ];
};

/** The same advice as when the plane refuses a run for that reason. */
const hintLines = ({ error }: RunView, paint: Paint): string[] => {
  const hint = error === null ? undefined : HINTS[error.code];
  return hint === undefined ? [] : [`  ${paint.cyan('hint:')} ${hint}`];
};

const tookMs = (view: RunView): number | undefined => {
  const from = Date.parse(view.timings.acceptedAt ?? '');
  const to = Date.parse(view.timings.judgedAt ?? '');
  return Number.isNaN(from) || Number.isNaN(to) ? undefined : to - from;
};

/** Names what was tested: `shop 1.0.0 in shop-local`. */
export const subjectText = (view: RunView): string =>
  `${view.service}${view.version === null ? '' : ` ${view.version}`} in ${view.environment}`;

/** The gate result with its reasons and figures, for people. */
export const gateText = (view: RunView, paint: Paint): string => {
  const gate = view.gate;
  if (gate === null) return `${paint.bold(view.state)}  ${subjectText(view)}  run ${view.runId}\n`;
  const { counts } = gate;
  const ran = counts.passed + counts.failed + counts.errored + counts.skipped;
  const took = tookMs(view);
  const figures = [
    ran === 0 ? 'no case ran' : countsText(counts, paint),
    ran === 0 ? '' : counted(ran, 'case'),
    counts.checks === 0 ? paint.yellow('nothing checked') : counted(counts.checks, 'check'),
    counts.warnings > 0 ? paint.yellow(counted(counts.warnings, 'warning')) : '',
    gate.p95Ms === null ? '' : `p95 ${duration(gate.p95Ms)}`,
    took === undefined ? '' : `answer after ${duration(took)}`,
  ].filter((part) => part !== '');
  return [
    `${answerText(gate.answer, paint)}  ${subjectText(view)}  run ${view.runId}`,
    ...(gate.degraded ? [paint.yellow('  degraded: a mock stood in for a live dependency')] : []),
    ...untoldLines(view, gate, paint),
    ...reasonLines(gate, paint),
    ...hintLines(view, paint),
    `  ${figures.join(paint.dim(' · '))}`,
    '',
  ].join('\n');
};

/** Where to read on. */
export const linksText = (context: CommandContext, view: RunView, addressOf: (path: string) => string): string => {
  const { paint } = context;
  return [
    paint.dim('  results   ') + addressOf(view.links.results),
    paint.dim('  evidence  ') + `assay evidence pull ${view.runId}`,
    paint.dim('  logs      ') + `assay logs ${view.runId}`,
    '',
  ].join('\n');
};

import type { CaseResult } from '#core/case-result';
import { summarise } from '#core/case-summary';
import { NO_COUNTS } from '#core/merge-results';
import { bar, countsText } from '../../follow/progress-lines.ts';
import { oneLine, type Paint } from '../../render/paint.ts';
import { caseBlock, flakyLine, isPartOfProbe, passedLine, titleLine } from './case-block.ts';
import type { Screen } from './screen.ts';

export interface ReporterOptions {
  readonly screen: Screen;
  readonly paint: Paint;
  readonly notePaint: Paint;
  readonly columns: number;
  readonly verbose: boolean;
  /** Cases that will run, each once however many rows it has. */
  readonly planned: number;
  readonly startedAtMs: number;
  readonly nowMs: () => number;
  /** What a case needed, the furthest first. */
  readonly needsOf: (result: CaseResult) => readonly string[];
  /** Says text as it may be shown. */
  readonly mask: (text: string) => string;
}

export interface CaseReporter {
  readonly caseDone: (result: CaseResult) => void;
  /** Draws the line again: time went by. */
  readonly tick: () => void;
  /** Failures shown in full, those that were only counted, and whether the last thing shown has no empty line after it. */
  readonly shown: () => { readonly blocks: number; readonly unshown: number; readonly endsInLine: boolean };
}

/** Failures shown in full; after so many nobody reads on, and the reports hold them all. */
const BLOCKS_MAX = 25;
/** Failures alike that are shown in full, and then in one line each. */
const ALIKE_BLOCKS_MAX = 1;
const ALIKE_LINES_MAX = 4;

/** Failures of one kind: rows of one case, or requests that did not get through for one reason. */
const kindOf = (result: CaseResult): string | undefined => {
  if (isPartOfProbe(result)) return undefined;
  if (result.row !== undefined) return `rows of ${result.suite}/${result.case}`;
  const last = result.tries.at(-1);
  const failure = last?.failure;
  return failure === undefined || last?.response !== undefined || failure.phase === 'check'
    ? undefined
    : `${failure.type} ${failure.message}`;
};

const whyOf = (result: CaseResult): string => {
  const failure = result.tries.at(-1)?.failure;
  return failure === undefined || failure.phase === 'check' ? (summarise(result, 0).message ?? '') : failure.message;
};

/** Shows results as they come: what failed in full, what passed only where it was asked for. */
export const makeCaseReporter = (options: ReporterOptions): CaseReporter => {
  const { screen, paint, columns, verbose, mask } = options;
  const alike = new Map<string, number>();
  const done = new Set<string>();
  let counts = NO_COUNTS;
  let blocks = 0;
  let unshown = 0;
  let last = '';
  const line = (): string => {
    const seconds = Math.max(0, Math.round((options.nowMs() - options.startedAtMs) / 1000));
    const figures = `${String(done.size)}/${String(options.planned)}  ${countsText(counts, options.notePaint)}  ${String(seconds)} s`;
    return `${bar(done.size, options.planned, 24)}  ${figures}`;
  };
  const failed = (result: CaseResult): string => {
    const kind = kindOf(result);
    const before = kind === undefined ? 0 : (alike.get(kind) ?? 0);
    if (kind !== undefined) alike.set(kind, before + 1);
    if (verbose || (before < ALIKE_BLOCKS_MAX && blocks < BLOCKS_MAX)) {
      blocks += 1;
      return caseBlock(result, options.needsOf(result), paint, columns);
    }
    if (before < ALIKE_BLOCKS_MAX + ALIKE_LINES_MAX && blocks < BLOCKS_MAX * 2) {
      return `${titleLine(result, paint, columns)}  ${paint.dim(oneLine(whyOf(result), columns))}\n`;
    }
    unshown += 1;
    return '';
  };
  const textOf = (result: CaseResult): string => {
    if (result.verdict === 'failed' || result.verdict === 'errored') return failed(result);
    if (result.verdict === 'skipped')
      return verbose
        ? `${titleLine(result, paint, columns)}  ${paint.dim(oneLine(result.because?.reason ?? '', columns * 5))}\n`
        : '';
    if (result.flaky) return flakyLine(result, paint, columns);
    return verbose ? passedLine(result, paint, columns) : '';
  };
  return {
    caseDone: (result) => {
      done.add(`${result.suite}/${result.case}`);
      counts = {
        ...counts,
        [result.verdict]: counts[result.verdict] + 1,
        flaky: counts.flaky + (result.flaky ? 1 : 0),
      };
      const text = textOf(result);
      if (text !== '') screen.print(mask(text));
      last = text === '' ? last : text;
      screen.progress(line());
    },
    tick: () => {
      screen.progress(line());
    },
    shown: () => ({ blocks, unshown, endsInLine: last !== '' && !last.endsWith('\n\n') }),
  };
};

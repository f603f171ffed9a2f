import { isCame } from '#core/came-words';
import type { CaseResult, CheckOutcome, Retry, StepRecord, Try } from '#core/case-result';
import { oneLine, plainText, type Paint } from '../../render/paint.ts';
import { counted, duration } from '../../render/table.ts';
import { checkLines } from './check-lines.ts';
import { cameLines, exchangeLine, exchangeLines, marginLine } from './exchange-lines.ts';
import { repeatLines, withFindings } from './finding-lines.ts';

const CHECKS_MAX = 10;
const HELD_MAX = 4;
const PART_CHARACTERS_MAX = 200;

/** Parts of a probe are things of their own, such as operations; rows of a case are the same thing again. */
export const isPartOfProbe = ({ row, tries }: CaseResult): boolean =>
  row !== undefined && tries.some(({ sent }) => sent !== undefined);

/** `shop.checkout/pay`, `shop.checkout/pay[3]` for a row, `shop.api/generated[3 GET /orders]` for a part of a probe. */
export const placeText = (result: CaseResult): string => {
  const { suite, case: id, row } = result;
  if (row === undefined) return `${suite}/${id}`;
  const name = isPartOfProbe(result) && row.name !== undefined ? ` ${oneLine(row.name, PART_CHARACTERS_MAX)}` : '';
  return `${suite}/${id}[${String(row.number)}${name}]`;
};

const MARKS = { passed: '✓', failed: '✗', errored: '✗', skipped: '-' } as const;

const marked = (result: CaseResult, paint: Paint): string => {
  const mark = MARKS[result.verdict];
  if (result.verdict === 'passed') return result.flaky ? paint.yellow('~') : paint.green(mark);
  return result.verdict === 'skipped' || result.advisory ? paint.yellow(mark) : paint.red(mark);
};

/** `✗ shop.checkout/pay  pays the order  failed`. */
export const titleLine = (result: CaseResult, paint: Paint, columns: number): string => {
  const place = placeText(result);
  const name =
    result.name === result.case ? '' : `  ${oneLine(result.name, Math.max(20, columns - place.length - 24))}`;
  const verdict = result.verdict === 'passed' ? '' : `  ${paint.red(result.verdict)}`;
  const advisory = result.advisory && result.verdict !== 'passed' ? paint.dim(' (advisory)') : '';
  return `${marked(result, paint)} ${paint.bold(place)}${name}${verdict}${advisory}`;
};

const retryWords = (retries: readonly Retry[]): string => {
  const got = retries.map(({ status, failure, why }) =>
    why === 'token-refreshed' ? 'token refreshed' : status === undefined ? (failure?.type ?? why) : String(status),
  );
  return `${counted(retries.length, 'retry', 'retries')} (${got.slice(0, 6).join(', ')}${got.length > 6 ? ', …' : ''})`;
};

/** What happened before the last send: earlier tries, retries. */
const historyLines = (result: CaseResult, paint: Paint, columns: number): string[] => {
  const last = result.tries.at(-1);
  const earlier = result.tries.slice(0, -1).map((entry) => {
    const why = entry.failure?.message ?? entry.checks.find((check) => !check.passed)?.check ?? '';
    return marginLine(`try ${String(entry.try)}`, oneLine(`${entry.verdict}: ${why}`, columns - 14), paint);
  });
  const retries = last?.retries ?? [];
  return [...earlier, ...(retries.length === 0 ? [] : [marginLine('before', retryWords(retries), paint)])];
};

const heldLine = (checks: readonly CheckOutcome[], paint: Paint, columns: number): string[] => {
  const held = checks.filter((check) => check.passed && !isCame(check));
  if (held.length === 0) return [];
  const names = held.slice(0, HELD_MAX).map((check) => check.check);
  const more = held.length > HELD_MAX ? `, and ${String(held.length - HELD_MAX)} more` : '';
  return [paint.dim(oneLine(`  ✓ held: ${names.join(', ')}${more}`, columns))];
};

const isStatus = ({ check }: CheckOutcome): boolean => check.startsWith('status is ');
const isSchema = ({ check }: CheckOutcome): boolean => check.includes(' matches the schema');

/** The body of an answer of another status is another body: how it differs from the schema says nothing. */
const failedChecks = (
  failed: readonly CheckOutcome[],
  { findings = [], tries }: CaseResult,
  paint: Paint,
  columns: number,
): string[] => {
  const fitting = failed.some(isStatus) ? failed.filter((check) => !isSchema(check)) : failed;
  const told = withFindings(fitting, findings);
  const left = failed.length - fitting.length;
  return [
    ...told
      .slice(0, CHECKS_MAX)
      .flatMap(({ check, finding }, at) => [
        ...checkLines(check, at > 0 && told[at - 1]?.check.check === check.check, paint, columns),
        ...repeatLines(finding, tries.at(-1)?.curl, paint),
      ]),
    ...(told.length > CHECKS_MAX ? [paint.dim(`  and ${counted(told.length - CHECKS_MAX, 'more failed check')}`)] : []),
    ...(left > 0
      ? [paint.dim(`  and ${counted(left, 'more failed check')} of the body's schema: the answer has another status`)]
      : []),
  ];
};

/** The exchange that decided: that of a setup step where the case did not get further. */
const decisive = (last: Try): Pick<Try, 'request' | 'response' | 'checks'> & { readonly step?: StepRecord } => {
  const step = last.failure?.phase === 'setup' ? last.steps?.findLast((one) => one.stage === 'setup') : undefined;
  return step === undefined ? last : { ...step, step };
};

const failureLine = ({ failure, checks }: Try, paint: Paint, columns: number): string[] => {
  // A failure of checks is the first of those below, in the same words.
  if (failure === undefined || (failure.phase === 'check' && checks.some((check) => !check.passed))) return [];
  const text = oneLine(failure.message, columns * 3);
  return [`  ${paint.red('✗')} ${paint.bold(text)} ${paint.dim(`(${failure.type}, ${failure.phase})`)}`];
};

const rowLine = ({ row }: CaseResult, paint: Paint, columns: number): string[] => {
  if (row === undefined) return [];
  const name = row.name === undefined ? '' : `${row.name} `;
  const values = row.values === undefined ? '' : JSON.stringify(row.values);
  return [marginLine('row', oneLine(`${String(row.number)} of ${row.flow}: ${name}${values}`, columns - 14), paint)];
};

const curlLines = (last: Try, paint: Paint): string[] =>
  last.curl === undefined ? [] : [marginLine('repeat', plainText(last.curl), paint)];

/**
 * A case that did not pass, as its reader wants it: which checks failed and how, what was sent, what came, what happened before, and a
 * command that repeats the request. Everything in it was masked when it was recorded.
 *
 * @param needs cases that it needed, the furthest first
 */
export const caseBlock = (result: CaseResult, needs: readonly string[], paint: Paint, columns: number): string => {
  const last = result.tries.at(-1);
  if (last === undefined) return `${titleLine(result, paint, columns)}\n`;
  const { request, response, checks, step } = decisive(last);
  const exchange = { ...(request === undefined ? {} : { request }), ...(response === undefined ? {} : { response }) };
  const failed = checks.filter((check) => !check.passed);
  const paragraphs = [
    [
      `${titleLine(result, paint, columns)} ${paint.dim(`after ${duration(result.durationMs)}`)}`,
      ...exchangeLine(exchange, step === undefined ? last : {}, paint, Math.max(40, columns - 40)),
    ],
    [
      ...failureLine(last, paint, columns),
      ...failedChecks(failed, result, paint, columns),
      ...heldLine(checks, paint, columns),
    ],
    [
      ...exchangeLines(exchange, failed, paint, columns),
      ...cameLines(checks.filter(isCame), paint, columns),
      ...historyLines(result, paint, columns),
      ...rowLine(result, paint, columns),
      ...(needs.length === 0 ? [] : [marginLine('needed', oneLine(needs.join(' → '), columns - 14), paint)]),
      ...(step === undefined ? curlLines(last, paint) : []),
    ],
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n\n`)
    .join('');
};

/** A case that passed only in the end. */
export const flakyLine = (result: CaseResult, paint: Paint, columns: number): string => {
  const last = result.tries.at(-1);
  const first = result.tries[0];
  const why =
    result.tries.length > 1
      ? `passed at try ${String(result.tries.length)}: ${first?.failure?.message ?? first?.checks.find((check) => !check.passed)?.check ?? ''}`
      : `passed after ${retryWords(last?.retries ?? [])}`;
  return `${titleLine(result, paint, columns)}  ${paint.yellow(oneLine(`flaky, ${why}`, columns))}\n`;
};

/** A case that passed, for those who want to see every one. */
export const passedLine = (result: CaseResult, paint: Paint, columns: number): string => {
  const last = result.tries.at(-1);
  const request = last?.request;
  const did =
    request === undefined
      ? ''
      : `  ${paint.dim(oneLine(`${request.method} ${request.url} → ${String(last?.response?.status ?? '-')}`, columns))}`;
  return `${titleLine(result, paint, columns)}${did}  ${paint.dim(duration(result.durationMs))}\n`;
};

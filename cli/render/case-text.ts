import { isCame } from '#core/came-words';
import type { CaseResult, CheckOutcome, Try } from '#core/case-result';
import type { Json } from '#core/units';
import { oneLine, plainText, type Paint } from './paint.ts';
import { counted, duration } from './table.ts';

const VALUE_WIDTH = 200;
const CHECKS_MAX = 10;

const valueText = (value: Json | undefined): string =>
  value === undefined ? 'nothing' : oneLine(JSON.stringify(value), VALUE_WIDTH);

const checkLines = (check: CheckOutcome, paint: Paint): string[] => [
  `    ${paint.red('✗')} ${plainText(check.check)}`,
  ...(check.expected === undefined ? [] : [`        expected  ${paint.green(valueText(check.expected))}`]),
  ...(check.got === undefined && check.expected === undefined
    ? []
    : [`        got       ${paint.red(valueText(check.got))}`]),
  ...(check.path === undefined ? [] : [`        at        ${plainText(check.path)}`]),
  ...(check.message === undefined ? [] : [`        ${oneLine(check.message, VALUE_WIDTH)}`]),
];

const isStatus = ({ check }: CheckOutcome): boolean => check.startsWith('status is ');
const isSchema = ({ check }: CheckOutcome): boolean => check.includes(' matches the schema');

/** The body of an answer of another status is another body: how it differs from the schema says nothing, so it is only counted. */
const failedLines = (failed: readonly CheckOutcome[], paint: Paint): string[] => {
  const told = failed.some(isStatus) ? failed.filter((check) => !isSchema(check)) : failed;
  const ofSchema = failed.length - told.length;
  return [
    ...told.slice(0, CHECKS_MAX).flatMap((check) => checkLines(check, paint)),
    ...(told.length > CHECKS_MAX ? [`    and ${moreChecks(told.length - CHECKS_MAX)}`] : []),
    ...(ofSchema > 0 ? [`    and ${moreChecks(ofSchema)} of the body's schema: the answer has another status`] : []),
  ];
};

const moreChecks = (count: number): string => counted(count, 'more failed check');

/** Webhooks and messages that a case waited for. */
const cameLines = (checks: readonly CheckOutcome[], paint: Paint): string[] =>
  checks
    .filter(isCame)
    .map(({ check, got }) => paint.dim(`    ${plainText(check)}${got === undefined ? '' : `: ${valueText(got)}`}`));

const exchangeLine = (last: Try, paint: Paint): string[] => {
  if (last.request === undefined) return [];
  const { method, url } = last.request;
  const answer = last.response === undefined ? 'no answer' : `answered ${String(last.response.status)}`;
  return [paint.dim(`    ${method} ${oneLine(url, 160)} ${answer} after ${duration(last.durationMs)}`)];
};

/** A case that did not pass: which checks failed, with what was expected, what came and where. */
export const caseText = (result: CaseResult, paint: Paint): string => {
  const last = result.tries.at(-1);
  const failed = last?.checks.filter((check) => !check.passed) ?? [];
  const title = `  ${paint.bold(`${result.suite}/${result.case}`)}  ${plainText(result.name)}  ${paint.red(result.verdict)}`;
  return [
    `${title}${result.advisory ? paint.dim(' (advisory)') : ''}${result.tries.length > 1 ? paint.dim(`, ${counted(result.tries.length, 'try', 'tries')}`) : ''}`,
    ...(last === undefined ? [] : exchangeLine(last, paint)),
    // A failure of checks is the first of those below, in the same words.
    ...(last?.failure === undefined || (last.failure.phase === 'check' && failed.length > 0)
      ? []
      : [
          `    ${paint.red('✗')} ${plainText(last.failure.message)} ${paint.dim(`(${last.failure.type}, ${last.failure.phase})`)}`,
        ]),
    ...failedLines(failed, paint),
    ...cameLines(last?.checks ?? [], paint),
    ...(result.because === undefined ? [] : [`    ${plainText(result.because.reason)}`]),
    '',
  ].join('\n');
};

import type { CliFailure } from '../cli-failure.ts';
import { plainText, type Paint } from './paint.ts';

const POINTERS_MAX = 20;

/** `error: title: detail (code)`, pointers below, the hint last; the request's id where asked for. */
export const failureText = (failure: CliFailure, paint: Paint, verbose: boolean): string => {
  const { code, hint, pointers = [], requestId } = failure.extra;
  const title = failure.title === '' ? '' : `${plainText(failure.title)}: `;
  const lines = [
    `${paint.red('error:')} ${title}${plainText(failure.message)}${code === undefined ? '' : paint.dim(` (${plainText(code)})`)}`,
  ];
  for (const { pointer, reason } of pointers.slice(0, POINTERS_MAX)) {
    lines.push(`  ${paint.bold(pointer === '' ? '(whole body)' : plainText(pointer))}: ${plainText(reason)}`);
  }
  if (pointers.length > POINTERS_MAX) lines.push(`  and ${String(pointers.length - POINTERS_MAX)} more`);
  if (hint !== undefined) lines.push(`${paint.cyan('hint:')} ${hint}`);
  if (verbose && requestId !== undefined) lines.push(paint.dim(`request id: ${plainText(requestId)}`));
  return `${lines.join('\n')}\n`;
};

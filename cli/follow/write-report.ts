/** Forms of a judged run that the plane makes, written to files of this machine. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CliFailure, fileFailure } from '../cli-failure.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import { makeFolder } from '../make-folder.ts';
import type { PlaneClient } from '../plane/plane-client.ts';

interface Form {
  readonly path: string;
  readonly accept: string;
  /** Beginning of what must come, so that another server at the address is not kept as a report. */
  readonly begins: RegExp;
  readonly what: string;
}

export const REPORT_FORMS = {
  ctrf: { path: 'ctrf', accept: 'application/json', begins: /^\s*\{/u, what: 'a CTRF report' },
  sarif: { path: 'sarif', accept: 'application/json', begins: /^\s*\{/u, what: 'a SARIF log' },
  markdown: { path: 'summary', accept: 'text/markdown', begins: /\S/u, what: 'a summary in Markdown' },
  html: { path: 'report', accept: 'text/html', begins: /^\s*<!doctype html/iu, what: 'an HTML page' },
} as const satisfies { readonly [form: string]: Form };
export type ReportForm = keyof typeof REPORT_FORMS;

/**
 * Asks the plane for one form of a run and writes it. A link of the plane is followed without the token, which is nobody else's.
 *
 * @throws CliFailure: problems of the plane, something else at its address, a file that cannot be written
 */
export const writeReport = async (
  client: PlaneClient,
  context: CommandContext,
  { runId, form, file }: { readonly runId: string; readonly form: ReportForm; readonly file: string },
): Promise<void> => {
  const { path: name, accept, begins, what } = REPORT_FORMS[form];
  const place = `/tests/run/${runId}/${name}`;
  const { text } = await client.send({ method: 'GET', path: place, headers: { accept } });
  if (!begins.test(text))
    throw new CliFailure(
      EXIT.unavailable,
      'unexpected answer',
      `GET ${place} should lead to ${what}, got something else`,
    );
  const target = path.resolve(context.world.cwd, file);
  try {
    await makeFolder(path.dirname(target));
    await writeFile(target, text.endsWith('\n') ? text : `${text}\n`);
  } catch (error) {
    throw fileFailure('write', file, error);
  }
  context.note(`${form === 'html' ? 'page' : form} written to ${file}\n`);
};

import { open, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseResult } from '#core/case-result';
import { CliFailure, fileFailure } from '../cli-failure.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { makeFolder } from '../make-folder.ts';
import type { PlaneClient } from '../plane/plane-client.ts';
import { fetchAll, type RunView } from '../plane/wire.ts';
import { caseText } from '../render/case-text.ts';
import { gateExit, gateText, linksText } from '../render/gate-text.ts';
import { counted } from '../render/table.ts';

const SHOWN_MAX = 20;
const FETCHED_MAX = 1000;

/** Cases that failed or errored, in the order of the plane; undefined when they cannot be read. */
const notPassed = async (client: PlaneClient, context: CommandContext, view: RunView): Promise<CaseResult[]> => {
  const counts = view.gate?.counts ?? view.progress.counts;
  if (counts.failed + counts.errored === 0) return [];
  const found: CaseResult[] = [];
  try {
    for (const verdict of ['failed', 'errored'] as const) {
      if (counts[verdict] === 0) continue;
      const path = `/tests/run/${view.runId}/results`;
      found.push(
        ...(await fetchAll<CaseResult>(
          client,
          { method: 'GET', path, query: { verdict, limit: 100 } },
          'ResultList',
          FETCHED_MAX,
        )),
      );
    }
  } catch (error) {
    // The gate result stands without its details; not being able to show them must not change the exit code.
    if (!(error instanceof CliFailure)) throw error;
    context.note(`${context.notePaint.yellow('warning:')} the failed cases cannot be shown: ${error.message}\n`);
  }
  return found;
};

const isThere = async (file: string): Promise<boolean> => {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
};

/**
 * Tries the place of a JUnit file before anything is started, because a path that cannot be written would be found out only after the run.
 * A file that is there keeps its contents; none is left where none was.
 *
 * @throws CliFailure usage
 */
export const tryJunitPath = async ({ world }: CommandContext, file: string | undefined): Promise<void> => {
  if (file === undefined) return;
  const target = path.resolve(world.cwd, file);
  try {
    await makeFolder(path.dirname(target));
    const there = await isThere(target);
    await (await open(target, 'a')).close();
    if (!there) await rm(target, { force: true });
  } catch (error) {
    throw fileFailure('write', file, error);
  }
};

/** Writes the run's JUnit file. A gate that is shut is written like one that is open. */
export const writeJunit = async (
  client: PlaneClient,
  context: CommandContext,
  runId: string,
  file: string,
): Promise<void> => {
  const answer = await client.send({
    method: 'GET',
    path: `/tests/run/${runId}/junit`,
    headers: { accept: 'application/xml' },
  });
  const target = path.resolve(context.world.cwd, file);
  try {
    await makeFolder(path.dirname(target));
    await writeFile(target, answer.text);
  } catch (error) {
    throw fileFailure('write', file, error);
  }
  context.note(`JUnit written to ${file}\n`);
};

/** The gate result decides the exit code, so a file that cannot be had or written is only said. */
const tryJunit = async (client: PlaneClient, context: CommandContext, runId: string, file: string): Promise<void> => {
  try {
    await writeJunit(client, context, runId, file);
  } catch (error) {
    if (!(error instanceof CliFailure)) throw error;
    const what = error.title === '' ? error.message : `${error.title}: ${error.message}`;
    context.note(`${context.notePaint.yellow('warning:')} no JUnit file: ${what}\n`);
  }
};

/** Shows a judged run and gives the exit code of its gate result. */
export const reportRun = async (
  client: PlaneClient,
  context: CommandContext,
  view: RunView,
  junit?: string,
): Promise<ExitCode> => {
  const cases = await notPassed(client, context, view);
  const exit = gateExit(view);
  if (context.json) {
    context.outJson({
      runId: view.runId,
      gate: view.gate?.answer ?? null,
      exitCode: exit,
      run: view,
      notPassed: cases,
    });
  } else {
    context.out(`${gateText(view, context.paint)}\n`);
    for (const result of cases.slice(0, SHOWN_MAX)) context.out(`${caseText(result, context.paint)}\n`);
    if (cases.length > SHOWN_MAX) {
      context.out(
        `  and ${counted(cases.length - SHOWN_MAX, 'more case')}: assay results ${view.runId} --verdict failed\n\n`,
      );
    }
    context.out(linksText(context, view, client.addressOf));
  }
  if (junit !== undefined) await tryJunit(client, context, view.runId, junit);
  return exit;
};

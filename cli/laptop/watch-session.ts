import path from 'node:path';
import { CliFailure } from '../cli-failure.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findFiles } from '../push/find-files.ts';
import { failureText } from '../render/failure-text.ts';
import type { Loaded, LoadedSuite } from './load-suites.ts';
import type { TestFlags } from './test-flags.ts';
import { REPORT_FLAGS } from './report-places.ts';
import { testOnce } from './test-session.ts';
import { changedFiles, takeSnapshot, watchFolders, type Snapshot } from './watch-files.ts';

/** Editors write in several steps. */
const SETTLE_MS = 100;

interface Watching {
  readonly context: CommandContext;
  readonly names: readonly string[];
  readonly flags: TestFlags;
  /** What the last run that could be loaded was made of. */
  loaded: Loaded | undefined;
  /** Whether the latest run could be loaded. */
  wasLoaded: boolean;
  /** The files as they were when it was loaded, and as they were last looked at. */
  good: Snapshot | undefined;
  seen: Snapshot;
}

const extraFiles = ({ flags, loaded }: Watching): string[] =>
  [
    flags.environment,
    flags.gate,
    flags.secrets,
    loaded?.environmentFile,
    ...(loaded?.suites.flatMap(({ reads }) => reads) ?? []),
  ].filter((file) => file !== undefined);

const filesOf = async (watching: Watching): Promise<readonly string[]> => {
  const { context, names, flags } = watching;
  const { cwd } = context.world;
  // What a run writes is no reason to run again.
  const written = new Set(REPORT_FLAGS.map((flag) => path.resolve(cwd, flags[flag] ?? '')));
  try {
    const found = (await findFiles(cwd, names)).map(({ file }) => file);
    return [...found.filter((file) => !written.has(path.resolve(cwd, file))), ...extraFiles(watching)];
  } catch {
    // A file that was named is gone for the moment; the run says so.
    return [...names, ...extraFiles(watching)];
  }
};

const foldersOf = (files: readonly string[], { names }: Watching): string[] => [
  ...files.map((file) => path.dirname(file)),
  ...names,
];

/** Suites that a change touches: all of them when it is the environment, the gate or the secrets. */
const touchedBy = (changed: ReadonlySet<string>, { loaded, flags }: Watching) => {
  const common = [loaded?.environmentFile, flags.environment, flags.gate, flags.secrets];
  if (common.some((file) => file !== undefined && changed.has(file))) return undefined;
  return ({ file, reads }: LoadedSuite): boolean => [file, ...reads].some((one) => changed.has(one));
};

const runTouched = async (watching: Watching): Promise<ExitCode> => {
  const { context, names, flags, good, seen } = watching;
  const touched = good === undefined ? undefined : touchedBy(changedFiles(good, seen), watching);
  watching.wasLoaded = false;
  const onLoaded = (loaded: Loaded): void => {
    watching.loaded = loaded;
    watching.wasLoaded = true;
  };
  try {
    return await testOnce(context, names, flags, { onLoaded, ...(touched === undefined ? {} : { only: touched }) });
  } catch (error) {
    if (!(error instanceof CliFailure)) throw error;
    context.note(failureText(error, context.notePaint, flags.verbose === true));
    return error.exit;
  }
};

/** Waits until files hold something else. @returns false when nobody wants to wait any more */
const somethingChanged = async (watching: Watching, quit: AbortSignal): Promise<boolean> => {
  const { world } = watching.context;
  const left = new Promise<void>((resolve) => {
    quit.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
  while (!quit.aborted) {
    // Watched before the files are looked at: what changes in between is heard.
    let hear = (): void => undefined;
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const close = watchFolders(world.cwd, foldersOf(await filesOf(watching), watching), hear);
    try {
      const now = await takeSnapshot(world.cwd, await filesOf(watching));
      if (changedFiles(watching.seen, now).size > 0) {
        // Ended early only by the wish to quit.
        await world.sleep(SETTLE_MS, quit).catch(() => undefined);
        watching.seen = await takeSnapshot(world.cwd, await filesOf(watching));
        return !quit.aborted;
      }
      await Promise.race([heard, left]);
    } finally {
      close();
    }
  }
  return false;
};

/**
 * Runs, and again whatever a change of a file touches, until q or Ctrl-C. Files that cannot be read are told and waited for.
 *
 * @returns the exit code of the last run
 */
export const watchTests = async (
  context: CommandContext,
  names: readonly string[],
  flags: TestFlags,
): Promise<ExitCode> => {
  const watching: Watching = {
    context,
    names,
    flags,
    loaded: undefined,
    wasLoaded: false,
    good: undefined,
    seen: new Map(),
  };
  watching.seen = await takeSnapshot(context.world.cwd, await filesOf(watching));
  const quit = new AbortController();
  const leave = (): void => {
    quit.abort();
  };
  const offKey = context.world.onKey((key) => {
    if (key === 'q' || key === 'Q') leave();
  });
  // Once: the second Ctrl-C has the system's meaning.
  const offInterrupt = context.world.onInterrupt(() => {
    offInterrupt();
    leave();
  });
  try {
    for (;;) {
      const exit = await runTouched(watching);
      if (exit === EXIT.interrupted) return exit;
      if (quit.signal.aborted) return exit;
      // Files that only loading told of, such as an environment above the suites, count from now on.
      watching.seen = new Map([...(await takeSnapshot(context.world.cwd, await filesOf(watching))), ...watching.seen]);
      if (watching.wasLoaded) watching.good = watching.seen;
      context.note(context.notePaint.dim('\nwaiting for changes; q ends\n'));
      if (!(await somethingChanged(watching, quit.signal))) return exit;
      context.note('\n');
    }
  } finally {
    offKey();
    offInterrupt();
  }
};

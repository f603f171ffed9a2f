import { removalSuite } from '#core/removal-suite';
import { runSuites } from '#engines/functional/run-suites';
import { usageFailure } from '../cli-failure.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { oneLine } from '../render/paint.ts';
import { counted } from '../render/table.ts';
import { CREATED_FILE, createdFile, type CreatedEntry } from './created-file.ts';
import { laptopPorts, newRunId } from './laptop-ports.ts';
import { readSecrets } from './laptop-secrets.ts';
import { loadSuites, type Loaded } from './load-suites.ts';
import type { TestFlags } from './test-flags.ts';

const TIMEOUT_MS = 5 * 60_000;
/** A reason ends with what to do about it. */
const WHY_CHARACTERS_MAX = 600;

const suitesFor = (entries: readonly CreatedEntry[], { suites }: Loaded) =>
  [...Map.groupBy(entries, ({ suite }) => suite)].flatMap(([id, own]) => {
    const found = suites.find((one) => one.id === id);
    if (found === undefined) return [];
    // Newest first, as they would have been removed.
    const newestFirst = own.toReversed();
    const { definition, cases, refused } = removalSuite(found.definition, newestFirst);
    const entryOf = new Map(newestFirst.map((entry) => [cases.get(entry.id) ?? '', entry]));
    return [{ id, digest: '', definition, entryOf, refused: newestFirst.filter((entry) => refused.has(entry.id)) }];
  });

const refuseStrays = (entries: readonly CreatedEntry[], { environment, suites }: Loaded): void => {
  const elsewhere = entries.find((entry) => entry.environment !== environment.name);
  if (elsewhere !== undefined && entries.every((entry) => entry.environment !== environment.name))
    throw usageFailure(
      `what is left was created in the environment "${elsewhere.environment}", not in "${environment.name}"`,
      'name its file with --environment',
    );
  const known = new Set(suites.map(({ id }) => id));
  const stray = entries.find(({ suite }) => !known.has(suite));
  if (stray !== undefined && entries.every(({ suite }) => !known.has(suite)))
    throw usageFailure(`the suite ${stray.suite} that created them is not among these files`, 'name its file');
};

/**
 * Removes what earlier runs on this machine created and could not remove, because they were killed or the API did not answer.
 *
 * @returns 0 when nothing is left of this environment, 1 when something could not be removed
 */
export const cleanUp = async (
  context: CommandContext,
  names: readonly string[],
  flags: TestFlags,
): Promise<ExitCode> => {
  const { world, paint } = context;
  const ledger = createdFile(world.cwd);
  const left = await ledger.left();
  if (left.length === 0) {
    await ledger.tidy();
    context.out(`nothing was left behind in ${CREATED_FILE}\n`);
    return EXIT.ok;
  }
  const secrets = await readSecrets(world, flags.secrets);
  const loaded = await loadSuites(context, names, flags, secrets);
  refuseStrays(left, loaded);
  const here = left.filter((entry) => entry.environment === loaded.environment.name);
  const suites = suitesFor(here, loaded);
  const ports = laptopPorts(world, loaded.environment, secrets, flags);
  const job = {
    runId: newRunId(),
    shard: 0,
    environment: loaded.environment,
    suites: suites
      .filter(({ definition }) => definition.cases.length > 0)
      .map(({ id, digest, definition }) => ({ id, digest, definition })),
    failFast: false,
    deadlineEpochMs: world.nowMs() + TIMEOUT_MS,
    traceId: '0'.repeat(31) + '1',
  };
  const entryOf = (suite: string, id: string): CreatedEntry | undefined =>
    suites.find((one) => one.id === suite)?.entryOf.get(id);
  const gone: CreatedEntry[] = [];
  try {
    const caseDone: Parameters<typeof runSuites>[2]['caseDone'] = ({ suite, case: id, verdict, tries, because }) => {
      const entry = entryOf(suite, id);
      const why = tries.at(-1)?.failure?.message ?? because?.reason ?? '';
      if (entry !== undefined && verdict === 'passed') gone.push(entry);
      if (entry !== undefined || verdict !== 'passed') {
        const mark = verdict === 'passed' ? paint.green('removed') : paint.red('not removed');
        context.out(
          ports.masker.maskText(
            `${mark}  ${suite}  ${entry === undefined ? id : `${entry.name} (${entry.remove.path})`}  ${oneLine(verdict === 'passed' ? '' : why, WHY_CHARACTERS_MAX)}`.trimEnd(),
          ) + '\n',
        );
      }
    };
    for (const { id, refused } of suites)
      for (const { name } of refused)
        context.out(`${paint.red('not removed')}  ${id}  ${name}  it needs what a case captured in a row\n`);
    await runSuites(job, ports, { caseDone, log: () => undefined }, new AbortController().signal);
    for (const entry of gone) await ledger.removed(entry.id);
    await ledger.tidy();
  } finally {
    await ports.close();
  }
  const rest = left.length - gone.length;
  context.out(`${counted(gone.length, 'resource')} removed, ${String(rest)} left\n`);
  return rest === 0 ? EXIT.ok : EXIT.gateShut;
};

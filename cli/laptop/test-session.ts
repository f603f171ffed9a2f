import type { CaseResult } from '#core/case-result';
import { buildGraph, closure } from '#core/dependency-graph';
import { Stopped } from '#engines/functional/suite-context';
import { tagsOption } from '../commands/option-values.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Paint } from '../render/paint.ts';
import { counted } from '../render/table.ts';
import { readGateRules } from './gate-rules.ts';
import { laptopPorts, type LaptopPorts } from './laptop-ports.ts';
import { readSecrets } from './laptop-secrets.ts';
import { loadSuites, type Loaded, type LoadedSuite } from './load-suites.ts';
import { runOnLaptop, type LaptopRun } from './run-laptop.ts';
import { selectOnLaptop, type SelectedCases } from './select-cases.ts';
import { makeCaseReporter, type CaseReporter } from './show/case-reporter.ts';
import { placeText } from './show/case-block.ts';
import { makeScreen, type Screen } from './show/screen.ts';
import { summaryText, type SummaryFacts } from './show/summary-text.ts';
import type { TestFlags } from './test-flags.ts';
import { REPORT_FLAGS, checkReportPlaces } from './report-places.ts';

const COLUMNS_MAX = 120;
const COLUMNS_MIN = 60;
const COLUMNS_DEFAULT = 100;
const TICK_MS = 250;

/** What a session may leave out of what was loaded; everything when absent. */
export interface SessionOptions {
  readonly only?: (suite: LoadedSuite) => boolean;
  /** Told what was loaded, before anything is run. */
  readonly onLoaded?: (loaded: Loaded) => void;
}

interface Session {
  readonly context: CommandContext;
  readonly flags: TestFlags;
  readonly loaded: Loaded;
  readonly selected: SelectedCases;
  readonly ports: LaptopPorts;
}

interface Printer {
  readonly print: (text: string) => void;
  readonly paint: Paint;
  readonly columns: number;
}

/** Results go to stdout, unless the report goes there. */
const printerOf = (context: CommandContext, flags: TestFlags): Printer => {
  const isNote = flags.json === '-';
  const { columns } = isNote ? context.world.stderr : context.world.stdout;
  return {
    print: (text) => {
      if (isNote) context.note(text);
      else context.out(text);
    },
    paint: isNote ? context.notePaint : context.paint,
    // Some terminals say that they have none.
    columns: columns <= 0 ? COLUMNS_DEFAULT : Math.min(Math.max(columns, COLUMNS_MIN), COLUMNS_MAX),
  };
};

/** What a case needed, the furthest first, as its reader has to know when it failed. */
const needsFinder = (suites: readonly LoadedSuite[]): ((result: CaseResult) => readonly string[]) => {
  const graphs = new Map<string, ReturnType<typeof buildGraph>>();
  return ({ suite, case: id }) => {
    const definition = suites.find((one) => one.id === suite)?.definition;
    if (definition === undefined) return [];
    const graph = graphs.get(suite) ?? buildGraph(definition);
    graphs.set(suite, graph);
    const needed = closure([id], graph);
    return graph.order.filter((one) => one !== id && needed.has(one));
  };
};

/** Draws the progress again while nothing happens. @returns ends it */
const ticking = ({ world }: CommandContext, reporter: CaseReporter): (() => void) => {
  if (!world.stderr.isTTY) return () => undefined;
  const ended = new AbortController();
  const tick = async (): Promise<void> => {
    for (;;) {
      await world.sleep(TICK_MS, ended.signal);
      reporter.tick();
    }
  };
  // It runs until it is ended, which is no failure.
  tick().catch(() => undefined);
  return () => {
    ended.abort();
  };
};

/** The first Ctrl-C stops cases and lets teardown run; after it the system's own meaning is back: the second one kills. */
const stopOnInterrupt = (context: CommandContext, screen: Screen, stop: AbortController): (() => void) => {
  const off = context.world.onInterrupt(() => {
    off();
    screen.end();
    context.note(
      context.notePaint.yellow('stopping: teardown runs and what was created is removed; Ctrl-C again ends at once\n'),
    );
    stop.abort(new Stopped('cancelled'));
  });
  return off;
};

interface Watched {
  readonly run: LaptopRun;
  readonly results: readonly CaseResult[];
  readonly facts: SummaryFacts;
}

const runAndShow = async (session: Session, screen: Screen): Promise<Watched> => {
  const { context, flags, loaded, selected, ports } = session;
  const { world } = context;
  const { paint, columns } = printerOf(context, flags);
  const keeps = flags.json !== undefined || flags.har !== undefined;
  const results: CaseResult[] = [];
  const warnings: { place: string; warning: CaseResult['warnings'][number] }[] = [];
  let usedSeed = false;
  const reporter = makeCaseReporter({
    screen,
    paint,
    notePaint: context.notePaint,
    columns,
    verbose: flags.verbose === true,
    planned: selected.planned.size,
    startedAtMs: world.nowMs(),
    nowMs: () => world.nowMs(),
    needsOf: needsFinder(selected.suites),
    mask: (text) => ports.masker.maskText(text),
  });
  const onCase = (result: CaseResult): void => {
    if (keeps) results.push(result);
    for (const warning of result.warnings) warnings.push({ place: placeText(result), warning });
    usedSeed ||= result.generated !== undefined;
    reporter.caseDone(result);
  };
  const stop = new AbortController();
  const off = stopOnInterrupt(context, screen, stop);
  const endTicks = ticking(context, reporter);
  try {
    const run = await runOnLaptop(
      {
        selected,
        environment: loaded.environment,
        gateRules: flags.gate === undefined ? {} : await readGateRules(context, flags.gate),
        failFast: flags.failFast === true,
        timeoutMs: flags.timeout,
        onCase,
        onLog: ({ level, message, suite }) => {
          if (level !== 'info' && message.startsWith('"'))
            warnings.push({ place: suite, warning: { kind: 'left-behind', message } });
        },
        ...(flags.seed === undefined ? {} : { seed: flags.seed }),
        ...(flags.parallel === undefined ? {} : { parallel: flags.parallel }),
        ...(flags.reruns === undefined ? {} : { reruns: flags.reruns }),
      },
      ports,
      stop.signal,
    );
    const target = loaded.environment.targets['default'] ?? '';
    const facts = { warnings, usedSeed, ...reporter.shown(), added: selected.added, target };
    return { run, results, facts };
  } finally {
    endTicks();
    off();
    screen.end();
  }
};

/** Suites that were left out for their mistakes keep an open gate from being a success. */
const exitOf = ({ gate, stopped }: LaptopRun, { mistakes }: Loaded): ExitCode => {
  if (stopped === 'cancelled') return EXIT.interrupted;
  if (gate.answer === 'open') return mistakes > 0 ? EXIT.usage : EXIT.ok;
  return gate.answer === 'shut' ? EXIT.gateShut : EXIT.inconclusive;
};

const headline = ({ selected, loaded, context }: Session): string => {
  const { environment, environmentFile } = loaded;
  const from = environmentFile === undefined ? '' : context.notePaint.dim(` (${environmentFile})`);
  const where = `${environment.name}${from} at ${environment.targets['default'] ?? ''}`;
  return `${counted(selected.planned.size, 'case')} of ${counted(selected.suites.length, 'suite')} in ${where}\n`;
};

const runSession = async (session: Session): Promise<ExitCode> => {
  const { context, flags, loaded, selected, ports } = session;
  const { print, paint, columns } = printerOf(context, flags);
  await checkReportPlaces(context, flags);
  context.note(headline(session));
  const { run, results, facts } = await runAndShow(session, makeScreen(context, print));
  const mask = (text: string): string => ports.masker.maskText(text);
  print(mask(summaryText(run, facts, paint, columns)));
  const exitCode = exitOf(run, loaded);
  const { suites } = selected;
  if (REPORT_FLAGS.some((flag) => flags[flag] !== undefined)) {
    // Most runs write none, and do not wait for what makes them.
    const { writeReports } = await import('./write-reports.ts');
    await writeReports(context, flags, { run, results, suites, environment: loaded.environment, exitCode, mask });
  }
  await ports.ledger.tidy();
  if (loaded.mistakes > 0)
    context.note(
      `${context.notePaint.red('error:')} what has ${counted(loaded.mistakes, 'problem')} in its file was left out (--keep-going)\n`,
    );
  return exitCode;
};

const leftBehind = async ({ context, ports }: Session): Promise<void> => {
  const left = await ports.ledger.left();
  if (left.length === 0) return;
  context.note(
    `${context.notePaint.yellow('note:')} earlier runs left ${counted(left.length, 'created resource')} behind, or still have them in use; \`assay test --clean-up\` removes them\n`,
  );
};

/** Loads, selects, runs and reports once. @returns the exit code of the gate's answer @throws CliFailure usage */
export const testOnce = async (
  context: CommandContext,
  names: readonly string[],
  flags: TestFlags,
  options: SessionOptions = {},
): Promise<ExitCode> => {
  const secrets = await readSecrets(context.world, flags.secrets);
  if (secrets.warning !== undefined) context.note(`${context.notePaint.yellow('warning:')} ${secrets.warning}\n`);
  const loaded = await loadSuites(context, names, flags, secrets);
  context.note(loaded.remarks);
  options.onLoaded?.(loaded);
  const tags = tagsOption(flags.tag ?? []);
  const wanted = options.only === undefined ? loaded.suites : loaded.suites.filter(options.only);
  if (wanted.length === 0) {
    context.note('no suite is touched\n');
    return EXIT.ok;
  }
  const selected = selectOnLaptop(wanted, {
    ...(tags === undefined ? {} : { tags }),
    ...(flags.suite === undefined ? {} : { suites: flags.suite }),
    ...(flags.case === undefined ? {} : { cases: flags.case }),
  });
  const ports = laptopPorts(context.world, loaded.environment, secrets, flags);
  const session: Session = { context, flags, loaded, selected, ports };
  try {
    await leftBehind(session);
    return await runSession(session);
  } finally {
    await ports.close();
  }
};

/** What pytest prints with `-v` or `-rA`; with `--junitxml` its report is JUnit, and says more. */
import type { ToolCase } from '#core/acts/tool';
import type { Verdict } from '#core/words';
import { UnreadableReport, plain, toolCase } from '#engines/tool/report';

const VERDICTS: { readonly [word: string]: Verdict } = {
  PASSED: 'passed',
  FAILED: 'failed',
  ERROR: 'errored',
  SKIPPED: 'skipped',
  XFAIL: 'skipped',
  XPASS: 'passed',
};

const WORDS = Object.keys(VERDICTS).join('|');
/** Ends `tests/test_x.py::TestA::test_b[1 2] PASSED   [ 50%]`, with a reason in parentheses for some. */
const VERBOSE_END = new RegExp(` (${WORDS})(?: \\((.{0,500})\\))?(?:\\s{1,200}\\[\\s{0,3}\\d{1,3}%\\])?$`, 'u');
/** The same of pytest-xdist: `[gw0] [ 50%] PASSED tests/test_x.py::test_b`. */
const WORKER = new RegExp(`^\\[gw\\d{1,4}\\] \\[\\s{0,3}\\d{1,3}%\\] (${WORDS}) `, 'u');
/** Begins `FAILED tests/test_x.py::test_b - AssertionError: …` of the short summary. */
const SUMMARY = new RegExp(`^(${WORDS}) `, 'u');
const LAST = /^=+ (.*\bin \d+(?:\.\d+)?s(?: \([\d:]+\))?) =+$|^= (.*\bin \d+(?:\.\d+)?s(?: \([\d:]+\))?) =$/u;
const COUNT = /(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)\b/gu;

const COUNTED: { readonly [word: string]: Verdict } = {
  passed: 'passed',
  xpassed: 'passed',
  failed: 'failed',
  error: 'errored',
  errors: 'errored',
  skipped: 'skipped',
  xfailed: 'skipped',
};

interface Found {
  verdict: Verdict;
  message: string | undefined;
}

/** A test that passed may still have an error afterwards, in its teardown: the worse one counts. */
const RANK: { readonly [verdict in Verdict]: number } = { skipped: 0, passed: 1, failed: 2, errored: 3 };

const note = (found: Map<string, Found>, id: string, word: string, message: string | undefined): void => {
  const verdict = VERDICTS[word] ?? 'errored';
  const known = found.get(id);
  if (known === undefined) found.set(id, { verdict, message });
  else {
    if (RANK[verdict] > RANK[known.verdict]) known.verdict = verdict;
    known.message = message ?? known.message;
  }
};

interface Told {
  readonly id: string;
  readonly word: string;
  readonly message: string | undefined;
}

/** `path::name`, whose path has no spaces. */
const isTestId = (text: string): boolean => /^[^\s:]{1,1000}::/u.test(text);

const toldBy = (line: string): Told | undefined => {
  const summary = WORKER.exec(line) ?? SUMMARY.exec(line);
  if (summary !== null) {
    const [id = '', ...rest] = line.slice(summary[0].length).split(' - ');
    const message = rest.length === 0 ? undefined : rest.join(' - ');
    return isTestId(id) ? { id: id.trimEnd(), word: summary[1] ?? '', message } : undefined;
  }
  const verbose = VERBOSE_END.exec(line);
  if (verbose === null) return undefined;
  const id = line.slice(0, verbose.index);
  return isTestId(id) ? { id, word: verbose[1] ?? '', message: verbose[2] } : undefined;
};

const countsOf = (line: string): ReadonlyMap<Verdict, number> => {
  const counts = new Map<Verdict, number>();
  for (const [, count = '0', word = ''] of line.matchAll(COUNT)) {
    const verdict = COUNTED[word] ?? 'errored';
    counts.set(verdict, (counts.get(verdict) ?? 0) + Number(count));
  }
  return counts;
};

const caseOf = (id: string, { verdict, message }: Found): ToolCase => {
  const [file = '', ...names] = id.split('::');
  return toolCase({ name: names.at(-1) ?? id, suite: [file, ...names.slice(0, -1)], verdict, message, place: file });
};

const howTo = 'run it with -v or -rA, or with --junitxml and the format junit';

/** @throws UnreadableReport also when fewer tests are named than the last line counts */
export const readPytest = (text: string): readonly ToolCase[] => {
  const lines = plain(text).split(/\r?\n/u);
  const last = lines.findLast((line) => LAST.test(line));
  if (last === undefined) throw new UnreadableReport('expected the last line of pytest with its counts, got none');
  const found = new Map<string, Found>();
  for (const line of lines) {
    const told = toldBy(line);
    if (told !== undefined) note(found, told.id, told.word, told.message);
  }
  const counts = countsOf(last);
  for (const [verdict, count] of counts) {
    // The short summary joins skipped tests; they decide nothing.
    if (verdict === 'skipped') continue;
    const named = [...found.values()].filter((item) => item.verdict === verdict).length;
    // An error in a teardown is counted beside the pass of the same test.
    if (verdict === 'passed' ? named + (counts.get('errored') ?? 0) < count : named < count)
      throw new UnreadableReport(
        `expected ${String(count)} ${verdict} tests by name, as pytest counts, got ${String(named)}: ${howTo}`,
      );
  }
  return [...found].map(([id, item]) => caseOf(id, item));
};

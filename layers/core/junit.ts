import type { CaseSummary, TrySummary } from '#core/case-summary';
import type { GateResult } from '#core/run';
import { xmlAttributes, xmlText } from '#core/xml-text';

export interface JUnitFacts {
  readonly runId: string;
  readonly name: string;
  readonly gate: GateResult;
  /** Sorted by suite and case. */
  readonly cases: readonly CaseSummary[];
  /** Planned cases that left no result, as `suite/case`, and why. */
  readonly missing: readonly { readonly suite: string; readonly case: string; readonly reason: string }[];
}

/** One `<testcase>` and how it counts. */
interface Element {
  readonly suite: string;
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  readonly durationMs: number;
  readonly startedAtEpochMs?: number;
  readonly xml: string;
}

/**
 * The run as JUnit XML, in the form that Jenkins, GitLab, Azure DevOps and the usual GitHub actions read; tries before the last one are
 * Surefire's `flakyFailure` and `rerunFailure`.
 *
 * A planned case without result is an `error`. A gate that is not open is never a green file: where no case says why, a suite
 * `assay.gate` does. Text that XML cannot hold is shown as `\u0001`.
 */
export const junitXml = (facts: JUnitFacts): string => {
  const elements = [...facts.cases.map(caseElement), ...facts.missing.map(missingElement)];
  const red = elements.some(({ kind }) => kind === 'failure' || kind === 'error');
  const all = facts.gate.answer === 'open' || red ? elements : [...elements, ...gateElements(facts.gate)];
  const suites = [...Map.groupBy(all, (element) => element.suite)].sort(([a], [b]) => (a < b ? -1 : 1));
  const body = suites.map(([suite, members]) => suiteXml(suite, members, facts)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${xmlAttributes({ name: facts.name, ...totals(all) })}>\n${body}</testsuites>\n`;
};

const totals = (elements: readonly Element[]) => ({
  tests: elements.length,
  failures: elements.filter(({ kind }) => kind === 'failure').length,
  errors: elements.filter(({ kind }) => kind === 'error').length,
  skipped: elements.filter(({ kind }) => kind === 'skipped').length,
  time: seconds(elements.reduce((sum, { durationMs }) => sum + durationMs, 0)),
});

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

const suiteXml = (suite: string, elements: readonly Element[], { runId, gate }: JUnitFacts): string => {
  const starts = elements.flatMap(({ startedAtEpochMs }) => startedAtEpochMs ?? []);
  const first = starts.reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const timestamp = Number.isFinite(first) ? new Date(first).toISOString().slice(0, 19) : undefined;
  const properties = Object.entries({ 'assay.run': runId, 'assay.gate': gate.answer })
    .map(([name, value]) => `      <property${xmlAttributes({ name, value })}/>\n`)
    .join('');
  return [
    `  <testsuite${xmlAttributes({ name: suite, ...totals(elements), timestamp })}>\n`,
    `    <properties>\n${properties}    </properties>\n`,
    ...elements.map((element) => element.xml),
    '  </testsuite>\n',
  ].join('');
};

const testcase = (suite: string, name: string, durationMs: number, children: readonly string[]): string => {
  const open = `    <testcase${xmlAttributes({ classname: suite, name, time: seconds(durationMs) })}`;
  return children.length === 0 ? `${open}/>\n` : `${open}>\n${children.join('')}    </testcase>\n`;
};

const child = (tag: string, attributes: { readonly [name: string]: string | undefined }, text = ''): string => {
  const open = `      <${tag}${xmlAttributes(attributes)}`;
  return text === '' ? `${open}/>\n` : `${open}>${xmlText(text)}</${tag}>\n`;
};

const KIND = { passed: 'passed', failed: 'failure', errored: 'error', skipped: 'skipped' } as const;

const caseElement = (summary: CaseSummary): Element => {
  const kind = summary.advisory && summary.verdict !== 'passed' ? 'skipped' : KIND[summary.verdict];
  const { suite, durationMs, startedAtEpochMs } = summary;
  const xml = testcase(suite, nameOf(summary), durationMs, [
    ...propertiesOf(summary),
    ...outcomeOf(summary, kind),
    ...earlierTries(summary),
  ]);
  return { suite, kind, durationMs, startedAtEpochMs, xml };
};

/** The id comes first: it is what one looks for, and names may be equal. */
const nameOf = (summary: CaseSummary): string => {
  const id = summary.row === undefined ? summary.case : `${summary.case}[${String(summary.row)}]`;
  return summary.name === summary.case ? id : `${id}: ${summary.name}`;
};

const propertiesOf = (summary: CaseSummary): readonly string[] => {
  const values = {
    risk: summary.risk,
    capability: summary.capability,
    ...(summary.advisory ? { advisory: 'true' } : {}),
  };
  const lines = Object.entries(values).map(([name, value]) => `        <property${xmlAttributes({ name, value })}/>\n`);
  return [`      <properties>\n${lines.join('')}      </properties>\n`];
};

const outcomeOf = (summary: CaseSummary, kind: Element['kind']): readonly string[] => {
  if (kind === 'passed') return [];
  const said = summary.message ?? summary.because?.reason ?? 'no reason was recorded';
  // An advisory failure must not turn the file red, so it is shown as skipped, with what it found.
  if (kind === 'skipped')
    return [
      child('skipped', { message: summary.verdict === 'skipped' ? said : `advisory, ${summary.verdict}: ${said}` }),
    ];
  return [
    child(kind, { message: said, type: kind === 'failure' ? 'assertion' : 'no-answer' }, summary.details.join('\n')),
  ];
};

const earlierTries = (summary: CaseSummary): readonly string[] => {
  const tag = summary.verdict === 'passed' ? 'flaky' : 'rerun';
  return summary.tries
    .slice(0, -1)
    .filter((entry) => entry.verdict === 'failed' || entry.verdict === 'errored')
    .map((entry: TrySummary) => {
      const message = entry.message ?? 'no reason was recorded';
      const failed = entry.verdict === 'failed';
      return child(
        `${tag}${failed ? 'Failure' : 'Error'}`,
        { message, type: failed ? 'assertion' : 'no-answer' },
        `try ${String(entry.try)}: ${message}`,
      );
    });
};

const missingElement = ({ suite, case: id, reason }: JUnitFacts['missing'][number]): Element => ({
  suite,
  kind: 'error',
  durationMs: 0,
  xml: testcase(suite, id, 0, [child('error', { message: `not run: ${reason}`, type: 'not-run' })]),
});

const gateElements = (gate: GateResult): readonly Element[] =>
  gate.reasons
    .filter(({ effect }) => effect === 'shut' || effect === 'inconclusive')
    .map(({ code, message, effect }) => ({
      suite: 'assay.gate',
      kind: effect === 'shut' ? ('failure' as const) : ('error' as const),
      durationMs: 0,
      xml: testcase('assay.gate', code, 0, [child(effect === 'shut' ? 'failure' : 'error', { message, type: code })]),
    }));

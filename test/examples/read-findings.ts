import type { CaseResult } from '#core/case-result';

/** What a run found, as short as a person would write it down. Cases that just passed are left out. */
export interface Findings {
  /** `suite/case[row]` of what failed or was errored: type and phase of the failure, where, and which status came. */
  readonly failed?: { readonly [id: string]: string };
  /** Cases that were skipped, or how many where that is the shorter, by `suite: first failed > … > needed`; `(setup)` where the setup was the reason. */
  readonly skipped?: { readonly [chain: string]: string };
  /** Cases that passed only after a retry, with why it was made. */
  readonly flaky?: { readonly [id: string]: string };
  /** Cases with warnings, by the kind of the warning. */
  readonly warned?: { readonly [id: string]: string };
}

const shortSuite = (result: CaseResult): string => result.suite.split('.')[1] ?? '';

const idOf = (result: CaseResult): string => {
  const row = result.row === undefined ? '' : `[${String(result.row.number)}]`;
  return `${shortSuite(result)}/${result.case}${row}`;
};

/** `http_5xx/check status=500`, `timeout/poll` */
const reasonOf = ({ tries }: CaseResult): string => {
  const last = tries.at(-1);
  if (last?.failure === undefined) return 'no reason';
  const { type, phase } = last.failure;
  if (phase !== 'check') return `${type}/${phase}`;
  const check = last.checks.find((item) => !item.passed && item.warn !== true);
  const where = check?.path ?? 'nowhere';
  return `${type}/${phase} ${where}${where === 'status' ? `=${JSON.stringify(check?.got)}` : ''}`;
};

const chainOf = (result: CaseResult): string => {
  const { kind, chain = [], case: needed, reason = '' } = result.because ?? {};
  if (kind !== 'dependency' && kind !== 'setup') return `${shortSuite(result)}: ${reason}`;
  if (needed === undefined || needed !== chain.at(-1) || !reason.includes(`"${needed}"`))
    return `${shortSuite(result)}: expected the end of ${chain.join(' > ')} as reason, got "${reason}" of ${String(needed)}`;
  return `${shortSuite(result)}${kind === 'setup' ? ' (setup)' : ''}: ${chain.join(' > ')}`;
};

const LISTED_MAX = 20;

const casesOf = (results: readonly CaseResult[]): string =>
  results.length > LISTED_MAX
    ? `${String(results.length)} cases`
    : results
        .map((result) => result.case)
        .sort()
        .join(' ');

const entries = (results: readonly CaseResult[], textOf: (result: CaseResult) => string): { [id: string]: string } =>
  Object.fromEntries(results.map((result) => [idOf(result), textOf(result)] as const).sort());

/** What is empty is left out. */
export const readFindings = (results: readonly CaseResult[]): Findings => {
  const wrong = results.filter(({ verdict }) => verdict === 'failed' || verdict === 'errored');
  const skipped = Map.groupBy(
    results.filter(({ verdict }) => verdict === 'skipped'),
    chainOf,
  );
  const why = ({ tries }: CaseResult): string =>
    tries
      .flatMap((one) => one.retries ?? [])
      .map((retry) => retry.why)
      .join();
  const found = {
    failed: entries(wrong, reasonOf),
    skipped: Object.fromEntries([...skipped].map(([chain, cases]) => [chain, casesOf(cases)] as const).sort()),
    flaky: entries(
      results.filter(({ flaky }) => flaky),
      why,
    ),
    warned: entries(
      results.filter(({ warnings }) => warnings.length > 0),
      ({ warnings }) => warnings.map(({ kind }) => kind).join(),
    ),
  };
  return Object.fromEntries(Object.entries(found).filter(([, part]) => Object.keys(part).length > 0));
};

/** Findings among the checks of a probe: the worst first, each once, each with the request that shows it. */
import type { CheckOutcome } from '#core/case-result';
import { SEVERITIES, isFailing, type Finding } from '#core/finding';
import { plainText, type Paint } from '../../render/paint.ts';

/** The finding that a check tells of: its title and place are in the check's words. */
export const findingOf = (
  { check, path }: CheckOutcome,
  findings: readonly Finding[],
  taken: ReadonlySet<Finding> = new Set(),
): Finding | undefined =>
  findings.find(
    (one) =>
      !taken.has(one) &&
      isFailing(one) &&
      one.place === path &&
      check === `no ${one.severity} finding: ${one.title}${one.operation === undefined ? '' : ` in ${one.operation}`}`,
  );

export interface ToldCheck {
  readonly check: CheckOutcome;
  readonly finding?: Finding;
}

const weight = ({ finding }: ToldCheck): number => (finding === undefined ? -1 : SEVERITIES.indexOf(finding.severity));

/** Checks that did not hold, with their findings; a warning that says what one of the findings says is left out. */
export const withFindings = (failed: readonly CheckOutcome[], findings: readonly Finding[]): readonly ToldCheck[] => {
  const taken = new Set<Finding>();
  const told = failed.map((check): ToldCheck => {
    const finding = findingOf(check, findings, taken);
    if (finding === undefined) return { check };
    taken.add(finding);
    return { check, finding };
  });
  const said = new Set([...taken].map(({ check, title }) => `${check}: ${title}`));
  return told
    .filter(({ check }) => check.warn !== true || !said.has(check.check))
    .toSorted((left, right) => weight(right) - weight(left));
};

/** The command that shows a finding, unless it is the one below the whole case. */
export const repeatLines = (finding: Finding | undefined, shown: string | undefined, paint: Paint): string[] =>
  finding?.curl === undefined || finding.curl === '' || finding.curl === shown
    ? []
    : [`    ${paint.cyan('repeat')}  ${plainText(finding.curl)}`];

import { SEVERITIES, type Severity } from '#core/finding';
import type { FindingState } from '#core/finding-record';
import { oneLine, plainLine, type Paint } from './paint.ts';
import { counted } from './table.ts';

/** A finding as the plane tells it. */
export interface FindingView {
  readonly fingerprint: string;
  readonly service: string;
  readonly team: string | null;
  readonly owner: string | null;
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly operation: string | null;
  readonly state: FindingState;
  readonly lastRunId: string;
  readonly dueAt: string | null;
  readonly overdue: 'not-fixed' | 'not-triaged' | null;
  readonly message: string | null;
  readonly remedy: string | null;
}

const MESSAGE_CHARACTERS_MAX = 200;

const LATE = { 'not-fixed': 'not fixed in time', 'not-triaged': 'not looked at in time' } as const;

const dueText = ({ dueAt, overdue }: FindingView, paint: Paint): string => {
  const due = dueAt === null ? '' : `due ${plainLine(dueAt.slice(0, 10))}`;
  const late = overdue === null ? '' : paint.red(LATE[overdue]);
  return [due, late].filter((text) => text !== '').join(', ');
};

/** One finding in two lines or three. */
export const findingText = (finding: FindingView, paint: Paint): string => {
  const { severity, state, service, title, operation, fingerprint, check, owner, team, message } = finding;
  const isGrave = SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf('high');
  const name = severity.padEnd(8);
  const where = operation === null ? '' : ` in ${plainLine(operation)}`;
  const whose = [team, owner].filter((text) => text !== null).map(plainLine);
  const facts = [plainLine(fingerprint), plainLine(check), ...whose, dueText(finding, paint)].filter(
    (text) => text !== '',
  );
  return [
    `${isGrave ? paint.red(name) : name}  ${plainLine(state)}  ${plainLine(service)}: ${plainLine(title)}${where}`,
    `    ${facts.join('  ')}`,
    ...(message === null ? [] : [`    ${oneLine(message, MESSAGE_CHARACTERS_MAX)}`]),
    '',
  ].join('\n');
};

export const findingsText = (findings: readonly FindingView[], paint: Paint): string =>
  findings.length === 0
    ? 'no findings\n'
    : `${findings.map((finding) => findingText(finding, paint)).join('')}${counted(findings.length, 'finding')}\n`;

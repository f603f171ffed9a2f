import type { CaseSummary } from '#core/case-summary';
import { oneLine, type Paint } from '../../render/paint.ts';
import { counted } from '../../render/table.ts';

const NAMES_MAX = 10;
/** A reason ends with what to do about it, so it runs over several lines before it is cut. */
const REASON_LINES_MAX = 5;

interface Group {
  readonly title: string;
  readonly members: CaseSummary[];
  /** The case that all of these needed. */
  readonly root?: string;
}

const NEEDS_KINDS: readonly (string | undefined)[] = ['dependency', 'setup', undefined];

const PAST: { readonly [verdict: string]: string } = {
  failed: 'failed',
  errored: 'was errored',
  skipped: 'was skipped',
};

/** Cases that were skipped because of one thing belong together: the case that failed first, or the reason. */
const groupsOf = (skipped: readonly CaseSummary[], cases: readonly CaseSummary[]): readonly Group[] => {
  const verdicts = new Map(cases.map((entry) => [`${entry.suite}/${entry.case}`, entry.verdict]));
  const groups = new Map<string, Group>();
  for (const entry of skipped) {
    const { because } = entry;
    const root = NEEDS_KINDS.includes(because?.kind) ? (because?.chain?.[0] ?? because?.case) : undefined;
    const key = root === undefined ? (because?.reason ?? '') : `${entry.suite}/${root}`;
    const known = groups.get(key);
    if (known !== undefined) known.members.push(entry);
    else
      groups.set(key, {
        title: root === undefined ? key : `${key} ${PAST[verdicts.get(key) ?? 'failed'] ?? 'did not pass'}`,
        members: [entry],
        ...(root === undefined ? {} : { root }),
      });
  }
  return [...groups.values()];
};

/** `pay ← add-line`: what it needed directly, where that is not the root. Rows of one case are one name. */
const namesOf = ({ members, root }: Group): readonly string[] =>
  [...Map.groupBy(members, ({ suite, case: id }) => `${suite}/${id}`).values()].map((rows) => {
    const [first] = rows;
    const needed = first?.because?.case;
    const rowsText = rows.length > 1 ? ` (${counted(rows.length, 'row')})` : '';
    return `${first?.case ?? ''}${rowsText}${root === undefined || needed === undefined || needed === root ? '' : ` ← ${needed}`}`;
  });

/** What was skipped and why, grouped by what came first; nothing when nothing was. */
export const skippedText = (cases: readonly CaseSummary[], paint: Paint, columns: number): string => {
  const skipped = cases.filter((entry) => entry.verdict === 'skipped' && entry.because?.kind !== 'no-rows');
  if (skipped.length === 0) return '';
  const lines = groupsOf(skipped, cases).flatMap((group) => {
    const names = namesOf(group);
    const shown = names.slice(0, NAMES_MAX).join(', ');
    const more = names.length > NAMES_MAX ? ` and ${String(names.length - NAMES_MAX)} more` : '';
    const needing = group.root === undefined ? '' : ` that ${group.members.length === 1 ? 'needs' : 'need'} it`;
    return [
      `  ${paint.yellow('-')} ${oneLine(group.title, columns * REASON_LINES_MAX)}: ${counted(group.members.length, 'case')}${needing}`,
      paint.dim(oneLine(`      ${shown}${more}`, columns * 2)),
    ];
  });
  return `${paint.bold('skipped')}\n${lines.join('\n')}\n\n`;
};

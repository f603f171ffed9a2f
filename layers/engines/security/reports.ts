/** From what was seen to reports: one for each operation or tier that was looked at, and one for the API as a whole. */
import type { CaseWarning } from '#core/case-result';
import type { Finding } from '#core/finding';
import { suppressFindings } from '#core/suppressions';
import type { Exchange, ProbeReport } from '#engines/probe/probe';
import { checkOutcomeOf, isOfLine, skipWarnings, type OutcomeLine } from '#engines/security/outcomes';
import type { Session } from '#engines/security/session';

const WHOLE = 'API';

const byPart = (lines: readonly OutcomeLine[]): ReadonlyMap<string, readonly OutcomeLine[]> => {
  const parts = new Map<string, OutcomeLine[]>([[WHOLE, []]]);
  for (const line of lines) {
    const name = line.part ?? line.operation ?? WHOLE;
    const known = parts.get(name);
    if (known === undefined) parts.set(name, [line]);
    else known.push(line);
  }
  return parts;
};

const isLooked = ({ state }: OutcomeLine): boolean => state !== 'skipped';

interface Told {
  readonly findings: readonly Finding[];
  readonly exchanges: ReadonlyMap<string, Exchange | undefined>;
}

const reportOf = (name: string, lines: readonly OutcomeLine[], { findings, exchanges }: Told): ProbeReport => {
  const own = findings.filter((finding) => lines.some((line) => isOfLine(finding, line)));
  const shown = own.find(({ suppressed }) => suppressed === undefined);
  const exchange = shown === undefined ? undefined : exchanges.get(shown.fingerprint);
  const warnings = skipWarnings(lines);
  return {
    part: { name },
    checks: lines.filter(isLooked).map((line) => checkOutcomeOf(line, own)),
    ...(own.length === 0 ? {} : { findings: own }),
    ...(exchange === undefined ? {} : { exchange }),
    requests: 0,
    requestErrors: 0,
    ...(warnings.length === 0 ? {} : { warnings }),
  };
};

/**
 * Parts that nothing was looked at of are warnings of the first report, which counts the requests of all: they are one stream.
 *
 * @returns one failed report when nothing at all could be looked at: that is no pass
 */
export const reportsOf = (session: Session, extra: readonly CaseWarning[]): readonly ProbeReport[] => {
  const { definition, context } = session;
  const raw = session.findings();
  const { findings, warnings } = suppressFindings(
    raw.map(({ exchange: _exchange, ...finding }) => finding),
    definition.suppressions ?? [],
    context.clock.nowMs(),
  );
  const told = { findings, exchanges: new Map(raw.map(({ fingerprint, exchange }) => [fingerprint, exchange])) };
  const parts = [...byPart(session.lines())];
  const looked = parts.filter(([, lines]) => lines.some(isLooked)).map(([name, lines]) => reportOf(name, lines, told));
  const general: CaseWarning[] = [
    ...warnings.map((message) => ({ kind: 'suppression', message })),
    ...extra,
    ...parts.filter(([, lines]) => !lines.some(isLooked)).flatMap(([, lines]) => skipWarnings(lines)),
  ];
  const counts = session.sender.counts();
  const [first, ...others] = looked;
  if (first === undefined) {
    const why =
      general.find(({ kind }) => kind === 'not-looked-at')?.message ?? 'no check is asked for that applies to it';
    const failure = { type: 'setup' as const, phase: 'scan', message: `nothing could be looked at: ${why}` };
    return [{ checks: [], ...counts, failure, ...(general.length === 0 ? {} : { warnings: general }) }];
  }
  const all = [...(first.warnings ?? []), ...general];
  return [{ ...first, ...counts, ...(all.length === 0 ? {} : { warnings: all }) }, ...others];
};

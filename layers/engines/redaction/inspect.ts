import type { InspectDefinition } from '#core/acts/inspect';
import type { CheckOutcome } from '#core/case-result';
import type { Json } from '#core/units';
import { asker, checked, nameOf, NoAnswer, reporting } from '#engines/data-quality/ask';
import { mergeKinds, type LeakCount, type LeakReport } from '#engines/redaction/leak-report';
import { scanText } from '#engines/redaction/scan-log';
import type { Probe, ProbeReport } from '#engines/probe/probe';

const placeText = ({ first }: LeakCount): string => {
  if (first === undefined) return '';
  const path = first.jsonPath === undefined ? '' : `, ${first.jsonPath}`;
  return `line ${String(first.line)}, column ${String(first.column)}${path} (${first.sample})`;
};

const FOUND = ' in clear text';

const kindCheck = (one: LeakCount, reports: readonly LeakReport[]): CheckOutcome => {
  const source =
    reports.find(({ kinds }) => kinds.some(({ kind, count }) => kind === one.kind && count > 0))?.source ?? '';
  return checked(
    `no ${one.kind}${FOUND}`,
    one.count === 0
      ? undefined
      : {
          expected: 0,
          got: one.count,
          ...(one.first?.jsonPath === undefined ? {} : { path: one.first.jsonPath }),
          message: `expected none, got ${String(one.count)}, the first in ${source} at ${placeText(one)}`,
        },
  );
};

const lineChecks = (reports: readonly LeakReport[]): CheckOutcome[] =>
  reports.flatMap(({ source, lineRules }) => {
    if (lineRules === undefined) return [];
    const { wrong, first, checked: count } = lineRules;
    const check = 'each line is as it must be';
    if (count === 0) return [checked(check, { expected: 1, got: 0, message: `expected lines of ${source}, got none` })];
    const message = `expected all ${String(count)} lines of ${source} to be, got ${String(wrong)} that are not; line ${String(first?.line ?? 0)}: ${first?.message ?? ''}`;
    return [checked(check, wrong === 0 ? undefined : { expected: 0, got: wrong, message })];
  });

const scanned = (source: string, text: string, definition: InspectDefinition): LeakReport => {
  try {
    return scanText(source, text, definition);
  } catch (error) {
    if (error instanceof RangeError) throw new NoAnswer({ type: 'setup', phase: 'check', message: error.message });
    throw error;
  }
};

const NOTHING = new Uint8Array();

/** What must not stand in clear text there must not stand in a report either: the answer is told by its size and type alone. */
const withoutAnswer = (report: ProbeReport): ProbeReport => {
  const { exchange } = report;
  const isFound = report.checks.some(({ check, passed }) => !passed && check.endsWith(FOUND));
  if (exchange?.response === undefined || !isFound) return report;
  const { response } = exchange;
  const headers = response.headers.filter(([name]) => /^content-(?:type|length)$/iu.test(name));
  return { ...report, exchange: { ...exchange, response: { ...response, headers, body: NOTHING } } };
};

/** Act `inspect`. One report: a check for each kind, and one for the lines of each answer where a schema says what they are. */
export const inspect: Probe<InspectDefinition> = async (definition, context, tell) => {
  const asking = asker(context);
  const tellWithout: typeof tell = (report) => {
    tell(withoutAnswer(report));
  };
  await reporting(asking, tellWithout, async () => {
    const { requests, headers = true, lines: _, ...withoutLines } = definition;
    const bodies: LeakReport[] = [];
    const heads: LeakReport[] = [];
    for (const request of requests) {
      const answer = await asking.ask(request);
      bodies.push(scanned(nameOf(request), answer.text, definition));
      if (!headers) continue;
      // Cookies that an answer sets are its purpose.
      const text = answer.headers
        .filter(([name]) => name.toLowerCase() !== 'set-cookie')
        .map(([name, value]) => `${name}: ${value}\n`);
      heads.push(scanned(`the headers of ${nameOf(request)}`, text.join(''), { ...withoutLines, requests }));
    }
    const reports = [...bodies, ...heads];
    const kinds = mergeKinds(reports);
    return {
      checks: [...kinds.map((one) => kindCheck(one, reports)), ...lineChecks(bodies)],
      details: { sensitive: { kinds } as unknown as Json },
    };
  });
};

/** What a scan has to say: each check of each operation is clear, has found something, or was not looked at for a reason. */
import type { CaseWarning, CheckOutcome } from '#core/case-result';
import { fingerprintOf, isFailing, type Finding } from '#core/finding';
import type { Exchange, ProbeContext } from '#engines/probe/probe';
import { checkFacts, type CheckId } from '#engines/security/registry';

export interface Seen {
  readonly operation?: string;
  readonly place?: string;
  /** Part of the report that it belongs to, where that is not its operation: `tier free`. */
  readonly part?: string;
  /** What was expected and what came; masked here. */
  readonly message: string;
  readonly exchange?: Exchange;
}

export interface Outcomes {
  /** The check looked and saw nothing. A finding of the same check and operation stays. */
  readonly clear: (check: CheckId, operation?: string, part?: string) => void;
  readonly found: (check: CheckId, seen: Seen) => void;
  /** It could not look. What it saw elsewhere in the operation stays. */
  readonly skip: (check: CheckId, operation: string | undefined, reason: string, part?: string) => void;
  /** A look that was broken off: what was clear so far is not, what was found stays. */
  readonly withdraw: (checks: readonly CheckId[], operation: string | undefined, reason: string) => void;
  readonly findings: () => readonly (Finding & { readonly exchange?: Exchange })[];
  readonly lines: () => readonly OutcomeLine[];
}

export interface OutcomeLine {
  readonly check: CheckId;
  readonly operation?: string;
  readonly part?: string;
  readonly state: 'clear' | 'found' | 'skipped';
  readonly reason?: string;
}

const RANK = { skipped: 0, clear: 1, found: 2 } as const;

/** An explicit promise that is broken fails the case, however severe it is. */
const PROMISED = /^(?:tier-|rate-limit$)/u;

export const outcomes = ({ mask, record }: Pick<ProbeContext, 'mask' | 'record'>): Outcomes => {
  const lines = new Map<string, OutcomeLine>();
  const found = new Map<string, Finding & { readonly exchange?: Exchange }>();
  const note = (line: OutcomeLine): void => {
    const key = JSON.stringify([line.check, line.operation ?? '', line.part ?? '']);
    const known = lines.get(key);
    if (known === undefined || RANK[line.state] > RANK[known.state]) lines.set(key, line);
  };
  const of = (operation: string | undefined, part: string | undefined): Pick<OutcomeLine, 'operation' | 'part'> => ({
    ...(operation === undefined ? {} : { operation }),
    ...(part === undefined ? {} : { part }),
  });
  return {
    clear: (check, operation, part) => {
      note({ check, ...of(operation, part), state: 'clear' });
    },
    skip: (check, operation, reason, part) => {
      note({ check, ...of(operation, part), state: 'skipped', reason: mask(reason) });
    },
    withdraw: (checks, operation, reason) => {
      for (const [key, line] of lines) {
        const isMeant = checks.includes(line.check) && (operation === undefined || line.operation === operation);
        if (isMeant && line.state === 'clear') lines.set(key, { ...line, state: 'skipped', reason: mask(reason) });
      }
    },
    found: (check, { operation, place, part, message, exchange }) => {
      const { title, severity, why, owasp, cwe, wfc, asvs, remedy } = checkFacts(check);
      const where = place ?? part;
      const subject = {
        check,
        ...(operation === undefined ? {} : { operation }),
        ...(where === undefined ? {} : { place: where }),
      };
      const fingerprint = fingerprintOf(subject);
      note({ check, ...of(operation, part), state: 'found' });
      if (found.has(fingerprint)) return;
      const finding: Finding & { readonly exchange?: Exchange } = {
        fingerprint,
        ...subject,
        title,
        severity,
        severityReason: why,
        owasp,
        cwe,
        ...(wfc === undefined ? {} : { wfc }),
        ...(asvs === undefined ? {} : { asvs }),
        message: mask(message),
        remedy,
        ...(exchange === undefined ? {} : { ...record(exchange), exchange }),
      };
      found.set(fingerprint, finding);
    },
    findings: () => [...found.values()],
    lines: () => [...lines.values()],
  };
};

/** Whether a finding is what a line of a report is about. */
export const isOfLine = ({ check, operation, place }: Finding, line: OutcomeLine): boolean =>
  check === line.check && operation === line.operation && (line.part === undefined || place === line.part);

/** One line of a report for a check of an operation; findings of it decide. */
export const checkOutcomeOf = (line: OutcomeLine, findings: readonly Finding[]): CheckOutcome => {
  const own = findings.filter((finding) => isOfLine(finding, line));
  const open = own.filter(({ suppressed }) => suppressed === undefined);
  // A severe finding fails its case by itself; said again here it would be told twice.
  const fails = PROMISED.test(line.check) && !open.some(isFailing);
  return {
    check: `${line.check}: ${checkFacts(line.check).title}`,
    passed: open.length === 0,
    ...(open.length > 0 && !fails ? { warn: true } : {}),
    ...(line.operation === undefined ? {} : { path: line.operation }),
    ...(open.length === 0 ? {} : { message: open.map(({ message }) => message).join('; ') }),
  };
};

/** What was not looked at, one line for each operation and reason. */
export const skipWarnings = (lines: readonly OutcomeLine[]): readonly CaseWarning[] => {
  const byReason = new Map<string, string[]>();
  for (const { check, operation, reason = '', state } of lines) {
    if (state !== 'skipped') continue;
    // `cookie-flags: …` would be taken for a cookie, and masked.
    const key = ` of ${operation ?? 'the API'}: ${reason}`;
    byReason.set(key, [...(byReason.get(key) ?? []), check]);
  }
  return [...byReason].map(([key, checks]) => ({ kind: 'not-looked-at', message: `${checks.join(', ')}${key}` }));
};

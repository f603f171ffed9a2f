/** Findings outlive runs (C7.2): what is known of each, and what a run that looked again makes of it. */
import type { CaseResult, CheckOutcome } from '#core/case-result';
import type { Finding, Severity } from '#core/finding';

/** `fixed` and `reopened` are set by runs; `new` becomes one of the others by a person. */
export const FINDING_STATES = ['new', 'triaged', 'accepted', 'false-positive', 'fixed', 'reopened'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export interface FindingRecord {
  readonly fingerprint: string;
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly service: string;
  readonly operation?: string;
  readonly place?: string;
  readonly cwe?: string;
  readonly owasp?: string;
  readonly asvs?: string;
  readonly wfc?: string;
  readonly message: string;
  readonly remedy?: string;
  readonly state: FindingState;
  readonly owner?: string;
  readonly team?: string;
  readonly firstSeenEpochMs: number;
  readonly lastSeenEpochMs: number;
  /** Run that saw it last. */
  readonly lastRunId: string;
  /** Until then it must be fixed, or a person must have decided; absent where no severity asks for it. */
  readonly dueAtEpochMs?: number;
  /** When a person first decided about it. */
  readonly triagedAtEpochMs?: number;
  readonly fixedAtEpochMs?: number;
  /** How often it came back. */
  readonly reopened: number;
  /** Accepted by a suppression of its suite, until this day; a person's decision has none. */
  readonly suppressedUntil?: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Time from being seen to being fixed, by severity: C7.2 gives a critical one 7 days. */
export const DUE_MS: { readonly [severity in Severity]: number | undefined } = {
  critical: 7 * DAY_MS,
  high: 30 * DAY_MS,
  medium: 90 * DAY_MS,
  low: 180 * DAY_MS,
  info: undefined,
};

/** Time from being seen to a person's first decision; C7.2: a critical one is triaged in less than 24 hours. */
export const TRIAGE_MS: { readonly [severity in Severity]: number | undefined } = {
  critical: DAY_MS,
  high: 7 * DAY_MS,
  medium: undefined,
  low: undefined,
  info: undefined,
};

/** A check of an operation that a run carried out to its end; without operation that of the whole API. */
export interface CheckThatRan {
  readonly check: string;
  readonly operation?: string;
}

/** What a run brings. Only checks that ran can tell that something is gone. */
export interface FindingRun {
  readonly runId: string;
  readonly service: string;
  readonly findings: readonly Finding[];
  readonly checksThatRan: readonly CheckThatRan[];
  readonly owner?: string;
  readonly team?: string;
}

const dueAt = (severity: Severity, fromMs: number): { readonly dueAtEpochMs?: number } => {
  const after = DUE_MS[severity];
  return after === undefined ? {} : { dueAtEpochMs: fromMs + after };
};

const FACTS = ['operation', 'place', 'cwe', 'owasp', 'asvs', 'wfc', 'remedy'] as const;

const factsOf = (
  finding: Finding,
): Pick<FindingRecord, 'check' | 'title' | 'severity' | 'message' | (typeof FACTS)[number]> => {
  const { check, title, severity, message } = finding;
  const optional = Object.fromEntries(
    FACTS.flatMap((name) => (finding[name] === undefined ? [] : [[name, finding[name]]])),
  );
  return { check, title, severity, message, ...optional };
};

/** A suppression stands for the decision of its approver, for as long as it holds. */
const stateOf = ({ suppressed }: Finding, otherwise: FindingState): Pick<FindingRecord, 'state' | 'suppressedUntil'> =>
  suppressed === undefined ? { state: otherwise } : { state: 'accepted', suppressedUntil: suppressed.until };

const fresh = (finding: Finding, { runId, service, owner, team }: FindingRun, nowMs: number): FindingRecord => ({
  fingerprint: finding.fingerprint,
  service,
  ...factsOf(finding),
  ...stateOf(finding, 'new'),
  ...(owner === undefined ? {} : { owner }),
  ...(team === undefined ? {} : { team }),
  firstSeenEpochMs: nowMs,
  lastSeenEpochMs: nowMs,
  lastRunId: runId,
  ...dueAt(finding.severity, nowMs),
  reopened: 0,
});

/** Seen again: what was fixed is open once more, with a new time to be fixed in; what a person decided stays. */
const seenAgain = (known: FindingRecord, finding: Finding, { runId }: FindingRun, nowMs: number): FindingRecord => {
  const {
    operation: _operation,
    place: _place,
    cwe: _cwe,
    owasp: _owasp,
    asvs: _asvs,
    wfc: _wfc,
    remedy: _remedy,
    suppressedUntil,
    ...rest
  } = known;
  const base = {
    ...rest,
    ...factsOf(finding),
    lastSeenEpochMs: Math.max(nowMs, known.lastSeenEpochMs),
    lastRunId: runId,
  };
  const { fixedAtEpochMs: _fixed, triagedAtEpochMs: _triaged, dueAtEpochMs: _due, ...open } = base;
  // A later run saw already that it is gone.
  if (known.state === 'fixed' && (known.fixedAtEpochMs ?? 0) > nowMs) return known;
  if (known.state === 'fixed')
    return {
      ...open,
      ...stateOf(finding, 'reopened'),
      reopened: known.reopened + 1,
      ...dueAt(finding.severity, nowMs),
    };
  // The suppression is over, and nobody decided anything.
  if (suppressedUntil !== undefined && finding.suppressed === undefined)
    return { ...open, state: 'new', ...dueAt(finding.severity, nowMs) };
  return isOpen(known) || suppressedUntil !== undefined ? { ...base, ...stateOf(finding, known.state) } : base;
};

const keyOf = ({ check, operation }: CheckThatRan): string => JSON.stringify([check, operation ?? '']);

/** Not seen although its check ran: fixed, unless a later run saw it. A false positive that is gone says nothing new. */
const notSeen = (known: FindingRecord, nowMs: number): FindingRecord => {
  if (known.state === 'fixed' || known.state === 'false-positive' || known.lastSeenEpochMs > nowMs) return known;
  const { suppressedUntil: _suppressed, ...rest } = known;
  return { ...rest, state: 'fixed', fixedAtEpochMs: nowMs };
};

/**
 * What is known after a run. Pure; the same run merged twice is the same as once, and findings of other services stay as they are.
 *
 * @param stored of the service; fingerprints differ
 * @param nowMs  when the run ended, milliseconds since 1970; runs may come in another order
 * @returns in order of fingerprints
 */
export const mergeFindings = (
  stored: readonly FindingRecord[],
  run: FindingRun,
  nowMs: number,
): readonly FindingRecord[] => {
  const records = new Map(stored.map((record) => [`${record.service} ${record.fingerprint}`, record]));
  const seen = new Map(run.findings.map((finding) => [finding.fingerprint, finding]));
  const ran = new Set(run.checksThatRan.map(keyOf));
  for (const [key, record] of records) {
    if (record.service !== run.service || seen.has(record.fingerprint) || !ran.has(keyOf(record))) continue;
    records.set(key, notSeen(record, nowMs));
  }
  for (const finding of seen.values()) {
    const key = `${run.service} ${finding.fingerprint}`;
    const known = records.get(key);
    records.set(key, known === undefined ? fresh(finding, run, nowMs) : seenAgain(known, finding, run, nowMs));
  }
  return [...records.values()].sort((left, right) =>
    left.fingerprint < right.fingerprint
      ? -1
      : left.fingerprint > right.fingerprint
        ? 1
        : left.service < right.service
          ? -1
          : 1,
  );
};

/** A change that a person asks for: every state but the two that only runs know. */
export type Decision = 'triaged' | 'accepted' | 'false-positive';

/**
 * @param decision who decided is kept by the audit log
 * @returns undefined for a finding that is fixed: there is nothing to decide
 */
export const decideFinding = (
  { suppressedUntil: _suppressed, ...record }: FindingRecord,
  decision: Decision,
  nowMs: number,
  owner?: string,
): FindingRecord | undefined =>
  record.state === 'fixed'
    ? undefined
    : {
        ...record,
        state: decision,
        triagedAtEpochMs: record.triagedAtEpochMs ?? nowMs,
        ...(owner === undefined ? {} : { owner }),
      };

const OPEN: ReadonlySet<FindingState> = new Set(['new', 'triaged', 'reopened']);

/** Somebody still has to do something about it. */
export const isOpen = ({ state }: Pick<FindingRecord, 'state'>): boolean => OPEN.has(state);

/** Why an open finding is late, or undefined: not fixed in time, or not looked at in time. */
export const overdueReason = (record: FindingRecord, nowMs: number): 'not-fixed' | 'not-triaged' | undefined => {
  if (!isOpen(record)) return undefined;
  if (record.dueAtEpochMs !== undefined && nowMs >= record.dueAtEpochMs) return 'not-fixed';
  const within = TRIAGE_MS[record.severity];
  const due = DUE_MS[record.severity];
  if (within === undefined || due === undefined || record.triagedAtEpochMs !== undefined) return undefined;
  // The time runs from being seen, or seen again: that is when dueAt was counted from.
  const fromMs = (record.dueAtEpochMs ?? record.firstSeenEpochMs + due) - due;
  return nowMs >= fromMs + within ? 'not-triaged' : undefined;
};

export interface FindingFigures {
  readonly open: { readonly [severity in Severity]: number };
  readonly overdue: number;
  /** Milliseconds from first seen to fixed: their mean over fixed ones; absent where there are none. */
  readonly timeToFixMs?: number;
  /** Of all that were fixed at least once, how many came back, 0 to 1. */
  readonly recurrence?: number;
  /** Of all that a person decided about, how many were no findings, 0 to 1. */
  readonly falsePositiveRate?: number;
}

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

/** Figures of C7.2 over any choice of records, such as a team's or a severity's; what a gate rule asks for. */
export const findingFigures = (records: readonly FindingRecord[], nowMs: number): FindingFigures => {
  const open: { [severity in Severity]: number } = { info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const record of records) if (isOpen(record)) open[record.severity] += 1;
  const fixed = records.filter(({ state }) => state === 'fixed');
  const back = records.filter(({ reopened }) => reopened > 0);
  const onceFixed = records.filter(({ state, reopened }) => state === 'fixed' || reopened > 0);
  const decided = records.filter(({ triagedAtEpochMs }) => triagedAtEpochMs !== undefined);
  const timeToFixMs = share(
    fixed.reduce(
      (total, record) => total + (record.fixedAtEpochMs ?? record.lastSeenEpochMs) - record.firstSeenEpochMs,
      0,
    ),
    fixed.length,
  );
  const recurrence = share(back.length, onceFixed.length);
  const falsePositiveRate = share(decided.filter(({ state }) => state === 'false-positive').length, decided.length);
  return {
    open,
    overdue: records.filter((record) => overdueReason(record, nowMs) !== undefined).length,
    ...(timeToFixMs === undefined ? {} : { timeToFixMs }),
    ...(recurrence === undefined ? {} : { recurrence }),
    ...(falsePositiveRate === undefined ? {} : { falsePositiveRate }),
  };
};

const SCAN_CHECK = /^([a-z0-9]+(?:-[a-z0-9]+)*): /u;

/**
 * The checks of scans that ran, read from results: a scan writes each as `ID: title` with its operation as the path.
 *
 * @param ids ids of the checks; what begins like one and is none is something else
 */
export const checksThatRan = (
  results: readonly Pick<CaseResult, 'tries'>[],
  ids: ReadonlySet<string>,
): readonly CheckThatRan[] => {
  const ran = new Map<string, CheckThatRan>();
  const outcomes: readonly CheckOutcome[] = results.flatMap(({ tries }) => tries.flatMap(({ checks }) => checks));
  for (const { check, path } of outcomes) {
    const id = SCAN_CHECK.exec(check)?.[1];
    if (id === undefined || !ids.has(id)) continue;
    const one = { check: id, ...(path === undefined ? {} : { operation: path }) };
    ran.set(keyOf(one), one);
  }
  return [...ran.values()];
};

/** Readiness checklists (C14): items that cases or people answer, with a score and a required minimum. */
import type { CaseResult } from '#core/case-result';

export const ITEM_STATES = ['pass', 'warn', 'fail', 'skip'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Answered by what cases did: those named, and those with one of the tags. */
export interface AutomaticItem {
  /** `suite/case`, `suite/*`, with the service before the suite (`shop.checkout/pay`) or without. */
  readonly cases?: readonly string[];
  readonly tags?: readonly string[];
}

export interface SignOff {
  readonly who: string;
  readonly role: string;
  /** `2026-11-21` */
  readonly date: string;
}

/** Answered by somebody, who says why it is so. */
export interface ManualItem {
  readonly state: ItemState;
  /** An address, a ticket, a sentence. A pass needs some. */
  readonly evidence?: string;
  /** Who says so. A pass needs it. */
  readonly signOff?: SignOff;
  /** Days after which it has to be said again. */
  readonly validDays?: number;
}

/** Exactly one of automatic and manual. */
export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  /** How to find it out: a command, a page. */
  readonly run?: string;
  readonly automatic?: AutomaticItem;
  readonly manual?: ManualItem;
}

export interface ChecklistSection {
  readonly id: string;
  readonly name: string;
  readonly items?: readonly ChecklistItem[];
  readonly sections?: readonly ChecklistSection[];
}

export interface Checklist {
  readonly checklist: string;
  readonly name: string;
  /** Score in per cent that is needed; REQUIRED_SCORE_DEFAULT when absent. */
  readonly requiredScore?: number;
  readonly sections: readonly ChecklistSection[];
}

export const REQUIRED_SCORE_DEFAULT = 95;

/** What of a result counts here. */
export type ReadinessCase = Pick<CaseResult, 'suite' | 'case' | 'tags' | 'verdict' | 'flaky' | 'advisory'> & {
  readonly warnings: readonly unknown[];
};

export type ItemCounts = { readonly [state in ItemState]: number };

export interface ScoredItem extends Pick<ChecklistItem, 'id' | 'text' | 'run'> {
  readonly kind: 'automatic' | 'manual';
  readonly state: ItemState;
  /** Why it is so. */
  readonly reason: string;
  /** `service.suite/case` of the cases that answered it. */
  readonly cases: readonly string[];
  readonly evidence?: string;
  readonly signOff?: SignOff;
}

export interface ScoredSection {
  readonly id: string;
  readonly name: string;
  readonly counts: ItemCounts;
  /** Of this section with those in it; null where there are no items. */
  readonly score: number | null;
  readonly items: readonly ScoredItem[];
  readonly sections: readonly ScoredSection[];
}

export interface ReadinessReport {
  readonly schemaVersion: 1;
  readonly checklist: string;
  readonly name: string;
  readonly verdict: 'ready' | 'not-ready';
  /** Passed items of all items in per cent, cut to one decimal; null where there are no items. */
  readonly score: number | null;
  readonly requiredScore: number;
  readonly counts: ItemCounts;
  readonly sections: readonly ScoredSection[];
  /** Automatic items that no case answers. */
  readonly itemsWithoutCase: readonly string[];
  /** Cases that answer no item. */
  readonly casesWithoutItem: readonly string[];
}

const nameOf = ({ suite, case: id }: ReadinessCase): string => `${suite}/${id}`;

const matches = (pattern: string, one: ReadinessCase): boolean => {
  const slash = pattern.lastIndexOf('/');
  const [suite, id] = [pattern.slice(0, slash), pattern.slice(slash + 1)];
  const isSuite = one.suite === suite || one.suite.slice(one.suite.indexOf('.') + 1) === suite;
  return isSuite && (id === '*' || id === one.case);
};

const isOf = ({ cases = [], tags = [] }: AutomaticItem, one: ReadinessCase): boolean =>
  cases.some((pattern) => matches(pattern, one)) || tags.some((tag) => one.tags.includes(tag));

const named = (cases: readonly ReadinessCase[]): string => {
  const names = [...new Set(cases.map(nameOf))];
  return `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${String(names.length - 3)} more` : ''}`;
};

interface Answer {
  readonly state: ItemState;
  readonly reason: string;
}

/** The worst of its cases; a pattern that nothing answers is not passed over. */
const fromCases = (item: AutomaticItem, found: readonly ReadinessCase[]): Answer => {
  const silent = (item.cases ?? []).filter((pattern) => !found.some((one) => matches(pattern, one)));
  const with_ = (holds: (one: ReadinessCase) => boolean): readonly ReadinessCase[] => found.filter(holds);
  const bad = with_(({ verdict }) => verdict === 'failed' || verdict === 'errored');
  const failing = bad.filter(({ advisory }) => !advisory);
  const skipped = with_(({ verdict }) => verdict === 'skipped');
  const odd = with_(({ flaky, warnings }) => flaky || warnings.length > 0);
  if (failing.length > 0) return { state: 'fail', reason: `did not pass: ${named(failing)}` };
  if (found.length === 0) return { state: 'skip', reason: 'no case ran' };
  if (skipped.length === found.length) return { state: 'skip', reason: `skipped: ${named(skipped)}` };
  if (silent.length > 0) return { state: 'warn', reason: `no case ran for ${silent.join(', ')}` };
  if (skipped.length > 0) return { state: 'warn', reason: `skipped: ${named(skipped)}` };
  if (bad.length > 0) return { state: 'warn', reason: `advisory cases did not pass: ${named(bad)}` };
  if (odd.length > 0) return { state: 'warn', reason: `with warnings or flaky: ${named(odd)}` };
  return { state: 'pass', reason: `${String(found.length)} passed` };
};

const DAY_MS = 86_400_000;

const fromPerson = ({ state, evidence, signOff, validDays }: ManualItem, nowMs: number): Answer => {
  if (state !== 'pass') return { state, reason: evidence ?? 'said so' };
  if (evidence === undefined) return { state: 'warn', reason: 'expected evidence for a pass, got none' };
  if (signOff === undefined) return { state: 'warn', reason: 'expected a sign-off for a pass, got none' };
  const signedMs = Date.parse(`${signOff.date}T00:00:00Z`);
  if (signedMs > nowMs) return { state: 'warn', reason: `expected a sign-off of today or before, got ${signOff.date}` };
  if (validDays !== undefined && nowMs - signedMs > validDays * DAY_MS)
    return { state: 'warn', reason: `expected a sign-off of the last ${String(validDays)} days, got ${signOff.date}` };
  return { state, reason: `${signOff.who} (${signOff.role}), ${signOff.date}` };
};

const countsOf = (states: readonly ItemState[]): ItemCounts => {
  const count = (state: ItemState): number => states.filter((one) => one === state).length;
  return { pass: count('pass'), warn: count('warn'), fail: count('fail'), skip: count('skip') };
};

const added = (counts: readonly ItemCounts[]): ItemCounts => {
  const total = (state: ItemState): number => counts.reduce((sum, one) => sum + one[state], 0);
  return { pass: total('pass'), warn: total('warn'), fail: total('fail'), skip: total('skip') };
};

const itemsIn = ({ pass, warn, fail, skip }: ItemCounts): number => pass + warn + fail + skip;

/** Cut, never rounded up: what is not quite enough must not look as if it were. */
const scoreOf = (counts: ItemCounts): number | null => {
  const all = itemsIn(counts);
  return all === 0 ? null : Math.floor((counts.pass * 1000) / all) / 10;
};

/**
 * Scores a checklist: passed items of all items in per cent. What warns, fails or is skipped does not count.
 *
 * @param nowMs what sign-offs are old against
 * @returns not ready when the score is below the required one, and when there are no items: an empty list shows nothing
 */
export const scoreReadiness = (
  checklist: Checklist,
  results: readonly ReadinessCase[],
  nowMs: number,
): ReadinessReport => {
  const answered = new Set<ReadinessCase>();
  const withoutCase: string[] = [];
  const scoreItem = ({ id, text, run, automatic, manual }: ChecklistItem): ScoredItem => {
    const facts = { id, text, ...(run === undefined ? {} : { run }) };
    if (manual !== undefined) {
      const { evidence, signOff } = manual;
      return {
        ...facts,
        kind: 'manual',
        ...fromPerson(manual, nowMs),
        cases: [],
        ...(evidence === undefined ? {} : { evidence }),
        ...(signOff === undefined ? {} : { signOff }),
      };
    }
    const found = results.filter((one) => isOf(automatic ?? {}, one));
    for (const one of found) answered.add(one);
    if (found.length === 0) withoutCase.push(id);
    return {
      ...facts,
      kind: 'automatic',
      ...fromCases(automatic ?? {}, found),
      cases: [...new Set(found.map(nameOf))],
    };
  };
  const scoreSection = ({ id, name, items = [], sections = [] }: ChecklistSection): ScoredSection => {
    const scored = items.map(scoreItem);
    const below = sections.map(scoreSection);
    const counts = added([countsOf(scored.map(({ state }) => state)), ...below.map((one) => one.counts)]);
    return { id, name, counts, score: scoreOf(counts), items: scored, sections: below };
  };
  const sections = checklist.sections.map(scoreSection);
  const counts = added(sections.map((one) => one.counts));
  const requiredScore = checklist.requiredScore ?? REQUIRED_SCORE_DEFAULT;
  const all = itemsIn(counts);
  return {
    schemaVersion: 1,
    checklist: checklist.checklist,
    name: checklist.name,
    verdict: all > 0 && counts.pass * 100 >= requiredScore * all ? 'ready' : 'not-ready',
    score: scoreOf(counts),
    requiredScore,
    counts,
    sections,
    itemsWithoutCase: withoutCase,
    casesWithoutItem: [...new Set(results.filter((one) => !answered.has(one)).map(nameOf))],
  };
};

/** What a search for sensitive values gives. No value is in it. */

export interface LeakPlace {
  /** Both from 1; columns count UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** JSONPath of the text or number that holds it, where the line, or the whole input, is JSON. */
  readonly jsonPath?: string;
  /** The form of the value, its characters masked. */
  readonly sample: string;
}

export interface LeakCount {
  readonly kind: string;
  readonly count: number;
  readonly verdict: 'clean' | 'found';
  readonly first?: LeakPlace;
}

/** Lines against the schema that they must have. */
export interface LineCount {
  readonly checked: number;
  readonly wrong: number;
  readonly first?: { readonly line: number; readonly message: string };
}

export interface LeakReport {
  readonly schemaVersion: 1;
  /** File name, `-`, or request. */
  readonly source: string;
  readonly verdict: 'clean' | 'found';
  readonly bytes: number;
  readonly lines: number;
  /** Every kind that was looked for, in the order of LEAK_KINDS and then the patterns of one's own. */
  readonly kinds: readonly LeakCount[];
  readonly lineRules?: LineCount;
}

/** Sums of several searches: the first place is that of the first one that found something. */
export const mergeKinds = (reports: readonly LeakReport[]): readonly LeakCount[] => {
  const merged = new Map<string, LeakCount>();
  for (const one of reports.flatMap(({ kinds }) => kinds)) {
    const known = merged.get(one.kind);
    const first = known?.first ?? one.first;
    merged.set(one.kind, {
      kind: one.kind,
      count: (known?.count ?? 0) + one.count,
      verdict: known?.verdict === 'found' ? 'found' : one.verdict,
      ...(first === undefined ? {} : { first }),
    });
  }
  return [...merged.values()];
};

import { LEAK_KINDS, type LeakAllowance, type LeakRules } from '#core/acts/inspect';
import { bounded } from '#engines/functional/bounded';
import { tellForms } from '#engines/redaction/forms';
import type { Leak, Tell } from '#engines/redaction/leak';
import { tellNamedValues } from '#engines/redaction/named-values';
import { hiddenViews, hidingLines, withoutSpaceEscapes } from '#engines/redaction/views';

/** Milliseconds for one pattern of one's own on one block of text. */
const PATTERN_MS_MAX = 5000;

/** Looks for sensitive values in a text. Times and order do not matter: equal texts give equal leaks. */
export type FindLeaks = (text: string) => readonly Leak[];

interface OwnPattern {
  readonly name: string;
  readonly expression: RegExp;
}

interface Allowed {
  readonly kind: string;
  readonly expression: RegExp;
}

const compiled = (source: string, flags: string, what: string): RegExp => {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: /u, '') : 'not readable';
    throw new RangeError(`expected a regular expression (JavaScript, flag u) in ${what}, got ${reason}`, {
      cause: error,
    });
  }
};

const ownPatterns = ({ patterns = [] }: LeakRules): readonly OwnPattern[] =>
  patterns.map(({ name, matches }) => {
    if ((LEAK_KINDS as readonly string[]).includes(name))
      throw new RangeError(`expected a name of one's own for a pattern, got the built-in kind ${name}`);
    return { name, expression: compiled(matches, 'gum', `the pattern ${name}`) };
  });

const allowances = ({ allow = [] }: LeakRules): readonly Allowed[] =>
  allow.map(({ kind, matches }: LeakAllowance) => ({
    kind,
    expression: compiled(`^(?:${matches})$`, 'u', `the allowance for ${kind}`),
  }));

const overlaps = (one: Leak, other: Leak): boolean =>
  one.offset < other.offset + other.length && other.offset < one.offset + one.length;

/** In the order of the text; of one kind only what does not lie on what was told before. */
const apart = (leaks: readonly Leak[]): readonly Leak[] => {
  const sorted = [...leaks].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const last = new Map<string, Leak>();
  return sorted.filter((leak) => {
    const before = last.get(leak.kind);
    if (before !== undefined && overlaps(before, leak)) return false;
    last.set(leak.kind, leak);
    return true;
  });
};

/**
 * @throws RangeError for a pattern that is no regular expression, or has the name of a built-in kind
 */
export const leakFinder = (rules: LeakRules = {}): FindLeaks => {
  const kinds: ReadonlySet<string> = new Set(rules.kinds ?? LEAK_KINDS);
  const patterns = ownPatterns(rules);
  const allowed = allowances(rules);
  const isAllowed = (kind: string, value: string): boolean =>
    allowed.some((one) => one.kind === kind && bounded(() => one.expression.test(value)));
  const look = (text: string, add: (kind: string, offset: number, value: string) => void): void => {
    const tell: Tell = (kind, offset, value) => {
      if (kinds.has(kind)) add(kind, offset, value);
    };
    tellForms(text, kinds, tell);
    tellNamedValues(text, tell);
    for (const { name, expression } of patterns)
      for (const match of bounded(() => Array.from(text.matchAll(expression)), PATTERN_MS_MAX))
        if (match[0] !== '') add(name, match.index, match[0]);
  };
  return (text) => {
    const leaks: Leak[] = [];
    const plain = withoutSpaceEscapes(text);
    look(plain, (kind, offset, value) => {
      if (!isAllowed(kind, value)) leaks.push({ kind, offset, length: value.length, value });
    });
    for (const [start, end] of hidingLines(text)) {
      for (const view of hiddenViews(plain.slice(start, end)))
        look(view.text, (kind, offset, value) => {
          if (isAllowed(kind, value)) return;
          const from = start + view.at(offset);
          const to = start + view.at(offset + value.length - 1) + 1;
          leaks.push({ kind, offset: from, length: Math.max(1, to - from), value });
        });
    }
    return apart(leaks);
  };
};

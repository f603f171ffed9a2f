import { secretExpression, type KnownSecret } from '#core/secret-forms';
import { hostForms } from '#core/secret-host-forms';
import { secretIndex, type Span } from '#core/secret-index';

/** One secret in all its spellings. Each has an expression of its own: making one for several anew with each that is learned takes longer. */
interface Known {
  readonly expression: RegExp;
  /** No spelling of it is shorter, so that most texts need not be searched, nor its expression be made ready for them. */
  readonly lengthMin: number;
}

/** Every spelling of plain characters has at least one for each of them; a host name may have fewer. */
const lengthMinOf = (value: string): number =>
  /^[\x20-\x7e]+$/.test(value) && hostForms(value).length === 0 ? value.length : 0;

/** Finds known secrets in texts; secrets may come one by one while it is used, such as a token for each row of a flow. */
export interface SecretFinder {
  readonly add: (secret: KnownSecret) => void;
  /** Replaces every secret in every spelling; what overlaps is replaced as one, so that nothing is left of a secret that holds another. */
  readonly replaceAll: (text: string, replacement: () => string) => string;
  /** How many places of a text hold secrets. */
  readonly count: (text: string) => number;
}

const joined = (spans: readonly Span[]): Span[] => {
  const all: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = all.at(-1);
    if (last === undefined || from >= last[1]) all.push([from, to]);
    else last[1] = Math.max(last[1], to);
  }
  return all;
};

export const secretFinder = (): SecretFinder => {
  const index = secretIndex();
  const others: Known[] = [];
  const spansIn = (text: string): Span[] => {
    const spans = index.find(text).map(({ span }) => span);
    for (const { expression, lengthMin } of others) {
      // Asked first because it is the usual end, and listing all matches makes an expression anew each time.
      if (text.length < lengthMin || text.search(expression) < 0) continue;
      for (const match of text.matchAll(expression)) spans.push([match.index, match.index + match[0].length]);
    }
    return spans;
  };
  return {
    add: (secret) => {
      if (index.add(secret)) return;
      const expression = secretExpression([secret]);
      if (expression !== undefined) others.push({ expression, lengthMin: lengthMinOf(secret.value) });
    },
    count: (text) => joined(spansIn(text)).length,
    replaceAll: (text, replacement) => {
      const spans = spansIn(text);
      if (spans.length === 0) return text;
      let result = '';
      let from = 0;
      for (const [start, end] of joined(spans)) {
        result += text.slice(from, start) + replacement();
        from = end;
      }
      return result + text.slice(from);
    },
  };
};

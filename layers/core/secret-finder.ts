import { secretExpression, type KnownSecret } from '#core/secret-forms';

/** Secrets of one expression. A new one makes the expression anew: with few in it that takes milliseconds, with a thousand minutes. */
const BATCH_SIZE = 4;

interface Batch {
  readonly secrets: KnownSecret[];
  expression: RegExp | undefined;
}

/** Finds known secrets in texts; secrets may come one by one while it is used, such as a token for each row of a flow. */
export interface SecretFinder {
  readonly add: (secret: KnownSecret) => void;
  /** Replaces every secret in every spelling; what overlaps is replaced as one, so that nothing is left of a secret that holds another. */
  readonly replaceAll: (text: string, replacement: () => string) => string;
}

type Span = readonly [from: number, to: number];

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
  const batches: Batch[] = [];
  const spansIn = (text: string): Span[] =>
    batches.flatMap(({ expression }) => {
      // Asked first because it is the usual end, and listing all matches makes an expression anew each time.
      if (expression === undefined || text.search(expression) < 0) return [];
      return [...text.matchAll(expression)].map((match): Span => [match.index, match.index + match[0].length]);
    });
  return {
    add: (secret) => {
      let batch = batches.at(-1);
      if (batch === undefined || batch.secrets.length >= BATCH_SIZE) {
        batch = { secrets: [], expression: undefined };
        batches.push(batch);
      }
      batch.secrets.push(secret);
      batch.expression = secretExpression(batch.secrets);
    },
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

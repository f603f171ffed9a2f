/**
 * Finds thousands of secrets in a text in one walk over it. An expression for a secret in all its spellings takes milliseconds to make and
 * microseconds to use; here it is made only for a secret that stands in a text in a spelling of which not every character is its own.
 */
import { expressionOf, type KnownSecret } from '#core/secret-forms';
import { needlesOf, spanAt, type Needle } from '#core/secret-needles';
import { WINDOW, WindowTable } from '#core/window-table';

export type Span = readonly [from: number, to: number];

export interface SecretIndex {
  /** False for a secret that is to be looked for by its expression. */
  readonly add: (secret: KnownSecret) => boolean;
  /** Every place of every secret in the text; places may overlap. */
  readonly find: (text: string) => readonly FoundSecret[];
}

export interface FoundSecret {
  readonly secret: KnownSecret;
  readonly span: Span;
}

/** More needles than any secret has. */
const NEEDLES_MAX = 64;
/** Places in a needle that its window may have. */
const PLACES = 8;
/** What stands before a needle may take so many of its characters for an escape of its own. */
const TAKEN_MAX = 5;

/** Where the windows of a needle may begin, its end first, which differs where beginnings are the same. */
const windowsOf = ({ length }: string): readonly number[] =>
  Array.from({ length: PLACES }, (_, place) => Math.round(((length - WINDOW) * (PLACES - place)) / PLACES));

/** Secrets whose needles are kept: those that were found last are found again. */
const KEPT_MAX = 64;

const ESCAPED = /%(?:25)*([0-9a-f]{2})|\\+(?:u([0-9a-f]{4})|(["/nrtbf]))/giu;

/** The text with its escapes undone, and for each of its characters where it ends in the text. */
const undone = (text: string): { readonly text: string; readonly ends: readonly number[] } => {
  let plain = '';
  const ends: number[] = [];
  let from = 0;
  const keep = (until: number): void => {
    plain += text.slice(from, until);
    for (let at = from; at < until; at += 1) ends.push(at + 1);
  };
  for (const match of text.matchAll(ESCAPED)) {
    keep(match.index);
    const [whole, percent, unicode, short] = match;
    from = match.index + whole.length;
    plain += short ?? String.fromCharCode(Number.parseInt(percent ?? unicode ?? '0', 16));
    ends.push(from);
  }
  keep(text.length);
  return { text: plain, ends };
};

const covers = ([from, to]: Span, at: number): boolean => from <= at && at < to;

const byExpression = (secret: KnownSecret, text: string): FoundSecret[] => {
  const expression = expressionOf(secret);
  if (expression === undefined) return [];
  return [...text.matchAll(expression)].map((match) => ({
    secret,
    span: [match.index, match.index + match[0].length],
  }));
};

class Index implements SecretIndex {
  readonly #secrets: KnownSecret[] = [];
  readonly #windows = new WindowTable();
  readonly #kept = new Map<number, readonly Needle[]>();

  readonly add = (secret: KnownSecret): boolean => {
    const needles = needlesOf(secret.value, WINDOW);
    if (needles === undefined || needles.length > NEEDLES_MAX) return false;
    const number = this.#secrets.push(secret) - 1;
    needles.forEach(({ text }, at) => {
      const windows = windowsOf(text);
      const free = windows.findIndex((from) => from >= TAKEN_MAX && !this.#windows.has(text, from));
      const place = Math.max(0, free);
      this.#windows.add(text, windows[place] ?? 0, (number * NEEDLES_MAX + at) * PLACES + place);
    });
    return true;
  };

  readonly find = (text: string): readonly FoundSecret[] => {
    const found: FoundSecret[] = [];
    // Places that an expression has to look at, unless a needle covers them.
    const open: { readonly number: number; readonly at: number }[] = [];
    this.#windows.scan(text, (value, end) => {
      const number = Math.floor(value / (NEEDLES_MAX * PLACES));
      const secret = this.#secrets[number];
      const needle = this.#needles(number)[Math.floor(value / PLACES) % NEEDLES_MAX];
      if (secret === undefined || needle === undefined) return;
      const span = spanAt(needle, text, end - WINDOW - (windowsOf(needle.text)[value % PLACES] ?? 0));
      if (span !== undefined && needle.kind !== 'host') found.push({ secret, span });
      else if (span !== undefined) open.push({ number, at: end - 1 });
    });
    if (text.includes('%') || text.includes('\\')) this.#findEscaped(text, open);
    const thorough = new Set(open.filter((place) => !this.#isCovered(place, found)).map(({ number }) => number));
    for (const number of thorough) {
      const secret = this.#secrets[number];
      if (secret !== undefined) found.push(...byExpression(secret, text));
    }
    return found;
  };

  #isCovered({ number, at }: { readonly number: number; readonly at: number }, found: readonly FoundSecret[]): boolean {
    const secret = this.#secrets[number];
    return found.some((one) => one.secret === secret && covers(one.span, at));
  }

  /** A window is enough: what stands before a needle may have taken its beginning for an escape of its own. */
  #findEscaped(text: string, open: { readonly number: number; readonly at: number }[]): void {
    const plain = undone(text);
    this.#windows.scan(plain.text, (value, end) => {
      open.push({ number: Math.floor(value / (NEEDLES_MAX * PLACES)), at: (plain.ends[end - 1] ?? 0) - 1 });
    });
  }

  #needles(number: number): readonly Needle[] {
    const known = this.#kept.get(number);
    if (known !== undefined) return known;
    const needles = needlesOf(this.#secrets[number]?.value ?? '', WINDOW) ?? [];
    if (this.#kept.size >= KEPT_MAX) this.#kept.clear();
    this.#kept.set(number, needles);
    return needles;
  }
}

export const secretIndex = (): SecretIndex => new Index();

/**
 * Whole numbers of an answer beyond 2^53 - 1, which lose their last digits when JSON is read.
 *
 * What depends on those digits is found by reading the answer twice: once as it is, and once with each such number moved to a place of its
 * own, in the same order. Equal texts stay equal. What comes out differently cannot be told from what was read.
 */

/** Without so many digits in a row no number of a text can be that large. */
const LONG_RUN = /\d{16}/u;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/gu;
const WHOLE = /^-?\d{16,400}$/u;
/** More of them are moved in the order in which they come: enough to see that something depends on them. */
const SORTED_MAX = 20_000;

/** Where the text that begins at a quotation mark ends: behind its last one. */
const endOfText = (json: string, start: number): number => {
  for (let at = json.indexOf('"', start + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let marks = 0;
    while (json[at - 1 - marks] === '\\') marks += 1;
    if (marks % 2 === 0) return at + 1;
  }
  return json.length;
};

/** Pieces of JSON by turns: what stands between texts, and a text. */
const eachPiece = (json: string, between: (piece: string) => string): string => {
  const pieces: string[] = [];
  for (let at = 0; at < json.length;) {
    const quote = json.indexOf('"', at);
    const start = quote < 0 ? json.length : quote;
    pieces.push(between(json.slice(at, start)));
    at = quote < 0 ? json.length : endOfText(json, start);
    pieces.push(json.slice(start, at));
  }
  return pieces.join('');
};

const isLarge = (token: string): boolean => WHOLE.test(token) && !Number.isSafeInteger(Number(token));

const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/** The next larger double of a finite number beyond 2^53. */
const nextUp = (value: number): number => {
  double[0] = value;
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return double[0];
};

const compare = (one: string, other: string): number => {
  const [left, right] = [BigInt(one), BigInt(other)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** A double for each token: larger than what is read for it, different from all others, in the same order. */
const placesOf = (tokens: readonly string[]): ReadonlyMap<string, string> => {
  const sorted = tokens.length > SORTED_MAX ? tokens : tokens.toSorted(compare);
  const places = new Map<string, string>();
  let last = Number.NEGATIVE_INFINITY;
  for (const token of sorted) {
    const above = nextUp(Math.max(Number(token), last));
    last = Number.isFinite(above) ? above : Number.MAX_VALUE;
    places.set(token, String(last));
  }
  return places;
};

/**
 * The same JSON with whole numbers beyond 2^53 - 1 moved.
 *
 * Takes time in proportion to the text, and hardly any for one without 16 digits in a row.
 *
 * @returns undefined when there are none
 */
export const withMovedNumbers = (json: string): string | undefined => {
  if (!LONG_RUN.test(json)) return undefined;
  const tokens = new Set<string>();
  eachPiece(json, (piece) => {
    if (LONG_RUN.test(piece)) for (const [token] of piece.matchAll(NUMBER)) if (isLarge(token)) tokens.add(token);
    return '';
  });
  if (tokens.size === 0) return undefined;
  const places = placesOf([...tokens]);
  return eachPiece(json, (piece) =>
    LONG_RUN.test(piece) ? piece.replace(NUMBER, (token) => places.get(token) ?? token) : piece,
  );
};

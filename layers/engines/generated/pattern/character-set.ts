/** Sets of characters as sorted ranges of code points. */
export type CharacterSet = readonly (readonly [number, number])[];

/** Beyond this, characters are left to `complement`: what people mean by `[^,]` is a letter, not a rare script. */
const LAST = 0x2ff;

const merged = (ranges: readonly (readonly [number, number])[]): CharacterSet => {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = out.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else out.push([low, high]);
  }
  return out;
};

export const unionOf = (...sets: readonly CharacterSet[]): CharacterSet => merged(sets.flat());

export const only = (character: string): CharacterSet => {
  const code = character.codePointAt(0) ?? 0;
  return [[code, code]];
};

/** What is not in the set, of the first few hundred characters without control characters. */
export const complement = (set: CharacterSet): CharacterSet => {
  const out: [number, number][] = [];
  let next = 0x20;
  for (const [low, high] of set) {
    if (high < next) continue;
    if (low > next) out.push([next, Math.min(low - 1, LAST)]);
    next = high + 1;
    if (next > LAST) return out;
  }
  out.push([next, LAST]);
  return out;
};

const matching = (source: string): CharacterSet => {
  const regex = new RegExp(`^${source}$`, 'u');
  const found: [number, number][] = [];
  for (let code = 0x20; code <= LAST; code += 1) if (regex.test(String.fromCodePoint(code))) found.push([code, code]);
  // Scripts such as \p{Script=Han} have no character among the first few hundred.
  for (const code of [0x391, 0x410, 0x5d0, 0x627, 0x905, 0x4e2d, 0x3042, 0xac00, 0x1f600])
    if (regex.test(String.fromCodePoint(code))) found.push([code, code]);
  return merged(found);
};

const known = new Map<string, CharacterSet>();

/** The characters of an escape such as `\d` or `\p{Lu}`. @throws SyntaxError for one that is none */
export const classSet = (escape: string): CharacterSet => {
  const found = known.get(escape) ?? matching(escape);
  known.set(escape, found);
  return found;
};

export const sizeOf = (set: CharacterSet): number => set.reduce((total, [low, high]) => total + high - low + 1, 0);

export const characterAt = (set: CharacterSet, index: number): string => {
  let left = index;
  for (const [low, high] of set) {
    if (left <= high - low) return String.fromCodePoint(low + left);
    left -= high - low + 1;
  }
  return '';
};

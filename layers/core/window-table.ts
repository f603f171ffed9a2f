/** Characters of a window: shorter ones stand in texts by chance. */
export const WINDOW = 8;

const FACTOR = 0x01000193;
/** FACTOR to the power of WINDOW, modulo 2^32: takes the oldest character out of a hash. */
const OLDEST = Array.from({ length: WINDOW }).reduce<number>((power) => Math.imul(power, FACTOR), 1);
const SPREAD = 0x9e3779b1;

const SLOTS_FIRST = 1024;
/** Slots for each window: nearly every place of a text is told from all windows by one look. */
const SLOTS_EACH = 2;

/** Letters of either case, and the characters that base64url has for others, are one. */
const ONE_OF = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase();
  return (character === '-' ? '+' : character === '_' ? '/' : character).charCodeAt(0);
});

const oneOf = (code: number): number => (code < ONE_OF.length ? (ONE_OF[code] ?? 0) : ONE_OF.length);

const hashAt = (text: string, from: number): number => {
  let hash = 0;
  for (let at = from; at < from + WINDOW; at += 1) hash = (Math.imul(hash, FACTOR) + oneOf(text.charCodeAt(at))) | 0;
  return hash;
};

/** Windows of many texts, found in a text in one walk over it however many there are. Eight bytes a slot, no objects. */
export class WindowTable {
  #hashes = new Int32Array(SLOTS_FIRST);
  #values = new Int32Array(SLOTS_FIRST);
  #shift = 32 - Math.log2(SLOTS_FIRST);
  #size = 0;

  /** Adds the window of a text that begins at an offset. @param value 0 or more, told when the window is found */
  add(text: string, from: number, value: number): void {
    if ((this.#size + 1) * SLOTS_EACH > this.#hashes.length) this.#grow();
    this.#put(hashAt(text, from), value + 1);
    this.#size += 1;
  }

  /** Whether a window like this one is there. */
  has(text: string, from: number): boolean {
    const hash = hashAt(text, from);
    let isThere = false;
    this.#tell(hash, 0, () => {
      isThere = true;
    });
    return isThere;
  }

  /** Tells each value whose window may end before an offset of the text; some that do not, too: a hash can be that of another window. */
  scan(text: string, found: (value: number, end: number) => void): void {
    if (this.#size === 0 || text.length < WINDOW) return;
    const values = this.#values;
    const shift = this.#shift;
    let hash = hashAt(text, 0);
    for (let end = WINDOW; ; end += 1) {
      if (values[Math.imul(hash, SPREAD) >>> shift] !== 0) this.#tell(hash, end, found);
      if (end >= text.length) return;
      const oldest = Math.imul(oneOf(text.charCodeAt(end - WINDOW)), OLDEST);
      hash = (Math.imul(hash, FACTOR) + oneOf(text.charCodeAt(end)) - oldest) | 0;
    }
  }

  #tell(hash: number, end: number, found: (value: number, end: number) => void): void {
    const mask = this.#values.length - 1;
    for (let slot = Math.imul(hash, SPREAD) >>> this.#shift; ; slot = (slot + 1) & mask) {
      const value = this.#values[slot] ?? 0;
      if (value === 0) return;
      if (this.#hashes[slot] === hash) found(value - 1, end);
    }
  }

  #put(hash: number, value: number): void {
    const mask = this.#values.length - 1;
    let slot = Math.imul(hash, SPREAD) >>> this.#shift;
    while (this.#values[slot] !== 0) slot = (slot + 1) & mask;
    this.#hashes[slot] = hash;
    this.#values[slot] = value;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const values = this.#values;
    this.#hashes = new Int32Array(hashes.length * 2);
    this.#values = new Int32Array(hashes.length * 2);
    this.#shift -= 1;
    values.forEach((value, slot) => {
      if (value !== 0) this.#put(hashes[slot] ?? 0, value);
    });
  }
}

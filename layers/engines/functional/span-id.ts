import type { RandomSource } from '#ports/clock';

/** W3C Trace Context, level 1, section 3.2.2.4: eight bytes. */
const SPAN_BYTES = 8;
/** Ids that are fetched at a time: asking for random bytes costs ten times as much as the bytes. */
const IDS_AT_ONCE = 256;

const POOLS = new WeakMap<RandomSource, { hex: string; next: number }>();

/** The id of a span that no other request has: 16 hexadecimal digits. */
export const newSpanId = (random: RandomSource): string => {
  const length = SPAN_BYTES * 2;
  let pool = POOLS.get(random);
  if (pool === undefined || pool.next >= pool.hex.length) {
    pool = { hex: Buffer.from(random.bytes(SPAN_BYTES * IDS_AT_ONCE)).toString('hex'), next: 0 };
    POOLS.set(random, pool);
  }
  const id = pool.hex.slice(pool.next, pool.next + length);
  pool.next += length;
  return id;
};

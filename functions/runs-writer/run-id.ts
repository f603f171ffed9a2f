import { createHash } from 'node:crypto';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const CHARACTERS = 26;
/** 26 characters of 5 bits need 130 bits. */
export const RUN_ID_BYTES = Math.ceil((CHARACTERS * 5) / 8);

/** `r` and 26 lower-case Crockford base32 characters of the first 130 bits; needs RUN_ID_BYTES bytes or more. */
export const runIdFrom = (bytes: Uint8Array): string => {
  const bits = [...bytes.subarray(0, RUN_ID_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = Array.from(
    { length: CHARACTERS },
    (_, at) => CROCKFORD[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
  );
  return `r${letters.join('')}`;
};

/** The same tenant and Idempotency-Key always give the same run: that is what makes a repeat find the first one (I1). */
export const runIdOfKey = (tenant: string, idempotencyKey: string): string =>
  runIdFrom(createHash('sha256').update(`${tenant}\n${idempotencyKey}`).digest());

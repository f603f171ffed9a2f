/** Calls are tried this often in all before the command gives up. */
export const TRIES_MAX = 5;
const BASE_MS = 500;
const CAP_MS = 8_000;
/** A plane that asks for more patience than this is reported instead of waited for. */
export const RETRY_AFTER_MS_MAX = 60_000;

/** Retry-After as seconds or as an HTTP date (RFC 9110, 10.2.3). @returns milliseconds from now, undefined when it says nothing */
export const retryAfterMs = (header: string | undefined, nowMs: number): number | undefined => {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
};

/** Exponential with full jitter: anything from 0 to min(cap, base * 2^n). @param tried how often the call failed so far, from 1 */
export const backoffMs = (tried: number, random: number): number =>
  Math.round(random * Math.min(CAP_MS, BASE_MS * 2 ** (tried - 1)));

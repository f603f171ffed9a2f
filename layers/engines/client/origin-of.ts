export interface Origin {
  readonly origin: string;
  readonly host: string;
}

const readOrigin = (text: string): Origin => {
  const url = URL.parse(text);
  // The client refuses such an address by itself; all of them may share a circuit that never opens.
  return url === null ? { origin: '', host: '' } : { origin: url.origin, host: url.host };
};

/** Kept until all are read anew. */
const ORIGINS_MAX = 1000;
/** By what stands before the path: the addresses of a run differ behind it. */
const ORIGINS = new Map<string, Origin>();

/** Origin and host (`host` or `host:port`) of an address. */
export const originOf = (text: string): Origin => {
  const end = text.indexOf('/', text.indexOf('://') + 3);
  const before = end < 0 ? text : text.slice(0, end);
  // Nothing is remembered of an address that holds a password.
  if (before.includes('@')) return readOrigin(before);
  const known = ORIGINS.get(before);
  if (known !== undefined) return known;
  const origin = readOrigin(before);
  if (ORIGINS.size >= ORIGINS_MAX) ORIGINS.clear();
  ORIGINS.set(before, origin);
  return origin;
};

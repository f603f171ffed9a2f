/** Milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` gives them. */
export type EpochMs = number & { readonly unit: 'epoch-ms' };

export const epochMs = (value: number): EpochMs => value as EpochMs;

/** A JSON value: what crosses a wire or lies in a file. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

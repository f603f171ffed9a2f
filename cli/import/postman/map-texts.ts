import type { Json } from '#core/units';

/** Every text of a JSON value with its variables as suites have them. */
export const mapTexts = (value: Json, change: (text: string) => string): Json => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => mapTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as { readonly [name: string]: Json }).map(([name, one]) => [name, mapTexts(one, change)]),
  );
};

/**
 * A copy in which every text is well-formed: lone surrogates, which have no UTF-8 form, become U+FFFD. What targets answer and people type
 * may hold them; what is hashed and sealed must not.
 */
export const wellFormed = <T>(value: T): T => copy(value) as T;

const copy = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toWellFormed(), copy(member)]));
};

import type { Item } from '#aws/table-types';

/** Collects names and values while a DynamoDB expression is written, so that no reserved word and no value ever stands in its text. */
export interface Expression {
  /** A placeholder path: `name('attempts', '1', 'state')` gives `#a.#b.#c`. */
  name(...path: readonly string[]): string;
  value(value: unknown): string;
  /** `a, b, c` of placeholders, for IN. */
  values(values: readonly unknown[]): string;
  readonly names: { readonly [placeholder: string]: string };
  readonly bound: Item;
}

export const expression = (): Expression => {
  const names: Record<string, string> = {};
  const placeholders = new Map<string, string>();
  const bound: Record<string, unknown> = {};
  const one = (attribute: string): string => {
    const known = placeholders.get(attribute);
    if (known !== undefined) return known;
    const made = `#n${placeholders.size}`;
    placeholders.set(attribute, made);
    names[made] = attribute;
    return made;
  };
  const value = (given: unknown): string => {
    const made = `:v${Object.keys(bound).length}`;
    bound[made] = given;
    return made;
  };
  return {
    names,
    bound,
    value,
    name: (...path) => path.map(one).join('.'),
    values: (many) => many.map(value).join(', '),
  };
};

/** Writes a condition with the placeholders of an expression. */
export type Where = (e: Expression) => string;

export const exists: Where = (e) => `attribute_exists(${e.name('pk')})`;
export const isNew: Where = (e) => `attribute_not_exists(${e.name('pk')})`;
export const absent =
  (...path: readonly string[]): Where =>
  (e) =>
    `attribute_not_exists(${e.name(...path)})`;
export const equals =
  (path: readonly string[], value: unknown): Where =>
  (e) =>
    `${e.name(...path)} = ${e.value(value)}`;
export const oneOf =
  (path: readonly string[], values: readonly unknown[]): Where =>
  (e) =>
    `${e.name(...path)} IN (${e.values(values)})`;
export const all =
  (...conditions: readonly Where[]): Where =>
  (e) =>
    conditions.map((condition) => `(${condition(e)})`).join(' AND ');

/** The optimistic lock: the revision that the writer read, 0 for a new item. */
export const atRevision = (expected: number): Where => (expected === 0 ? isNew : equals(['revision'], expected));

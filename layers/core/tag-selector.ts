import type { TagSelector } from '#core/run';

/**
 * Whether a case with these tags is selected. An array means that all must be there; in an object `all`, `any` and `none` must hold
 * together, and an absent or empty list asks for nothing. Tags are compared exactly, case included.
 */
export const matchesTags = (tags: readonly string[], selector: TagSelector | undefined): boolean => {
  if (selector === undefined) return true;
  const { all = [], any = [], none = [] } = isList(selector) ? { all: selector } : selector;
  const has = new Set(tags);
  return (
    all.every((tag) => has.has(tag)) &&
    (any.length === 0 || any.some((tag) => has.has(tag))) &&
    !none.some((tag) => has.has(tag))
  );
};

const isList = (selector: TagSelector): selector is readonly string[] => Array.isArray(selector);

/** Tags that a case must have to be selected, each with its place in the selector. */
export const namedTags = (
  selector: TagSelector | undefined,
): readonly { readonly tag: string; readonly place: string }[] => {
  if (selector === undefined) return [];
  if (isList(selector)) return selector.map((tag, at) => ({ tag, place: `/${String(at)}` }));
  return (['all', 'any'] as const).flatMap((name) =>
    (selector[name] ?? []).map((tag, at) => ({ tag, place: `/${name}/${String(at)}` })),
  );
};

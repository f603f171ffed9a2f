/** What compiled validators call at run time; generated/compiled.js imports it in place of ajv's own modules. */

/** Length in Unicode code points, as JSON Schema counts (RFC 8259 strings). */
export const codePointLength = (text: string): number => {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    length += 1;
    if ((text.codePointAt(at) ?? 0) > 0xffff) at += 1;
  }
  return length;
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Equality of two JSON values; the order of members does not matter. */
export const equalJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equalJson(a[name], b[name]))
  );
};

/** Errors of a part, put to those that were found before; the longer list is not copied. */
export const joinErrors = <T>(before: T[] | null, more: T[]): T[] => {
  if (before === null) return more;
  for (const error of more) before.push(error);
  return before;
};

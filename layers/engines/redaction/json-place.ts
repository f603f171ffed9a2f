import { walkJson } from '#core/json-walk';

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

const step = (segment: string | number): string => {
  if (typeof segment === 'number') return `[${String(segment)}]`;
  return IDENTIFIER.test(segment) ? `.${segment}` : `[${JSON.stringify(segment)}]`;
};

/**
 * JSONPath of the innermost value that an offset of a JSON text lies in: of the name's value where it lies in a name.
 *
 * @returns undefined when the text is no JSON
 */
export const jsonPathAt = (text: string, offset: number): string | undefined => {
  try {
    JSON.parse(text);
  } catch {
    // A log line of plain text has lines and columns only.
    return undefined;
  }
  let found = '$';
  walkJson(text, {
    value: (path, start, _end, key) => {
      const from = key >= 0 ? key : start;
      if (from <= offset) found = `$${path.map(step).join('')}`;
      return from <= offset;
    },
  });
  return found;
};

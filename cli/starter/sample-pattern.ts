/** Texts that satisfy the patterns people write most: digits, letters, codes, dates, ids. */
const CANDIDATES = [
  'example',
  'Example',
  'EXAMPLE',
  'a',
  'A',
  '1',
  '12',
  '123',
  '1234',
  '12345',
  '123456',
  '1234567',
  '12345678',
  '1234567890',
  '12345678901',
  '0',
  'EUR',
  'US',
  'en',
  'en-US',
  'A1',
  'a1',
  'ABC',
  'abc',
  'ABC123',
  'abc123',
  'abc-123',
  '2026-01-15',
  '2026-01-15T12:00:00Z',
  '12:00',
  '1.0',
  '1.0.0',
  '10.00',
  '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  'someone@example.com',
  'https://example.com/',
  'example.com',
  '/example',
  '+4930123456',
  '#ffffff',
  '192.0.2.1',
  '0123456789abcdef',
  '0123456789abcdef0123456789abcdef',
  'true',
] as const;

const CLASSES: { readonly [mark: string]: string } = { d: '1', w: 'a', s: ' ', D: 'a', W: '-', S: 'a' };

const classText = (inside: string): string => {
  if (inside.startsWith('^'))
    return ['a', '1', '-', 'Z', '_'].find((one) => !new RegExp(`[${inside.slice(1)}]`, 'u').test(one)) ?? 'a';
  const range = /([A-Za-z0-9])-[A-Za-z0-9]/.exec(inside);
  if (range?.[1] !== undefined) return range[1];
  const mark = /\\([dw])/.exec(inside)?.[1];
  return mark === undefined ? (inside.replace(/^\\/, '').at(0) ?? 'a') : (CLASSES[mark] ?? 'a');
};

/** One text for a plain sequence of characters, classes and counts; groups and alternatives are beyond it. */
const fromSequence = (pattern: string): string => {
  const token = /\\([dwsDWS])|\\(.)|\[((?:\\.|[^\]\\])*)\]|\{(\d+)(?:,\d*)?\}|([?*+])|([^\\[\]{}?*+])/gu;
  let text = '';
  let last = '';
  for (const [, mark, escaped, inside, count, sign, plain] of pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .matchAll(token)) {
    if (count !== undefined) text += last.repeat(Math.max(0, Math.min(200, Number(count)) - 1));
    else if (sign === undefined) {
      last =
        mark === undefined
          ? (escaped ?? (inside === undefined ? (plain === '.' ? 'a' : (plain ?? '')) : classText(inside)))
          : (CLASSES[mark] ?? 'a');
      text += last;
    }
  }
  return text;
};

/** The last character again and again until the text is long enough: what `[a-z]{3,}` and the like take. */
const stretched = (text: string, min: number): string =>
  text === '' || text.length >= min ? text : text + (text.at(-1) ?? '').repeat(Math.min(min, 2_000) - text.length);

/** A text that matches a regular expression and is of an allowed length, or undefined when none was found. What is given back was tried. */
export const textForPattern = (pattern: string, min = 0, max = Infinity): string | undefined => {
  // A pattern with a count on a group that itself has one can take for ever: none of the tries is worth that.
  if (pattern.length > 500 || /[+*}]\)[+*{]/.test(pattern)) return undefined;
  try {
    const expression = new RegExp(pattern, 'u');
    const sequence = fromSequence(pattern);
    return [...CANDIDATES, sequence, stretched(sequence, min)].find(
      (text) => text.length >= min && text.length <= max && expression.test(text),
    );
  } catch {
    return undefined;
  }
};

/** A text that does not match, or undefined when none was found. */
export const textAgainstPattern = (pattern: string, min = 0, max = Infinity): string | undefined => {
  if (pattern.length > 500 || /[+*}]\)[+*{]/.test(pattern)) return undefined;
  try {
    const expression = new RegExp(pattern, 'u');
    return ['!', '!!!', '!example!', '!'.repeat(Math.min(Math.max(min, 1), 2_000)), '~ ~', '-', 'example', '0'].find(
      (text) => text.length >= min && text.length <= max && !expression.test(text),
    );
  } catch {
    return undefined;
  }
};

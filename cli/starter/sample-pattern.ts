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

/** A text that matches a regular expression, or undefined when none was found. What is given back was tried. */
export const textForPattern = (pattern: string): string | undefined => {
  try {
    const expression = new RegExp(pattern, 'u');
    return [...CANDIDATES, fromSequence(pattern)].find((text) => expression.test(text));
  } catch {
    return undefined;
  }
};

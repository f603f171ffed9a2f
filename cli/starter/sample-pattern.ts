import type { SeededRandom } from '#engines/data/seeded-random';
import { textAgainstPattern as madeAgainst, textOfPattern } from '#engines/generated/pattern/text-of-pattern';
import { matchesPattern } from '#engines/generated/pattern/watched-pattern';

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

/** Always the first choice: what stands in a suite that people read and edit is plain. */
const FIRST: SeededRandom = { next: () => 0, int: (min) => min, pick: (list) => list[0] as (typeof list)[number] };

const TEXT_MAX = 2_000;
const limitsOf = (min: number, max: number): { readonly min: number; readonly max: number } => ({
  min,
  max: Math.min(max, Math.max(min, TEXT_MAX)),
});

const isLong = (text: string, min: number, max: number): boolean => text.length >= min && text.length <= max;

/** A text that matches a regular expression and is of an allowed length, or undefined when none was found. What is given back was tried. */
export const textForPattern = (pattern: string, min = 0, max = Infinity): string | undefined =>
  CANDIDATES.find((text) => isLong(text, min, max) && matchesPattern(pattern, text) === true) ??
  textOfPattern(pattern, FIRST, limitsOf(min, max));

/** A text that does not match, or undefined when none was found. */
export const textAgainstPattern = (pattern: string, min = 0, max = Infinity): string | undefined =>
  ['!', '!!!', '!example!', '!'.repeat(Math.min(Math.max(min, 1), TEXT_MAX)), '~ ~', '-', 'example', '0'].find(
    (text) => isLong(text, min, max) && matchesPattern(pattern, text) === false,
  ) ?? madeAgainst(pattern, FIRST, limitsOf(min, max));

import { expect, test } from '@jest/globals';
import { sizeBeside, sizeText } from '#core/size-text';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1023 bytes'],
  [1024, '1 KB'],
  [1536, '1.5 KB'],
  [8 * 1024 * 1024, '8 MB'],
  [100_000_000, '95.4 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test('what hardly differs from a limit is told by the difference', () => {
  expect(sizeBeside(8 * 1024 * 1024 + 1, 8 * 1024 * 1024)).toBe('8 MB and 1 byte');
  expect(sizeBeside(9_000_000, 8 * 1024 * 1024)).toBe('8.6 MB');
});

/** Lines come back from the packed file as they went in, whatever their size, and are searched for secrets once more. */
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { createMasker, scanForSecrets } from '#core/masking';
import { lineFile } from '#runner/line-file';

const maskText = (text: string): string => text;

test('no line is lost or cut where a piece is full, nor one that is larger than a piece', () => {
  const lines = Array.from({ length: 40 }, (_, at) => JSON.stringify({ at, text: `${'é€𝄞'.repeat(at * 997)}` }));
  lines.splice(20, 0, JSON.stringify('x'.repeat(3_000_000)), JSON.stringify('€'.repeat(600_000)));
  const file = lineFile();
  for (const line of lines) file.add(line);

  const { bytes, hits } = file.finish(undefined, maskText);

  expect(gunzipSync(bytes).toString('utf8') === lines.map((line) => `${line}\n`).join('')).toBe(true);
  expect(hits).toBe(0);
});

test('a file without lines is a packed file all the same', () => {
  expect(gunzipSync(lineFile().finish(undefined, maskText).bytes).byteLength).toBe(0);
});

test('a secret that was learned after its line was written is masked at the end', () => {
  const secrets = [{ name: 'KEY', value: 'late-secret-1' }];
  const file = lineFile();
  file.add(JSON.stringify({ body: 'late-secret-1' }));
  file.add(JSON.stringify({ body: 'other' }));

  const { bytes, hits } = file.finish(
    (text) => scanForSecrets(text, secrets).length,
    (text) => createMasker({ secrets }).maskText(text),
  );

  expect(gunzipSync(bytes).toString('utf8')).toBe('{"body":"***"}\n{"body":"other"}\n');
  expect(hits).toBe(1);
});

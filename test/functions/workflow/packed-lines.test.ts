import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eachPackedJson } from '#engines/results/packed-json';
import { eachPackedLine } from '#engines/results/packed-lines';

const read = async (packed: Uint8Array): Promise<readonly string[]> => {
  const lines: string[] = [];
  await eachPackedLine(packed, 'results.jsonl.gz', (line) => lines.push(line));
  return lines;
};

test('lines come back as they were written, with or without a last line break', async () => {
  const line = fc
    .string({ unit: 'grapheme' })
    .filter((text) => text !== '' && !text.includes('\n') && text.isWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 20 }), fc.boolean(), async (lines, broken) => {
      expect(await read(gzipSync(lines.join('\n') + (broken ? '\n' : '')))).toEqual(lines);
    }),
    { numRuns: 100 },
  );
});

test('a visitor that has enough is shown no more', async () => {
  const seen: string[] = [];
  const packed = gzipSync(Array.from({ length: 200_000 }, (_, at) => `line ${String(at)}`).join('\n'));
  await eachPackedLine(packed, 'x', (line) => {
    seen.push(line);
    return seen.length < 3;
  });

  expect(seen).toEqual(['line 0', 'line 1', 'line 2']);
});

test('characters that lie across the pieces of a large file are whole', async () => {
  const line = 'aé漢😀'.repeat(40_000);

  expect(await read(gzipSync(`${line}\n${line}\n`))).toEqual([line, line]);
});

test.each([
  ['no gzip', Buffer.from('plain')],
  ['a cut-off file', gzipSync('{"a":1}\n'.repeat(1000)).subarray(0, 40)],
  ['no UTF-8', gzipSync(Buffer.from([0x7b, 0xff, 0xfe]))],
  ['text that ends within a character', gzipSync(Buffer.from([0xe6, 0xbc]))],
  ['a line beyond measure', gzipSync(Buffer.alloc(40 * 1024 * 1024, 'a'))],
])('%s is refused by name', async (_, packed) => {
  await expect(read(packed)).rejects.toMatchObject({
    name: 'results-invalid',
    message: expect.stringContaining('results.jsonl.gz cannot be read'),
  });
});

test('what the reader of a line throws comes out as it is', async () => {
  const refused = eachPackedLine(gzipSync('a\nb\n'), 'x', () => {
    throw new TypeError('not this line');
  });

  await expect(refused).rejects.toThrow('not this line');
});

test('values come with the numbers of their lines, from the one that is wanted on', async () => {
  const seen: unknown[] = [];
  const packed = gzipSync('no json\n{"a":1}\n\n[2]\n');
  await eachPackedJson(packed, 'x', (value, at) => seen.push([at, value]), 1);

  expect(seen).toEqual([
    [1, { a: 1 }],
    [2, [2]],
  ]);
});

test('a line that is no JSON is told, however far the reading came', async () => {
  const refused = eachPackedJson(gzipSync('{"a":1}\n{"a"'), 'results of shard 7', () => true);

  await expect(refused).rejects.toMatchObject({
    code: 'results-invalid',
    detail: 'results of shard 7 cannot be read as gzip JSONL',
  });
});

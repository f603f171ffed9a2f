/** Encoded bodies are read back by other code: Node's own form parser and decompressors. */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MultipartPart } from '#core/suite';
import { encodeBody } from '#engines/http/encode-body';
import type { EncodedBody } from '#engines/http/encode-body';
import { seededRandom } from '../../doubles/time.ts';

const random = seededRandom(3);
const parse = ({ bytes, contentType = '' }: EncodedBody): Promise<FormData> =>
  new Response(Buffer.from(bytes), { headers: { 'content-type': contentType } }).formData();

const multipart = (parts: { readonly [name: string]: MultipartPart }): EncodedBody =>
  encodeBody({ multipart: parts }, { random });

describe('a body', () => {
  test('of JSON, form and text has the type that its kind has', () => {
    const json = encodeBody({ json: { a: [1, null, 'é'] } }, { random });
    const form = encodeBody({ form: { a: 'x y&z', list: [1, true], gone: null, é: { b: 1 } } }, { random });
    const text = encodeBody({ text: '<a/>' }, { random });

    expect([json.text, json.contentType, json.bytes.byteLength]).toEqual([
      '{"a":[1,null,"é"]}',
      'application/json',
      19,
    ]);
    expect([form.text, form.contentType]).toEqual([
      'a=x%20y%26z&list=1&list=true&%C3%A9=%7B%22b%22%3A1%7D',
      'application/x-www-form-urlencoded',
    ]);
    expect([Buffer.from(text.bytes).toString(), text.contentType]).toEqual(['<a/>', undefined]);
  });

  test.each([
    ['gzip', gunzipSync],
    ['deflate', inflateSync],
    ['br', brotliDecompressSync],
  ] as const)('is compressed by %s and its text stays readable', (compress, decompress) => {
    const body = encodeBody({ json: { a: 'x'.repeat(1000) } }, { random, compress });

    expect(body.contentEncoding).toBe(compress);
    expect(body.bytes.byteLength).toBeLessThan(200);
    expect(decompress(body.bytes).toString()).toBe(body.text);
  });
});

describe('a multipart body', () => {
  test('carries fields, JSON and files with their names and types', async () => {
    const pdf = Buffer.from([0, 255, 13, 10, 45, 45]);

    const body = multipart({
      note: { value: 'hello' },
      count: { value: 3 },
      gone: { value: null },
      data: { value: { a: 1 } },
      file: { base64: pdf.toString('base64'), fileName: 'a "b"\r\n.pdf', contentType: 'application/pdf' },
    });
    const form = await parse(body);
    const file = form.get('file') as File;

    expect([...form.keys()]).toEqual(['note', 'count', 'data', 'file']);
    expect([form.get('note'), form.get('count')]).toEqual(['hello', '3']);
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true);
    expect([file.type, file.name.replaceAll('%22', '"').replaceAll('%0D%0A', '\r\n')]).toEqual([
      'application/pdf',
      'a "b"\r\n.pdf',
    ]);
    expect(Buffer.from(body.bytes).toString('latin1')).toContain('name="file"; filename="a %22b%22%0D%0A.pdf"\r\n');
    expect(Buffer.from(body.bytes).toString('latin1')).toContain('name="data"\r\ncontent-type: application/json\r\n');
  });

  test('is shown with files by size, and their content is given for the search for secrets', () => {
    const body = multipart({ file: { base64: btoa('the-secret-inside'), fileName: 'a.txt' } });

    expect(body.text).toContain('(17 bytes)');
    expect(body.text).not.toContain('the-secret-inside');
    expect(body.hidden).toBe('the-secret-inside');
  });

  test('takes its boundary from the randomness it is given and never one that its content holds', () => {
    const first = multipart({ a: { value: 'x' } });
    const draws = [new Uint8Array(16), new Uint8Array(16).fill(1)];
    const again = encodeBody(
      { multipart: { a: { value: `assay-${'00'.repeat(16)}` } } },
      { random: { next: () => 0, bytes: () => draws.shift() ?? new Uint8Array() } },
    );

    expect(first.contentType).toMatch(/^multipart\/form-data; boundary=assay-[0-9a-f]{32}$/u);
    expect(again.contentType).toBe(`multipart/form-data; boundary=assay-${'01'.repeat(16)}`);
  });

  test('arrives as it was given, whatever names and values are', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => text.isWellFormed() && text !== '__proto__' && !/[%"\\\r\n\0]/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.uint8Array({ maxLength: 60 }), { minKeys: 1 }), async (files) => {
        const parts = Object.fromEntries(
          Object.entries(files).map(([key, bytes]) => [
            key,
            { base64: Buffer.from(bytes).toString('base64'), fileName: 'f' },
          ]),
        );

        const form = await parse(multipart(parts));

        for (const [key, bytes] of Object.entries(files)) {
          const file = form.get(key) as File;
          expect(Buffer.from(await file.arrayBuffer()).toString('hex')).toBe(Buffer.from(bytes).toString('hex'));
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    [{}, 'either value or base64, got neither'],
    [{ value: 'a', base64: 'YQ==' }, 'either value or base64, got both'],
    [{ base64: 'no base64!' }, 'expected base64 in the part "p"'],
    [{ value: 'a', contentType: 'a/b\r\nx: y' }, 'expected a media type in the part "p"'],
  ])('with the part %j is refused', (part, words) => {
    expect(() => multipart({ p: part })).toThrow(words);
    expect(() => multipart({ p: part })).toThrow(RangeError);
  });
});

/** Row 13 in small: documents that their specification allows, and those that break it, of each version. */
import { expect, test } from '@jest/globals';
import type { Json, JsonObject } from '#core/units';
import { documentProblems } from '#engines/contract/document-rules';
import { documentOf } from './openapi-document.ts';

const paths = (more: JsonObject = {}): JsonObject => ({
  '/a': { get: { responses: { '200': { description: 'x' } }, ...more } },
});
const pointers = (document: Json): readonly string[] => documentProblems(document).map(({ pointer }) => pointer);

test.each(['2.0', '3.0', '3.1', '3.2'])('%s: a sound document has no problems', (version) => {
  const document = documentOf(version, paths());
  const old = { ...document, components: undefined };

  expect(pointers(version === '2.0' ? (JSON.parse(JSON.stringify(old)) as Json) : document)).toEqual([]);
});

test.each(['2.0', '3.0', '3.1', '3.2'])('%s: an unknown field, and a needed one that is missing', (version) => {
  expect(pointers(documentOf(version, paths({ unknown: 1 })))).toContain('/paths/~1a/get/unknown');
  expect(pointers({ ...documentOf(version, paths()), info: { title: 'x' } })).toContain('/info');
});

test('references that lead nowhere are told besides', () => {
  expect(pointers(documentOf('3.1', {}, { A: { $ref: '#/components/schemas/B' } }))).toEqual([
    '/components/schemas/A/$ref',
  ]);
});

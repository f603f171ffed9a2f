/**
 * What an editor offers and explains where a person stands in a suite (C1, I3), asked of the language service that VS Code itself uses. Nothing is
 * fetched: the schema is handed over.
 */
import { expect, test } from '@jest/globals';
import { getLanguageService, TextDocument, type JSONDocument } from 'vscode-json-languageservice';
import schema from '../../layers/contracts/suite.schema.json' with { type: 'json' };

const service = getLanguageService({
  schemaRequestService: (uri) => Promise.reject(new Error(`expected nothing to be fetched, got ${uri}`)),
});
service.configure({ validate: true, schemas: [{ uri: 'assay://suite', fileMatch: ['*'], schema: schema }] });

interface Place {
  readonly document: TextDocument;
  readonly json: JSONDocument;
  readonly position: ReturnType<TextDocument['positionAt']>;
}
/** A suite as text; the place is where `|` stands. */
const at = (marked: string): Place => {
  const document = TextDocument.create('file:///suite.json', 'json', 1, marked.replace('|', ''));
  return { document, json: service.parseJSONDocument(document), position: document.positionAt(marked.indexOf('|')) };
};
const offeredAt = async (marked: string): Promise<string[]> => {
  const { document, json, position } = at(marked);
  return ((await service.doComplete(document, position, json))?.items ?? []).map(({ label }) => label);
};
const explainedAt = async (marked: string): Promise<string> => {
  const { document, json, position } = at(marked);
  return JSON.stringify((await service.doHover(document, position, json))?.contents ?? '');
};

const around = (item: string): string => `{ "suite": "s", "service": "shop", "cases": [{ "id": "a", ${item} }] }`;

test('a check: its subjects and operators', async () => {
  const offered = await offeredAt(around('"checks": [{ "path": "$.a", | }]'));

  expect(offered).toEqual(
    expect.arrayContaining(['equals', 'matches', 'contains', 'exists', 'length', 'every', 'olderThan', 'warn']),
  );
  expect(offered).not.toContain('path');
  expect(await explainedAt(around('"checks": [{ "header": "etag", "mat|ches": "^W/" }]'))).toContain(
    'regular expression',
  );
});

test('a request: its fields and methods', async () => {
  expect(await offeredAt(around('"request": { "method": "GET", | }'))).toEqual(
    expect.arrayContaining(['path', 'query', 'headers', 'json', 'form', 'multipart', 'target', 'timeoutMs', 'retry']),
  );
  expect(await offeredAt(around('"request": { "method": | }'))).toEqual(
    expect.arrayContaining(['"GET"', '"POST"', '"QUERY"']),
  );
  expect(await explainedAt(around('"request": { "method": "GET", "tar|get": "other" }'))).toContain(
    "environment's targets",
  );
});

test('a flow: its fields, and what rows may be', async () => {
  const flow = (inside: string): string =>
    `{ "suite": "s", "service": "shop", "flows": { "orders": { ${inside} } }, "cases": [] }`;

  expect(await offeredAt(flow('|'))).toEqual(expect.arrayContaining(['rows', 'concurrency', 'name']));
  expect(await offeredAt(flow('"rows": { | }'))).toEqual(expect.arrayContaining(['csv', 'file', 'each', 'combine']));
  expect((await explainedAt(flow('"con|currency": 3'))).length).toBeGreaterThan(20);
});

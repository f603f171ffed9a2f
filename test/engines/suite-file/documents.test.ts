import { describe, expect, test } from '@jest/globals';
import { parseSuiteFile } from '#engines/suite-file/parse-suite';
import { readerOf } from './suite-text.ts';

const OPENAPI = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      responses:
        '200':
          description: Orders.
          content: { application/json: { schema: { $ref: 'schemas/order.yaml' } } }
`;
const ORDER = 'type: object\nrequired: [id]\nproperties: { id: { type: integer } }\n';

const suiteOf = (rest: string): string => `suite: a\nservice: shop\n${rest}`;
const parse = (rest: string, files: { readonly [file: string]: string } = {}) =>
  parseSuiteFile(suiteOf(rest), 'a.yaml', { readFile: readerOf(files) });

const said = (rest: string, files: { readonly [file: string]: string } = {}): string =>
  parse(rest, files)
    .problems.map(({ message, place }) => `${String(place.line)}: ${message}`)
    .join('\n');

const EXPLORE = 'documents:\n  api: { file: openapi.yaml }\ncases:\n  - { id: x, explore: { document: api } }\n';

describe('documents of a suite', () => {
  test('are read in with the files that they refer to', () => {
    const { suite, problems } = parse(EXPLORE, { 'openapi.yaml': OPENAPI, 'schemas/order.yaml': ORDER });

    expect(problems).toEqual([]);
    expect(JSON.stringify(suite?.documents)).toContain('"required":["id"]');
    expect(JSON.stringify(suite?.documents)).not.toMatch(/"\$ref":"[^#]/u);
    expect(suite?.cases[0]).toEqual({ id: 'x', checks: [], explore: { document: 'api' } });
  });

  test.each([
    ['a file that is not there', EXPLORE, {}, '4: '],
    ['a reference that leads nowhere', EXPLORE, { 'openapi.yaml': OPENAPI }, 'schemas/order.yaml'],
    [
      'a reference to another host',
      EXPLORE,
      { 'openapi.yaml': OPENAPI.replace('schemas/order.yaml', 'https://x.example/o.yaml') },
      'https://x.example/o.yaml',
    ],
    ['what is no OpenAPI document', EXPLORE, { 'openapi.yaml': 'a: 1\n' }, 'expected an OpenAPI document'],
    ['a document that is not YAML', EXPLORE, { 'openapi.yaml': 'a: [1\n' }, 'openapi.yaml:'],
    [
      'a name that the suite has not',
      EXPLORE.replace('document: api', 'document: apy'),
      { 'openapi.yaml': OPENAPI, 'schemas/order.yaml': ORDER },
      'did you mean',
    ],
    [
      'no document at all',
      'cases:\n  - { id: x, explore: {} }\n',
      {},
      'expected the suite to have an OpenAPI document',
    ],
    [
      'a contract without document',
      'contract: {}\ncases:\n  - { id: x, request: { method: GET, path: / }, checks: [{ status: 200 }] }\n',
      {},
      'expected the suite to have an OpenAPI document',
    ],
  ])('%s is told', (_name, rest, files, words) => {
    expect(said(rest, files)).toContain(words);
  });
});

describe('a probe', () => {
  test('may not have checks of its own, nor do two things', () => {
    const probe = 'cases:\n  - id: x\n    tool: { command: [true], report: { path: stdout } }\n';

    expect(said(`${probe}    checks: [{ status: 200 }]\n`)).not.toBe('');
    expect(said(`${probe}    request: { method: GET, path: / }\n    checks: [{ status: 200 }]\n`)).not.toBe('');
  });

  test('that runs other cases needs them to be there, and to be no probes', () => {
    const load = (mix: string): string =>
      `cases:\n  - { id: a, request: { method: GET, path: / }, checks: [{ status: 200 }] }\n  - id: x\n    load: { model: open, stages: [{ durationMs: 1000, rps: 1 }], thresholds: [{ metric: p95, below: 100 }], mix: [${mix}] }\n`;

    expect(said(load('{ name: a, case: a }'))).toBe('');
    expect(said(load('{ name: a, case: b }'))).toContain('expected a case of this suite, got "b"');
    expect(said(load('{ name: a, case: x }'))).not.toBe('');
  });

  test('of a load with rows may use them', () => {
    const load = (rows: string): string =>
      `cases:\n  - id: x\n    load:\n      model: open\n      stages: [{ durationMs: 1000, rps: 1 }]\n      thresholds: [{ metric: p95, below: 100 }]\n      mix: [{ name: a, ${rows}request: { method: GET, path: '/{{row.id}}' } }]\n`;

    expect(said(load('rows: [{ id: 1 }], '))).toBe('');
    expect(said(load(''))).toContain('expected "row" only in a case with rows');
  });
});

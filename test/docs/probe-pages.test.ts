/** Every example of the pages about probes is what `assay lint` takes: a block that shows a part is put into a suite first. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { formatFileProblem, parseSuiteFile } from '#engines/suite-file/parse-suite';

const PAGES = [
  'contracts',
  'data-quality',
  'drift',
  'generated-tests',
  'outside-tools',
  'performance',
  'resilience',
  'security',
];

const OPENAPI = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get: { responses: { '200': { description: Orders. } } }
`;

const HEAD = 'suite: example\nservice: shop\n';
const DOCUMENTS = 'documents:\n  api: { file: openapi.yaml }\n';
const HOME = 'cases:\n  - { id: home, request: { method: GET, path: / }, checks: [{ status: 200 }] }\n';
const LOGIN = `  - id: tokens
    request: { method: POST, path: /login }
    checks: [{ status: 200 }]
    captures: { token: { path: $.token } }
`;

const indented = (block: string, by: string): string => block.replaceAll(/^(?=.)/gmu, by);

/** Pages whose blocks may show fields of one act alone, and the least that the act needs besides. */
const FIELDS_OF: { readonly [page: string]: { readonly act: string; readonly rest: object } } = {
  security: { act: 'scan', rest: { document: 'api' } },
  performance: {
    act: 'load',
    rest: {
      model: 'open',
      stages: [{ durationMs: 3_600_000, rps: 1 }],
      mix: [{ name: 'list', request: { method: 'GET', path: '/orders' } }],
      thresholds: [{ metric: 'p95', below: 500 }],
    },
  },
};

const WHOLE = new Set(['suite', 'cases', 'documents', 'contract']);

/** Variables that an example takes from somewhere else in its suite. */
const usesOf = (block: string): string => {
  const names = [...block.matchAll(/\{\{\s*([A-Za-z_]+)/gu)].map(([, name = '']) => name);
  const free = names.filter(
    (name) => !['run', 'row', 'persona', 'token'].includes(name) && !block.includes(`${name}: { path`),
  );
  return free.length === 0 ? '' : `uses: [${[...new Set(free)].join(', ')}]\n`;
};

/** A whole suite of what a block shows. */
const suiteOf = (page: string, block: string): string => {
  const documents = /^documents:/mu.test(block) ? '' : DOCUMENTS;
  const head = `${HEAD}${/^uses:/mu.test(block) ? '' : usesOf(block)}`;
  if (/^suite:/mu.test(block)) return `${block}${/^uses:/mu.test(block) ? '' : usesOf(block)}`;
  if (/^cases:/mu.test(block)) return `${head}${documents}${block}`;
  if (/^- /u.test(block)) return `${head}${documents}cases:\n${indented(block, '  ')}`;
  const [field = ''] = /^[A-Za-z]+/u.exec(block) ?? [];
  const of = FIELDS_OF[page];
  if (of !== undefined && !WHOLE.has(field) && field !== of.act) {
    const definition = { ...of.rest, ...(parse(block) as object) };
    return `${head}${documents}${HOME}${LOGIN}  - id: shown\n    ${of.act}: ${JSON.stringify(definition)}\n`;
  }
  if (!WHOLE.has(field)) return `${head}${documents}${HOME}${LOGIN}  - id: shown\n${indented(block, '    ')}`;
  return `${head}${documents}${block}${HOME}`;
};

const readFile = (file: string) => ({
  bytes: new TextEncoder().encode(
    /openapi/u.test(file) ? OPENAPI : /\.csv$/u.test(file) ? 'id,name\n1,a\n' : '{"id": 7}',
  ),
});

describe.each(PAGES)('docs/%s.md', (page) => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../docs', `${page}.md`), 'utf8');
  const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, block = ''], at) => [at + 1, block] as const);

  test('has an example', () => {
    expect(blocks.length).toBeGreaterThan(0);
  });

  test.each(blocks)('block %s', (_number, block) => {
    const { problems } = parseSuiteFile(suiteOf(page, block), `${page}.yaml`, { readFile });

    expect(problems.map(formatFileProblem)).toEqual([]);
  });
});

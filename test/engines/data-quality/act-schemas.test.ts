/** The form of the data acts in a suite file: what is written in docs/data-quality.md, docs/drift.md and docs/log-checks.md, and mistakes. */
import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { parseSuiteFile } from '#engines/suite-file/parse-suite';

const problemsOf = (act: object): string[] => {
  const suite = {
    suite: 'data',
    service: 'shop',
    name: 'Data',
    capability: 'data-quality',
    documents: { api: { openapi: '3.1.0' } },
    cases: [{ id: 'one', checks: [], ...act }],
  };
  return parseSuiteFile(stringify(suite), 'data.yaml', {}).problems.map(
    ({ pointer, message }) => `${pointer}: ${message}`,
  );
};

const request = { path: '/orders' };
const list = { request, items: '$.results' };

test.each<[string, object]>([
  [
    'walk',
    {
      walk: {
        ...list,
        next: { url: '$.next' },
        total: { header: 'x-total' },
        pageSize: 20,
        sameAs: { ...list, next: { offset: 'offset' } },
      },
    },
  ],
  [
    'golden',
    {
      golden: {
        request,
        document: 'api',
        sha256: 'a'.repeat(64),
        ignore: ['$..id'],
        tolerances: [{ path: '$.a', relative: 0.1 }],
        lists: [{ path: '$.b', key: 'id' }],
      },
    },
  ],
  ['golden against the last', { golden: { request, last: true } }],
  [
    'census',
    {
      census: {
        list,
        enums: [{ path: '$.state', values: ['open'] }],
        references: [{ path: '$.id', each: { path: '/orders/{id}' } }],
        locales: { request, values: ['de'] },
      },
    },
  ],
  ['drift', { drift: { operation: 'GET /orders', requests: [request], samples: 9, fail: ['field_removed'] } }],
  [
    'inspect',
    {
      inspect: {
        requests: [request],
        kinds: ['email'],
        patterns: [{ name: 'mine', matches: 'x' }],
        lines: { type: 'object' },
      },
    },
  ],
])('%s', (_, act) => {
  expect(problemsOf(act)).toEqual([]);
});

test.each<[string, object, string]>([
  ['walk without next', { walk: list }, '/cases/0/walk'],
  ['two kinds of next', { walk: { ...list, next: { url: '$.next', offset: 'o' } } }, '/cases/0/walk/next'],
  ['no page', { walk: { ...list, next: { url: '$.next' }, pagesMax: 0 } }, '/cases/0/walk/pagesMax'],
  ['golden against nothing', { golden: { request } }, '/cases/0/golden'],
  ['a digest that is none', { golden: { request, document: 'api', sha256: 'abc' } }, '/cases/0/golden/sha256'],
  ['a census of nothing', { census: { list } }, '/cases/0/census'],
  [
    'references without list',
    { census: { references: [{ path: '$.id', each: request }], locales: { request, values: ['de'] } } },
    '/cases/0/census',
  ],
  [
    'a kind of change that there is not',
    { drift: { operation: 'x', requests: [request], fail: ['moved'] } },
    '/cases/0/drift/fail/0',
  ],
  [
    'a kind of value that there is not',
    { inspect: { requests: [request], kinds: ['pan'] } },
    '/cases/0/inspect/kinds/0',
  ],
  ['an unknown field', { inspect: { requests: [request], line: {} } }, '/cases/0/inspect/line'],
])('%s is refused by its place', (_, act, pointer) => {
  expect(problemsOf(act).join('\n')).toContain(pointer);
});

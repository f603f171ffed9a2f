/** Rules that every operation and schema of the OpenAPI document keeps, checked by walking the document. */
import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { openApiDocument } from '#contracts/generated/openapi-document';
import { PROBLEMS } from '#core/problems';
import type { ProblemEntry } from '#core/problems';
import { RIGHTS } from '#core/role-matrix';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly [keyword: string]: unknown;
}
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly security?: readonly unknown[];
  readonly 'x-assay-function': string;
  readonly 'x-assay-right': string;
  readonly 'x-assay-problems': readonly string[];
  readonly parameters: readonly { readonly $ref?: string; readonly name?: string }[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Schema } } };
  readonly responses: { readonly [status: string]: unknown };
}
interface Document {
  readonly openapi: string;
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: {
    readonly schemas: { readonly [name: string]: Schema };
    readonly parameters: { readonly [name: string]: { readonly schema: Schema; readonly description: string } };
  };
}

const source = JSON.parse(
  readFileSync(new URL('../../layers/contracts/openapi.json', import.meta.url), 'utf8'),
) as Document;
const served = JSON.parse(openApiDocument) as Document;
const operations = Object.entries(source.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
);
const registry: { readonly [code: string]: ProblemEntry | undefined } = PROBLEMS;

const walk = (value: unknown, visit: (object: Schema, place: string) => void, place = '#'): void => {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Schema, place);
  for (const [key, member] of Object.entries(value)) walk(member, visit, `${place}/${key}`);
};

const at = (document: unknown, pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce((found: unknown, key) => (found as { readonly [key: string]: unknown } | undefined)?.[key], document);

describe.each(operations)('%s', (name, operation) => {
  test('says which function serves it, which right it needs and what it is for', () => {
    expect(operation['x-assay-function']).toMatch(/^([a-z]+-(reader|writer)|catch-webhook)$/);
    expect([...RIGHTS, 'public']).toContain(operation['x-assay-right']);
    expect(operation.summary).toMatch(/\S{4}/);
  });

  test('needs a token unless it is public', () => {
    expect(operation.security).toEqual(operation['x-assay-right'] === 'public' ? [] : undefined);
  });

  test('declares the status of every problem it may answer with, and only known codes', () => {
    const codes = operation['x-assay-problems'];

    expect(codes.filter((code) => registry[code] === undefined)).toEqual([]);
    expect(codes.filter((code) => operation.responses[String(registry[code]?.status)] === undefined)).toEqual([]);
    expect(codes).toContain('invariant-broken');
    if (operation.requestBody !== undefined)
      expect(codes).toEqual(expect.arrayContaining(['malformed-json', 'body-too-large', 'unsupported-media-type']));
  });

  test('declares each parameter of its path', () => {
    const names = operation.parameters.map((parameter) => parameter.$ref?.split('/').at(-1) ?? parameter.name);

    for (const [, parameter] of name.matchAll(/\{(\w+)\}/g)) expect(names).toContain(parameter);
  });

  test('is served by a reader when it reads and by a writer when it writes', () => {
    // A webhook is no call of a user: whatever its method, something is kept.
    const expected = name.includes('/hooks/') ? /^catch-webhook$/ : name.startsWith('GET ') ? /-reader$/ : /-writer$/;

    expect(operation['x-assay-function']).toMatch(expected);
  });
});

test('section 8: the first version has these routes', () => {
  expect(operations.map(([name]) => name).sort()).toEqual([
    'DELETE /access/trust-rules/{rule}',
    'GET /access/trust-rules',
    'GET /access/whoami',
    'GET /drift',
    'GET /environments',
    'GET /environments/{environment}',
    'GET /findings',
    'GET /healthz',
    'GET /hooks/{hookId}',
    'GET /openapi.json',
    'GET /readyz',
    'GET /services',
    'GET /services/{service}',
    'GET /suites',
    'GET /suites/{suite}',
    'GET /tests/run/{runId}',
    'GET /tests/run/{runId}/context',
    'GET /tests/run/{runId}/ctrf',
    'GET /tests/run/{runId}/evidence',
    'GET /tests/run/{runId}/har',
    'GET /tests/run/{runId}/junit',
    'GET /tests/run/{runId}/logs',
    'GET /tests/run/{runId}/report',
    'GET /tests/run/{runId}/results',
    'GET /tests/run/{runId}/sarif',
    'GET /tests/run/{runId}/summary',
    'GET /tests/runs',
    'POST /access/trust-rules',
    'POST /hooks/{hookId}',
    'POST /tests/run',
    'POST /tests/run/{runId}/cancel',
    'POST /tests/run/{runId}/rerun',
    'POST /uploads',
    'PUT /environments/{environment}',
    'PUT /findings/{service}/{fingerprint}',
    'PUT /hooks/{hookId}',
    'PUT /services/{service}',
    'PUT /suites/{suite}',
  ]);
});

test('only health, the document itself and webhooks are public', () => {
  const names = operations.filter(([, operation]) => operation['x-assay-right'] === 'public').map(([name]) => name);

  expect(names.sort()).toEqual([
    'GET /healthz',
    'GET /hooks/{hookId}',
    'GET /openapi.json',
    'POST /hooks/{hookId}',
    'PUT /hooks/{hookId}',
  ]);
});

test('operation ids are unique', () => {
  expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
});

test.each([['as it lies', source] as const, ['as it is served', served] as const])(
  'every reference of the document %s leads somewhere',
  (_words, document) => {
    const lost: string[] = [];
    walk(document, ({ $ref }, place) => {
      if (typeof $ref === 'string' && (!$ref.startsWith('#/') || at(document, $ref) === undefined))
        lost.push(`${place} -> ${$ref}`);
    });

    expect(lost).toEqual([]);
  },
);

test('the served document has the whole suite schema and names no file', () => {
  expect(served.openapi).toBe('3.1.0');
  expect(served.components.schemas['SuiteDefinition']?.['properties']).toHaveProperty('cases');
  expect(openApiDocument).not.toContain('x-assay-schema-file');
});

const reachable = (start: readonly string[]): readonly Schema[] => {
  const names = new Set<string>();
  const add = (value: unknown): void => {
    walk(value, ({ $ref }) => {
      const name = $ref?.split('/').at(-1);
      if (name === undefined || names.has(name)) return;
      names.add(name);
      add(source.components.schemas[name]);
    });
  };
  for (const $ref of start) add({ $ref });
  return [...names].filter((name) => name !== 'SuiteDefinition').map((name) => source.components.schemas[name] ?? {});
};

const bodies = reachable(
  operations.flatMap(([, { requestBody }]) => requestBody?.content['application/json']?.schema.$ref ?? []),
);

test('request bodies refuse unknown fields in every object', () => {
  const loose: string[] = [];
  walk(bodies, (schema, place) => {
    if (schema.type === 'object' && schema['properties'] !== undefined && schema['additionalProperties'] === undefined)
      loose.push(place);
  });

  expect(bodies.length).toBeGreaterThan(15);
  expect(loose).toEqual([]);
});

test('texts, lists and maps of request bodies and parameters are limited', () => {
  const unlimited: string[] = [];
  const limits: { readonly [type: string]: readonly string[] } = {
    string: ['maxLength', 'pattern', 'enum', 'format'],
    array: ['maxItems'],
    object: ['maxProperties', 'properties'],
  };
  walk([bodies, Object.values(source.components.parameters).map(({ schema }) => schema)], (schema, place) => {
    if (
      typeof schema.type === 'string' &&
      !(limits[schema.type] ?? ['type']).some((keyword) => schema[keyword] !== undefined)
    )
      unlimited.push(place);
  });

  expect(unlimited).toEqual([]);
});

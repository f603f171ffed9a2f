/** What both sides of the runner's bench send and check: the same addresses, the same schema. */
import type { SuiteDefinition } from '#core/suite';
import type { JsonObject } from '#core/units';

export const CONCURRENCY = 10;

export const SCHEMA: JsonObject = {
  type: 'object',
  required: ['id', 'name', 'price'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string', minLength: 1 },
    price: { type: 'number', minimum: 0 },
    tags: { type: 'array', items: { type: 'string' } },
    inStock: { type: 'boolean' },
  },
  additionalProperties: false,
};

const CHECKS = [{ status: 200 }, { schema: SCHEMA }];

/** As many cases as asked for, each with an address of its own. */
export const suiteOfCases = (cases: number): SuiteDefinition => ({
  suite: 'items',
  service: 'shop',
  capability: 'functional',
  concurrency: CONCURRENCY,
  cases: Array.from({ length: cases }, (_, at) => ({
    id: `item-${String(at)}`,
    request: { method: 'GET', path: `/items/${String(at % 200)}` },
    checks: CHECKS,
  })),
});

/** One case over as many CSV rows as asked for. */
export const suiteOfRows = (rows: number): SuiteDefinition => ({
  suite: 'items',
  service: 'shop',
  capability: 'functional',
  flows: {
    items: {
      rows: { csv: `number\n${Array.from({ length: rows }, (_, at) => String(at)).join('\n')}\n` },
      concurrency: CONCURRENCY,
    },
  },
  cases: [{ id: 'item', flow: 'items', request: { method: 'GET', path: '/items/{{row.number}}' }, checks: CHECKS }],
});

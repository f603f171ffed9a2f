/** A text that says where a list goes on comes from the server: others may be refused, but not with a failure. */
import { expect, test } from '@jest/globals';
import type { Json } from '#core/units';
import { exploreOn, faultsOf } from './explore-on.ts';
import type { ShopAnswer, ShopRequest } from './small-shop.ts';

const documentWith = (name: string, schema: Json): Json => ({
  openapi: '3.1.0',
  info: { title: 'lists', version: '1' },
  paths: {
    '/things': {
      get: {
        parameters: [{ name, in: 'query', schema }],
        responses: { 200: { description: 'some' }, 400: { description: 'no' } },
      },
    },
  },
});

const refusing =
  (name: string, status: number) =>
  ({ method, url }: ShopRequest): ShopAnswer =>
    method !== 'GET' ? { status: 405 } : url.searchParams.has(name) ? { status } : { status: 200, body: [] };

const exploredWith = async (name: string, schema: Json, status: number): Promise<string[]> =>
  faultsOf(await exploreOn(refusing(name, status), documentWith(name, schema), { requestsMax: 300 }));

test.each(['cursor', 'pageToken', 'next_token', 'starting_after'])('%s may be refused', async (name) => {
  expect(await exploredWith(name, { type: 'string' }, 400)).toEqual([]);
});

test('a failure is one', async () => {
  expect(await exploredWith('cursor', { type: 'string' }, 500)).toEqual(['GET /things 5xx server-error']);
});

test.each<readonly [string, Json]>([
  ['title', { type: 'string' }],
  ['before', { type: 'string', format: 'date' }],
  ['cursor', { type: 'string', enum: ['first', 'last'] }],
])('%s of %j may not be refused', async (name, schema) => {
  expect(await exploredWith(name, schema, 400)).toEqual(['GET /things 4xx valid-refused']);
});

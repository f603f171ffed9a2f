/** Suites that come over the API in the form of files: what is stored is the expanded form, and what is wrong is told where the body has it. */
import { expect, test } from '@jest/globals';
import { makeStockedPlane, principal } from '../plane.ts';
import type { Answer } from '../plane.ts';

const as = principal();
const item = (id: string, more: object = {}): object => ({
  id,
  request: { method: 'GET', path: `/${id}` },
  checks: [{ status: 200 }],
  ...more,
});
const RAW = {
  suite: 'checkout',
  service: 'shop',
  fragments: {
    ping: { parameters: { path: {}, limit: { default: 5 } }, cases: [item('ping', { timeoutMs: '{{limit}}' })] },
  },
  include: [{ fragment: 'ping', as: 'a', with: { path: '/x' } }],
  setup: [item('first')],
  cases: [item('each', { rows: [{ n: 1 }] })],
};

const put = async (body: object): Promise<Answer> =>
  (await makeStockedPlane()).request('PUT', '/suites/shop.checkout', { as, body });

test('setup, fragments, their typed parameters and rows are expanded before a suite is stored', async () => {
  const plane = await makeStockedPlane();
  const stored = await plane.request('PUT', '/suites/shop.checkout', { as, body: RAW });
  const read = await plane.request('GET', '/suites/shop.checkout?include=definition', { as });

  expect([stored.status, stored.body.cases]).toEqual([200, 3]);
  expect(read.body.definition).toEqual({
    suite: 'checkout',
    service: 'shop',
    capability: 'functional',
    flows: { each: { rows: [{ n: 1 }] } },
    cases: [
      item('first', { stage: 'setup' }),
      { ...item('ping', { timeoutMs: 5 }), id: 'a-ping' },
      item('each', { flow: 'each' }),
    ],
  });
});

test.each([
  [{ include: [{ fragment: 'pong' }] }, '/include/0/fragment', 'unknown fragment "pong"'],
  [{ setup: [item('first', { dependsOn: ['nobody'] })] }, '/setup/0/dependsOn/0', 'expected a case of this suite'],
  [
    { cases: [item('each', { rows: { file: 'n.csv' } })] },
    '/cases/0/rows/file',
    'expected everything in the suite itself',
  ],
  [{ fragmentsFrom: ['./x.yaml'] }, '/fragmentsFrom/0', 'expected everything in the suite itself'],
])('%j is refused', async (change, pointer, words) => {
  const { status, code, body } = await put({ ...RAW, ...change });

  expect([status, code]).toEqual([422, 'suite-invalid']);
  expect(body.errors).toEqual(
    expect.arrayContaining([expect.objectContaining({ pointer, reason: expect.stringContaining(words) as unknown })]),
  );
});

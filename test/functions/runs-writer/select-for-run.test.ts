/** What POST /tests/run finds before a run is made: an environment that lacks what suites use, dependencies of a dry run, and an empty selection. */
import { describe, expect, test } from '@jest/globals';
import { makeJudgedRun } from '../recorded-run.ts';
import { makeStockedPlane, principal, SUITE } from '../plane.ts';
import type { Plane } from '../plane.ts';

const as = principal();
const submit = (plane: Plane, body: object) =>
  plane.request('POST', '/tests/run', { as, body: { service: 'shop', ...body } });
const put = async (plane: Plane, url: string, body: unknown): Promise<void> => {
  const { status } = await plane.request('PUT', url, { as, body });
  expect([200, 201]).toContain(status);
};
const bare = async (): Promise<Plane> => {
  const plane = await makeStockedPlane();
  await put(plane, '/environments/bare', { targets: { default: 'https://shop.example' }, variables: { userNam: 'x' } });
  return plane;
};

test('a gate that requires a suite which the service has not is refused with the nearest name', async () => {
  const plane = await makeStockedPlane();

  const answer = await submit(plane, { gate: { requiredSuites: ['shop.checkout', 'chekout', 'checkout'] } });

  expect([answer.status, answer.code]).toEqual([422, 'unknown-suite']);
  expect(answer.body).toMatchObject({
    detail: 'service shop has no suite chekout, which the gate requires',
    errors: [{ pointer: '/gate/requiredSuites/1', reason: '"chekout" is not registered (did you mean "checkout"?)' }],
  });
  expect(plane.orchestrator.executions).toEqual([]);
});

describe('an environment that lacks what a suite uses', () => {
  test('is refused before anything is recorded, with variable, suite and environment', async () => {
    const plane = await bare();

    const answer = await submit(plane, { environment: 'bare' });

    expect([answer.status, answer.code]).toEqual([422, 'missing-in-environment']);
    expect(answer.body).toMatchObject({
      detail: 'environment bare lacks "userName" of suite shop.checkout',
      errors: [
        {
          pointer: '/environment',
          reason:
            'suite shop.checkout uses "userName": expected environment bare to have such a variable or secret (did you mean "userNam"?)',
        },
      ],
    });
    expect(plane.orchestrator.executions).toEqual([]);
  });

  test('a secret of the name will do, and suites that are not selected need nothing', async () => {
    const plane = await bare();
    await put(plane, '/suites/shop.search', {
      ...SUITE,
      suite: 'search',
      uses: [],
      cases: [{ id: 'all', request: { method: 'GET', path: '/' }, checks: [{ status: 200 }] }],
    });
    await put(plane, '/environments/secret', {
      targets: { default: 'https://shop.example' },
      secrets: { userName: { ref: 'assay/acme/user', hosts: ['shop.example'] } },
    });

    const answers = [
      await submit(plane, { environment: 'secret' }),
      await submit(plane, { environment: 'bare', suites: ['search'] }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
  });

  test('the default environment, which one read cannot name, is found by a dry run', async () => {
    const plane = await bare();
    await put(plane, '/services/shop', { owner: 'team-shop', defaultEnvironment: 'bare' });

    const answers = [await submit(plane, { dryRun: true }), await submit(plane, {})];

    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      [422, 'missing-in-environment'],
      [202, ''],
    ]);
  });

  test('a rerun in an environment that lost it is refused too', async () => {
    const plane = await makeStockedPlane();
    const { runId } = await makeJudgedRun(
      plane,
      [{ planned: ['pay'], verdicts: { pay: 'failed' } }],
      async () => (await submit(plane, {})).runId,
    );
    await put(plane, '/environments/staging', { targets: { default: 'https://shop.example' } });

    const answer = await plane.request('POST', `/tests/run/${runId}/rerun`, { as });

    expect([answer.status, answer.code]).toEqual([422, 'missing-in-environment']);
  });
});

test('a dry run lists what is run besides, because the selected cases need it', async () => {
  const plane = await makeStockedPlane();

  const answers = [await submit(plane, { dryRun: true, cases: ['pay'] }), await submit(plane, { dryRun: true })];

  expect(answers.map(({ body }) => [body['selection'], body['cases']])).toEqual([
    [[{ suite: 'shop.checkout', cases: ['pay'], dependencies: ['login'] }], 1],
    [[{ suite: 'shop.checkout', cases: ['login', 'pay'], dependencies: [] }], 2],
  ]);
  expect(plane.orchestrator.executions).toEqual([]);
});

describe('an empty selection', () => {
  test('names suites, tags and capabilities that are there, and the tag that was meant', async () => {
    const { status, code, body } = await submit(await makeStockedPlane(), {
      tags: ['critcal'],
      capability: 'security',
    });

    expect([status, code]).toEqual([422, 'empty-selection']);
    expect(body['detail']).toBe(
      'none of the 2 cases of service shop matches all selectors; its suites: shop.checkout; its tags: critical, smoke; its capabilities: functional',
    );
    expect(body['errors']).toEqual([
      { pointer: '/tags/0', reason: 'no case of service shop has the tag "critcal" (did you mean "critical"?)' },
      { pointer: '/capability', reason: 'service shop has no security suite' },
    ]);
  });

  test('points into a tag selector of three lists, and not at tags that must be absent', async () => {
    const { body } = await submit(await makeStockedPlane(), {
      tags: { all: ['smoke'], any: ['smok'], none: ['gone'] },
    });

    expect(body['errors']).toEqual([expect.objectContaining({ pointer: '/tags/any/0' })]);
  });

  test('of tags that are there, but never together, has nothing to point at', async () => {
    const { body } = await submit(await makeStockedPlane(), { tags: { all: ['smoke'], none: ['smoke'] } });

    expect([body['code'], body['errors']]).toEqual(['empty-selection', undefined]);
  });

  test('says so when the service has no suite at all', async () => {
    const plane = await makeStockedPlane();
    await put(plane, '/services/empty', { owner: 'team', defaultEnvironment: 'staging' });

    const { body } = await plane.request('POST', '/tests/run', { as, body: { service: 'empty' } });

    expect(body['detail']).toBe('service empty has no suite yet; push one with PUT /suites/empty.SUITE');
  });

  test('lists ten names and counts the rest', async () => {
    const plane = await makeStockedPlane();
    const tags = Array.from({ length: 14 }, (_, at) => `t${String(at).padStart(2, '0')}`);
    await put(plane, '/suites/shop.checkout', { ...SUITE, tags });

    const { body } = await submit(plane, { tags: ['none-has-this'] });

    expect(body['detail']).toContain('its tags: critical, t00, t01, t02, t03, t04, t05, t06, t07, t08 and 5 more;');
  });
});

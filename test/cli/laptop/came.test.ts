/** A case that waits for webhooks and fails shows what came and what left it out, masked, in the text and in the JSON report (row 10). */
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { workplace, type Workplace } from './workplace.ts';

let place: Workplace;
beforeEach(async () => {
  place = await workplace(({ method, path, body }) => {
    if (method !== 'POST' || path !== '/hooked') return undefined;
    const { url } = JSON.parse(body) as { url: string };
    for (const state of ['viewed', 'opened'])
      request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }).end(
        JSON.stringify({ state, token: 'tok-of-the-delivery', owner: 'Ada' }),
      );
    return { status: 202 };
  });
  await place.write('environment.yaml', `name: here\ntargets: { default: "${place.api.url}" }\n`);
});
afterEach(() => place.close());

const suite = (receive: string, checks: string): string => `suite: hooks
service: shop
webhooks: { done: {} }
cases:
  - id: ask
    request: { method: POST, path: /hooked, json: { url: '{{webhooks.done.url}}' } }
    checks: [{ status: 202 }]
  - id: told
    dependsOn: [ask]
    receive: { webhook: done, deadlineMs: 400, ${receive} }
    checks: [${checks}]
`;

interface Report {
  readonly results: readonly {
    readonly case: string;
    readonly tries: readonly {
      readonly failure?: { readonly message: string };
      readonly checks: readonly { readonly check: string; readonly passed: boolean; readonly got?: unknown }[];
    }[];
  }[];
}

const toldIn = async (): Promise<Report['results'][number]['tries'][number]> => {
  const { results } = JSON.parse(await place.read('report.json')) as Report;
  const last = results.find((one) => one.case === 'told')?.tries.at(-1);
  if (last === undefined) throw new Error('expected a result of the case "told"');
  return last;
};

test('deliveries that `where` left out are shown with the condition that did it', async () => {
  await place.write(
    'hooks.yaml',
    suite(
      `where: [{ path: $.body.owner, equals: Ada }, { path: $.body.state, equals: signed }]`,
      '{ path: $, length: 1 }',
    ),
  );

  const { exit, stdout } = await place.assay(['test', 'hooks.yaml', '--json', 'report.json']);
  const { failure, checks } = await toldIn();

  expect(exit).toBe(1);
  expect(failure?.message).toBe(
    'expected 1 delivery to "done" within 400 ms, got 0, and 2 that `where` left out: not $.body.state equals "signed" (2)',
  );
  expect(checks.filter(({ check }) => check.endsWith(' came')).map(({ got }) => got)).toEqual([
    expect.objectContaining({
      number: 1,
      method: 'POST',
      body: expect.objectContaining({ token: '***', owner: 'Ada' }),
    }),
    expect.objectContaining({
      number: 2,
      method: 'POST',
      body: expect.objectContaining({ token: '***', owner: 'Ada' }),
    }),
  ]);
  expect(checks.filter(({ check }) => /^delivery \d: /u.test(check)).map(({ check, got }) => [check, got])).toEqual([
    ['delivery 1: $.body.state equals "signed"', expect.stringMatching(/^(?:viewed|opened)$/u)],
    ['delivery 2: $.body.state equals "signed"', expect.stringMatching(/^(?:viewed|opened)$/u)],
  ]);
  expect(stdout).toContain('`where` left out: not $.body.state equals "signed" (2)');
  expect(stdout).toMatch(/^ {2}came {6}delivery 1 to "done"$/mu);
  expect(stdout).toContain('"state": "viewed"');
  expect(stdout).not.toContain('tok-of-the-delivery');
  expect(await place.read('report.json')).not.toContain('tok-of-the-delivery');
});

test('deliveries that count are shown where a check of them does not hold', async () => {
  await place.write('hooks.yaml', suite('count: 2', `{ path: '$[0].body.state', equals: signed }`));

  const { exit, stdout } = await place.assay(['test', 'hooks.yaml', '--json', 'report.json']);
  const { failure, checks } = await toldIn();

  expect(exit).toBe(1);
  expect(failure?.message).toMatch(
    /^\$\[0\]\.body\.state equals "signed": expected "signed", got "(?:viewed|opened)"$/u,
  );
  expect(checks.map(({ check }) => check)).toEqual([
    '$[0].body.state equals "signed"',
    'delivery 1 to "done" came',
    'delivery 2 to "done" came',
  ]);
  expect(stdout).toMatch(/^ {12}delivery 2 to "done"$/mu);
});

test('silence that was broken shows who broke it', async () => {
  await place.write('hooks.yaml', suite('count: 0', '{ path: $, length: 0 }'));

  const { exit, stdout } = await place.assay(['test', 'hooks.yaml']);

  expect(exit).toBe(1);
  expect(stdout).toContain('expected length 0, got 2');
  expect(stdout).toContain('delivery 1 to "done"');
});

test('a case that passes keeps nothing of them among its checks', async () => {
  await place.write('hooks.yaml', suite('count: 2', '{ path: $, length: 2 }'));

  const { exit } = await place.assay(['test', 'hooks.yaml', '--json', 'report.json']);

  expect(exit).toBe(0);
  expect((await toldIn()).checks.map(({ check }) => check)).toEqual(['$ has length 2']);
});

/** Webhooks on the plane: the target calls a URL that the run gave it, and the run sees what came, on each executor (C1.5). */
import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { SuiteFileCase } from '#contracts/generated/types';
import { register } from './catalog.ts';
import { cloudOf, judged, resultsOf, someone, startRun } from './plane.ts';
import { json, startTarget } from './target.ts';

const SIGNING = 'not-so-secret-signing-word';

const cases = [
  {
    id: 'order',
    request: { method: 'POST', path: '/orders', json: { callback: '{{webhooks.paid.url}}' } },
    checks: [{ status: 202 }],
  },
  {
    id: 'paid',
    dependsOn: ['order'],
    receive: { webhook: 'paid', count: 2, deadlineMs: 20_000 },
    checks: [
      { path: '$[0].answered', equals: 500 },
      { path: '$[1].answered', equals: 200 },
      { path: '$[1].body.paid', equals: true },
      { path: '$[1].signature', equals: 'valid' },
      { path: '$[1].query.try', equals: '2' },
    ],
  },
] as unknown as readonly SuiteFileCase[];

test.each(['lambda', 'fargate'] as const)(
  'a webhook that is sent again after a 500 is received on %s',
  async (executor) => {
    await using target = await startTarget();
    const answers: number[] = [];
    const sent: Promise<void>[] = [];
    const deliver = async (callback: string): Promise<void> => {
      const body = JSON.stringify({ paid: true });
      const signature = createHmac('sha256', SIGNING).update(body).digest('hex');
      const headers = { 'content-type': 'application/json', 'x-signature': signature };
      for (let number = 1; number <= 5 && answers.at(-1) !== 200; number += 1) {
        const answer = await fetch(`${callback}?try=${String(number)}`, { method: 'POST', body, headers });
        answers.push(answer.status);
      }
    };
    target.routes.set('/orders', (hit, response) => {
      sent.push(deliver((JSON.parse(hit.body) as { callback: string }).callback));
      return json({ accepted: true }, 202)(hit, response);
    });
    const who = await someone(cloudOf('plain'));
    const webhooks = { paid: { answers: [500, 200], signature: { header: 'x-signature', secret: '{{word}}' } } };
    const { service } = await register(who, {
      target,
      suites: { orders: cases },
      suiteFields: { webhooks, uses: ['word'] },
      environment: { variables: { word: SIGNING } },
    });

    const { runId } = await startRun(who, { service, executor, shards: 1 });
    const view = await judged(who, runId);
    await Promise.all(sent);
    const url = (JSON.parse(target.hits[0]?.body ?? '{}') as { callback: string }).callback;
    const after = await fetch(url, { method: 'POST', body: '{}' });

    const failed = (await resultsOf(who, runId)).filter(({ verdict }) => verdict !== 'passed');
    expect(failed).toEqual([]);
    expect(view.gate).toMatchObject({ answer: 'open', counts: { passed: 2 } });
    expect(answers).toEqual([500, 200]);
    expect(after.status).toBe(404);
  },
  180_000,
);

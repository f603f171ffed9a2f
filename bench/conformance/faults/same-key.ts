/** One Idempotency-Key, several requests: counted at Step Functions and at the target, not in our own records. */
import { setTimeout as pause } from 'node:timers/promises';
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { RunAccepted } from '#contracts/generated/types';
import { clientOf } from '../../../local/published-names.ts';
import type { PlaneAnswer } from '../../../local/plane-call.ts';
import { judged, said, unique } from './caller.ts';
import type { Fault, Seen } from './fault.ts';
import { startTarget } from './target.ts';
import { get, register } from './world.ts';
import type { World } from './world.ts';

const AT_ONCE = 100;
const REFUSALS_MAX = 10;
const BUSY_MS = 1_000;

/** Executions of the run machine under this name, and with another name but this run in their input. */
export const executionsOf = async ({ cloud, machines }: World, runId: string): Promise<number> => {
  const client = new SFNClient(clientOf(cloud.endpoint));
  let count = 0;
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new ListExecutionsCommand({ stateMachineArn: machines.runArn, maxResults: 1000, nextToken }),
    );
    for (const { executionArn } of page.executions ?? []) {
      const { input = '' } = await client.send(new DescribeExecutionCommand({ executionArn }));
      if (input.includes(runId)) count += 1;
    }
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  client.destroy();
  return count;
};

const submit = (world: World, service: string, key: string, more: object = {}) =>
  world.who.call('POST', '/tests/run', { service, ...more }, { 'idempotency-key': key });

const sameBody: Fault = {
  fault: 'same Idempotency-Key, same body',
  expected: 'the same run, replayed; 1 execution, 1 request at the target',
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    const service = await register(world, { url: target.url, cases: [get('one')] });
    const key = unique('key');
    const first = (
      await world.machines.start(
        {},
        () => submit(world, service, key),
        ({ body }) => (body as RunAccepted).runId,
      )
    ).body as RunAccepted;
    await judged(world.who, first.runId);
    const again = await submit(world, service, key);
    const second = again.body as RunAccepted;
    const executions = await executionsOf(world, first.runId);
    const same = second.runId === first.runId && second.replayed;
    const outcome = `${same ? 'the same run, replayed' : `${said(again)}, another run`}; ${String(executions)} execution, ${String(target.hits.length)} request at the target`;
    return outcome;
  },
};

const otherBody: Fault = {
  fault: 'same Idempotency-Key, other body',
  expected: '422 idempotency-key-reused',
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    const service = await register(world, { url: target.url, cases: [get('one')] });
    const key = unique('key');
    const first = await world.machines.start(
      {},
      () => submit(world, service, key),
      ({ body }) => (body as RunAccepted).runId,
    );
    const other = await submit(world, service, key, { name: 'another' });
    await judged(world.who, (first.body as RunAccepted).runId);
    return said(other);
  },
};

interface Patient {
  readonly answer: PlaneAnswer;
  /** Times it was told to come back later, or heard nothing. */
  readonly refusals: number;
}

/** Asks again when the plane is busy or silent, as every client does. */
const submitPatiently = async (world: World, service: string, key: string): Promise<Patient> => {
  for (let refusals = 0; ; refusals += 1) {
    const answer = await submit(world, service, key).catch((error: unknown) => {
      if (refusals >= REFUSALS_MAX) throw error;
      return undefined;
    });
    if (answer !== undefined && (answer.status !== 503 || refusals >= REFUSALS_MAX)) return { answer, refusals };
    await pause(BUSY_MS);
  }
};

const describeCrowd = (answers: readonly Patient[], executions: readonly number[], requests: number): Seen => {
  const accepted = answers
    .filter(({ answer }) => answer.status === 202)
    .map(({ answer }) => answer.body as RunAccepted);
  const others = [...new Set(answers.filter(({ answer }) => answer.status !== 202).map(({ answer }) => said(answer)))];
  const refusals = answers.reduce((sum, one) => sum + one.refusals, 0);
  const runs = new Set(accepted.map(({ runId }) => runId)).size;
  const first = accepted.filter(({ replayed }) => !replayed).length;
  const once = `${String(runs)} run, ${String(first)} of them not replayed; ${executions.join(' + ')} execution, ${String(requests)} request at the target`;
  return {
    outcome: `${String(accepted.length)} times 202${others.length === 0 ? '' : ` and ${others.join(', ')}`} after ${String(refusals)} times 503 or silence, ${once}`,
    ok: accepted.length === AT_ONCE && once === ONCE && first === 1,
  };
};

const ONCE = '1 run, 1 of them not replayed; 1 execution, 1 request at the target';

const hundredAtOnce: Fault = {
  fault: `same Idempotency-Key, same body, ${String(AT_ONCE)} at once`,
  expected: `${String(AT_ONCE)} times 202 (503 and silence are asked again), ${ONCE}`,
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    const service = await register(world, { url: target.url, cases: [get('one')] });
    const key = unique('key');
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => submitPatiently(world, service, key)));
    const accepted = answers.flatMap(({ answer }) => (answer.status === 202 ? [answer.body as RunAccepted] : []));
    const runIds = [...new Set(accepted.map(({ runId }) => runId))];
    await Promise.all(runIds.map((runId) => judged(world.who, runId)));
    const executions = await Promise.all(runIds.map((runId) => executionsOf(world, runId)));
    return describeCrowd(answers, executions, target.hits.length);
  },
};

export const sameKeys: readonly Fault[] = [sameBody, otherBody];
export const crowd: readonly Fault[] = [hundredAtOnce];

/** One Idempotency-Key, several requests: counted at Step Functions and at the target, not in our own records. */
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { RunAccepted } from '#contracts/generated/types';
import { clientOf } from '../../../local/published-names.ts';
import { judged, said, unique } from './caller.ts';
import type { Fault } from './fault.ts';
import { startTarget } from './target.ts';
import { get, register } from './world.ts';
import type { World } from './world.ts';

const AT_ONCE = 100;

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

const hundredAtOnce: Fault = {
  fault: 'same Idempotency-Key, same body, 100 at once',
  expected: '100 times 202, 1 run, 1 of them not replayed; 1 execution, 1 request at the target',
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    const service = await register(world, { url: target.url, cases: [get('one')] });
    const key = unique('key');
    const answers = await world.machines.start(
      {},
      () => Promise.all(Array.from({ length: AT_ONCE }, () => submit(world, service, key))),
      ([first]) => (first?.body as RunAccepted | undefined)?.runId,
    );
    const accepted = answers.filter(({ status }) => status === 202).map(({ body }) => body as RunAccepted);
    const runIds = [...new Set(accepted.map(({ runId }) => runId))];
    await Promise.all(runIds.map((runId) => judged(world.who, runId)));
    const executions = await Promise.all(runIds.map((runId) => executionsOf(world, runId)));
    const others = [...new Set(answers.filter(({ status }) => status !== 202).map(said))];
    return (
      `${String(accepted.length)} times 202${others.length === 0 ? '' : ` and ${others.join(', ')}`}, ${String(runIds.length)} run, ` +
      `${String(accepted.filter(({ replayed }) => !replayed).length)} of them not replayed; ` +
      `${executions.join(' + ')} execution, ${String(target.hits.length)} request at the target`
    );
  },
};

export const sameKeys: readonly Fault[] = [sameBody, otherBody];
export const crowd: readonly Fault[] = [hundredAtOnce];

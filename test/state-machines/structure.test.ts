/**
 * The shape of both machines: every path leads somewhere, every wait ends, every retry is bounded and named, and every literal number equals the
 * named constant that says why. What the emulator does not do (heartbeat, jitter, MaxDelaySeconds, MaxConcurrencyPath) is held here alone.
 */
import { describe, expect, test } from '@jest/globals';
import { PROBE_MS_MAX } from '#core/probe-time';
import { PROBLEMS } from '#core/problems';
import { FUNCTIONS } from '../../cdk/constructs/function-sizes.ts';
import * as limits from '../../cdk/constructs/limits.ts';
import { machine, machinesIn, MACHINES, nextsOf, stateOf, statesOf, textOf } from './asl.ts';
import type { State } from './asl.ts';

const TASKS = MACHINES.flatMap((name) =>
  statesOf(name)
    .filter(([, state]) => state.Type === 'Task')
    .map(([id, state]) => [name, id, state] as const),
);
const LAMBDA = 'arn:aws:states:::lambda:invoke';
const FARGATE = 'arn:aws:states:::ecs:runTask.waitForTaskToken';

/** Function of a Task by its placeholder: `${PlanRunArn}` is plan-run. */
const functionOf = (state: State): keyof typeof FUNCTIONS => {
  const { FunctionName } = state.Parameters as { FunctionName: string };
  const name = FunctionName.replace(/^\$\{(\w+)Arn\}$/, '$1')
    .replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();
  if (!(name in FUNCTIONS)) throw new Error(`${FunctionName} is no function`);
  return name as keyof typeof FUNCTIONS;
};

describe.each(MACHINES)('%s', (name) => {
  test('reaches each of its states from its start, and each next state exists', () => {
    for (const { StartAt, States } of machinesIn(machine(name))) {
      const reached = new Set([StartAt]);
      for (const state of reached) for (const next of nextsOf(States[state] ?? { Type: 'missing' })) reached.add(next);

      expect([...reached].sort()).toEqual(Object.keys(States).sort());
    }
  });

  test('ends in each of its branches', () => {
    for (const [id, state] of statesOf(name)) {
      const ends = state.End === true || ['Succeed', 'Fail'].includes(state.Type) || nextsOf(state).length > 0;

      expect([id, ends]).toEqual([id, true]);
    }
  });

  test('has placeholders inside strings only, so it is valid JSON as it lies', () => {
    expect(() => machine(name)).not.toThrow();
    expect(textOf(name).replaceAll(/"(?:[^"\\]|\\.)*"/g, '')).not.toContain('${');
  });

  test('passes pointers: no Task adds what it got to its state, unless the next state needs it', () => {
    const kept = statesOf(name)
      .filter(([, state]) => state.Type === 'Task' && state.ResultPath !== null)
      .map(([id]) => id);

    expect(kept).toEqual(name === 'test-run' ? ['Plan', 'ProbeOnLambda', 'ProbeOnFargate'] : []);
  });
});

describe.each(TASKS)('%s %s', (_machine, _id, state) => {
  test('ends by itself', () => {
    expect(state.TimeoutSeconds).toBeGreaterThan(0);
    expect(state['TimeoutSecondsPath']).toBeUndefined();
  });

  test('retries errors by name, with backoff, full jitter and a bound in number and time', () => {
    expect(state.Retry?.length).toBeGreaterThan(0);
    for (const retrier of state.Retry ?? []) {
      expect(retrier.ErrorEquals).not.toContain('States.ALL');
      expect(retrier.BackoffRate).toBeGreaterThanOrEqual(2);
      expect(retrier.JitterStrategy).toBe('FULL');
      expect(retrier.MaxAttempts).toBeGreaterThanOrEqual(1);
      expect(retrier.MaxDelaySeconds).toBeGreaterThan(retrier.IntervalSeconds ?? 1);
      expect(retrier.MaxDelaySeconds).toBeLessThanOrEqual(limits.RETRY_DELAY_SECONDS_MAX);
    }
  });

  test('names our own errors by their codes, and only those that time may heal', () => {
    const ours = (state.Retry ?? []).flatMap(({ ErrorEquals }) => ErrorEquals).filter((error) => /^[a-z]/.test(error));

    for (const error of ours)
      expect([error, PROBLEMS[error as keyof typeof PROBLEMS].kind]).toEqual([error, 'DependencyUnavailable']);
  });
});

describe.each(TASKS.filter(([, , state]) => state.Resource === LAMBDA))(
  '%s %s, a Lambda task,',
  (_machine, _id, state) => {
    test('waits ten seconds longer than its function may run', () => {
      expect(state.TimeoutSeconds).toBe(FUNCTIONS[functionOf(state)].timeoutSeconds + 10);
      expect(limits.STATE_GRACE_SECONDS).toBe(10);
    });

    test('retries what Lambda, a crash and a throttled dependency look like, on AWS and on the one-machine cloud, or goes on elsewhere', () => {
      const elsewhere = (state.Catch ?? []).filter(({ Next }) => Next === 'OutgrewLambda');
      const named = [...(state.Retry ?? []), ...elsewhere].flatMap(({ ErrorEquals }) => ErrorEquals);

      expect(named.sort()).toEqual([
        'Lambda.AWSLambdaException',
        'Lambda.SdkClientException',
        'Lambda.ServiceException',
        'Lambda.TooManyRequestsException',
        'Lambda.Unknown',
        'Runtime.ExitError',
        'Runtime.HandlerError',
        'Sandbox.Timedout',
        'States.Timeout',
        'dependency-unavailable',
        'timeout',
      ]);
    });
  },
);

describe.each(TASKS.filter(([, , state]) => state.Resource === FARGATE))(
  '%s %s, a Fargate task,',
  (_machine, id, state) => {
    test('is given up after the named times', () => {
      expect(state.HeartbeatSeconds).toBe(300);
      expect(state.HeartbeatSeconds).toBe(limits.FARGATE_HEARTBEAT_SECONDS);
      expect(state.TimeoutSeconds).toBe(
        id === 'RunOnFargate' ? limits.RUN_DEADLINE_SECONDS_MAX : limits.FARGATE_PROBE_TIMEOUT_SECONDS,
      );
      expect(state.HeartbeatSeconds).toBeLessThan(state.TimeoutSeconds ?? 0);
    });

    test('covers by its heartbeat the launch of a task and a whole probe, which sends none', () => {
      expect(limits.PROBE_SECONDS_MAX * 1000).toBe(PROBE_MS_MAX);
      expect(limits.FARGATE_LAUNCH_SECONDS_MAX + limits.PROBE_SECONDS_MAX).toBeLessThan(state.HeartbeatSeconds ?? 0);
      expect(2 * (limits.FARGATE_LAUNCH_SECONDS_MAX + limits.PROBE_SECONDS_MAX)).toBeLessThan(
        limits.FARGATE_PROBE_TIMEOUT_SECONDS,
      );
      expect(limits.PROBE_SECONDS_MAX).toBeLessThan(FUNCTIONS['probe-target'].timeoutSeconds - 20);
    });

    test('retries refused launches apart from dead tasks', () => {
      expect(state.Retry?.map(({ ErrorEquals }) => ErrorEquals)).toEqual([
        ['AmazonECS.Unknown', 'ECS.AmazonECSException'],
        ['TaskDied', 'States.TaskFailed', 'States.Timeout', 'States.HeartbeatTimeout'],
      ]);
    });

    test('gives the runner its command, run, attempt and token, names the run as its starter and the container that the task defines', () => {
      const parameters = state.Parameters as {
        'StartedBy.$': string;
        Overrides: { ContainerOverrides: readonly { Name: string; Environment: readonly { Name: string }[] }[] };
      };
      const [override] = parameters.Overrides.ContainerOverrides;
      const names = override?.Environment.map(({ Name }) => Name);

      expect(parameters['StartedBy.$']).toBe('$.runId');
      expect(override?.Name).toBe('runner');
      expect(names).toEqual(
        [
          'ASSAY_COMMAND',
          'ASSAY_TENANT',
          'ASSAY_RUN_ID',
          'ASSAY_SHARD',
          'ASSAY_ATTEMPT_BASE',
          'ASSAY_RETRY',
          'ASSAY_REDRIVE',
          'ASSAY_TASK_TOKEN',
        ].filter((one) => id === 'RunOnFargate' || !['ASSAY_SHARD', 'ASSAY_ATTEMPT_BASE'].includes(one)),
      );
    });
  },
);

describe('finish-run', () => {
  test('gives Judge its whole input, in which an error stands or does not', () => {
    expect(stateOf('finish-run', 'Judge').Parameters).toEqual({ FunctionName: '${JudgeRunArn}', 'Payload.$': '$' });
  });

  test('fails when judging fails, and neither sealing nor learning takes the answer back', () => {
    const nextOnError = (id: string) => stateOf('finish-run', id).Catch?.map(({ Next }) => Next);

    expect(nextOnError('Judge')).toEqual(['JudgeFailed']);
    expect(nextOnError('Seal')).toEqual(['Learn']);
    expect(nextOnError('Learn')).toEqual(['Done']);
    expect(stateOf('finish-run', 'JudgeFailed')).toMatchObject({ Type: 'Fail', Error: 'judge-failed' });
  });

  test('judges before it seals, and seals before it learns', () => {
    expect(machine('finish-run').StartAt).toBe('Judge');
    expect(stateOf('finish-run', 'Judge').Next).toBe('Seal');
    expect(stateOf('finish-run', 'Seal').Next).toBe('Learn');
  });

  test('has time for all retries of its functions', () => {
    expect(machine('finish-run').TimeoutSeconds).toBe(limits.FINISH_MACHINE_TIMEOUT_SECONDS);
    const worst = ['Judge', 'Seal', 'Learn']
      .map((id) => stateOf('finish-run', id))
      .reduce((sum, state) => sum + (state.TimeoutSeconds ?? 0) * 2, 0);

    expect(worst).toBeLessThan(machine('finish-run').TimeoutSeconds ?? 0);
  });
});

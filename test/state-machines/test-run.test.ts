/** What test-run does with a run beyond what holds for both machines: fan-out, the way of a shard, and the hand-over to finish-run. */
import { describe, expect, test } from '@jest/globals';
import * as limits from '../../cdk/constructs/limits.ts';
import { machine, stateOf } from './asl.ts';
import type { State } from './asl.ts';

describe('test-run', () => {
  const fanOut = stateOf('test-run', 'FanOut');

  test('reads its shards from S3 and runs them as children that cannot fail the run', () => {
    expect(fanOut).toMatchObject({
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { 'Bucket.$': '$.bucket', 'Key.$': '$.itemsKey' },
      },
      MaxConcurrencyPath: '$.concurrency',
      ToleratedFailurePercentage: 100,
      ResultPath: null,
    });
    expect(fanOut.ItemProcessor?.ProcessorConfig).toEqual({ Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' });
  });

  test('has no timeout on the Map, which knows none', () => {
    expect(fanOut.TimeoutSeconds).toBeUndefined();
  });

  test.each(['RunOnLambda', 'RunOnFargate'])(
    '%s gives the shard up after its retries, and the reason goes with it',
    (id) => {
      expect(stateOf('test-run', id).Catch?.at(-1)).toEqual({
        ErrorEquals: ['States.ALL'],
        ResultPath: '$.failure',
        Next: 'LoseShard',
      });
    },
  );

  test('a shard that outgrows Lambda goes on on Fargate at once: more time is not to be had on Lambda', () => {
    const { Retry, Catch } = stateOf('test-run', 'RunOnLambda');
    const timeouts = ['timeout', 'Sandbox.Timedout', 'States.Timeout'];

    expect(Catch?.map(({ ErrorEquals, Next }) => [ErrorEquals, Next])).toEqual([
      [timeouts, 'OutgrewLambda'],
      [['States.ALL'], 'LoseShard'],
    ]);
    expect(Retry?.flatMap(({ ErrorEquals }) => ErrorEquals).filter((error) => timeouts.includes(error))).toEqual([]);
    expect(stateOf('test-run', 'OutgrewLambda').Next).toBe('RunOnFargate');
  });

  test('every way to Fargate says from which number its attempts count', () => {
    const base = ({ Type, Result, ResultPath }: State) => ({ Type, Result, ResultPath });
    const fargate = JSON.stringify(stateOf('test-run', 'RunOnFargate').Parameters);

    expect(fanOut.ItemProcessor?.StartAt).toBe('FirstExecutor');
    expect(base(stateOf('test-run', 'FirstExecutor'))).toEqual({
      Type: 'Pass',
      Result: 0,
      ResultPath: '$.attemptBase',
    });
    expect(base(stateOf('test-run', 'OutgrewLambda'))).toEqual({
      Type: 'Pass',
      Result: 10,
      ResultPath: '$.attemptBase',
    });
    expect(limits.ATTEMPT_BASE_AFTER_LAMBDA).toBe(10);
    expect(fargate).toContain('{"Name":"ASSAY_ATTEMPT_BASE","Value.$":"States.Format(\'{}\', $.attemptBase)"}');
  });

  test.each(['RunOnLambda', 'RunOnFargate'])('%s never counts two attempts by one number', (id) => {
    const retries = (stateOf('test-run', id).Retry ?? []).reduce((sum, { MaxAttempts }) => sum + (MaxAttempts ?? 3), 0);

    expect(retries).toBeLessThanOrEqual(9);
    expect(limits.SHARD_RETRIES_MAX).toBe(9);
  });

  test.each(['Plan', 'ProbeOnLambda', 'ProbeOnFargate', 'FanOut'])(
    '%s hands the run over whatever happens to it, and the reason goes with it',
    (id) => {
      expect(stateOf('test-run', id).Catch).toEqual([
        { ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'HandOverError' },
      ]);
    },
  );

  test('finish-run gets two ids, and the error only where there is one', () => {
    const ids = { 'tenant.$': '$.tenant', 'runId.$': '$.runId' };

    expect(stateOf('test-run', 'HandOver')).toMatchObject({ Type: 'Pass', Parameters: ids, Next: 'Finish' });
    expect(stateOf('test-run', 'HandOver').Parameters).toEqual(ids);
    expect(stateOf('test-run', 'HandOverError').Parameters).toEqual({ ...ids, 'error.$': '$.error' });
    expect(stateOf('test-run', 'HandOverError').Next).toBe('Finish');
    expect(stateOf('test-run', 'Finish').Parameters).toMatchObject({ 'Input.$': '$' });
  });

  test('fails once finish-run has the error, so that an alarm sees it', () => {
    expect(stateOf('test-run', 'Finish').Next).toBe('HowItWent');
    expect(stateOf('test-run', 'HowItWent')).toMatchObject({
      Choices: [{ Variable: '$.error', IsPresent: true, Next: 'RunFailed' }],
      Default: 'Finished',
    });
    expect(stateOf('test-run', 'RunFailed')).toMatchObject({ Type: 'Fail', Error: 'run-failed' });
  });

  test('starts finish-run by the name of the run and takes a taken name, as AWS and as the emulator spell it, for done', () => {
    const finish = stateOf('test-run', 'Finish');

    expect(finish.Parameters).toMatchObject({ 'Name.$': "States.Format('{}-finish', $.runId)" });
    expect(finish.Catch).toEqual([
      {
        ErrorEquals: ['StepFunctions.ExecutionAlreadyExistsException', 'ExecutionAlreadyExists'],
        ResultPath: null,
        Next: 'HowItWent',
      },
    ]);
    expect(finish.TimeoutSeconds).toBe(limits.FINISH_TASK_TIMEOUT_SECONDS);
  });

  test('outlives its longest shard by half an hour', () => {
    expect(machine('test-run').TimeoutSeconds).toBe(8 * 3600 + 1800);
    expect(machine('test-run').TimeoutSeconds).toBe(limits.RUN_MACHINE_TIMEOUT_SECONDS);
  });
});

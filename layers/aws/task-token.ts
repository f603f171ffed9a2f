import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';

import { awsCall, errorName } from '#aws/aws-failure';
import { boundedText } from '#core/bounded-reasons';
import { clientOptions, lazily, until, type Endpoint } from '#aws/client-options';
import type { TaskToken } from '#ports/orchestrator';

const REQUEST_TIMEOUT_MS = 5_000;
/** Quotas of SendTaskFailure (AWS Step Functions API reference, read 2026-11). */
const ERROR_CHARS_MAX = 256;
const CAUSE_CHARS_MAX = 32_768;

/** The state ended without us: it timed out, was stopped, or had its answer. The shard item holds the truth about our work. */
const isOver = (error: unknown): boolean =>
  ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'].includes(errorName(error));

const unlessOver = async (what: string, send: () => Promise<unknown>): Promise<void> => {
  try {
    await awsCall(what, send);
  } catch (error) {
    if (!isOver(error)) throw error;
  }
};

/** The token that the state machine gave one Fargate task. */
export const stepFunctionsTaskToken = (config: Endpoint, taskToken: string): TaskToken => {
  const sfn = lazily(() => new SFNClient(clientOptions(config, { requestTimeoutMs: REQUEST_TIMEOUT_MS })));
  return {
    heartbeat: (signal) =>
      unlessOver('StepFunctions SendTaskHeartbeat', () =>
        sfn().send(new SendTaskHeartbeatCommand({ taskToken }), until(signal)),
      ),
    succeed: (output, signal) =>
      unlessOver('StepFunctions SendTaskSuccess', () =>
        sfn().send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }), until(signal)),
      ),
    fail: (error, cause, signal) => {
      const input = {
        taskToken,
        error: boundedText(error, ERROR_CHARS_MAX),
        cause: boundedText(cause, CAUSE_CHARS_MAX),
      };
      return unlessOver('StepFunctions SendTaskFailure', () =>
        sfn().send(new SendTaskFailureCommand(input), until(signal)),
      );
    },
  };
};

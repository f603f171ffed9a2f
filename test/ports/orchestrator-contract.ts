/** What every Orchestrator must do. The implementation's test-run waits for ever and its finish-run ends at once. */
import { describe, expect, test } from '@jest/globals';

import type { Orchestrator } from '#ports/orchestrator';
import { newTenant } from './samples.ts';

export interface OrchestratorSubject {
  readonly orchestrator: Orchestrator;
  /** Resolves when the named finish-run is over. */
  finished(executionName: string): Promise<void>;
}

export const orchestratorContract = (implementation: string, open: () => OrchestratorSubject): void => {
  describe(`${implementation}: executions`, () => {
    test('a run that is started twice, also at once, runs once', async () => {
      const { orchestrator } = open();
      const pointer = { tenant: newTenant(), runId: newTenant() };

      expect(await orchestrator.runStatus(pointer)).toBe('missing');
      await Promise.all([1, 2, 3].map(() => orchestrator.startRun(pointer)));
      await orchestrator.startRun(pointer);

      expect(await orchestrator.runStatus(pointer)).toBe('RUNNING');
      await orchestrator.stopRun(pointer, 'test over');
    });

    test('a stopped run is aborted, its name stays taken, and stopping again is no error', async () => {
      const { orchestrator } = open();
      const pointer = { tenant: newTenant(), runId: newTenant() };
      await orchestrator.startRun(pointer);

      await orchestrator.stopRun(pointer, 'cancelled '.repeat(300));
      await orchestrator.stopRun(pointer, 'again');
      await orchestrator.startRun(pointer);

      expect(await orchestrator.runStatus(pointer)).toBe('ABORTED');
      await expect(orchestrator.stopRun({ tenant: 't', runId: newTenant() }, 'never there')).resolves.toBeUndefined();
    });

    test('finishing a taken name means done; the reconciler has names of its own', async () => {
      const subject = open();
      const { orchestrator } = subject;
      const pointer = { tenant: newTenant(), runId: newTenant() };
      await orchestrator.startFinish(pointer);
      await subject.finished(`${pointer.runId}-finish`);

      await orchestrator.startFinish(pointer);
      expect(await orchestrator.finishStatus(pointer, undefined, 1)).toBe('missing');
      await orchestrator.startFinish(pointer, undefined, 1);
      await subject.finished(`${pointer.runId}-finish-r1`);

      expect([
        await orchestrator.finishStatus(pointer),
        await orchestrator.finishStatus(pointer, undefined, 1),
      ]).toEqual(['SUCCEEDED', 'SUCCEEDED']);
      expect(await orchestrator.runStatus(pointer)).toBe('missing');
    });

    test('a run without tasks has none to stop', async () => {
      const { orchestrator } = open();

      expect(await orchestrator.stopTasks({ tenant: newTenant(), runId: newTenant() }, 'cancelled')).toBe(0);
    });
  });
};

import type { Principal } from '#core/access';
import { problem } from '#core/problems';
import type { Run, Shard } from '#core/run';
import { RUN_STATUS, runStatusDetail } from '#core/run-event';
import { runView } from '#core/run-view';
import type { RunView } from '#core/run-view';
import { requireVisible, runNotFound } from '#core/visible-run';
import type { AuditTrail } from '#ports/access-store';
import type { Clock } from '#ports/clock';
import type { RunStore } from '#ports/run-store';
import type { EventBus, Log } from '#ports/telemetry';

export interface CancelRunPorts {
  readonly runs: RunStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly bus: EventBus;
  readonly log: Log;
}

export interface CancelRun {
  readonly principal: Principal;
  readonly runId: string;
  readonly requestId: string;
}

interface Seen {
  readonly run: Run;
  readonly shards: readonly Shard[];
}

/** A7: tells that a run was cancelled. An event that cannot be sent keeps nobody from stopping a run (A3.2). */
const tell = async (run: Run, { bus, log }: CancelRunPorts, signal: AbortSignal): Promise<void> => {
  try {
    await bus.publish(RUN_STATUS, runStatusDetail(run, 'cancelled'), signal);
  } catch (error) {
    log.warn('the status event was not sent', {
      test_run_id: run.runId,
      state: 'cancelled',
      reason: error instanceof Error ? error.message : String(error),
    });
  }
};

/**
 * Asks a run to stop. Runners look for it every few seconds, close-run ends what is left; the run is then judged with what there is.
 * A repeat gives the same answer, also after the run ended by it; the event is sent by the one whose stop came first.
 *
 * @throws run-not-found; run-already-over when the run's outcome was settled before anybody asked it to stop
 */
export const cancelRun =
  (ports: CancelRunPorts) =>
  async ({ principal, runId, requestId }: CancelRun, signal: AbortSignal): Promise<RunView> => {
    const { runs, audit, clock } = ports;
    const look = async (): Promise<Seen> => {
      const found = await runs.getWithShards(principal.tenant, runId, signal);
      requireVisible(principal, runId, found?.run);
      if (found === undefined) throw runNotFound(runId);
      return found;
    };
    const before = await look();
    if (before.run.stopRequestedAtEpochMs !== undefined) return runView(before.run, before.shards, principal);

    const stopped = await runs.requestStop(
      principal.tenant,
      runId,
      'cancelled',
      principal.subject,
      clock.nowMs(),
      signal,
    );
    const after = await look();
    // Somebody else's stop came first, or the run was settled: the run item tells which.
    if (!stopped && after.run.stopRequestedAtEpochMs === undefined) {
      throw problem(
        'run-already-over',
        `expected a run that can still be stopped, got one that is ${after.run.state}`,
        { runId },
      );
    }
    if (stopped) {
      await audit.append(
        {
          tenant: principal.tenant,
          atEpochMs: clock.nowMs(),
          principal: principal.subject,
          action: 'run.cancel',
          resource: `run/${runId}`,
          before: before.run.state,
          after: 'stop requested',
          requestId,
        },
        signal,
      );
      await tell(after.run, ports, signal);
    }
    return runView(after.run, after.shards, principal);
  };

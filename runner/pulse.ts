import { livePieceKey } from '#core/staging-keys';
import type { AttemptKey } from '#ports/run-store';
import type { Recorder } from '#runner/recorder';
import type { RunnerPorts } from '#runner/ports';
import { Stopped } from '#engines/functional/suite-context';

const PROGRESS_MS = 2000;
/** An unchanged shard still says now and then that it lives. */
const SILENT_MS_MAX = 10_000;
const LIVE_LOG_MS = 2000;
/**
 * A piece is at least this share of the attempt's age, so a long attempt leaves a few hundred pieces and not one every two seconds:
 * 50 in the first 100 s, then 50 for each factor of e; 330 in 8 hours.
 */
const LIVE_LOG_SHARE = 0.02;
const STOP_LOOK_MS = 5000;
const TOKEN_HEARTBEAT_MS = 20_000;

/** Another attempt has the shard, or the run was judged: whatever this one does counts no more. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

export interface PulseOptions {
  readonly key: AttemptKey;
  readonly ports: RunnerPorts;
  readonly recorder: Recorder;
  /** Aborted with `Stopped` when the run shall stop, with `Superseded` when the shard is no longer ours. */
  readonly stop: AbortController;
  /** Ends the pulse. */
  readonly ended: AbortSignal;
}

const repeat = async (
  everyMs: number,
  { ports, ended }: PulseOptions,
  what: string,
  beat: () => Promise<void>,
): Promise<void> => {
  while (!ended.aborted) {
    try {
      await ports.clock.sleep(everyMs, ended);
      await beat();
    } catch (error) {
      // Progress and live log are for people: their trouble is told and changes no verdict (A3.2).
      if (!ended.aborted)
        ports.log.warn(`${what} failed`, {
          reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        });
    }
  }
};

const progressBeat = ({ key, ports, recorder, stop, ended }: PulseOptions): (() => Promise<void>) => {
  let toldCases = -1;
  let toldAt = 0;
  return async () => {
    const casesDone = recorder.casesDone();
    const now = ports.clock.nowMs();
    if (casesDone === toldCases && now - toldAt < SILENT_MS_MAX) return;
    const ours = await ports.runs.heartbeat(key, { casesDone, counts: recorder.counts() }, now, ended);
    toldCases = casesDone;
    toldAt = now;
    if (!ours) stop.abort(new Superseded('another attempt holds the shard'));
  };
};

const liveLogBeat = ({ key, ports, recorder, ended }: PulseOptions): (() => Promise<void>) => {
  const startedAt = ports.clock.nowMs();
  let piece = 0;
  let toldAt = startedAt;
  return async () => {
    const now = ports.clock.nowMs();
    if (now - toldAt < LIVE_LOG_SHARE * (now - startedAt)) return;
    const text = recorder.takeLive();
    if (text === '') return;
    piece += 1;
    toldAt = now;
    await ports.staging.put(
      livePieceKey(key, key.shard, key.attempt, piece),
      new TextEncoder().encode(text),
      'application/x-ndjson',
      ended,
    );
  };
};

/** Asks the table whether the run shall stop; the reason, or undefined. */
export const requestedStop = async (
  ports: RunnerPorts,
  { tenant, runId }: AttemptKey,
  signal?: AbortSignal,
): Promise<Stopped | undefined> => {
  const reason = await ports.runs.getStop(tenant, runId, signal);
  return reason === undefined ? undefined : new Stopped(reason);
};

const stopBeat =
  ({ key, ports, stop, ended }: PulseOptions): (() => Promise<void>) =>
  async () => {
    const stopped = await requestedStop(ports, key, ended);
    if (stopped !== undefined && !stop.signal.aborted) stop.abort(stopped);
  };

/** Everything that goes on beside the cases: progress, live log, looking for a stop, and the state machine's heartbeat. */
export const pulse = async (options: PulseOptions): Promise<void> => {
  const { token } = options.ports;
  await Promise.all([
    repeat(PROGRESS_MS, options, 'telling the progress', progressBeat(options)),
    repeat(LIVE_LOG_MS, options, 'writing the live log', liveLogBeat(options)),
    repeat(STOP_LOOK_MS, options, 'looking for a stop', stopBeat(options)),
    ...(token === undefined
      ? []
      : [repeat(TOKEN_HEARTBEAT_MS, options, 'the heartbeat', () => token.heartbeat(options.ended))]),
  ]);
};

import type { ShooterOptions, ShotWorld } from '#engines/performance/shot-world';

/** A case of the suite as one request of the load: its own time, its own checks. */
export const shootCase = async (
  world: ShotWorld,
  at: number,
  id: string,
  intendedMs: number,
  options: ShooterOptions,
): Promise<boolean> => {
  const sentMs = world.nowMs();
  world.recorder.sent(intendedMs, sentMs);
  const record = await options.runCase(id);
  const endMs = world.nowMs();
  const answered = record.response !== undefined || record.verdict === 'passed';
  const failed = record.verdict !== 'passed';
  const failureType = failed ? (record.failure?.type ?? 'assertion') : undefined;
  world.recorder.checked(at, intendedMs);
  for (const { check, message, passed, warn } of record.checks)
    if (!passed && warn !== true) world.recorder.broke(at, check, world.mask(message ?? 'did not hold'), endMs);
  if (failed && record.checks.every(({ passed, warn }) => passed || warn === true))
    world.recorder.broke(at, 'an answer', world.mask(record.failure?.message ?? record.verdict), endMs);
  const { status, bodyBytes = 0 } = record.response ?? {};
  world.recorder.count({
    ...{ operation: at, intendedMs, sentMs, endMs, answered, failed, failureType, status, wireBytes: bodyBytes },
    ...{ timedOut: failureType === 'timeout', fresh: false, first: undefined, waited: false },
  });
  world.ended();
  return answered;
};

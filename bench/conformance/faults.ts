/** Every fault of the list in docs/conformance.md, really provoked on a one-machine cloud that this starts; one line a fault. */
import { closeScene, crashes } from './faults/crashes.ts';
import { linesOf } from './faults/fault.ts';
import type { Fault } from './faults/fault.ts';
import { openWorld } from './faults/world.ts';
import type { Conformance } from './main.ts';

/** Faults at once: their work is done by the functions of one emulator on the same cores. */
const LANES = 4;

const faults: readonly Fault[] = [...crashes];

export const conformance: Conformance = async function* () {
  // Retries of a state machine wait a tenth of their time: long enough for the event of a dead task to come before the next one begins.
  await using world = await openWorld({ SFN_WAIT_SCALE: '0.1' });
  yield* linesOf(world, faults, LANES);
  await closeScene(world);
};

/** Every fault of the list in docs/conformance.md, really provoked on a one-machine cloud that this starts; one line a fault. */
import { figure } from '../figure.ts';
import { badRequests } from './faults/bad-requests.ts';
import { badTargets } from './faults/bad-targets.ts';
import { badTokens } from './faults/bad-tokens.ts';
import { cancels, cancelsInFunctions } from './faults/cancels.ts';
import { closeScene, crashes } from './faults/crashes.ts';
import { deliveries } from './faults/deliveries.ts';
import { linesOf } from './faults/fault.ts';
import type { Fault } from './faults/fault.ts';
import { refusedRedirects } from './faults/refused-redirects.ts';
import { crowd, sameKeys } from './faults/same-key.ts';
import { throttles } from './faults/throttles.ts';
import { openWorld } from './faults/world.ts';
import type { World } from './faults/world.ts';
import type { Conformance } from './main.ts';

/** Faults at once: the functions of one emulator do all their work, on the same cores. */
const LANES = 4;

/** On the machines as they were deployed. The longest waits come first, so that they are over when the rest is. */
const AS_DEPLOYED: readonly Fault[] = [
  ...cancels,
  ...deliveries,
  ...badRequests,
  ...badTokens,
  ...sameKeys,
  ...badTargets,
  ...refusedRedirects,
];

/** On changed machines, which a run that the reconciler starts must not meet: nobody can tell when it will. */
const ON_CHANGED_MACHINES: readonly Fault[] = [...cancelsInFunctions, ...throttles, ...crashes];

const allLines = async function* (world: World) {
  // A hundred requests at once want the machine for themselves.
  yield* linesOf(world, crowd, 1);
  yield* linesOf(world, AS_DEPLOYED, LANES);
  yield* linesOf(world, ON_CHANGED_MACHINES, LANES);
  await closeScene(world);
};

export const conformance: Conformance = async function* () {
  // State machines wait half their time before a retry: the event of a dead task must come before its successor begins.
  await using world = await openWorld({ SFN_WAIT_SCALE: '0.5' });
  let right = 0;
  let all = 0;
  for await (const line of allLines(world)) {
    all += 1;
    right += line.ok ? 1 : 0;
    yield line;
  }
  yield figure('faults', `faults that ended as they must, of ${String(all)}`, right, 'faults', `= ${String(all)}`);
};

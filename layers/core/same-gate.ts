import { withBoundedReasons } from '#core/bounded-reasons';
import type { GateResult } from '#core/run';
import { sameJson } from '#core/same-json';

const isGate = (value: unknown): value is GateResult =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<GateResult>).reasons);

/** Equal as far as the run item goes: a file of the verdict holds every reason, the item only so many. False for what is no gate result. */
export const sameGate = (told: unknown, kept: GateResult | undefined): boolean =>
  isGate(told) && kept !== undefined && sameJson(withBoundedReasons(told), withBoundedReasons(kept));

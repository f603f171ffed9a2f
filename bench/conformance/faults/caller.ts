import type { Cloud } from '../../../local/cloud.ts';
import type { PlaneAnswer } from '../../../local/plane-call.ts';
import { codeOf, planeCaller } from '../../../local/plane-caller.ts';
import type { PlaneCaller } from '../../../local/plane-caller.ts';

export { judged, readRun, resultsOf, sealed, unique, until } from '../../../local/plane-caller.ts';
export type { PlaneCaller as Caller } from '../../../local/plane-caller.ts';

const TOKEN_SECONDS = 3_600;

/** A caller with these claims. */
export const callerOf = async (cloud: Cloud, claims: { readonly sub: string }): Promise<PlaneCaller> =>
  planeCaller(cloud.url, await cloud.tokenFor(claims, { lifetimeSeconds: TOKEN_SECONDS }));

/** `422 unknown-suite`: status and problem code of an answer. */
export const said = (answer: PlaneAnswer): string => {
  const code = codeOf(answer);
  return typeof code === 'string' ? `${String(answer.status)} ${code}` : String(answer.status);
};

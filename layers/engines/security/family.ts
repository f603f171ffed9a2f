import type { Operation } from '#engines/contract/model';
import type { Catcher } from '#engines/security/catcher';
import type { CheckId } from '#engines/security/registry';
import type { Session } from '#engines/security/session';
import type { Workbench } from '#engines/security/workbench';

/** A session with what works, and somewhere to be called back where the target can reach it. */
export interface Scan extends Session {
  readonly bench: Workbench;
  readonly catcher: Catcher | undefined;
}

/** Checks that look at the same requests. What one of them neither clears, finds nor skips does not apply there. */
interface FamilyFacts {
  readonly checks: readonly CheckId[];
  /** It looks at answers that were granted and at nothing else: one that was not takes nothing from what it says. */
  readonly judgesOrdinary?: true;
}

export type Family = FamilyFacts &
  (
    | { readonly scope: 'operation'; readonly run: (scan: Scan, operation: Operation) => Promise<void> }
    | { readonly scope: 'api'; readonly run: (scan: Scan) => Promise<void> }
  );

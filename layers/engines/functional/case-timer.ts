import type { TryFailure } from '#core/case-result';
import type { CaseDefinition } from '#core/suite';
import { SecretError } from '#engines/functional/secret-vault';
import type { CaseContext } from '#engines/functional/suite-context';
import { SubstitutionError } from '#core/template';

/** Raised inside a try whose time is up. */
class CaseTimeUp extends Error {}

/** The time limit of one try. */
export interface CaseTimer {
  readonly signal: AbortSignal;
  /** What an error inside the try says of it; undefined for one that nobody expected. */
  readonly failureOf: (error: unknown, startedAtEpochMs: number) => TryFailure | undefined;
  readonly end: () => void;
}

/** Most cases have no limit beside their request's, so most tries share the signal of the suite. */
export const caseTimer = (item: CaseDefinition, { signal, ports }: CaseContext): CaseTimer => {
  if (item.timeoutMs === undefined) return { signal, failureOf: expected, end: () => undefined };
  const over = new AbortController();
  const ended = new AbortController();
  const limitMs = item.timeoutMs;
  ports.clock.sleep(limitMs, ended.signal).then(
    () => {
      over.abort(new CaseTimeUp());
    },
    () => undefined,
  );
  return {
    signal: AbortSignal.any([signal, over.signal]),
    failureOf: (error) =>
      over.signal.aborted
        ? {
            type: 'timeout',
            phase: 'case',
            message: `expected the case to end within ${String(limitMs)} ms, got no end`,
          }
        : expected(error),
    end: () => {
      ended.abort();
    },
  };
};

const expected = (error: unknown): TryFailure | undefined => {
  if (error instanceof SecretError) return { type: error.type, phase: 'substitute', message: error.message };
  if (error instanceof SubstitutionError)
    return { type: 'setup', phase: 'substitute', message: `${error.message} (at ${error.pointer})` };
  return undefined;
};

import type { CaseResult, StepRecord, Try } from '#core/case-result';
import { removeCreated } from '#engines/functional/steps';
import { caseContext } from '#engines/functional/suite-context';
import type { SuiteContext } from '#engines/functional/suite-context';

const withSteps = (tries: readonly Try[], steps: readonly StepRecord[]): readonly Try[] => {
  const last = tries.at(-1);
  return last === undefined || steps.length === 0
    ? tries
    : [...tries.slice(0, -1), { ...last, steps: [...(last.steps ?? []), ...steps] }];
};

/** Removes everything that the suite created in this shard, newest first, and adds to each waiting result how that went. */
export const removeAll = async (
  waiting: readonly CaseResult[],
  suite: SuiteContext,
): Promise<readonly CaseResult[]> => {
  const results = new Map(waiting.map((result) => [keyOf(result.case, result.row?.number), result]));
  for (const entry of suite.created.takeAll()) {
    const context = caseContext({ ...suite, signal: suite.cleanup }, entry.case);
    const warning = await removeCreated(entry, entry.remove, context);
    const key = keyOf(entry.case, entry.row);
    const result = results.get(key);
    if (result === undefined) {
      if (warning !== undefined)
        suite.sink.log({ level: 'warn', suite: suite.id, case: entry.case, message: warning.message });
      continue;
    }
    const warnings = warning === undefined ? result.warnings : [...result.warnings, warning];
    results.set(key, { ...result, warnings, tries: withSteps(result.tries, context.steps) });
  }
  return [...results.values()];
};

const keyOf = (id: string, row: number | undefined): string => `${id} ${String(row ?? '')}`;

/** Who has which name in a suite: cases by id, variables by who captures them. */
import type { GraphProblem } from '#core/dependency-edges';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import { RESERVED_VARIABLES, isReserved } from '#core/variable-uses';

/** Place of each case in the suite by its id; the first one where an id comes twice. */
export const indexCases = (suite: SuiteDefinition, problems: GraphProblem[]): Map<string, number> => {
  const cases = new Map<string, number>();
  suite.cases.forEach((item, at) => {
    const first = cases.get(item.id);
    if (first === undefined) cases.set(item.id, at);
    else
      problems.push({
        code: 'duplicate-case',
        message: `expected each case id once, got "${item.id}" again (first at /cases/${String(first)})`,
        pointer: `/cases/${String(at)}/id`,
        case: item.id,
      });
  });
  return cases;
};

interface Captured {
  readonly variable: string;
  readonly pointer: string;
  /** Seen by the case alone. */
  readonly local: boolean;
}

const capturesOf = (item: CaseDefinition, at: number): Captured[] => {
  const pointer = `/cases/${String(at)}`;
  const own = Object.keys(item.captures ?? {}).map((variable) => {
    return { variable, pointer: `${pointer}/captures/${variable}`, local: false };
  });
  const inSteps = (['setup', 'teardown'] as const).flatMap((stage) =>
    (item[stage] ?? []).flatMap((step, index) =>
      Object.keys(step.captures ?? {}).map((variable) => {
        return { variable, pointer: `${pointer}/${stage}/${String(index)}/captures/${variable}`, local: true };
      }),
    ),
  );
  return [...own, ...inSteps];
};

/** Case that captures each variable. A name means one thing in a suite; what steps capture is known inside their case alone. */
export const indexProducers = (
  suite: SuiteDefinition,
  constants: ReadonlySet<string>,
  problems: GraphProblem[],
): Map<string, string> => {
  const producers = new Map<string, string>();
  const local = new Map<string, string>();
  suite.cases.forEach((item, at) => {
    for (const { variable, pointer, local: isLocal } of capturesOf(item, at)) {
      const first = producers.get(variable) ?? (isLocal ? undefined : local.get(variable));
      const taken = takenBy(variable, first, constants);
      if (taken !== undefined) {
        const code = isReserved(variable) ? 'reserved-variable' : 'duplicate-variable';
        const message = `expected a variable name used once, got "${variable}": ${taken}`;
        problems.push({ code, message, pointer, case: item.id });
      } else if (isLocal) local.set(variable, item.id);
      else producers.set(variable, item.id);
    }
  });
  return producers;
};

const takenBy = (variable: string, first: string | undefined, constants: ReadonlySet<string>): string | undefined => {
  if (first !== undefined) return `case "${first}" captures it too`;
  if (constants.has(variable)) return 'it is one of the suite\'s "variables" or "uses"';
  return isReserved(variable) ? `${RESERVED_VARIABLES.join(', ')} are the engine's own` : undefined;
};

/**
 * What the environment must have for a suite to run at all. A name that a case `requires` may be missing: such cases are skipped with that
 * reason (C1.2).
 */
export const neededNames = (suite: SuiteDefinition): readonly string[] => {
  const optional = new Set(
    suite.cases.flatMap((item) =>
      (item.requires ?? []).flatMap((one) =>
        'secret' in one ? [one.secret] : 'variable' in one ? [one.variable] : [],
      ),
    ),
  );
  return (suite.uses ?? []).filter((name) => !optional.has(name));
};

import type { GraphProblem } from '#core/dependency-edges';
import { findVariables } from '#core/template';
import type { VariableUse } from '#core/template';
import type { CaseDefinition, Check, SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';

export interface Use extends VariableUse {
  readonly pointer: string;
  /** In an expected value, which is made after the case's own captures. */
  readonly afterCapture: boolean;
}

/** Every variable that a case uses, default headers included. */
export const usesOf = (
  item: CaseDefinition,
  at: number,
  suite: SuiteDefinition,
): { uses: Use[]; problems: GraphProblem[] } => {
  const pointer = `/cases/${String(at)}`;
  const request = findVariables(item.request as unknown as Json, `${pointer}/request`);
  const headers = findVariables(inheritedHeaders(item, suite), '/defaults/headers');
  const checks = item.checks.map((check, index) =>
    findVariables(withoutSchema(check), `${pointer}/checks/${String(index)}`),
  );
  const problems = [request, headers, ...checks]
    .flatMap((found) => found.problems)
    .map((problem): GraphProblem => ({
      code: 'bad-template',
      message: problem.message,
      pointer: problem.pointer,
      case: item.id,
    }));
  const before = [request, headers].flatMap((found) => found.uses.map((use) => ({ ...use, afterCapture: false })));
  const after = checks.flatMap((found) => found.uses.map((use) => ({ ...use, afterCapture: true })));
  return { uses: [...before, ...after], problems };
};

/** Braces in a JSON Schema are the schema's own (patterns, constants), not templates. */
const withoutSchema = (check: Check): Json => ('schema' in check ? {} : (check as unknown as Json));

const inheritedHeaders = (item: CaseDefinition, suite: SuiteDefinition): Json => {
  const own = new Set(Object.keys(item.request.headers ?? {}).map((name) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(suite.defaults?.headers ?? {}).filter(([name]) => !own.has(name.toLowerCase())),
  );
};

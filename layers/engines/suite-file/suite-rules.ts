/** What a schema cannot say about a suite: dependencies, variables, expressions, people, rows. */
import { buildGraph } from '#core/dependency-graph';
import type { GraphOptions } from '#core/dependency-graph';
import type { SuiteDefinition } from '#core/suite';
import { currencyProblem, localeProblem } from '#engines/data/personas';
import { caseProblems, headerProblems } from '#engines/suite-file/case-rules';
import { documentProblems } from '#engines/suite-file/document-rules';
import { probeProblems } from '#engines/suite-file/probe-rules';
import { flowProblems } from '#engines/suite-file/row-rules';
import type { RuleProblem } from '#engines/suite-file/rule-problem';
import { templateProblems } from '#engines/suite-file/template-rules';

const personaProblems = (suite: SuiteDefinition): RuleProblem[] =>
  Object.entries(suite.personas ?? {}).flatMap(([name, { locale, currency }]) => {
    const found = [
      ['locale', typeof locale === 'string' ? localeProblem(locale) : undefined],
      ['currency', typeof currency === 'string' ? currencyProblem(currency) : undefined],
    ] as const;
    return found.flatMap(([field, message]) =>
      message === undefined ? [] : [{ code: 'bad-persona', pointer: `/personas/${name}/${field}`, message }],
    );
  });

/** @param rowFiles files that rows were read from, by flow */
export const suiteProblems = (
  suite: SuiteDefinition,
  options: GraphOptions,
  rowFiles: ReadonlyMap<string, string>,
): RuleProblem[] => [
  ...buildGraph(suite, options).problems.map(({ code, pointer, message }) => ({ code, pointer, message })),
  ...headerProblems(suite.defaults?.headers, '/defaults/headers'),
  ...personaProblems(suite),
  ...documentProblems(suite),
  ...flowProblems(suite, rowFiles),
  ...templateProblems(suite),
  ...suite.cases.flatMap((item, at) => caseProblems(item, `/cases/${String(at)}`, suite)),
  ...suite.cases.flatMap((item, at) => probeProblems(item, `/cases/${String(at)}`, suite)),
];

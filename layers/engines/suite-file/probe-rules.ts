/** What a schema cannot say about the definitions of probes. */
import type { DisturbDefinition } from '#core/acts/disturb';
import type { LoadDefinition } from '#core/acts/load';
import type { ToolDefinition } from '#core/acts/tool';
import { loadProblems } from '#core/load-plan';
import { referencedCases } from '#core/probe-references';
import { PROBE_ACTS } from '#core/suite';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import { disturbProblems } from '#engines/resilience/definition-problems';
import { toolProblems } from '#engines/tool/tool-problems';
import type { RuleProblem } from '#engines/suite-file/rule-problem';

interface Found {
  readonly pointer: string;
  readonly message: string;
}

const placed = (found: readonly Found[], pointer: string): RuleProblem[] =>
  found.map((one) => ({ code: 'bad-probe', pointer: `${pointer}${one.pointer}`, message: one.message }));

/** What a load or an experiment runs again is a case of its own, never a probe: a load inside itself would have no end. */
const referenceProblems = (item: CaseDefinition, pointer: string, suite: SuiteDefinition): RuleProblem[] =>
  referencedCases(item).flatMap((reference) => {
    const other = suite.cases.find(({ id }) => id === reference.name);
    const act = other === undefined ? undefined : PROBE_ACTS.find((one) => other[one] !== undefined);
    // An experiment may run beside a load.
    if (act === undefined || (act === 'load' && reference.pointer === '/disturb/during')) return [];
    const message = `expected a case with a request, got "${reference.name}", which is a probe (${act})`;
    return [{ code: 'bad-probe', pointer: `${pointer}${reference.pointer}`, message }];
  });

/** Its rows would each be a load that is judged by nobody as a whole. */
const flowProblems = ({ load, flow }: CaseDefinition, pointer: string): RuleProblem[] =>
  flow !== undefined && Number(load?.['shards'] ?? 1) > 1
    ? [
        {
          code: 'bad-probe',
          pointer: `${pointer}/load/shards`,
          message: `expected a load of several shards to stand in no flow with rows, got the flow "${flow}"`,
        },
      ]
    : [];

/** A definition has the form of its type here: the schema was asked first. */
export const probeProblems = (item: CaseDefinition, pointer: string, suite: SuiteDefinition): RuleProblem[] => {
  const { load, disturb, tool } = item;
  return [
    ...referenceProblems(item, pointer, suite),
    ...flowProblems(item, pointer),
    ...(load === undefined
      ? []
      : placed(
          loadProblems(load as unknown as LoadDefinition).map((message) => ({ pointer: '', message })),
          `${pointer}/load`,
        )),
    ...(disturb === undefined
      ? []
      : placed(disturbProblems(disturb as unknown as DisturbDefinition), `${pointer}/disturb`)),
    ...(tool === undefined ? [] : placed(toolProblems(tool as unknown as ToolDefinition), `${pointer}/tool`)),
  ];
};

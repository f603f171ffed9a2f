/** Uses of what is not a variable of the suite: generated values, people, webhooks, rows, facts of the run. */
import { fromPointer, toPointer } from '#core/json-types';
import { suggestion } from '#core/nearest-name';
import type { SuiteDefinition } from '#core/suite';
import { GENERATOR, findVariables } from '#core/template';
import type { VariableUse } from '#core/template';
import type { Json } from '#core/units';
import { parseGenerator } from '#engines/data/generators';
import { personaFields } from '#engines/data/personas';
import { rowFields } from '#engines/suite-file/row-rules';
import type { RuleProblem } from '#engines/suite-file/rule-problem';

const RUN_FIELDS = ['id', 'suite', 'case', 'environment', 'shard', 'row'];

type Found = (use: VariableUse & { readonly pointer: string }) => void;

const LISTS_OF_CHECKS = new Set<string | number>(['checks', 'until', 'where']);

/** Braces in a JSON Schema are the schema's own; captures hold expressions and no templates. The path is made a pointer only where there is a use. */
const visitTexts = (value: Json, path: (string | number)[], found: Found, inCheck = false): void => {
  if (typeof value === 'string') {
    if (value.includes('{{')) findVariables(value, toPointer(path)).uses.forEach(found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  const isChecks = isList && LISTS_OF_CHECKS.has(path.at(-1) ?? '');
  for (const [name, item] of Object.entries<Json>(value)) {
    if ((inCheck && name === 'schema') || (!isList && name === 'captures')) continue;
    path.push(name);
    visitTexts(item, path, found, isChecks);
    path.pop();
  }
};

/** Why a generator cannot be made, by its expression: the same ones come again and again. */
const generatorProblems = (): ((expression: string) => string | undefined) => {
  const known = new Map<string, string | undefined>();
  return (expression) => {
    if (!known.has(expression)) {
      const parsed = parseGenerator(expression);
      known.set(expression, 'problem' in parsed ? parsed.problem : undefined);
    }
    return known.get(expression);
  };
};

const fieldProblem = (use: VariableUse, at: number, known: readonly string[], of: string): string | undefined => {
  const field = use.path[at];
  if (field === undefined || known.includes(String(field))) return undefined;
  return `unknown field in "${use.expression}"${suggestion(String(field), known)}: ${of} has ${known.slice(0, 40).join(', ')}`;
};

const useProblem = (use: VariableUse, suite: SuiteDefinition, flow: string | undefined): string | undefined => {
  if (use.name === 'run') return fieldProblem(use, 0, RUN_FIELDS, 'a run');
  if (use.name === 'webhooks') return fieldProblem(use, 1, ['url'], 'a webhook');
  if (use.name === 'persona') {
    const [name] = use.path;
    const person = typeof name === 'string' ? suite.personas?.[name] : undefined;
    return person === undefined
      ? undefined
      : fieldProblem(use, 1, personaFields(person.kind), `a ${person.kind} persona`);
  }
  if (use.name !== 'row' || flow === undefined) return undefined;
  const rows = suite.flows?.[flow]?.rows;
  const known = rows === undefined ? undefined : rowFields(rows);
  return known === undefined ? undefined : fieldProblem(use, 0, known, `a row of "${flow}"`);
};

/** Every use in a suite that cannot be filled in, whatever the environment. */
export const templateProblems = (suite: SuiteDefinition): RuleProblem[] => {
  const problems: RuleProblem[] = [];
  const generatorProblem = generatorProblems();
  const look = (value: Json | undefined, pointer: string, flow?: string): void => {
    if (value === undefined) return;
    visitTexts(value, fromPointer(pointer), (use) => {
      const isGenerator = use.name === GENERATOR;
      const message = isGenerator ? generatorProblem(use.expression) : useProblem(use, suite, flow);
      if (message !== undefined)
        problems.push({ code: isGenerator ? 'bad-generator' : 'unknown-field', pointer: use.pointer, message });
    });
  };
  look(suite.variables, '/variables');
  look(suite.defaults?.headers, '/defaults/headers');
  look(suite.webhooks as unknown as Json | undefined, '/webhooks');
  suite.cases.forEach((item, at) => {
    look(item as unknown as Json, `/cases/${String(at)}`, item.flow);
  });
  return problems;
};

import type { GraphProblem } from '#core/dependency-edges';
import { inheritedHeaders } from '#core/inherited-headers';
import { GENERATOR, findVariables } from '#core/template';
import type { VariableUse } from '#core/template';
import { INHERITING_ACTS, PROBE_ACTS } from '#core/suite';
import type { CaseDefinition, Check, Step, SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';

/** Variables that no suite can define: facts of the run, the row of a flow, the suite's personas, its webhook catchers. */
export const RESERVED_VARIABLES = ['run', 'row', 'persona', 'webhooks'] as const;
export const isReserved = (name: string): boolean => (RESERVED_VARIABLES as readonly string[]).includes(name);

export interface Use extends VariableUse {
  readonly pointer: string;
  /** Variables that the case itself has taken from answers before this text is filled in. */
  readonly sees: ReadonlySet<string>;
}

interface Part {
  readonly value: Json;
  readonly pointer: string;
  readonly sees: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Braces in a JSON Schema are the schema's own (patterns, constants), not templates. */
const withoutSchema = (check: Check): Json => ('schema' in check ? {} : (check as unknown as Json));

const checkParts = (checks: readonly Check[] | undefined, pointer: string, sees: ReadonlySet<string>): Part[] =>
  (checks ?? []).map((check, at) => ({ value: withoutSchema(check), pointer: `${pointer}/${String(at)}`, sees }));

const stepParts = (steps: readonly Step[] | undefined, pointer: string, before: ReadonlySet<string>): Part[] => {
  const seen = new Set(before);
  return (steps ?? []).flatMap((step, at) => {
    const here = `${pointer}/${String(at)}`;
    const request = { value: step.request as unknown as Json, pointer: `${here}/request`, sees: new Set(seen) };
    for (const name of Object.keys(step.captures ?? {})) seen.add(name);
    return [request, ...checkParts(step.checks, `${here}/checks`, new Set(seen))];
  });
};

const capturedBy = (steps: readonly Step[] | undefined): string[] =>
  (steps ?? []).flatMap((step) => Object.keys(step.captures ?? {}));

/** What a case does, without the checks that it has inside. */
const actionParts = (item: CaseDefinition, pointer: string, sees: ReadonlySet<string>): Part[] => {
  const { request, receive, publish, consume } = item;
  const { where: received, ...receiving } = receive ?? {};
  const { where: consumed, ...consuming } = consume ?? {};
  const probes = Object.fromEntries(PROBE_ACTS.flatMap((act) => (item[act] === undefined ? [] : [[act, item[act]]])));
  const texts: Part[] = Object.entries({ request, receive: receiving, publish, consume: consuming, ...probes }).flatMap(
    ([kind, value]) =>
      value === undefined ? [] : [{ value: value as unknown as Json, pointer: `${pointer}/${kind}`, sees }],
  );
  return [
    ...texts,
    ...checkParts(received, `${pointer}/receive/where`, sees),
    ...checkParts(consumed, `${pointer}/consume/where`, sees),
    ...checkParts(item.poll?.until, `${pointer}/poll/until`, sees),
  ];
};

const partsOf = (item: CaseDefinition, at: number, suite: SuiteDefinition): Part[] => {
  const pointer = `/cases/${String(at)}`;
  const before = new Set(capturedBy(item.setup));
  const after = new Set([...before, ...Object.keys(item.captures ?? {})]);
  return [
    ...stepParts(item.setup, `${pointer}/setup`, NOTHING),
    ...actionParts(item, pointer, before),
    ...(item.request === undefined && INHERITING_ACTS.every((act) => item[act] === undefined)
      ? []
      : [{ value: inheritedHeaders(item, suite), pointer: '/defaults/headers', sees: before }]),
    ...checkParts(item.checks, `${pointer}/checks`, after),
    { value: (item.creates ?? []) as unknown as Json, pointer: `${pointer}/creates`, sees: after },
    ...stepParts(item.teardown, `${pointer}/teardown`, after),
  ];
};

/** Whether a text of a value may be a template: most cases have none, and their parts need not be looked at one by one. */
const holdsBraces = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('{{');
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? value.some(holdsBraces) : Object.values(value).some(holdsBraces);
};

/** Every variable that a case uses, default headers included; generated values are left out, they need nothing. */
export const usesOf = (
  item: CaseDefinition,
  at: number,
  suite: SuiteDefinition,
): { uses: Use[]; problems: GraphProblem[] } => {
  const uses: Use[] = [];
  const problems: GraphProblem[] = [];
  if (!holdsBraces(item) && !holdsBraces(suite.defaults?.headers)) return { uses, problems };
  for (const { value, pointer, sees } of partsOf(item, at, suite)) {
    const found = findVariables(value, pointer);
    for (const use of found.uses) if (use.name !== GENERATOR) uses.push({ ...use, sees });
    for (const problem of found.problems) problems.push({ ...problem, code: 'bad-template', case: item.id });
  }
  return { uses, problems };
};

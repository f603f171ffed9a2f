/** What is allowed and yet hardly meant: things that nobody uses, bodies that methods do not have. */
import { isJsonObject } from '#core/json-types';
import type { SuiteDefinition } from '#core/suite';
import { findVariables } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import type { RuleProblem } from '#engines/suite-file/rule-problem';

interface Used {
  readonly names: ReadonlySet<string>;
  readonly personas: ReadonlySet<string>;
  readonly webhooks: ReadonlySet<string>;
}

const usedIn = (suite: SuiteDefinition): Used => {
  const names = new Set<string>();
  const [personas, webhooks] = [new Set<string>(), new Set<string>()];
  const visit = (value: Json): void => {
    if (typeof value === 'string') {
      if (!value.includes('{{')) return;
      for (const { name, path } of findVariables(value).uses) {
        names.add(name);
        if (name === 'persona') personas.add(String(path[0]));
        if (name === 'webhooks') webhooks.add(String(path[0]));
      }
    } else if (Array.isArray(value)) (value as readonly Json[]).forEach(visit);
    else if (isJsonObject(value)) Object.values(value).forEach(visit);
  };
  visit(suite as unknown as Json);
  for (const item of suite.cases) {
    if (item.receive !== undefined) webhooks.add(item.receive.webhook);
    for (const requirement of item.requires ?? []) {
      if ('variable' in requirement) names.add(requirement.variable);
      if ('secret' in requirement) names.add(requirement.secret);
    }
  }
  return { names, personas, webhooks };
};

const BODYLESS = new Set(['GET', 'HEAD', 'TRACE']);
const BODIES = ['json', 'form', 'multipart', 'body'] as const;

const bodyWarnings = (suite: SuiteDefinition): RuleProblem[] =>
  suite.cases.flatMap(({ request }, at) => {
    if (request === undefined || !BODYLESS.has(request.method)) return [];
    const field = BODIES.find((name) => Object.hasOwn(request, name));
    if (field === undefined) return [];
    const message = `a body of ${request.method} has no meaning (RFC 9110, section 9.3); many servers refuse or ignore it`;
    return [{ code: 'unusual-body', pointer: `/cases/${String(at)}/request/${field}`, message, at: 'key' as const }];
  });

const unused = (what: string, list: string, names: readonly string[], used: ReadonlySet<string>): RuleProblem[] =>
  names
    .filter((name) => !used.has(name))
    .map((name) => ({
      code: 'unused',
      pointer: `/${list}/${name}`,
      message: `nothing uses the ${what} "${name}"`,
      at: 'key',
    }));

/**
 * @param suite         without problems, expanded
 * @param fragments     the suite's own ones
 * @param usedFragments those that were included
 */
export const suiteWarnings = (
  suite: SuiteDefinition,
  fragments: JsonObject,
  usedFragments: ReadonlySet<string>,
): RuleProblem[] => {
  const { names, personas, webhooks } = usedIn(suite);
  const flows = new Set(suite.cases.flatMap(({ flow }) => flow ?? []));
  return [
    ...unused('variable', 'variables', Object.keys(suite.variables ?? {}), names),
    ...(suite.uses ?? []).flatMap((name, at): RuleProblem[] =>
      names.has(name)
        ? []
        : [{ code: 'unused', pointer: `/uses/${String(at)}`, message: `nothing uses "${name}" of the environment` }],
    ),
    ...unused('persona', 'personas', Object.keys(suite.personas ?? {}), personas),
    ...unused('webhook', 'webhooks', Object.keys(suite.webhooks ?? {}), webhooks),
    ...unused('flow', 'flows', Object.keys(suite.flows ?? {}), flows),
    ...unused('fragment', 'fragments', Object.keys(fragments), usedFragments),
    ...bodyWarnings(suite),
  ];
};

import { asText, resourcesOf } from './synthesized.ts';
import type { Template } from './synthesized.ts';

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
  readonly Principal?: unknown;
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

export const statementsOf = (document: unknown): readonly Statement[] =>
  (document as { Statement: readonly Statement[] }).Statement;

/**
 * Everything that each role may do, one line for each action and resource:
 * `dynamodb:GetItem on arn:…:table/{records/table-name}`, followed by ` if {…}` where a condition binds it.
 */
export const rightsByRole = (template: Template): ReadonlyMap<string, readonly string[]> => {
  const rights = new Map<string, string[]>();
  for (const [, policy] of resourcesOf(template, 'AWS::IAM::Policy')) {
    const lines = statementsOf(policy.Properties['PolicyDocument']).flatMap((statement) =>
      listed(statement.Action).flatMap((action) =>
        listed(statement.Resource).map((resource) => {
          const condition =
            statement.Condition === undefined ? '' : ` if ${conditionText(statement.Condition, template)}`;
          return `${String(action)} on ${asText(resource, template)}${condition}`;
        }),
      ),
    );
    for (const role of listed(policy.Properties['Roles'])) {
      const name = asText(role, template);
      rights.set(name, [...(rights.get(name) ?? []), ...lines].sort());
    }
  }
  return rights;
};

const conditionText = (condition: unknown, template: Template): string =>
  Object.entries(condition as Record<string, Record<string, unknown>>)
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, value]) => `${operator} ${key} ${asText(value, template)}`),
    )
    .join(' and ');

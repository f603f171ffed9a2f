import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { callQuery, elementOf } from './query-call.ts';

/** The emulator judges these without a resource, so that a grant on the machine, as it is right for AWS, never matches. */
const ACTIONS = ['states:SendTaskSuccess', 'states:SendTaskFailure', 'states:SendTaskHeartbeat'];

interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly Roles?: readonly { readonly Ref?: string }[]; readonly PolicyDocument?: unknown };
}

const rolesThatAnswer = (template: string): readonly string[] => {
  const { Resources = {} } = JSON.parse(readFileSync(template, 'utf8')) as { Resources?: Record<string, Resource> };
  return Object.values(Resources)
    .filter(
      ({ Type, Properties }) =>
        Type === 'AWS::IAM::Policy' &&
        ACTIONS.some((action) => JSON.stringify(Properties?.PolicyDocument ?? null).includes(`"${action}"`)),
    )
    .flatMap(({ Properties }) => Properties?.Roles?.flatMap(({ Ref }) => (Ref === undefined ? [] : [Ref])) ?? []);
};

/**
 * Lets the roles that the templates let answer task tokens do so where roles are evaluated.
 *
 * @param stackOf   physical name of the stack of a template, by its file name
 * @returns how many roles that were
 */
export const allowTaskTokens = async (
  endpoint: string,
  assembly: string,
  stackOf: (template: string) => string,
): Promise<number> => {
  const Version = '2012-10-17';
  const PolicyDocument = JSON.stringify({ Version, Statement: [{ Effect: 'Allow', Action: ACTIONS, Resource: '*' }] });
  let count = 0;
  for (const template of readdirSync(assembly).filter((name) => name.endsWith('.template.json'))) {
    for (const LogicalResourceId of new Set(rolesThatAnswer(path.join(assembly, template)))) {
      const found = await callQuery(endpoint, 'cloudformation', {
        Action: 'DescribeStackResource',
        Version: '2010-05-15',
        StackName: stackOf(template),
        LogicalResourceId,
      });
      const RoleName = elementOf(found, 'PhysicalResourceId');
      await callQuery(endpoint, 'iam', {
        Action: 'PutRolePolicy',
        Version: '2010-05-08',
        RoleName,
        PolicyName: 'task-tokens-on-the-emulator',
        PolicyDocument,
      });
      count += 1;
    }
  }
  return count;
};

import { Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { Construct, IConstruct } from 'constructs';

export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Why a resource of this grant may end in a wildcard. @default a wildcard is a finding of cdk-nag, and tests fail */
  readonly wildcard?: string;
}

const acknowledgeWildcards = (scope: IConstruct, resources: readonly string[], reason: string): void => {
  const stack = Stack.of(scope);
  const names = resources.map((resource) => flattenCfnReference(stack.resolve(resource)));
  for (const name of names.filter((one) => one.includes('*'))) {
    Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${name}]`, reason });
  }
};

const statementOf = (grant: Grant): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: [...grant.actions],
    resources: [...grant.resources],
    ...(grant.conditions === undefined ? {} : { conditions: grant.conditions }),
  });

/** Adds one statement to a role's own policy. Actions are written out: a role test lists every one of them. */
export const allow = (role: iam.Role, grant: Grant): void => {
  role.addToPolicy(statementOf(grant));
  if (grant.wildcard !== undefined) acknowledgeWildcards(role, grant.resources, grant.wildcard);
};

/**
 * Adds statements as a policy resource of their own: for a role that must name a resource which itself needs the role
 * (a state machine and its children, a task and the machine that waits for it).
 *
 * @param scope outside the role: the resource waits for everything below its role, so the policy would wait for itself
 */
export const allowLater = (scope: Construct, role: iam.Role, grants: readonly Grant[]): iam.Policy => {
  const policy = new iam.Policy(scope, `${role.node.scope?.node.id ?? ''}Later`, {
    statements: grants.map(statementOf),
    roles: [role],
  });
  for (const grant of grants) {
    if (grant.wildcard !== undefined) acknowledgeWildcards(policy, grant.resources, grant.wildcard);
  }
  return policy;
};

import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Stage } from '../settings.ts';

/** The role that may undo what protects evidence, when nothing else was said. */
export const breakGlassOf = (scope: Construct, breakGlassRoleArn: string | undefined): string =>
  breakGlassRoleArn ?? `arn:aws:iam::${Stack.of(scope).account}:role/assay-break-glass`;

export interface EvidenceKeyProps {
  readonly stage: Stage;
  /** The one role that may end the key or change who may. @default arn:…:role/assay-break-glass of this account */
  readonly breakGlassRoleArn?: string;
}

/**
 * The key of evidence alone. Object Lock keeps bytes, not their readability: whoever ends the key of a locked object has ended the object.
 * So nobody but break-glass may schedule its deletion, disable it or take these refusals out of its policy; the account administers the rest.
 */
export class EvidenceKey extends Construct {
  readonly key: kms.Key;

  constructor(scope: Construct, id: string, props: EvidenceKeyProps) {
    super(scope, id);
    this.key = new kms.Key(this, 'Key', {
      description: `Assay ${props.stage}: evidence`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'RefuseEndOfKey',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['kms:DisableKey', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'],
        resources: ['*'],
        conditions: { ArnNotLike: { 'aws:PrincipalArn': breakGlassOf(this, props.breakGlassRoleArn) } },
      }),
    );
    // KMS refuses a policy that its maker could not change any more, which is what this one is for.
    (this.key.node.defaultChild as kms.CfnKey).bypassPolicyLockoutSafetyCheck = true;
  }
}

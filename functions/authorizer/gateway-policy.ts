import type { APIGatewayAuthorizerResult } from 'aws-lambda';
import type { Authorization } from './authorize.ts';

/** The gateway refuses a context with values that are too long; a detail is a sentence or two. */
const DETAIL_CHARACTERS_MAX = 1_000;

const allow = (
  resource: string,
  principalId: string,
  context: APIGatewayAuthorizerResult['context'],
): APIGatewayAuthorizerResult => ({
  principalId,
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: resource }],
  },
  context,
});

/** `arn:aws:execute-api:{region}:{account}:{api}/{stage}/{method}/{path}` -> all methods and paths of that stage. */
export const stageResource = (methodArn: string): string => `${methodArn.split('/').slice(0, 2).join('/')}/*`;

/**
 * What the gateway is told. A recognised caller may reach every route of the stage; role x route is decided behind it.
 *
 * A refused one is let through to this one route as nobody, with code and detail: the gateway cannot answer with a code of ours, and the
 * request context behind it answers every request without a principal with that problem, before anything else happens.
 */
export const gatewayPolicy = (authorization: Authorization, methodArn: string): APIGatewayAuthorizerResult => {
  if (authorization.kind === 'allowed') {
    const { principal } = authorization;
    return allow(stageResource(methodArn), `${principal.tenant}/${principal.ruleId}`, {
      principal: JSON.stringify(principal),
    });
  }
  const { code, detail } = authorization;
  return allow(methodArn, 'nobody', { code, detail: detail.slice(0, DETAIL_CHARACTERS_MAX) });
};

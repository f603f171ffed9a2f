import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AWS_ENVIRONMENT } from './emulator.ts';
import { STAGE } from './deploy.ts';

/** Client settings that reach the emulator and nothing else. */
export const clientOf = (endpoint: string) => ({
  endpoint,
  region: AWS_ENVIRONMENT.AWS_REGION,
  credentials: {
    accessKeyId: AWS_ENVIRONMENT.AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_ENVIRONMENT.AWS_SECRET_ACCESS_KEY,
  },
});

/** What the stacks published: physical names by parameter name without `/assay/local/`, such as `records/evidence-bucket`. */
export type PublishedNames = ReadonlyMap<string, string>;

/** Reads the parameters in which the deployed stacks tell their names. */
export const readPublishedNames = async (endpoint: string): Promise<PublishedNames> => {
  const client = new SSMClient(clientOf(endpoint));
  const prefix = `/assay/${STAGE}/`;
  const names = new Map<string, string>();
  let token: string | undefined;
  do {
    const page = await client.send(new GetParametersByPathCommand({ Path: prefix, Recursive: true, NextToken: token }));
    for (const { Name = '', Value = '' } of page.Parameters ?? []) names.set(Name.slice(prefix.length), Value);
    token = page.NextToken;
  } while (token !== undefined);
  client.destroy();
  return names;
};

export const nameOf = (names: PublishedNames, name: string): string => {
  const value = names.get(name);
  if (value === undefined)
    throw new Error(
      `the deployed stacks published no ${name}; there are: ${[...names.keys()].sort().join(', ') || 'none'}`,
    );
  return value;
};

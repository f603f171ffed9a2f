import { AWS_ENVIRONMENT, REGION } from './emulator.ts';

/**
 * One call of AWS's query protocol (STS, IAM, CloudFormation) as the emulator's root, whose signature it does not check. For the few calls
 * that are not worth an SDK client.
 *
 * @returns the XML of the answer
 */
export const callQuery = async (
  endpoint: string,
  service: string,
  parameters: { readonly [name: string]: string },
): Promise<string> => {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `AWS4-HMAC-SHA256 Credential=${AWS_ENVIRONMENT.AWS_ACCESS_KEY_ID}/${day}/${REGION}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams(parameters).toString(),
  });
  const text = await answer.text();
  if (!answer.ok)
    throw new Error(`${service} ${parameters['Action'] ?? ''} answered ${String(answer.status)}: ${text}`);
  return text;
};

/** Text of an element of the answer. */
export const elementOf = (xml: string, name: string): string => {
  const value = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
  if (value === undefined) throw new Error(`the answer has no <${name}>: ${xml}`);
  return value;
};

import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

import { awsCall, errorName } from '#aws/aws-failure';
import { clientOptions, lazily, until, type Endpoint } from '#aws/client-options';
import { isProblem, problem } from '#core/problems';
import type { SecretSource } from '#ports/secrets';

const REQUEST_TIMEOUT_MS = 5_000;

const oneKey = (ref: string, secret: string, key: string): string => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(secret);
  } catch {
    // The parser's message quotes the text, which is the secret: it is not kept as a cause.
    throw problem('secret-unavailable', `${ref}#${key}: expected a JSON object in the secret, got other text`);
  }
  const value: unknown =
    typeof parsed === 'object' && parsed !== null && Object.hasOwn(parsed, key) ? Reflect.get(parsed, key) : undefined;
  if (typeof value === 'string') return value;
  throw problem(
    'secret-unavailable',
    `${ref}#${key}: expected the key with a string, got ${value === undefined ? 'no such key' : typeof value}`,
  );
};

/**
 * Opens sources on Secrets Manager. Each source reads a secret once and keeps it for as long as it lives, so it is opened for one attempt
 * and dropped with it: a program that serves many attempts never holds a value that was rotated or taken back. The connection is shared;
 * no message ever holds a value.
 */
export const secretsManager = (config: Endpoint): (() => SecretSource) => {
  const client = lazily(
    () => new SecretsManagerClient(clientOptions(config, { requestTimeoutMs: REQUEST_TIMEOUT_MS })),
  );
  return () => secretSource(client);
};

const secretSource = (client: () => SecretsManagerClient): SecretSource => {
  const read = new Map<string, Promise<string>>();
  const fetched = async (SecretId: string, signal?: AbortSignal): Promise<string> => {
    try {
      const command = new GetSecretValueCommand({ SecretId });
      const { SecretString } = await awsCall('SecretsManager GetSecretValue', () =>
        client().send(command, until(signal)),
      );
      if (SecretString !== undefined) return SecretString;
    } catch (error) {
      if (isProblem(error) || errorName(error) === 'AbortError') throw error;
      throw problem('secret-unavailable', `${SecretId}: ${errorName(error)}`, { cause: error });
    }
    throw problem('secret-unavailable', `${SecretId}: expected text, got a binary secret`);
  };
  return {
    resolve: async (reference, signal) => {
      const [ref = '', key] = reference.split('#', 2);
      const pending = read.get(ref) ?? fetched(ref, signal);
      read.set(ref, pending);
      try {
        const secret = await pending;
        return key === undefined ? secret : oneKey(ref, secret, key);
      } catch (error) {
        read.delete(ref);
        throw error;
      }
    },
  };
};

import {
  CreateSecretCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { secretPrefix, strayReference } from '#core/secret-reference';
import { clientOf } from '../published-names.ts';

/** Secrets Manager takes no more (read 2026-11). */
const SECRET_BYTES_MAX = 65_536;

/** A secret as it is stored, and how environments refer to it. */
export interface LocalSecret {
  readonly name: string;
  readonly text: string;
  /** `assay/local/shop#password` for each key of a JSON secret, else the name alone. */
  readonly references: readonly string[];
}

const nameProblem = (name: string, tenants: readonly string[]): string | undefined => {
  if (name.includes('#')) return `expected the name of a secret without #key, got ${JSON.stringify(name)}`;
  if (tenants.some((tenant) => strayReference(name, tenant) === undefined)) return undefined;
  const prefixes = tenants.map((tenant) => `${secretPrefix(tenant)}NAME`).join(' or ');
  return `expected a name such as ${prefixes}, of letters, digits and / _ + = . @ -, got ${JSON.stringify(name)}`;
};

const keysOf = (text: string): readonly string[] | string => {
  if (!text.trimStart().startsWith('{')) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message quotes the text, which is the secret.
    return 'expected JSON, because the value begins with {, got text that is none; put it in single quotes for the shell';
  }
  const other = Object.entries(value as object).find(([, held]) => typeof held !== 'string');
  if (other !== undefined)
    return `expected text under every key, got ${typeof other[1]} under ${JSON.stringify(other[0])}`;
  const keys = Object.keys(value as object);
  const unnamable = keys.find((key) => key === '' || key.includes('#'));
  if (unnamable !== undefined)
    return `expected keys that a reference can name, without # and not empty, got ${JSON.stringify(unnamable)}`;
  return keys.length === 0 ? 'expected at least one key in the JSON object, got none' : keys;
};

/**
 * Checks a secret that somebody wants to store: its name is below `assay/{tenant}/` of one of the cloud's tenants, and its value is text or a
 * JSON object of texts.
 *
 * @returns what to store, or a sentence that says what was expected and what came; never with the value in it
 */
export const readSecret = (name: string, text: string, tenants: readonly string[]): LocalSecret | string => {
  const wrongName = nameProblem(name, tenants);
  if (wrongName !== undefined) return wrongName;
  const bytes = Buffer.byteLength(text);
  if (bytes === 0) return 'expected a value, got none';
  if (bytes > SECRET_BYTES_MAX) return `expected at most ${String(SECRET_BYTES_MAX)} bytes, got ${String(bytes)}`;
  const keys = keysOf(text);
  if (typeof keys === 'string') return keys;
  return { name, text, references: keys.length === 0 ? [name] : keys.map((key) => `${name}#${key}`) };
};

/** Stores the secret in Secrets Manager at this endpoint. @returns whether it is new, or has a new value */
export const putSecret = async (endpoint: string, { name, text }: LocalSecret): Promise<'created' | 'updated'> => {
  const client = new SecretsManagerClient(clientOf(endpoint));
  try {
    await client.send(new CreateSecretCommand({ Name: name, SecretString: text }));
    return 'created';
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error;
    await client.send(new PutSecretValueCommand({ SecretId: name, SecretString: text }));
    return 'updated';
  } finally {
    client.destroy();
  }
};

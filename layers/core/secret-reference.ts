/** Every secret of a tenant has a name below this; deploys let the runner read `assay/*` and nothing else. */
export const secretPrefix = (tenant: string): string => `assay/${tenant}/`;

/** ARN of a Secrets Manager secret in any partition; what follows `secret:` is its name, with or without the six characters that AWS adds. */
const SECRET_ARN = /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:(?<name>.+)$/;

/**
 * What names of secrets are made of (Secrets Manager, read 2026-11), part by part: none is empty, `.` or `..`, so that nobody can read a name
 * as a path that leads elsewhere.
 */
const NAME = /^(?:(?!\.{1,2}(?:\/|$))[A-Za-z0-9_+=.@-]+(?:\/(?!$)|$))+$/;

/**
 * Tells whether a secret reference stays with its tenant. All tenants' secrets are readable by one runner role, so the name is what keeps
 * them apart.
 *
 * @param ref name or ARN of a secret, with `#key` where it is JSON
 * @returns undefined when it does; else what was expected and what came
 */
export const strayReference = (ref: string, tenant: string): string | undefined => {
  const prefix = secretPrefix(tenant);
  const [secret = '', ...keys] = ref.split('#');
  const name = SECRET_ARN.exec(secret)?.groups?.['name'] ?? secret;
  const stays = name.startsWith(prefix) && NAME.test(name);
  if (stays && keys.length <= 1 && keys[0] !== '') return undefined;
  return `expected the name or ARN of a secret below "${prefix}", with #key for one key of a JSON secret; got ${JSON.stringify(ref)}`;
};

import { usageFailure } from '../cli-failure.ts';

/**
 * Which tenant is meant: `--tenant`, else ASSAY_TENANT. Nothing when neither is set: the token then decides alone.
 *
 * @throws CliFailure usage when it is no tenant's id, saying where it came from
 */
export const chosenTenant = (
  flag: string | undefined,
  env: { readonly [name: string]: string | undefined },
): string | undefined => {
  const [source, text] = flag === undefined ? ['ASSAY_TENANT', env['ASSAY_TENANT']] : ['--tenant', flag];
  if (text === undefined || (flag === undefined && text === '')) return undefined;
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(text)) return text;
  throw usageFailure(`${source} must be a tenant's id: lower-case letters, digits and hyphens, got "${text}"`);
};

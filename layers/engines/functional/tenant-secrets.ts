import { problem } from '#core/problems';
import { strayReference } from '#core/secret-reference';
import type { SecretSource } from '#ports/secrets';

/**
 * The secrets of one tenant. Environments are checked when they are put; this holds for those that were stored before, and for a plan
 * that somebody changed.
 *
 * @returns a source that throws secret-unavailable for a reference of another tenant and asks for nothing
 */
export const secretsOfTenant = (tenant: string, source: SecretSource): SecretSource => ({
  resolve: async (ref, signal) => {
    const stray = strayReference(ref, tenant);
    if (stray !== undefined) throw problem('secret-unavailable', stray);
    return source.resolve(ref, signal);
  },
});

import { problem } from '#core/problems';
import type { TrustRule } from '#core/access';
import type { AccessStore, AuditEntry, AuditTrail } from '#ports/access-store';
import type { SecretSource } from '#ports/secrets';
import { copied } from './copied.ts';

export const inMemoryAccess = (initial: readonly TrustRule[] = []): AccessStore => {
  const rules = new Map<string, TrustRule>();
  const key = (tenant: string, id: string): string => JSON.stringify([tenant, id]);
  for (const rule of initial) rules.set(key(rule.tenant, rule.id), rule);
  const sorted = (chosen: (rule: TrustRule) => boolean): TrustRule[] =>
    copied([...rules.values()].filter(chosen)).sort((a, b) => (`${a.tenant}/${a.id}` < `${b.tenant}/${b.id}` ? -1 : 1));
  return {
    rulesOfIssuer: async (issuer) => {
      await Promise.resolve();
      return sorted((rule) => rule.issuer === issuer);
    },
    listRules: async (tenant) => {
      await Promise.resolve();
      return sorted((rule) => rule.tenant === tenant);
    },
    addRule: async (rule) => {
      await Promise.resolve();
      const taken = key(rule.tenant, rule.id);
      if (rules.has(taken)) throw problem('trust-rule-exists', `id must be new in the tenant, got ${rule.id}`);
      rules.set(taken, copied(rule));
    },
    removeRule: async (tenant, id) => {
      await Promise.resolve();
      return rules.delete(key(tenant, id));
    },
  };
};

export interface InMemoryAudit extends AuditTrail {
  readonly entries: readonly AuditEntry[];
}

export const inMemoryAudit = (): InMemoryAudit => {
  const entries: AuditEntry[] = [];
  return {
    entries,
    append: async (entry) => {
      await Promise.resolve();
      const text = JSON.stringify(entry);
      if (!entries.some((other) => JSON.stringify(other) === text)) entries.push(copied(entry));
    },
  };
};

/** Secrets by `ref` or `ref#key`. */
export const inMemorySecrets = (values: { readonly [ref: string]: string }): SecretSource => ({
  resolve: async (ref) => {
    await Promise.resolve();
    const value = Object.hasOwn(values, ref) ? values[ref] : undefined;
    if (value === undefined) throw problem('secret-unavailable', `${ref}: no such secret`);
    return value;
  },
});

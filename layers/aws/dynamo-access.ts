import { boundedText } from '#core/bounded-reasons';
import { isNew } from '#aws/expression';
import { accessPartition, auditKey, issuerRules, resourceAudit, trustRuleKey } from '#aws/keys';
import { upcast, withoutTableAttributes } from '#aws/schema-version';
import { openTable, type TableConfig } from '#aws/table';
import type { Item } from '#aws/table-types';
import type { TrustRule } from '#core/access';
import { canonicalDigest } from '#core/canonical-json';
import { problem } from '#core/problems';
import type { AccessStore, AuditTrail } from '#ports/access-store';

/** Before and after of a change; the whole of a large resource is in its own item or object. */
const STATE_CHARS_MAX = 32_000;

const ruleOf = (item: Item): TrustRule => withoutTableAttributes(upcast(item)) as unknown as TrustRule;

/** Trust rules: by tenant in the table, by issuer on gsi1. A removed rule may still be found by its issuer for some milliseconds. */
export const dynamoAccess = (config: TableConfig): AccessStore => {
  const table = openTable(config);
  return {
    rulesOfIssuer: async (issuer, signal) =>
      (await table.queryAll({ pk: issuerRules(issuer), index: 'gsi1' }, signal)).map(ruleOf),
    listRules: async (tenant, signal) =>
      (await table.queryAll({ pk: accessPartition(tenant), between: ['RULE#', 'RULE#~'] }, signal)).map(ruleOf),
    addRule: async (rule, signal) => {
      const key = trustRuleKey(rule.tenant, rule.id);
      const item = { ...rule, ...key, gsi1pk: issuerRules(rule.issuer), gsi1sk: `${rule.tenant}#${rule.id}` };
      const written = await table.put({ item, where: isNew }, signal);
      if (!written.written) throw problem('trust-rule-exists', `id must be new in the tenant, got ${rule.id}`);
    },
    removeRule: (tenant, id, signal) => table.remove(trustRuleKey(tenant, id), signal),
  };
};

/**
 * Append only: an entry's key holds its digest, the write is conditional and no method changes or removes one. The same entry again, after
 * a lost reply, is the entry that is there.
 */
export const dynamoAudit = (config: TableConfig): AuditTrail => {
  const table = openTable(config);
  return {
    append: async (given, signal) => {
      const digest = canonicalDigest(given);
      const { before, after } = given;
      const entry = {
        ...given,
        ...(before === undefined ? {} : { before: boundedText(before, STATE_CHARS_MAX) }),
        ...(after === undefined ? {} : { after: boundedText(after, STATE_CHARS_MAX) }),
      };
      const key = auditKey(entry.tenant, entry.atEpochMs, digest);
      const item = {
        ...entry,
        ...key,
        schemaVersion: 1,
        gsi2pk: resourceAudit(entry.tenant, entry.resource),
        gsi2sk: key.sk,
      };
      const written = await table.put({ item, where: isNew }, signal);
      if (written.written || written.found === undefined) return;
      const there = withoutTableAttributes(upcast(written.found));
      if (canonicalDigest(there) !== canonicalDigest({ ...entry, schemaVersion: 1 })) {
        throw problem('invariant-broken', `the audit entry ${key.sk} of ${entry.tenant} holds something else`);
      }
    },
  };
};

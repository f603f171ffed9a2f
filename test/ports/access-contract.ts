/** What every AccessStore and AuditTrail must do. */
import { describe, expect, test } from '@jest/globals';

import type { TrustRule } from '#core/access';
import type { AccessStore, AuditEntry, AuditTrail } from '#ports/access-store';
import { newTenant, T0 } from './samples.ts';

const rule = (tenant: string, id: string, issuer = 'https://token.example.com'): TrustRule => ({
  schemaVersion: 1,
  id,
  tenant,
  issuer,
  claims: { repository: 'acme/shop', ref: { like: 'refs/heads/*' }, environment: ['staging', 'dev'] },
  role: 'executor',
  projects: ['*'],
  payloadRead: false,
  createdBy: 'owner',
  createdAtEpochMs: T0,
});

export const accessContract = (implementation: string, open: () => AccessStore): void => {
  describe(`${implementation}: trust rules`, () => {
    test('rules are listed by tenant and found by issuer over all tenants', async () => {
      const access = open();
      const [one, two] = [newTenant(), newTenant()];
      const issuer = `https://${one}.example.com/#x`;
      for (const each of [rule(one, 'b', issuer), rule(one, 'a', issuer), rule(two, 'a', issuer), rule(two, 'c')])
        await access.addRule(each);

      expect(await access.listRules(one)).toEqual([rule(one, 'a', issuer), rule(one, 'b', issuer)]);
      const found = await access.rulesOfIssuer(issuer);
      expect(found.map(({ tenant, id }) => `${tenant}/${id}`)).toEqual([`${one}/a`, `${one}/b`, `${two}/a`]);
      expect(found[0]).toEqual(rule(one, 'a', issuer));
      expect(await access.rulesOfIssuer(`${issuer}/`)).toEqual([]);
      expect(await access.listRules(newTenant())).toEqual([]);
    });

    test('an id is taken once in a tenant', async () => {
      const access = open();
      const tenant = newTenant();
      await access.addRule(rule(tenant, 'a'));

      await expect(access.addRule({ ...rule(tenant, 'a'), role: 'owner' })).rejects.toMatchObject({
        name: 'trust-rule-exists',
      });
      expect(await access.listRules(tenant)).toEqual([rule(tenant, 'a')]);
    });

    test('a removed rule is gone from both lists', async () => {
      const access = open();
      const tenant = newTenant();
      const issuer = `https://${tenant}.example.com`;
      await access.addRule(rule(tenant, 'a', issuer));

      expect(await access.removeRule(tenant, 'a')).toBe(true);
      expect(await access.removeRule(tenant, 'a')).toBe(false);
      expect([...(await access.listRules(tenant)), ...(await access.rulesOfIssuer(issuer))]).toEqual([]);
    });
  });
};

export const auditContract = (
  implementation: string,
  open: () => { readonly audit: AuditTrail; entries(tenant: string): Promise<readonly AuditEntry[]> },
): void => {
  describe(`${implementation}: audit trail`, () => {
    test('entries are kept in order, the same one once', async () => {
      const subject = open();
      const tenant = newTenant();
      const entry = {
        tenant,
        atEpochMs: T0,
        principal: 'me',
        action: 'trust-rule.add',
        resource: 'trust-rule/a',
        after: '{}',
        requestId: 'q1',
      };
      const later = { ...entry, atEpochMs: T0 + 1, action: 'trust-rule.remove' };

      await subject.audit.append(entry);
      await subject.audit.append(entry);
      await subject.audit.append(later);

      expect(await subject.entries(tenant)).toEqual([entry, later]);
    });
  });
};

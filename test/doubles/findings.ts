import type { FindingRecord } from '#core/finding-record';
import { isOpen } from '#core/finding-record';
import type { FindingStore, StoredFinding } from '#ports/finding-store';
import { copied } from './copied.ts';

/** Findings in memory, as the table keeps them. */
export const inMemoryFindings = (): FindingStore => {
  const items = new Map<string, StoredFinding & { readonly tenant: string }>();
  const keyOf = (tenant: string, { service, fingerprint }: Pick<FindingRecord, 'service' | 'fingerprint'>): string =>
    JSON.stringify([tenant, service, fingerprint]);
  const position = ({ dueAtEpochMs, service, fingerprint }: FindingRecord): string =>
    `${dueAtEpochMs === undefined ? '~' : String(dueAtEpochMs).padStart(15, '0')}#${service}#${fingerprint}`;
  return {
    ofService: (tenant, service) =>
      Promise.resolve(
        copied(
          [...items.values()]
            .filter((item) => item.tenant === tenant && item.record.service === service)
            .sort((a, b) => (a.record.fingerprint < b.record.fingerprint ? -1 : 1))
            .map(({ record, revision }) => ({ record, revision })),
        ),
      ),
    get: (tenant, service, fingerprint) => {
      const found = items.get(keyOf(tenant, { service, fingerprint }));
      return Promise.resolve(
        found === undefined ? undefined : copied({ record: found.record, revision: found.revision }),
      );
    },
    put: (tenant, record, expectedRevision) => {
      const key = keyOf(tenant, record);
      if ((items.get(key)?.revision ?? 0) !== expectedRevision) return Promise.resolve(false);
      items.set(key, { tenant, record: copied(record), revision: expectedRevision + 1 });
      return Promise.resolve(true);
    },
    listOpen: (tenant, { limit, cursor }) => {
      const open = [...items.values()]
        .filter((item) => item.tenant === tenant && isOpen(item.record))
        .map(({ record }) => record)
        .sort((a, b) => (position(a) < position(b) ? -1 : 1));
      const after = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString();
      const rest = open.filter((record) => position(record) > after);
      const shown = rest.slice(0, limit);
      const last = shown.at(-1);
      return Promise.resolve(
        copied(
          rest.length > shown.length && last !== undefined
            ? { items: shown, next: Buffer.from(position(last)).toString('base64url') }
            : { items: shown },
        ),
      );
    },
  };
};

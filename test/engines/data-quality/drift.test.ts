/** Row 38 as a case: runs one after the other against an API that changes. */
import { expect, test } from '@jest/globals';
import type { DriftDefinition } from '#core/acts/drift';
import type { Json } from '#core/units';
import { drift } from '#engines/data-quality/drift';
import { inMemoryStructures } from '../../doubles/structures.ts';
import { runProbe } from './probe-of-test.ts';

const definition: DriftDefinition = {
  operation: 'GET /lamps/{id}',
  requests: [{ path: '/lamps/1' }, { path: '/lamps/2' }],
};
const withStructures = (structures = inMemoryStructures()) => ({ structures, service: 'shop', runId: 'r1' });
const run = (json: Json, extra = withStructures(), rules: Partial<DriftDefinition> = {}) =>
  runProbe(drift, { ...definition, ...rules }, () => ({ json }), extra);

test('answers are sampled in turn', async () => {
  const { sent } = await run({ id: 1 });

  expect(sent).toEqual(['GET /lamps/1', 'GET /lamps/2', 'GET /lamps/1', 'GET /lamps/2', 'GET /lamps/1']);
});

test('a change is a warning and a record, told once; equal answers are silence', async () => {
  const extra = withStructures();
  const first = await run({ id: 1, name: 'lamp' }, extra);
  const same = await run({ name: 'lamp', id: 1 }, extra);
  const changed = await run({ id: '1', name: 'lamp' }, extra);
  const again = await run({ id: '1', name: 'lamp' }, extra);

  expect([first, same, again].map(({ report }) => report.warnings)).toEqual([[], [], []]);
  expect([changed.failed, changed.report.warnings]).toEqual([
    [],
    [{ kind: 'drift', message: 'type_changed $.id: "integer" -> "string"' }],
  ]);
  expect(extra.structures.records()).toEqual([
    {
      service: 'shop',
      operation: 'GET /lamps/{id}',
      changeType: 'type_changed',
      fieldPath: '$.id',
      oldValue: 'integer',
      newValue: 'string',
      detectedAt: '2026-01-02T00:00:00.000Z',
      runId: 'r1',
    },
  ]);
  expect(changed.report.details?.drift).toMatchObject({ version: 2, operation: 'GET /lamps/{id}' });
});

test('kinds that fail do', async () => {
  const extra = withStructures();
  await run({ id: 1, name: 'x' }, extra);
  const { failed, report } = await run({ id: 1, more: 'y' }, extra, { fail: ['field_removed'] });

  expect(failed).toEqual(['no field_removed: $.name: "string" -> null']);
  expect(report.warnings).toEqual([{ kind: 'drift', message: 'field_added $.more: null -> "string"' }]);
});

test('elements of a list are samples of their own', async () => {
  const extra = withStructures();
  const items = (name: Json): Json => ({ items: Array.from({ length: 6 }, () => ({ name })), count: 6 });
  await run(items('x'), extra, { path: '$.items[*]', samples: 1 });
  const { report } = await run(items(7), extra, { path: '$.items[*]', samples: 1 });

  expect(report.warnings).toEqual([{ kind: 'drift', message: 'type_changed $.name: "string" -> "integer"' }]);
});

test('against answers of the suite nothing is kept, and one is enough', async () => {
  const { failed } = await runProbe(
    drift,
    { ...definition, samples: 1, reference: 'right', fail: ['field_added', 'field_removed'] },
    () => ({ json: { id: 1, extra: true } }),
    { documents: { right: [{ id: 7, name: 'lamp' }] } },
  );

  expect(failed).toEqual(['no field_added: $.extra: null -> "boolean"', 'no field_removed: $.name: "string" -> null']);
});

test('who comes second compares again with what the first one wrote', async () => {
  const structures = inMemoryStructures();
  const extra = withStructures(structures);
  await run({ id: 1 }, extra);
  let first = true;
  const racing = {
    ...structures,
    put: async (...args: Parameters<typeof structures.put>) => {
      if (first) {
        first = false;
        await run({ id: 'x' }, extra);
      }
      return structures.put(...args);
    },
  };
  const { report } = await run({ id: 'x' }, { ...extra, structures: racing });

  expect(report.warnings).toEqual([]);
  expect(structures.records()).toHaveLength(1);
});

test('without a place to keep structures, samples or an answer there is no judgement', async () => {
  const nowhere = await runProbe(drift, definition, () => ({ json: {} }));
  const lost = await runProbe(drift, definition, () => ({ lost: true }), withStructures());
  const none = await run({ items: [] }, withStructures(), { path: '$.items[*]' });

  expect(nowhere.report.failure?.message).toContain('expected a place where structures are kept');
  expect(lost.report.failure?.type).toBe('timeout');
  expect(none.failed).toEqual(['there are samples: expected samples, got none']);
});

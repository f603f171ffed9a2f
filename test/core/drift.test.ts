/** C10: versions of a structure over runs. Each test is a story of runs with the answers that each one got. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advance, type DriftRecord, type StructureVersion } from '#core/drift';
import { inferStructure } from '#core/structure';
import type { Json } from '#core/units';
import '../property-seed.ts';

const facts = { service: 'shop', operation: 'GET /orders/{id}', runId: 'r1', nowMs: Date.UTC(2026, 0, 2) };

interface Story {
  readonly kept: StructureVersion | undefined;
  readonly told: readonly (readonly DriftRecord[])[];
}

const runs = (answers: readonly (readonly Json[])[], samplesMin?: number): Story => {
  let kept: StructureVersion | undefined;
  const told = answers.map((samples) => {
    const { next, records } = advance(
      kept,
      inferStructure(samples),
      facts,
      samplesMin === undefined ? {} : { samplesMin },
    );
    kept = next;
    return records;
  });
  return { kept, told };
};

const times = (sample: Json, count = 6): Json[] => Array.from({ length: count }, () => sample);
const shortly = (records: readonly DriftRecord[]): string[] =>
  records.map((one) => `${one.changeType} ${one.fieldPath}`);

test('the first answers are version 1, in silence', () => {
  const { kept, told } = runs([times({ a: 1 })]);

  expect(told).toEqual([[]]);
  expect(kept).toMatchObject({ version: 1, revision: 1, service: 'shop', since: '2026-01-02T00:00:00.000Z' });
});

test('a change is a record with all its facts, begins a version, and is told once', () => {
  const changed = times({ a: '1', b: null, c: [{ d: 1 }] });
  const { kept, told } = runs([times({ a: 1, gone: true }), changed, changed, changed]);

  expect(told[1]).toEqual([
    {
      service: 'shop',
      operation: 'GET /orders/{id}',
      changeType: 'type_changed',
      fieldPath: '$.a',
      oldValue: 'integer',
      newValue: 'string',
      detectedAt: '2026-01-02T00:00:00.000Z',
      runId: 'r1',
    },
    expect.objectContaining({ changeType: 'field_added', fieldPath: '$.b' }),
    expect.objectContaining({ changeType: 'field_added', fieldPath: '$.c' }),
    expect.objectContaining({ changeType: 'field_removed', fieldPath: '$.gone' }),
  ]);
  expect(told.slice(2)).toEqual([[], []]);
  expect(kept?.version).toBe(2);
});

test('each kind of change is told once and then part of what is normal', () => {
  const fields: readonly (readonly [Json, Json])[] = [
    [{ a: 'open' }, { a: '7d444840-9dc0-11d1-b245-5ffdce74fad2' }],
    [{ a: 1 }, { a: 1.5 }],
    [{ a: 1 }, { a: null }],
    [{ a: null }, { a: 1 }],
    [{ a: { b: { c: 1 } } }, { a: { b: {} } }],
    [{ a: [{ b: 1 }] }, { a: [{ b: 'x', c: 2 }] }],
  ];
  for (const [old, now] of fields) {
    const { told } = runs([times(old, 20), times(now, 20), times(now, 20)]);

    expect([told[1]?.length === 0, told[2]]).toEqual([false, []]);
  }
});

test('a field that comes and goes back is told each time', () => {
  const [without, withIt] = [times({ a: 1 }), times({ a: 1, b: 2 })];
  const { told } = runs([without, withIt, withIt, without, without]);

  expect(told.map(shortly)).toEqual([[], ['field_added $.b'], [], ['field_removed $.b'], []]);
});

test('one answer a run is enough in the end: runs without news are remembered together', () => {
  const { told } = runs([times({ a: 1 }, 12), ...Array.from({ length: 10 }, () => [{ a: 1, b: 2 }])]);
  const runsThatTold = told.flatMap((records, run) =>
    records.length > 0 ? [`${String(run)} ${shortly(records).join()}`] : [],
  );

  expect(runsThatTold).toEqual(['5 field_added $.b']);
});

test('equal answers are silence for ever, whatever they are', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
  fc.assert(
    fc.property(
      fc.array(json, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 8 }),
      (samples, samplesMin) => {
        const { told, kept } = runs([samples, [...samples].reverse(), samples, samples], samplesMin);

        expect(told).toEqual([[], [], [], []]);
        expect(kept?.version).toBe(1);
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever changed, the same answers again are silence', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
  const list = fc.array(json, { minLength: 5, maxLength: 8 });
  fc.assert(
    fc.property(list, list, fc.integer({ min: 1, max: 5 }), (old, now, samplesMin) => {
      const { told } = runs([old, now, now, now], samplesMin);

      expect(told.slice(2)).toEqual([[], []]);
    }),
    { numRuns: 500 },
  );
});

/** Row 37: golden documents with rules, and the last answer. */
import { expect, test } from '@jest/globals';
import type { GoldenDefinition } from '#core/acts/golden';
import { canonicalDigest } from '#core/canonical-json';
import type { Json } from '#core/units';
import { golden } from '#engines/data-quality/golden';
import { inMemoryHistory } from '../../doubles/history.ts';
import { hasPokeapi, pokeapi, pokeapiDrift } from '../../fixtures/pokeapi.ts';
import { runProbe } from './probe-of-test.ts';

const OLD = {
  id: 1,
  name: 'lamp',
  price: 10,
  updatedAt: '2026-01-01T00:00:00Z',
  tags: ['a', 'b'],
  parts: [
    { id: 'x', n: 1 },
    { id: 'y', n: 2 },
  ],
};

const against = (now: Json, rules: Partial<GoldenDefinition> = {}) =>
  runProbe(golden, { request: { path: '/lamps/1' }, document: 'lamp', ...rules }, () => ({ json: now }), {
    documents: { lamp: OLD },
  });

test('an equal answer passes and names no difference', async () => {
  const { failed, report } = await against({ ...OLD });

  expect(failed).toEqual([]);
  expect(report.details).toEqual({
    differences: { against: 'the golden value', counts: { added: 0, removed: 0, changed: 0 }, differences: [] },
  });
});

test('differences fail by kind, with path, old and new', async () => {
  const { failed, report } = await against({ ...OLD, name: 'sofa', tags: ['a'], extra: true });

  expect(failed).toEqual([
    'no value added against the golden value: /extra added: true',
    'no value removed against the golden value: /tags/1 removed: "b"',
    'no value changed against the golden value: /name changed: "lamp" -> "sofa"',
  ]);
  expect(report.details?.differences).toMatchObject({ counts: { added: 1, removed: 1, changed: 1 } });
});

test('only kinds that fail do; the others warn', async () => {
  const { failed, report } = await against({ ...OLD, extra: true }, { fail: ['changed'] });

  expect([failed, report.warnings]).toEqual([
    [],
    [{ kind: 'data_diff', message: 'no value added against the golden value: /extra added: true' }],
  ]);
});

test.each<[string, Json, Partial<GoldenDefinition>]>([
  ['an ignored value', { ...OLD, id: 2 }, { ignore: ['$.id'] }],
  ['an ignored value that came', { ...OLD, trace: 'x' }, { ignore: ['$.trace'] }],
  [
    'ignored values at any depth',
    {
      ...OLD,
      id: 5,
      parts: [
        { id: 'p', n: 1 },
        { id: 'q', n: 2 },
      ],
    },
    { ignore: ['$..id'] },
  ],
  ['an absolute tolerance', { ...OLD, price: 10.5 }, { tolerances: [{ path: '$.price', absolute: 0.5 }] }],
  ['a relative tolerance', { ...OLD, price: 9 }, { tolerances: [{ path: '$.price', relative: 0.1 }] }],
  [
    'a tolerance of time',
    { ...OLD, updatedAt: '2026-01-01T01:00:05+01:00' },
    { tolerances: [{ path: '$.updatedAt', timeMs: 5000 }] },
  ],
  ['any order', { ...OLD, tags: ['b', 'a'] }, { lists: [{ path: '$.tags', anyOrder: true }] }],
  [
    'elements by key',
    {
      ...OLD,
      parts: [
        { id: 'y', n: 2 },
        { id: 'x', n: 1 },
      ],
    },
    { lists: [{ path: '$.parts', key: 'id' }] },
  ],
])('%s makes no difference', async (_, now, rules) => {
  expect((await against(now, rules)).failed).toEqual([]);
  expect((await against(now)).failed).not.toEqual([]);
});

test('a tolerance does not reach further than it says', async () => {
  const far = await against({ ...OLD, price: 10.6 }, { tolerances: [{ path: '$.price', absolute: 0.5 }] });
  const late = await against(
    { ...OLD, updatedAt: '2026-01-01T00:00:06Z' },
    { tolerances: [{ path: '$.updatedAt', timeMs: 5000 }] },
  );
  const text = await against({ ...OLD, price: '10' }, { tolerances: [{ path: '$.price', absolute: 5 }] });

  expect([far, late, text].map(({ failed }) => failed.length)).toEqual([1, 1, 1]);
});

test('a golden document is used only when it is the one that was agreed on; another one is no failure of the API', async () => {
  const right = await against(OLD, { sha256: canonicalDigest(OLD) });
  const wrong = await against(OLD, { sha256: '0'.repeat(64) });

  expect([right.failed, right.report.failure]).toEqual([[], undefined]);
  expect(wrong.sent).toEqual([]);
  expect(wrong.report.failure).toMatchObject({
    type: 'setup',
    message: expect.stringContaining(`got ${canonicalDigest(OLD)}`) as unknown,
  });
});

test('a part of the document against a part of the answer', async () => {
  const { failed } = await against({ wrapped: { n: 2, id: 'y' } }, { at: '/parts/1', path: '$.wrapped' });
  const nothing = await against({}, { at: '/parts/7' });

  expect([failed, nothing.report.failure?.message]).toEqual([[], 'expected a golden value at "/parts/7", got nothing']);
});

test('the last answer is kept and the next one held against it: a warning with path, old and new', async () => {
  const history = inMemoryHistory();
  const ask = (now: Json, rules: Partial<GoldenDefinition> = {}) =>
    runProbe(golden, { request: { path: '/lamps/1' }, last: true, ...rules }, () => ({ json: now }), {
      history,
      service: 'shop',
      runId: 'r1',
    });

  const first = await ask({ price: 10 });
  const second = await ask({ price: 12 });
  const third = await ask({ price: 12 });
  const strict = await ask({ price: 13 }, { fail: ['changed'] });

  expect([first.failed, first.report.warnings]).toEqual([[], []]);
  expect(second.failed).toEqual([]);
  expect(second.report.warnings).toEqual([
    {
      kind: 'data_diff',
      message: 'no value changed against the answer of 2026-01-02T00:00:00.000Z: /price changed: 10 -> 12',
    },
  ]);
  expect(second.report.details?.differences).toMatchObject({
    differences: [{ path: '/price', kind: 'changed', old: 10, new: 12 }],
  });
  expect([third.report.warnings, strict.failed.length]).toEqual([[], 1]);
});

test('an answer that is kept is masked, and nothing is compared where nothing is kept', async () => {
  const history = inMemoryHistory();
  const maskJson = (): Json => ({ password: '***' });
  await runProbe(golden, { request: { path: '/x' }, last: true }, () => ({ json: { password: 'hunter2' } }), {
    history,
    maskJson,
  });
  const without = await runProbe(golden, { request: { path: '/x' }, last: true }, () => ({ json: 1 }));

  expect(await history.latest({ service: '', operation: 'GET /x', resource: '/x' })).toMatchObject({
    body: { password: '***' },
  });
  expect(without.report.failure).toMatchObject({ type: 'setup' });
});

test('row 37: the new PokeAPI against the old one as golden has the known counts', async () => {
  const compared = hasPokeapi ? pokeapiDrift().filter(({ only }) => only === undefined) : [];
  for (const { resource, added, removed, changed } of compared) {
    const { report } = await runProbe(
      golden,
      { request: { path: `/${resource}` }, document: 'old' },
      () => ({ json: pokeapi('new', resource) }),
      { documents: { old: pokeapi('old', resource) } },
    );

    expect([resource, (report.details?.differences as { counts: unknown } | undefined)?.counts]).toEqual([
      resource,
      { added, removed, changed },
    ]);
  }
}, 60_000);

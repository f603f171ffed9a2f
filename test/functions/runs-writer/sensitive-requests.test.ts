/** What a request says is sealed with its run, so nothing may enter that the sealer refuses for ever. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findSensitive } from '#core/masking';
import { makeStockedPlane, principal } from '../plane.ts';

const CARD = '4111 1111 1111 1111';

test.each([
  ['name', { name: `nightly ${CARD}` }, '/name'],
  ['description', { description: `paid with ${CARD}.` }, '/description'],
  ['label', { labels: { card: CARD } }, '/labels/card'],
  ['version', { version: '4111111111111111' }, '/version'],
  ['token', { description: `Authorization: Bearer ${'ab12'.repeat(10)}` }, '/description'],
])('a sensitive %s is refused with its place and never its value', async (_words, change, pointer) => {
  const plane = await makeStockedPlane();

  const answer = await plane.request('POST', '/tests/run', {
    as: principal(),
    body: { service: 'shop', ...change },
  });

  expect([answer.status, answer.code]).toEqual([422, 'sensitive-value']);
  expect(answer.body.errors).toEqual([expect.objectContaining({ pointer })]);
  expect(answer.text).not.toContain('1111');
  expect(answer.text).not.toContain('ab12');
  expect(plane.orchestrator.executions).toEqual([]);
});

test('a sensitive dry run is refused, too', async () => {
  const plane = await makeStockedPlane();
  const body = { service: 'shop', dryRun: true, name: CARD };

  expect((await plane.request('POST', '/tests/run', { as: principal(), body })).code).toBe('sensitive-value');
});

test('a name that is made by itself is never sensitive', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 });
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, digits, (at, end) => {
      const [date = '', time = ''] = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').split('T');
      expect(findSensitive(`shop-${date}-${time}-${end}`)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

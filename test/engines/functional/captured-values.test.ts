/** C3.1: a try says what it captured: type and size of everything, values only where they may be kept. */
import { expect, test } from '@jest/globals';
import type { CaseDefinition } from '#core/suite';
import { createMasker } from '#core/masking';
import { recordCaptured } from '#engines/functional/record-captured';
import { get, ok, runAtRoot as run, suiteOf } from './run-scripted.ts';

const values = new Map(
  Object.entries({ id: 17, list: [1, 2], password: 'p4ss', big: 'x'.repeat(2000), note: 'has s3cr3t-word' }),
);
const masker = () => createMasker({ secrets: [{ name: 'word', value: 's3cr3t-word' }] });

test('type and size are always told, the value masked, and not where it is large or its name sensitive', () => {
  expect(recordCaptured(values, false, masker(), undefined)).toEqual({
    id: { type: 'number', bytes: 2, value: 17 },
    list: { type: 'array', bytes: 5, value: [1, 2] },
    password: { type: 'string', bytes: 6 },
    big: { type: 'string', bytes: 2002 },
    note: { type: 'string', bytes: 17, value: expect.not.stringContaining('s3cr3t-word') },
  });
});

test.each([['none' as const], [{ allowlist: ['id'] }]])('no value is kept where bodies are not: %j', (capture) => {
  const kept = recordCaptured(values, false, masker(), capture);

  expect(Object.values(kept).map((value) => 'value' in value)).toEqual(Object.values(kept).map(() => false));
});

test('a token is never kept, other captures of a run are, and those of a failed try are not told', async () => {
  const login: CaseDefinition = {
    id: 'login',
    token: true,
    request: { method: 'POST', path: '/login' },
    checks: [{ status: 200 }],
    captures: { ticket: { path: '$.ticket' } },
  };
  const order = get('order', { captures: { orderId: { path: '$.id' } } });
  const broken = get('broken', { checks: [{ status: 201 }], captures: { other: { path: '$.id' } } });

  const ran = await run(suiteOf([login, order, broken]), () => ok({ ticket: 'ticket-value-1', id: 7 }));

  const captured = (id: string) => ran.results.get(id)?.tries[0]?.captured;
  expect(captured('login')).toEqual({ ticket: { type: 'string', bytes: 16 } });
  expect(captured('order')).toEqual({ orderId: { type: 'number', bytes: 1, value: 7 } });
  expect(captured('broken')).toBeUndefined();
});

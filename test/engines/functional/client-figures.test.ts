/** What the client held back or gave up is told at the end of a shard (C4.2). */
import { expect, test } from '@jest/globals';
import { get, ok, runAtRoot as run, suiteOf } from './run-scripted.ts';

test('requests that an open breaker refused are told by host', async () => {
  const cases = Array.from({ length: 14 }, (_, at) =>
    get(`c${String(at)}`, { request: { method: 'GET', path: '/x' } }),
  );
  const ran = await run(suiteOf(cases, { concurrency: 1 }), () => ({ status: 500 }));

  const told = ran.lines.filter(({ message }) => message.startsWith('requests to'));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ level: 'warn' });
  expect(told[0]?.message).toContain('requests to api.test: ');
  expect(told[0]?.message).toContain('; 4 requests refused by an open breaker;');
});

test('nothing is told where nothing was held back', async () => {
  const ran = await run(suiteOf([get('a')]), () => ok());

  expect(ran.lines.filter(({ message }) => message.startsWith('requests to'))).toEqual([]);
});

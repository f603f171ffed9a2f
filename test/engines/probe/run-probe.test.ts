/**
 * What a case that is a probe comes to, whatever its engine does: reports nothing, reports twice, throws, is stopped, runs out of time. The
 * engine is written in the test; everything below it (context, masker, scope) is the real one.
 */
import { expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import { collectResults } from '#core/merge-results';
import type { CaseDefinition } from '#core/suite';
import type { Json } from '#core/units';
import { probeRunner } from '#engines/probe/run-probe';
import type { Probe, ProbeReport } from '#engines/probe/probe';
import { Stopped } from '#engines/functional/suite-context';
import { SECRET, openContext } from './open-context.ts';
import type { OpenOptions } from './open-context.ts';

const CASE: CaseDefinition = { id: 'look', scan: { document: 'api' }, checks: [] };
const FINE: ProbeReport = { checks: [{ check: 'all is well', passed: true }], requests: 1, requestErrors: 0 };
const part = (name: string, more: Partial<ProbeReport> = {}): ProbeReport => ({ ...FINE, part: { name }, ...more });

const runWith = async (engine: Probe<Json>, item: CaseDefinition = CASE, options: OpenOptions = {}) => {
  const opened = await openContext([item], options);
  const run = probeRunner(() => Promise.resolve(engine));
  return { ...opened, running: run(item, 'scan', opened.context) };
};

const resultsOf = async (engine: Probe<Json>, item?: CaseDefinition, options?: OpenOptions): Promise<CaseResult[]> =>
  (await runWith(engine, item, options)).running;

const told = (results: readonly CaseResult[]) =>
  results.map(({ row, verdict, because, tries }) => [
    row?.name ?? null,
    verdict,
    because?.reason ?? tries[0]?.failure?.message ?? null,
  ]);

/** A shard's file takes them: no two have one name. */
const fitTogether = (results: readonly CaseResult[]): boolean => {
  const collector = collectResults(0);
  for (const result of results) collector.add(JSON.stringify(result));
  return collector.results().cases.size === 1;
};

test('a probe that reports nothing is errored, never a pass', async () => {
  const results = await resultsOf(() => Promise.resolve());

  expect(told(results)).toEqual([[null, 'errored', 'expected something to check, got nothing']]);
});

test('a report without checks and findings is errored', async () => {
  const results = await resultsOf((_definition, _context, tell) => {
    tell({ ...FINE, checks: [] });
    return Promise.resolve();
  });

  expect(told(results)).toEqual([[null, 'errored', 'expected something to check, got nothing']]);
});

test('a runner without the engine skips the case and says why', async () => {
  const { context } = await openContext([CASE]);

  const results = await probeRunner(() => Promise.resolve('this runner has no engine for "scan"'))(
    CASE,
    'scan',
    context,
  );

  expect(told(results)).toEqual([[null, 'skipped', 'this runner has no engine for "scan"']]);
});

test('reports of parts are rows of the case', async () => {
  const results = await resultsOf((_definition, _context, tell) => {
    tell(part('GET /a'));
    tell(part('GET /b', { checks: [{ check: 'is small', passed: false, message: 'expected 1, got 2' }] }));
    return Promise.resolve();
  });

  expect(told(results)).toEqual([
    ['GET /a', 'passed', null],
    ['GET /b', 'failed', 'is small: expected 1, got 2'],
  ]);
  expect(results.map(({ row }) => row?.number)).toEqual([1, 2]);
  expect(fitTogether(results)).toBe(true);
});

test('a second report after one of the whole case makes parts of both', async () => {
  const results = await resultsOf((_definition, _context, tell) => {
    tell(FINE);
    tell(FINE);
    tell(part('GET /c'));
    return Promise.resolve();
  });

  expect(told(results).map(([name]) => name)).toEqual(['part 1', 'part 2', 'GET /c']);
  expect(fitTogether(results)).toBe(true);
});

test('an engine that throws after some parts leaves them, and the rest is errored with a masked reason', async () => {
  const results = await resultsOf(
    (_definition, _context, tell) => {
      tell(part('GET /a'));
      return Promise.reject(new TypeError(`expected a form, got ${SECRET}`));
    },
    { ...CASE, scan: { document: '{{apiKey}}' } },
  );

  expect(told(results)).toEqual([
    ['GET /a', 'passed', null],
    ['the rest', 'errored', 'expected a form, got ***'],
  ]);
  expect(fitTogether(results)).toBe(true);
});

test('an engine that throws after a report of the whole case loses neither', async () => {
  const results = await resultsOf((_definition, _context, tell) => {
    tell(FINE);
    return Promise.reject(new TypeError('expected peace'));
  });

  expect(told(results)).toEqual([
    ['part 1', 'passed', null],
    ['the rest', 'errored', 'expected peace'],
  ]);
});

test('a stop after some parts leaves them, and the rest is skipped because of the stop', async () => {
  const { running, stop } = await runWith(async (_definition, context, tell) => {
    tell(part('GET /a'));
    await new Promise((_resolve, reject) => {
      context.signal.addEventListener('abort', () => {
        reject(context.signal.reason as Error);
      });
    });
  });
  await new Promise(setImmediate);
  stop.abort(new Stopped('cancelled'));

  const results = await running;

  expect(told(results)).toEqual([
    ['GET /a', 'passed', null],
    ['the rest', 'skipped', 'the run was cancelled while the case ran'],
  ]);
  expect(results[1]?.because?.kind).toBe('stop');
  expect(fitTogether(results)).toBe(true);
});

test('a stop before the first report skips the whole case', async () => {
  const { running, stop } = await runWith((_definition, context) => {
    context.signal.throwIfAborted();
    return new Promise((_resolve, reject) => {
      context.signal.addEventListener('abort', () => {
        reject(context.signal.reason as Error);
      });
    });
  });
  await new Promise(setImmediate);
  stop.abort(new Stopped('deadline'));

  expect(told(await running)).toEqual([[null, 'skipped', 'the deadline of the run was reached while the case ran']]);
});

test('the time of the suite ends a probe with an error, not with a skip', async () => {
  const { running, stop } = await runWith((_definition, context, tell) => {
    tell(part('GET /a'));
    return new Promise((_resolve, reject) => {
      context.signal.addEventListener('abort', () => {
        reject(context.signal.reason as Error);
      });
    });
  });
  await new Promise(setImmediate);
  stop.abort(new Stopped('suite-timeout'));

  expect((await running).map(({ verdict }) => verdict)).toEqual(['passed', 'errored']);
});

test('timeoutMs ends a probe; what it looked at until then is kept', async () => {
  const item: CaseDefinition = { ...CASE, timeoutMs: 500 };
  const { running, clock } = await runWith((_definition, context, tell) => {
    tell(part('GET /a'));
    return new Promise((_resolve, reject) => {
      context.signal.addEventListener('abort', () => {
        reject(context.signal.reason as Error);
      });
    });
  }, item);
  await clock.advance(500);

  expect(told(await running)).toEqual([
    ['GET /a', 'passed', null],
    ['the rest', 'errored', 'expected the case to end within 500 ms, got no end'],
  ]);
});

test('more reports than anybody can read are errored, not dropped', async () => {
  const results = await resultsOf((_definition, _context, tell) => {
    for (let number = 1; number <= 10_003; number += 1) tell(part(`GET /${String(number)}`));
    return Promise.resolve();
  });

  expect(results).toHaveLength(10_000);
  expect(told(results).at(-1)).toEqual(['the rest', 'errored', 'expected at most 10000 reports of a probe, got 10003']);
  expect(fitTogether(results)).toBe(true);
});

test('a requirement that is not met keeps the engine from being asked', async () => {
  const item: CaseDefinition = { ...CASE, requires: [{ variable: 'nobodyHasThis' }] };
  let asked = 0;

  const results = await resultsOf((_definition, _context, tell) => {
    asked += 1;
    tell(FINE);
    return Promise.resolve();
  }, item);

  expect([results[0]?.verdict, results[0]?.because?.kind, asked]).toEqual(['skipped', 'requires', 0]);
});

test('variables of the definition are filled in before the engine sees it', async () => {
  let seen: Json = null;

  await resultsOf(
    (definition, _context, tell) => {
      seen = definition;
      tell(FINE);
      return Promise.resolve();
    },
    { ...CASE, scan: { limit: '{{limit}}', list: ['at most {{limit}}'] } },
  );

  expect(seen).toEqual({ limit: 3, list: ['at most 3'] });
});

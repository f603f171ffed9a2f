/**
 * Row 2 of those that nobody has: figures of a generator that could not keep up are errored, never passed, whatever they look like; and
 * what the target did is not called the generator's fault.
 */
import { describe, expect, test } from '@jest/globals';
import { judgeLoad } from '#core/load-judge';
import type { LoadFigures } from '#core/load-figures';
import { form, operation, repeated, shard } from './load-shard.ts';

describe('an invalid load is never green', () => {
  const good = [operation('list', repeated(1000, 100))];
  const rules = { thresholds: [{ metric: 'p95', below: 500 }] };
  const connections = shard(good).generator.connections;

  test('and a valid one is', () => {
    expect(judgeLoad([shard(good)], rules)).toMatchObject({ verdict: 'passed', validity: 'valid' });
  });

  test.each<[string, Partial<LoadFigures['generator']>, string, RegExp]>([
    [
      'requests that were not sent in time',
      { planned: 1020 },
      'generator-bound',
      /1000 of 1020 planned requests were sent in time \(98\.04 %/u,
    ],
    [
      'requests that it turned to late',
      { lag: form([...repeated(95, 1), ...repeated(5, 60)]) },
      'generator-bound',
      /it turned to 1 % of the requests 6\d(\.\d+)? ms or more after they were due/u,
    ],
    [
      'a loop that stood still',
      { loopDelay: form([...repeated(900, 1), 150]) },
      'generator-bound',
      /its event loop stood still for 1\.\d+ % of the time/u,
    ],
    [
      'a processor that was taken away',
      { throttledMs: 7500 },
      'generator-bound',
      /kept the processor from it for 75 % of the time/u,
    ],
    [
      'a full processor in the closed model',
      { planned: null, cpuMs: 9900 },
      'generator-bound',
      /its processor was busy for 99 % of the time/u,
    ],
    ['a late start', { startedLateMs: 4000 }, 'generator-bound', /it began 4000 ms after the other shards/u],
    [
      'a machine without ports',
      { connections: { ...connections, refused: { EADDRNOTAVAIL: 7 } } },
      'network-bound',
      /its machine refused 7 connections \(EADDRNOTAVAIL\)/u,
    ],
    [
      'too few connections',
      {
        planned: 2000,
        connections: { ...connections, waited: 900, limit: 10 },
        serviceFull: { count: 900, sumMs: 9900 },
      },
      'network-bound',
      /more `connections` are needed/u,
    ],
  ])('%s', (_name, generator, validity, reason) => {
    const judged = judgeLoad([shard(good, { generator })], rules);

    expect(judged.checks.every(({ passed }) => passed)).toBe(true);
    expect(judged).toMatchObject({ verdict: 'errored', validity });
    expect(judged.failure?.message).toMatch(reason);
  });

  test('a target that got slower with each connection is not the generator’s fault', () => {
    const generator = {
      planned: 2000,
      connections: { ...connections, waited: 900, limit: 10 },
      serviceFull: { count: 900, sumMs: 900 * 500 },
    };

    const judged = judgeLoad([shard(good, { generator })], rules);

    expect(judged.validity).toBe('valid');
    expect(judged.warnings[0]?.message).toContain('the target was full');
  });

  test('a pause that is short beside what was measured spoils nothing', () => {
    const slow = [operation('list', repeated(1000, 2000))];
    const generator = { loopDelay: form([...repeated(900, 1), 150]) };

    expect(judgeLoad([shard(slow, { generator })], { thresholds: [{ metric: 'p95', below: 3000 }] }).verdict).toBe(
      'passed',
    );
  });

  test('pauses that are short beside the limit spoil nothing, and long ones do however high it is', () => {
    const verdict = (pauseMs: number, below: number): string =>
      judgeLoad([shard(good, { generator: { loopDelay: form(repeated(10, pauseMs)) } })], {
        thresholds: [{ metric: 'p95', below }],
      }).verdict;

    expect(verdict(40, 500)).toBe('passed');
    expect(verdict(40, 200)).toBe('errored');
    expect(verdict(75, 60_000)).toBe('errored');
  });

  test('one bad shard spoils the figures of all, and is named', () => {
    const parts = [0, 1, 2].map((index) =>
      shard(good, { part: { index, of: 3 }, ...(index === 1 ? { generator: { throttledMs: 7500 } } : {}) }),
    );

    const judged = judgeLoad(parts, rules);

    expect(judged.verdict).toBe('errored');
    expect(judged.failure?.message).toContain('shard 2 of 3: the machine kept the processor from it');
  });

  test('a failed one is errored too when its figures are not the target’s', () => {
    const judged = judgeLoad([shard(good, { generator: { throttledMs: 7500 } })], {
      thresholds: [{ metric: 'p95', below: 50 }],
    });

    expect(judged.verdict).toBe('errored');
  });

  test('a load without requests is errored', () => {
    expect(judgeLoad([shard([operation('list', [])])], rules).verdict).toBe('errored');
  });
});

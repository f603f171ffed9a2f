/** The evaluator against the rules that CloudWatch documents, before alarms are judged by it. */
import { describe, expect, test } from '@jest/globals';
import { timeline } from './alarm-evaluator.ts';
import type { AlarmProperties } from './alarm-evaluator.ts';
import { parseMath } from './metric-math.ts';
import type { Series } from './metric-math.ts';

const alarm = (fields: Partial<AlarmProperties>): AlarmProperties => ({
  MetricName: 'M',
  Statistic: 'Sum',
  Period: 60,
  ComparisonOperator: 'GreaterThanThreshold',
  Threshold: 10,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
  TreatMissingData: 'notBreaching',
  ...fields,
});
const none = undefined;
const states = (fields: Partial<AlarmProperties>, series: Series) => timeline(alarm(fields), { 'M:Sum': series });

describe('M of N', () => {
  test('alarms at the second breach among three periods, wherever they lie', () => {
    expect(states({}, [11, 5, 12, 5, 5])).toEqual(['OK', 'OK', 'ALARM', 'OK', 'OK']);
  });

  test('takes the threshold itself for a breach only where the comparison says so', () => {
    expect(states({ EvaluationPeriods: 1, DatapointsToAlarm: 1 }, [10])).toEqual(['OK']);
    expect(
      states({ EvaluationPeriods: 1, DatapointsToAlarm: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold' }, [10]),
    ).toEqual(['ALARM']);
  });
});

describe('missing data', () => {
  const silence = [11, 11, none, none, none];

  test.each([
    ['notBreaching', ['OK', 'ALARM', 'ALARM', 'OK', 'OK']],
    ['breaching', ['ALARM', 'ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['ignore', ['ALARM', 'ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['missing', ['OK', 'ALARM', 'ALARM', 'OK', 'INSUFFICIENT_DATA']],
  ])('as %s', (mode, expected) => {
    const found = states({ TreatMissingData: mode }, silence);

    expect(mode === 'ignore' ? found.slice(1) : found).toEqual(mode === 'ignore' ? expected.slice(1) : expected);
  });
});

describe('metric math', () => {
  const value = (expression: string, series: Readonly<Record<string, Series>> = {}, at = 0) =>
    parseMath(expression)({ series, periodSeconds: 60 }, at);

  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 / 4 / 2', 1],
    ['7 - 2 - 1', 4],
    ['2 >= 2', 1],
    ['1 + 1 > 2', 0],
    ['IF(1 > 2, 5, 6)', 6],
    ['SUM(1, 2, 3)', 6],
    ['MAX(1, 3, 2)', 3],
    ['MIN(4, 3, 5)', 3],
  ])('%s is %d', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  test('a missing value spreads until FILL stops it', () => {
    expect(value('a + 1', { a: [none] })).toBeUndefined();
    expect(value('IF(a > 0, 1, 0)', { a: [none] })).toBeUndefined();
    expect(value('FILL(a, 4) + 1', { a: [none] })).toBe(5);
  });

  test('a division by zero is missing, not infinite', () => {
    expect(value('1 / a', { a: [0] })).toBeUndefined();
  });

  test('RATE is the change per second', () => {
    expect(value('RATE(a)', { a: [60, 180] }, 1)).toBe(2);
  });

  test.each(['1 +', 'IF(1, 2', 'a ? b', 'SEARCH(1)', '1 2'])('%s is refused', (expression) => {
    expect(() => parseMath(expression)).toThrow('metric math');
  });
});

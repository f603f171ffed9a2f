/** Pages as Prometheus' own documentation writes them, and answers of its query API. */
import { describe, expect, test } from '@jest/globals';
import { prometheusValue, queryValue } from '#core/load-prometheus-text';

const PAGE = `# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"}    3 1395066363000
msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9
metric_without_timestamp_and_labels 12.47
something_weird{problem="division by zero"} +Inf -3982045
process_resident_memory_bytes 2.3e+08
process_resident_memory_bytes_max 9
`;

describe('a page', () => {
  test('gives the value of a metric, the sum of its series, or that of some labels', () => {
    expect(prometheusValue(PAGE, 'metric_without_timestamp_and_labels')).toBe(12.47);
    expect(prometheusValue(PAGE, 'http_requests_total')).toBe(1030);
    expect(prometheusValue(PAGE, 'http_requests_total', { code: '400' })).toBe(3);
    expect(prometheusValue(PAGE, 'process_resident_memory_bytes')).toBe(230_000_000);
    expect(prometheusValue(PAGE, 'msdos_file_access_time_seconds', { path: 'C:\\DIR\\FILE.TXT' })).toBe(1458255915);
  });

  test.each([
    ['http_requests', 'expected a series of the metric "http_requests", got none'],
    ['something_weird', 'expected a number for the metric "something_weird", got Infinity'],
  ])('without a usable %s says so', (metric, message) => {
    expect(() => prometheusValue(PAGE, metric)).toThrow(message);
  });
});

describe('an answer of the query API', () => {
  const vector = (...values: string[]): string =>
    JSON.stringify({
      status: 'success',
      data: { resultType: 'vector', result: values.map((value) => ({ metric: {}, value: [1435781451.781, value] })) },
    });

  test('gives its one value', () => {
    expect(queryValue(vector('0.25'))).toBe(0.25);
    expect(queryValue(JSON.stringify({ status: 'success', data: { resultType: 'scalar', result: [1, '7'] } }))).toBe(7);
  });

  test.each([vector(), vector('1', '2'), vector('NaN'), JSON.stringify({ status: 'error' }), '<html>'])(
    '%#: without one value is refused',
    (text) => {
      expect(() => queryValue(text)).toThrow(RangeError);
    },
  );
});

/** What `autocannon --json` prints: one case for each thing that can go wrong. */
import type { ToolCase } from '#core/acts/tool';
import { fieldOf } from '#core/json-types';
import { UnreadableReport, numberAt, numberOf, objectAt, parseJson, textOf, toolCase } from '#engines/tool/report';

const COUNTERS = [
  ['errors', 'no connection error'],
  ['timeouts', 'no timeout'],
  ['mismatches', 'no body other than the expected one'],
  ['non2xx', 'no status other than 2xx'],
] as const;

/** @throws UnreadableReport */
export const readAutocannon = (text: string): readonly ToolCase[] => {
  const report = objectAt(parseJson(text), '');
  const requests = objectAt(fieldOf(report, 'requests'), '/requests');
  const latency = objectAt(fieldOf(report, 'latency'), '/latency');
  const total = numberAt(requests, 'total', '/requests');
  const answered = numberAt(report, '2xx', '') + numberAt(report, 'non2xx', '');
  if (total === 0 && answered === 0 && numberAt(report, 'errors', '') === 0)
    throw new UnreadableReport('expected requests in the report, got none');
  const figures = `${String(total)} requests, ${String(numberOf(requests, 'average') ?? 0)} a second, p50 ${String(numberOf(latency, 'p50') ?? 0)} ms, p99 ${String(numberOf(latency, 'p99') ?? 0)} ms`;
  const suite = [textOf(report, 'title') ?? textOf(report, 'url') ?? 'autocannon'];
  const durationMs = (numberOf(report, 'duration') ?? 0) * 1000;
  return COUNTERS.map(([name, words]) => {
    const count = numberAt(report, name, '');
    const passed = count === 0;
    return toolCase({
      name: words,
      suite,
      verdict: passed ? 'passed' : 'failed',
      durationMs,
      message: passed ? undefined : `expected ${words}, got ${String(count)} in ${figures}`,
      detail: figures,
    });
  });
};

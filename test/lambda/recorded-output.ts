import { jest } from '@jest/globals';

interface Line {
  readonly [field: string]: unknown;
}

interface RecordedOutput {
  /** Log lines and EMF lines, parsed, in order. */
  lines(): readonly Line[];
  logs(): readonly Line[];
  /** Values of a metric, with the dimensions of its line: `LatencyMs service,operation`. */
  metric(name: string): readonly { readonly value: unknown; readonly dimensions: unknown }[];
  stop(): void;
}

interface Emf {
  readonly CloudWatchMetrics: readonly { readonly Dimensions: unknown }[];
}

/** Records what handlers write to stdout and stderr, as CloudWatch would get it. */
export const recordOutput = (): RecordedOutput => {
  const written: string[] = [];
  const record = (chunk: unknown): boolean => {
    written.push(String(chunk));
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(record),
    jest.spyOn(process.stderr, 'write').mockImplementation(record),
  ];
  const lines = (): readonly Line[] =>
    written
      .join('')
      .split('\n')
      .filter((text) => text.startsWith('{'))
      .map((text) => JSON.parse(text) as Line);
  return {
    lines,
    logs: () => lines().filter((line) => line['level'] !== undefined),
    metric: (name) =>
      lines()
        .filter((line) => line['_aws'] !== undefined && line[name] !== undefined)
        .map((line) => ({ value: line[name], dimensions: (line['_aws'] as Emf).CloudWatchMetrics[0]?.Dimensions })),
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
};

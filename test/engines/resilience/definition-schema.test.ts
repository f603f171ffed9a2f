/** The schemas of acts `disturb` and `tool`: what the documentation shows is allowed, and what it does not is refused. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
interface WithDefinitions {
  readonly $defs: { readonly [name: string]: object };
}
const definitions = (file: string): WithDefinitions['$defs'] => (JSON.parse(read(file)) as WithDefinitions).$defs;

const validatorOf = (act: string) => {
  const $defs = definitions('layers/contracts/suite.schema.json');
  return new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile({
    $defs,
    $ref: `#/$defs/${act}`,
  });
};
const exampleOf = (file: string, act: string): { [field: string]: unknown } => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/u.exec(read(file)) ?? [];
  const { cases } = parse(yaml) as { cases: { [field: string]: { [field: string]: unknown } }[] };
  const found = cases.find((item) => item[act] !== undefined)?.[act];
  if (found === undefined) throw new Error(`expected a case with ${act} in ${file}, got none`);
  return found;
};

describe('disturb', () => {
  const validate = validatorOf('disturb');
  const example = exampleOf('docs/resilience.md', 'disturb');
  const withFault = (fault: object): boolean => validate({ ...example, faults: [{ proxy: 'payments', ...fault }] });

  test('the example of the documentation', () => {
    validate(example);

    expect(validate.errors).toBeNull();
  });

  test.each([
    { fault: 'latency', latencyMs: 1, jitterMs: 1, stream: 'upstream', toxicity: 0.1, afterMs: 1, durationMs: 1 },
    { fault: 'down' },
    { fault: 'bandwidth', kilobytesPerSecond: 0.5 },
    { fault: 'slow_close', delayMs: 1 },
    { fault: 'timeout', timeoutMs: 0 },
    { fault: 'reset_peer' },
    { fault: 'slicer', averageBytes: 1, variationBytes: 0, delayMs: 1 },
    { fault: 'limit_data', bytes: 0 },
    { fault: 'loss', share: 0.1, stallMs: 1 },
    {
      fault: 'status',
      status: 503,
      headers: { 'retry-after': '1' },
      body: '',
      forward: true,
      methods: ['GET'],
      pathPrefix: '/',
    },
    { fault: 'malformed_json' },
    { fault: 'slow_headers', delayMs: 1 },
    { fault: 'truncated_body' },
    { fault: 'wrong_content_length', byBytes: -1 },
    { fault: 'no_such_host' },
    { fault: 'wrong_host', instead: 'http://other.example' },
  ])('%j', (fault) => {
    expect(withFault(fault)).toBe(true);
  });

  test.each([
    {},
    { fault: 'fire' },
    { fault: 'latency' },
    { fault: 'latency', latencyMs: '100' },
    { fault: 'latency', latencyMs: 1, bytes: 1 },
    { fault: 'down', stream: 'upstream' },
    { fault: 'down', toxicity: 0 },
    { fault: 'status', status: 99 },
    { fault: 'status', status: 503, headers: { 'x-a': 'b\r\nc: d' } },
    { fault: 'limit_data', bytes: -1 },
  ])('not %j', (fault) => {
    expect(withFault(fault)).toBe(false);
  });

  test('nothing that it does not know', () => {
    expect(validate({ ...example, blast: 1 })).toBe(false);
    expect(validate({ ...example, rounds: 0 })).toBe(false);
    expect(validate({ ...example, expect: { verdicts: ['green'] } })).toBe(false);
    expect(validate({ ...example, expect: { verdicts: { order: ['failed'] } } })).toBe(true);
  });
});

describe('tool', () => {
  const validate = validatorOf('tool');
  const example = exampleOf('docs/outside-tools.md', 'tool');
  const image = `registry.example/k6@sha256:${'a'.repeat(64)}`;
  const { command: _, ...withoutCommand } = example;

  test('the example of the documentation', () => {
    validate(example);

    expect(validate.errors).toBeNull();
  });

  test('an image, pinned', () => {
    expect(validate({ ...withoutCommand, image })).toBe(true);
    expect(validate({ ...withoutCommand, image: 'registry.example/k6:latest' })).toBe(false);
    expect(validate({ ...example, image })).toBe(false);
    expect(validate(withoutCommand)).toBe(false);
  });

  test.each([
    { report: {} },
    { report: { path: '/etc/passwd' } },
    { report: { path: 'a/../../b' } },
    { report: { path: 'a', format: 'html' } },
    { files: { '../a': '' } },
    { files: { a: { base64: '?' } } },
    { files: { a: {} } },
    { env: { 'A B': '' } },
    { timeoutMs: 0 },
    { memoryMb: 1 },
    { expectExit: [256] },
    { shell: true },
  ])('not %j', (change) => {
    expect(validate({ ...example, ...change })).toBe(false);
  });
});

/** Results whose every place that a target or a variable fills holds a planted value, whatever else they are. */
import fc from 'fast-check';
import type { CaseResult, Try } from '#core/case-result';
import type { Json } from '#core/units';

/** One value in each of the places that a target or a variable fills, of any JSON type where the field takes any. */
export interface Payload {
  readonly text: string;
  readonly name: string;
  readonly value: Json;
  readonly other: Json;
}

const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
export const payload: fc.Arbitrary<Payload> = fc.record({
  text: fc.oneof(fc.string(), fc.webPath(), fc.nat().map(String), fc.constantFrom('true', 'null', '2', '://x/y')),
  name: fc.stringMatching(/^x-own-[a-z0-9]{1,12}$/),
  value: fc.oneof(json, fc.boolean(), fc.constant(null), fc.nat({ max: 9 })),
  other: json,
});

export interface Shape {
  readonly verdict: 'passed' | 'failed' | 'errored';
  readonly phase: string;
  readonly check: string;
  readonly path: string;
  readonly passed: boolean;
  readonly message: boolean;
  readonly tries: number;
}

const CHECKS = [
  ['$.total equals 12', '$.total'],
  ['$.total equals "{{total}}"', '$.total'],
  ['$.list exists true', '$.list'],
  ['header status equals "x"', 'status'],
  ['body contains "x"', 'body'],
  ['$ matches the schema "Order"', '$ /orders/'],
] as const;

export const shape: fc.Arbitrary<Shape> = fc
  .record({
    verdict: fc.constantFrom('passed', 'failed', 'errored'),
    phase: fc.constantFrom('check', 'capture', 'substitute', 'send', 'receive', 'redirect'),
    chosen: fc.constantFrom(...CHECKS),
    passed: fc.boolean(),
    message: fc.boolean(),
    tries: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ chosen: [check, path], ...rest }) => ({ ...rest, check, path }));

const tryOf = ({ verdict, phase, check, path, passed, message }: Shape, hidden: Payload, number: number): Try => ({
  try: number,
  startedAtEpochMs: 1_795_262_400_000,
  durationMs: 12,
  verdict,
  request: {
    method: 'PUT',
    url: `https://shop.example/orders/${encodeURIComponent(hidden.text)}?q=${encodeURIComponent(hidden.text)}`,
    headers: [['x-order', hidden.text]],
    body: hidden.text,
    bodyBytes: 8,
  },
  response: {
    status: 200,
    headers: [
      ['content-type', hidden.text],
      [hidden.name, hidden.text],
    ],
    body: JSON.stringify(hidden.value),
    bodyBytes: 9,
    timingsMs: { dns: null, connect: 1, tls: null, wait: 10, receive: 2 },
  },
  checks: [
    { check: 'status is 200', passed: true, expected: 200, got: 200, path: 'status' },
    {
      check,
      passed,
      // What the sentence states already is the suite's own; a planted value must not be that by chance.
      expected: { planted: hidden.other },
      got: hidden.value,
      path: path.endsWith('/') ? `${path}${hidden.name}` : path,
      ...(message ? { message: `expected another, got ${hidden.text}` } : {}),
    },
  ],
  ...(verdict === 'passed' ? {} : { failure: { type: 'assertion', phase, message: `expected x, got ${hidden.text}` } }),
  curl: `curl -d '${hidden.text}' https://shop.example/orders/1`,
});

export const resultOf = (form: Shape, hidden: Payload): CaseResult => ({
  suite: 'shop.checkout',
  case: 'pay',
  name: 'pays',
  capability: 'functional',
  risk: 'high',
  tags: ['smoke'],
  advisory: false,
  verdict: form.verdict,
  flaky: false,
  warnings: [{ kind: 'contract', message: hidden.text }],
  tries: Array.from({ length: form.tries }, (_, at) => tryOf(form, hidden, at + 1)),
  startedAtEpochMs: 1_795_262_400_000,
  durationMs: 12,
  traceId: '0'.repeat(32),
});

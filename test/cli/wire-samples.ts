import type { CaseResult } from '#core/case-result';
import type { RunView } from '../../cli/plane/wire.ts';

export const RUN_ID = 'r0123456789abcdefghjkmnpqrs';
const self = `/tests/run/${RUN_ID}`;
const links = {
  self,
  results: `${self}/results`,
  junit: `${self}/junit`,
  report: `${self}/report`,
  evidence: `${self}/evidence`,
  logs: `${self}/logs`,
  cancel: `${self}/cancel`,
};
const resolved = {
  environment: 'shop-local',
  environmentFrom: 'service-default',
  version: '1.0.0',
  versionFrom: 'newest',
};

export const accepted = {
  runId: RUN_ID,
  name: 'shop-2026-11-21-1',
  state: 'accepted',
  service: 'shop',
  resolved,
  cases: 42,
  suites: ['shop.auth', 'shop.catalog', 'shop.checkout'],
  replayed: false,
  links,
};

export const counts = {
  passed: 0,
  failed: 0,
  errored: 0,
  skipped: 0,
  flaky: 0,
  warnings: 0,
  checks: 0,
  requests: 0,
  requestErrors: 0,
};

type Shard = RunView['progress']['shards'][number];

export const shard = (over: Partial<Shard> = {}): Shard => ({
  shard: 0,
  state: 'running',
  executor: 'lambda',
  attempt: 1,
  cases: 21,
  casesDone: 0,
  counts: null,
  predictedMs: 900,
  lostReason: null,
  attempts: [
    {
      attempt: 1,
      executor: 'lambda',
      state: 'running',
      startedAt: '2026-11-21T11:59:58.000Z',
      endedAt: null,
      reason: null,
      stopCode: null,
    },
  ],
  ...over,
});

export const view = (over: Partial<RunView> = {}): RunView => ({
  runId: RUN_ID,
  name: 'shop-2026-11-21-1',
  description: null,
  labels: {},
  state: 'running',
  service: 'shop',
  version: '1.0.0',
  environment: 'shop-local',
  resolved,
  selectors: { service: 'shop' },
  suites: accepted.suites,
  executor: null,
  failFast: false,
  gate: null,
  error: null,
  stop: null,
  progress: {
    cases: 42,
    casesDone: 0,
    counts,
    shards: [shard(), shard({ shard: 1, state: 'planned', executor: 'fargate', attempts: [], attempt: 0 })],
  },
  timings: {
    acceptedAt: '2026-11-21T11:59:57.000Z',
    startedAt: '2026-11-21T11:59:58.000Z',
    lastRecordedAt: null,
    judgedAt: null,
    sealedAt: null,
    deadlineAt: '2026-11-21T12:59:57.000Z',
  },
  seal: null,
  sealError: null,
  rerunOf: null,
  lineage: [],
  traceId: '0af7651916cd43dd8448eb211c80319c',
  links,
  ...over,
});

type Gate = NonNullable<RunView['gate']>;

export const judged = (gate: Partial<Gate>, over: Partial<RunView> = {}): RunView => {
  const base = view({ state: 'judged', ...over });
  return {
    ...base,
    gate: {
      answer: 'open',
      reasons: [],
      counts: { ...counts, passed: 42, checks: 104 },
      errorRate: 0,
      p95Ms: 38,
      degraded: false,
      ...gate,
    },
    timings: { ...base.timings, lastRecordedAt: '2026-11-21T12:00:00.100Z', judgedAt: '2026-11-21T12:00:01.300Z' },
  };
};

export const openView = judged({});

export const shutView = judged({
  answer: 'shut',
  counts: { ...counts, passed: 35, failed: 1, skipped: 6, warnings: 1, checks: 95 },
  reasons: [
    { code: 'warnings', message: '1 case has warnings', effect: 'warn' },
    {
      code: 'failures-over-limit',
      message: '1 case of risk critical failed, 0 are allowed',
      effect: 'shut',
      suite: 'shop.checkout',
      case: 'add-line',
    },
  ],
});

export const failedCase: CaseResult = {
  suite: 'shop.checkout',
  case: 'add-line',
  name: 'three of an item cost three times its price',
  capability: 'functional',
  risk: 'critical',
  tags: ['checkout'],
  advisory: false,
  verdict: 'failed',
  flaky: false,
  warnings: [],
  startedAtEpochMs: 1_795_262_399_000,
  durationMs: 12,
  tries: [
    {
      try: 1,
      startedAtEpochMs: 1_795_262_399_000,
      durationMs: 12,
      verdict: 'failed',
      request: { method: 'POST', url: 'http://127.0.0.1:4010/carts/cart_1/lines', headers: [], bodyBytes: 27 },
      response: {
        status: 201,
        headers: [],
        bodyBytes: 90,
        timingsMs: { dns: null, connect: 1, tls: null, wait: 9, receive: 1 },
      },
      checks: [
        { check: 'status is 201', passed: true },
        { check: '$.totalCents equals 6537', passed: false, expected: 6537, got: 6538, path: '$.totalCents' },
        {
          check: '$.note equals "\u001B[2Jhidden"',
          passed: false,
          expected: 'a',
          got: '\u001B[2Jhidden',
          path: '$.note',
          message: 'texts differ',
        },
      ],
    },
  ],
};

/** The closed vocabularies of the product; docs/glossary.md explains each word. */
export const CAPABILITIES = [
  'functional',
  'contract',
  'performance',
  'security',
  'resilience',
  'data-quality',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

export const EXECUTORS = ['lambda', 'fargate'] as const;
export type Executor = (typeof EXECUTORS)[number];

export const RISKS = ['low', 'medium', 'high', 'critical'] as const;
export type Risk = (typeof RISKS)[number];

export const VERDICTS = ['passed', 'failed', 'errored', 'skipped'] as const;
/** Outcome of a case. `errored` means that no answer could be judged. */
export type Verdict = (typeof VERDICTS)[number];

export const GATE_ANSWERS = ['open', 'shut', 'inconclusive'] as const;
export type GateAnswer = (typeof GATE_ANSWERS)[number];

/** Roles from weakest to strongest; the F1 matrix says what each may do. */
export const ROLES = ['viewer', 'executor', 'editor', 'approver', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** Lifecycle of a run, in order; a run never moves backwards (I11). */
export const RUN_STATES = ['accepted', 'planning', 'running', 'judging', 'judged', 'sealed'] as const;
export type RunState = (typeof RUN_STATES)[number];

export const SHARD_STATES = ['planned', 'running', 'recorded', 'lost'] as const;
export type ShardState = (typeof SHARD_STATES)[number];

export const STOP_REASONS = ['cancelled', 'fail-fast', 'deadline'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** Why no answer came, or why one was refused (requirement G1). */
export const FAILURE_TYPES = [
  'timeout',
  'connection',
  'dns',
  'tls',
  'http_4xx',
  'http_5xx',
  'rate_limited',
  'parse',
  'schema',
  'assertion',
  'data_diff',
  'refused_target',
  'setup',
] as const;
export type FailureType = (typeof FAILURE_TYPES)[number];

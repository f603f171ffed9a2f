/** What people are told of a run whose test-run execution ended in one of these ways, whoever finds out first. */
export const EXECUTION_ENDS = {
  FAILED: 'The state machine of the run failed before every shard had ended.',
  TIMED_OUT: 'The state machine of the run ran out of time before every shard had ended.',
  ABORTED: 'The state machine of the run was stopped before every shard had ended.',
  missing: 'The run was never started, or its execution is gone.',
} as const;

/**
 * Every metric of our own, in the namespace `Assay`. Alarms and dashboard read these, so code emits no other name;
 * test/cdk/metric-names.test.ts holds emitters, alarms and this list together.
 *
 * Every data point carries the dimension `service` (POWERTOOLS_SERVICE_NAME, `assay-<stage>`) and no other in that dimension
 * set: an alarm finds only the exact set. Finer dimensions go into a set of their own.
 */
export const METRICS = {
  /** API, per request, milliseconds; the time a `?wait` held the answer back is excluded. */
  latencyMs: 'LatencyMs',
  /** API, one per request answered with 4xx. */
  clientErrors: 'ClientErrors',
  /** API, one per request answered with 5xx. */
  serverErrors: 'ServerErrors',
  /** judge-run, one per run. */
  runsJudged: 'RunsJudged',
  /** judge-run, one per run whose gate result is inconclusive: the plane, not the target, owes an answer. */
  runsInconclusive: 'RunsInconclusive',
  /** judge-run, one per run whose state machine caught an error (Plan, a probe, the Map) that nobody asked for. */
  runsFailed: 'RunsFailed',
  /** reconcile, gauge each minute: open runs past their deadline and its grace. Also sent when 0, so that silence means a dead reconciler. */
  stuckRuns: 'StuckRuns',
  /** judge-run, shards whose results were used. */
  shardsRecorded: 'ShardsRecorded',
  /** lose-shard, shards given up. */
  shardsLost: 'ShardsLost',
  /** seal-run, one per sealed run. */
  runsSealed: 'RunsSealed',
  /** seal-run, one per run whose sealing failed; repeats that fail for the same reason are not counted again. */
  sealFailures: 'SealFailures',
  /** reconcile, gauge each minute: runs judged more than a day ago and not sealed: their staging objects expire. Also sent when 0. */
  unsealedStaging: 'UnsealedStaging',
  /** close-task, one per Fargate task that stopped without having started. */
  tasksNotStarted: 'TasksNotStarted',
  /** Runner and run-shard, milliseconds from claim to record. */
  shardDurationMs: 'ShardDurationMs',
  /** judge-run, milliseconds from accepted to judged. */
  runDurationMs: 'RunDurationMs',
  /** judge-run, milliseconds from the last recorded attempt to the gate result. */
  decisionLatencyMs: 'DecisionLatencyMs',
  /** reconcile, gauge each minute: milliseconds since the oldest judged run that is not sealed was judged. Also sent when 0. */
  unsealedOldestMs: 'UnsealedOldestMs',
  /** sweep-resources, what runs had left behind and it removed. */
  resourcesRemoved: 'ResourcesRemoved',
  /** sweep-resources, gauge each five minutes: what five tries or more did not remove. Also sent when 0, so that silence means a dead janitor. */
  resourcesStuck: 'ResourcesStuck',
  /** sweep-resources, what seven days of tries did not remove. */
  resourcesGivenUp: 'ResourcesGivenUp',
  /** learn-run, gauge after each run: findings of its service that were not fixed, or not looked at, in time. Also sent when 0. */
  overdueFindings: 'OverdueFindings',
  /** Lambda: one per cold start (Powertools). */
  coldStart: 'ColdStart',
} as const;

export type MetricName = (typeof METRICS)[keyof typeof METRICS];

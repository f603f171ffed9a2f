/**
 * Every number that a state machine, a function or an alarm shares with another file. ASL holds literals, so
 * test/state-machines ties each of them to a name of this file.
 */

/** A state waits a little longer than its function may run, so that the function's own error is the one that is seen. */
export const STATE_GRACE_SECONDS = 10;

/** Longest time that a run may be given (`deadlineMinutes`); the runner stops itself at the run's own deadline. */
export const RUN_DEADLINE_SECONDS_MAX = 8 * 3600;

/** test-run: the longest run, plus half an hour for plan, probe, launches and the grace after a stop. */
export const RUN_MACHINE_TIMEOUT_SECONDS = RUN_DEADLINE_SECONDS_MAX + 1800;

/** finish-run: three functions of at most 5, 15 and 5 minutes with their retries. */
export const FINISH_MACHINE_TIMEOUT_SECONDS = 2 * 3600;

/** Longest that the tries of one probe take; environments that ask for more are refused (PROBE_MS_MAX in core/probe-time.ts). */
export const PROBE_SECONDS_MAX = 90;

/** Launch of a task until its program runs, image pull included: about a minute, and three on a bad day. */
export const FARGATE_LAUNCH_SECONDS_MAX = 180;

/** A probe on Fargate: launch and tries, twice over. It sends no heartbeat, so FARGATE_HEARTBEAT_SECONDS must cover both once. */
export const FARGATE_PROBE_TIMEOUT_SECONDS = 600;

/**
 * Silence after which a task counts as dead. Counted from the moment the task is asked for, so it has to cover the image
 * pull; a task that dies sooner is reported by the task state rule.
 */
export const FARGATE_HEARTBEAT_SECONDS = 300;

/** StartExecution is one call. */
export const FINISH_TASK_TIMEOUT_SECONDS = 60;

/**
 * attempt = redrive * 20 + base + retry + 1, where the base is 0 for the first executor of a shard and this for Fargate after Lambda:
 * more retries of one state than SHARD_RETRIES_MAX would reuse a number of the next base or redrive.
 */
export const ATTEMPT_BASE_AFTER_LAMBDA = 10;
export const SHARD_RETRIES_MAX = ATTEMPT_BASE_AFTER_LAMBDA - 1;

/** A retry never waits longer than this. */
export const RETRY_DELAY_SECONDS_MAX = 120;

/** API Gateway answers 504 after 29 s (regional REST API, AWS quota read 2026-08); the function must say so before. */
export const API_TIMEOUT_SECONDS = 28;

/** Template size: CloudFormation's quota is 500 (read 2026-08); a stack that nears it cannot grow in an emergency. */
export const STACK_RESOURCES_MAX = 350;

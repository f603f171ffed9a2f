import type { HealthProbe } from '#core/environment';

/** A1.3, where the environment names nothing else. */
export const PROBE_TRIES_DEFAULT = 3;
export const PROBE_TIMEOUT_MS_DEFAULT = 5000;
/** Between two tries. */
export const PROBE_PAUSE_MS = 1000;

/** Longest that a probe may take: below the time of the function that makes it (120 s), with room for reading the plan. */
export const PROBE_MS_MAX = 90_000;

/** Milliseconds that a probe takes when every try runs into its timeout. */
export const probeMsMax = ({
  tries = PROBE_TRIES_DEFAULT,
  timeoutMs = PROBE_TIMEOUT_MS_DEFAULT,
}: HealthProbe): number => tries * timeoutMs + (tries - 1) * PROBE_PAUSE_MS;

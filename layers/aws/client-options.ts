/** Where and how patiently the SDK connects. */
export interface Endpoint {
  /** Absent on AWS. */
  readonly endpointUrl?: string;
  /** Tries of one call, the first one counted. @default 4 */
  readonly attemptsMax?: number;
}

/** First try and three more, with the SDK's exponential backoff and full jitter. */
const ATTEMPTS_MAX = 4;
const CONNECTION_TIMEOUT_MS = 2_000;

export interface ClientLimits {
  /** Longest silence of one try, in milliseconds. */
  readonly requestTimeoutMs: number;
}

/**
 * What every SDK client is built with: bounded tries and bounded waits. Without them a client waits for a silent connection until the
 * function itself is killed, and the caller never learns why.
 */
export const clientOptions = (
  { endpointUrl, attemptsMax = ATTEMPTS_MAX }: Endpoint,
  { requestTimeoutMs }: ClientLimits,
) => ({
  maxAttempts: attemptsMax,
  retryMode: 'standard',
  requestHandler: {
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: requestTimeoutMs,
    throwOnRequestTimeout: true,
  },
  ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }),
});

/** The second argument of `client.send`. */
export const until = (signal?: AbortSignal): { readonly abortSignal?: AbortSignal } =>
  signal === undefined ? {} : { abortSignal: signal };

/** One value made at the first call and kept: functions build only the clients that they use. */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

import type { FailureType } from '#core/words';

/** Where a request was when it failed. */
export type HttpPhase = 'resolve' | 'connect' | 'tls' | 'send' | 'wait' | 'receive' | 'redirect';

export interface HttpFailureDetail {
  readonly type: FailureType;
  readonly phase: HttpPhase;
  /** Address that was being asked. */
  readonly url: string;
  /** Addresses that were asked before it, oldest first. */
  readonly redirects?: readonly string[];
  readonly cause?: unknown;
  /** True when bytes of the request may have reached the target. */
  readonly sent?: boolean;
}

/** A request without an answer that could be judged: what happened and in which phase. Data for a try, not an exception of ours. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly type: FailureType;
  readonly phase: HttpPhase;
  readonly url: string;
  readonly redirects: readonly string[];
  readonly sent: boolean;

  constructor(message: string, detail: HttpFailureDetail) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.type = detail.type;
    this.phase = detail.phase;
    this.url = detail.url;
    this.redirects = detail.redirects ?? [];
    this.sent = detail.sent ?? false;
  }
}

/** Code of a system or library error, `''` when it has none. */
export const errorCode = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Code and reason of an error of TLS, without OpenSSL's own line, which differs from process to process. */
export const tlsErrorText = (error: unknown): string => {
  const reason = (error as { reason?: unknown } | null)?.reason;
  return [errorCode(error), typeof reason === 'string' ? reason : errorText(error)]
    .filter((part) => part !== '')
    .join(' ');
};

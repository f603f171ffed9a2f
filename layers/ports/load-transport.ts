import type { ConnectionFigures } from '#core/load-figures';
import type { EpochMs } from '#core/units';
import type { FailureType } from '#core/words';

/** A request with all its values, as it goes out. */
export interface PreparedRequest {
  readonly method: string;
  /** Absolute, encoded, without fragment. */
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: Uint8Array;
  /** For each secret in the request the hosts that may receive it; a host that is not on all lists gets nothing. */
  readonly secretHosts?: readonly (readonly string[])[];
}

/** What a transport made of a request: checked and written down once, sent any number of times. */
export interface CompiledRequest {
  readonly origin: string;
  readonly method: string;
  /** Head and body as they go over the wire. */
  readonly bytes: Uint8Array | string;
}

/** An answer; body and header are good only while `onAnswer` runs. */
export interface LoadAnswer {
  readonly status: number;
  /** Of lower case names; lines of one name joined with `, `. */
  header(name: string): string | undefined;
  headers(): readonly (readonly [string, string])[];
  /** Decompressed. */
  readonly body: Uint8Array;
  /** Bytes that came over the wire, head included. */
  readonly wireBytes: number;
}

export interface LoadFailure {
  readonly type: FailureType;
  readonly phase: string;
  readonly message: string;
}

/** Hears what becomes of one request: exactly one of onAnswer and onFailure, once. */
export interface LoadReceiver {
  /** @param fresh whether the connection was made just now */
  onSent(fresh: boolean): void;
  onAnswer(answer: LoadAnswer): void;
  onFailure(failure: LoadFailure): void;
}

/** Sends at a high rate to allowed targets: HTTP/1.1 on kept-alive connections, no redirects, no retries of what an API answered. */
export interface LoadTransport {
  /**
   * @throws HttpFailure `refused_target` for a target or secret that may not be, `setup` for what cannot be sent
   */
  readonly compile: (request: PreparedRequest) => CompiledRequest;
  /**
   * @param deadlineMs of the transport's clock, when the request counts as a timeout
   * @returns false when no connection is free and none more is allowed: it waits for one
   */
  readonly send: (request: CompiledRequest, deadlineMs: number, receiver: LoadReceiver) => boolean;
  readonly figures: () => ConnectionFigures;
  /** Requests under way fail as connections do. */
  readonly close: () => Promise<void>;
}

/** The machine below a generator. Times are monotonic milliseconds with fractions. */
export interface LoadHost {
  readonly nowMs: () => number;
  /** Calls back once, not before that time; the function that comes back takes it back. */
  readonly wakeAt: (atMs: number, wake: () => void) => () => void;
  /** Processor time of this process so far. */
  readonly cpuMs: () => number;
  /** How long this process was kept from running by a limit so far (`cpu.stat`, throttled_usec); undefined where nobody knows. */
  readonly throttledMs: () => number | undefined;
}

/** Where shards of one load agree on when to begin. */
export interface StartLine {
  /** Says that a shard could begin. */
  readonly ready: (shard: number) => Promise<void>;
  /** When all begin; undefined until every shard is ready. */
  readonly startAt: () => Promise<EpochMs | undefined>;
}

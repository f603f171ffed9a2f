/** A public URL of a run that takes webhooks. Its id is 128 random bits and all that a caller needs. */
export interface Hook {
  /** 32 hex digits. */
  readonly id: string;
  readonly tenant: string;
  readonly runId: string;
  readonly answers?: readonly (number | 'timeout')[];
  readonly delayMs?: number;
  readonly openedAtEpochMs: number;
  readonly expiresAtEpochMs: number;
}

/** One call that came, as it came. */
export interface HookCall {
  readonly method: string;
  /** Without `?`; empty when there was none. */
  readonly search: string;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string };
  /** Undefined when it was too large to be kept. */
  readonly body?: Uint8Array;
  readonly atEpochMs: number;
}

/** A call as the gateway hands it over. */
export interface IncomingCall extends Omit<HookCall, 'body' | 'atEpochMs'> {
  readonly hookId: string;
  readonly body: Uint8Array;
}

export interface StoredCall extends HookCall {
  /** From 1, in the order of arrival, without gaps. */
  readonly number: number;
  /** Null for one that was to get no answer. */
  readonly answered: number | null;
}

/** Calls that one hook keeps. */
export const HOOK_CALLS_MAX = 1000;

/** Hooks of all runs, shared by the function that is called and the runner that waits. */
export interface HookStore {
  open(hook: Hook, signal?: AbortSignal): Promise<void>;
  /** Undefined when there is none; a closed or expired one may still be given. */
  get(id: string, signal?: AbortSignal): Promise<Hook | undefined>;
  /** Keeps a call under the next number. @returns it; undefined when there are HOOK_CALLS_MAX already */
  keep(
    id: string,
    call: HookCall,
    answered: (number: number) => number | null,
    signal?: AbortSignal,
  ): Promise<StoredCall | undefined>;
  /** Calls after number `known`, in their order. */
  callsAfter(id: string, known: number, signal?: AbortSignal): Promise<readonly StoredCall[]>;
  /** From now on it is expired. */
  close(id: string, atEpochMs: number, signal?: AbortSignal): Promise<void>;
}

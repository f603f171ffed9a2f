import type { WebhookDefinition } from '#core/suite';
import type { Json } from '#core/units';

/** One call that came to a catcher. */
export interface Delivery {
  /** From 1, in the order of arrival. */
  readonly number: number;
  readonly method: string;
  /** Path and query below the catcher's URL. */
  readonly path: string;
  readonly query: { readonly [name: string]: string };
  /** Names in lower case; several of one name joined with `, `. */
  readonly headers: { readonly [name: string]: string };
  /** JSON where it is some, else text. */
  readonly body: Json;
  readonly atEpochMs: number;
  /** Milliseconds since the catcher was opened, and since the delivery before. */
  readonly afterMs: number;
  readonly sinceLastMs: number | null;
  /** Status that it was answered with; null for one that got no answer. */
  readonly answered: number | null;
  readonly signature: 'valid' | 'invalid' | 'missing' | null;
}

/** A run-unique URL that takes webhooks. */
export interface OpenCatcher {
  readonly url: string;
  /** Deliveries so far; waits for one more than `known` for at most `waitMs`. */
  deliveries(known: number, waitMs: number, signal: AbortSignal): Promise<readonly Delivery[]>;
  close(): Promise<void>;
}

/** @param definition answers, delay, and the signature with its secret filled in */
export interface WebhookCatcher {
  open(name: string, definition: WebhookDefinition, signal: AbortSignal): Promise<OpenCatcher>;
}

import type { Json } from '#core/units';

/** Which resource an answer showed. */
export interface ResponsePlace {
  readonly service: string;
  /** `GET /orders/{id}` */
  readonly operation: string;
  /** What tells resources of the operation apart: its path with query, or an id. */
  readonly resource: string;
}

/** A successful answer, masked. */
export interface KeptResponse extends ResponsePlace {
  readonly body: Json;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly runId: string;
}

/** The last answers of each resource (C9): what a value was before. */
export interface ResponseHistory {
  latest(place: ResponsePlace, signal?: AbortSignal): Promise<KeptResponse | undefined>;
  put(response: KeptResponse, signal?: AbortSignal): Promise<void>;
}

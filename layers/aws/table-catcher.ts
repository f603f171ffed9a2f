import { deliveredValue, signatureOf } from '#core/webhook-delivery';
import type { WebhookDefinition } from '#core/suite';
import type { Clock, RandomSource } from '#ports/clock';
import type { HookStore, StoredCall } from '#ports/hook-store';
import type { Delivery, OpenCatcher, WebhookCatcher } from '#ports/webhook-catcher';

/** Between two looks at the table while somebody waits. */
const POLL_MS = 500;
const ID_BYTES = 16;

export interface TableCatcherOptions {
  readonly hooks: HookStore;
  readonly clock: Clock;
  readonly random: RandomSource;
  /** `https://…/hooks`: catchers' URLs are below it. */
  readonly baseUrl: string;
  readonly tenant: string;
  readonly runId: string;
  readonly expiresAtEpochMs: number;
}

const deliveryOf = (
  { number, method, search, headers, body, atEpochMs, answered }: StoredCall,
  definition: WebhookDefinition,
  openedAtEpochMs: number,
  last: Delivery | undefined,
): Delivery => ({
  number,
  method,
  path: search === '' ? '/' : `/?${search}`,
  query: Object.fromEntries(new URLSearchParams(search)),
  headers,
  body: body === undefined ? null : deliveredValue(body, headers['content-type'] ?? ''),
  atEpochMs,
  afterMs: Math.max(0, atEpochMs - openedAtEpochMs),
  sinceLastMs: last === undefined ? null : Math.max(0, atEpochMs - last.atEpochMs),
  answered,
  signature: body === undefined ? null : signatureOf(definition, headers, body),
});

/**
 * A WebhookCatcher whose URLs belong to the plane: a function keeps what comes in the table, and the runner looks there. The secret of a
 * signature stays with the runner, which checks the HMAC itself.
 */
export const tableCatcher = (options: TableCatcherOptions): WebhookCatcher => {
  const { hooks, clock, random, baseUrl, tenant, runId, expiresAtEpochMs } = options;
  return {
    open: async (_name, definition, signal): Promise<OpenCatcher> => {
      const id = Buffer.from(random.bytes(ID_BYTES)).toString('hex');
      const openedAtEpochMs = clock.nowMs();
      const { answers, delayMs } = definition;
      const said = { ...(answers === undefined ? {} : { answers }), ...(delayMs === undefined ? {} : { delayMs }) };
      await hooks.open({ id, tenant, runId, ...said, openedAtEpochMs, expiresAtEpochMs }, signal);
      const seen: Delivery[] = [];
      const look = async (within: AbortSignal): Promise<void> => {
        const calls = await hooks.callsAfter(id, seen.length, within);
        // Two looks at once may find the same calls.
        for (const call of calls)
          if (call.number === seen.length + 1) seen.push(deliveryOf(call, definition, openedAtEpochMs, seen.at(-1)));
      };
      return {
        url: `${baseUrl}/${id}`,
        deliveries: async (known, waitMs, within) => {
          const until = clock.nowMs() + waitMs;
          for (;;) {
            within.throwIfAborted();
            await look(within);
            const leftMs = until - clock.nowMs();
            if (seen.length > known || leftMs <= 0) return [...seen];
            await clock.sleep(Math.min(POLL_MS, leftMs), within);
          }
        },
        close: () => hooks.close(id, clock.nowMs()),
      };
    },
  };
};

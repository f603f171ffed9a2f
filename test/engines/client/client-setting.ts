import { resilientClient } from '#engines/client/resilient-client';
import type { ResilientClient, SendRules, Sent } from '#engines/client/resilient-client';
import { seededRandom, virtualClock } from '../../doubles/time.ts';
import type { VirtualClock } from '../../doubles/time.ts';
import { answering, request } from './scripted-answers.ts';
import type { AnsweringClient } from './scripted-answers.ts';

export const RULES: SendRules = { operation: 'GET /orders/{id}', isExpected: (status) => status === 200 };
export const HOST = 'api.test';
export const START = 1_800_000_000_000;

export interface Setting {
  readonly clock: VirtualClock;
  readonly http: AnsweringClient;
  readonly client: ResilientClient;
  readonly ask: (rules?: Partial<SendRules>, method?: string, signal?: AbortSignal) => Promise<Sent>;
}

/** A client whose target answers as a script says, on a virtual clock. */
export const setting = (script: Parameters<typeof answering>[1], seed = 1): Setting => {
  const clock = virtualClock(START);
  const http = answering(clock, script);
  const client = resilientClient({ http, clock, random: seededRandom(seed) });
  return {
    clock,
    http,
    client,
    ask: (rules = {}, method = 'GET', signal) =>
      clock.run(client.send(request(method), { ...RULES, ...rules }, signal)),
  };
};

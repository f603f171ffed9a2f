import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { EnvironmentDefinition } from '#core/environment';
import { createMasker } from '#core/masking';
import { problem } from '#core/problems';
import { epochMs } from '#core/units';
import type { EnginePorts } from '#engines/functional/ports';
import { httpFor, targetsOnlyPolicy } from '#runner/http-for';
import { machinesFor } from '#runner/probe-machines';
import { messageOf, usageFailure } from '../cli-failure.ts';
import type { World } from '../world.ts';
import { createdFile, type CreatedFile } from './created-file.ts';
import { historyFiles, structureFiles } from '#runner/kept-answers';
import { LAPTOP_RANGES } from './laptop-ranges.ts';
import type { LaptopSecrets } from './laptop-secrets.ts';

/** Where webhooks come in from outside, when they do. */
export interface WebhookFlags {
  readonly webhookUrl?: string;
  readonly webhookPort?: number;
}

export interface LaptopPorts extends EnginePorts {
  readonly ledger: CreatedFile;
  readonly close: () => Promise<void>;
}

/** What answers looked like, for the next run to compare with; beside what is created and not removed yet. */
const KEPT_FOLDER = '.assay/kept';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** A run id as the plane makes them: `r` and 26 letters and digits. */
export const newRunId = (): string =>
  `r${[...randomBytes(26)].map((byte) => CROCKFORD[byte % CROCKFORD.length]).join('')}`;

/** Rejects with the reason of the signal, as the engine expects it. */
const clockOf = (world: World): EnginePorts['clock'] => ({
  nowMs: () => epochMs(world.nowMs()),
  sleep: async (ms, signal) => {
    try {
      await world.sleep(ms, signal);
    } catch (error) {
      throw signal?.aborted === true ? signal.reason : error;
    }
  },
});

type Catcher = NonNullable<EnginePorts['webhooks']>;

/** Listens, and loads what is needed for it, from the first suite on that has webhooks. */
const lazyCatcher = (
  clock: EnginePorts['clock'],
  random: EnginePorts['random'],
  { webhookUrl, webhookPort }: WebhookFlags,
): Catcher & { readonly close: () => Promise<void> } => {
  const listen = async () => {
    const { webhookCatcher } = await import('#runner/webhook-catcher');
    return webhookCatcher({
      clock,
      random,
      ...(webhookUrl === undefined ? {} : { publicUrl: webhookUrl }),
      ...(webhookPort === undefined ? {} : { port: webhookPort }),
    });
  };
  let listening: ReturnType<typeof listen> | undefined;
  return {
    open: async (name, definition, signal) => {
      listening ??= listen();
      try {
        return await (await listening).open(name, definition, signal);
      } catch (error) {
        signal.throwIfAborted();
        const port = webhookPort === undefined ? 'a free port' : `port ${String(webhookPort)}`;
        throw usageFailure(
          `webhooks cannot be received on ${port}: ${messageOf(error)}`,
          'choose another --webhook-port, or leave it out',
        );
      }
    },
    close: async () => {
      await (await listening)?.close();
    },
  };
};

/** Everything that the engine takes from outside, on this machine: no plane, no AWS. */
export const laptopPorts = (
  world: World,
  environment: EnvironmentDefinition,
  secrets: LaptopSecrets,
  flags: WebhookFlags,
): LaptopPorts => {
  const masker = createMasker();
  const clock = clockOf(world);
  const random = { next: () => world.random(), bytes: (count: number) => Uint8Array.from(randomBytes(count)) };
  const source: EnginePorts['secrets'] = {
    resolve: (name) => {
      const value = secrets.find(name);
      if (value !== undefined) return Promise.resolve(value);
      return Promise.reject(problem('secret-unavailable', `none on this machine: ${secrets.placeFor(name)}`));
    },
  };
  const learn = (name: string, value: string): void => {
    masker.addSecret(name, value);
  };
  const http = httpFor(LAPTOP_RANGES, targetsOnlyPolicy)(environment, { source, learn });
  const webhooks = lazyCatcher(clock, random, flags);
  const ledger = createdFile(world.cwd);
  const close = async (): Promise<void> => {
    await Promise.all([http.close(), webhooks.close()]);
  };
  const reach = { allowedRanges: LAPTOP_RANGES, policyOf: targetsOnlyPolicy };
  // Tools of this machine are its owner's, who could start them without Assay, too.
  const programs = world.env['PATH'] ?? '';
  const machines = machinesFor({ reach, clock, isolation: 'own-machine', programs })(environment, { source, learn });
  const kept = path.join(world.cwd, KEPT_FOLDER);
  const answers = { structures: structureFiles(kept), history: historyFiles(kept) };
  return { http, clock, random, secrets: source, masker, ledger, webhooks, machines, ...answers, close };
};

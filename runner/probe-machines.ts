/** The machine below probes: sockets and processes of this one, behind the same guard as every other request. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseRanges } from '#core/private-ranges';
import type { EnvironmentDefinition } from '#core/environment';
import { undiciClient } from '#engines/http/undici-client';
import type { ProbeMachines } from '#engines/probe/machines';
import type { Clock } from '#ports/clock';
import type { StartLine } from '#ports/load-transport';
import { connectionOptions } from '#runner/http-for';
import type { ClientSecrets, Reach } from '#runner/http-for';
import type { ToolProcessesOptions } from '#runner/tool-process';

/** Only this one: what else listens on the machine stays out of reach. */
const SELF = parseRanges('127.0.0.1/32');

/** Where Linux says how long a process was held back by a limit of processor time; there is one where control groups are version 2. */
const CPU_STAT = '/sys/fs/cgroup/cpu.stat';

const cpuStat = (): string | undefined => {
  try {
    return readFileSync(CPU_STAT, 'utf8');
  } catch {
    return undefined;
  }
};

export interface MachinesOptions {
  readonly reach: Reach;
  readonly clock: Clock;
  readonly isolation: ToolProcessesOptions['isolation'];
  /** Folders with programs for tools, joined with `:`. */
  readonly programs: string;
}

/** @param startLine where several shards share the loads of this one */
export const machinesFor =
  ({ reach, clock, isolation, programs }: MachinesOptions) =>
  (environment: EnvironmentDefinition, secrets: ClientSecrets, startLine?: StartLine): ProbeMachines => {
    const options = connectionOptions(reach, environment, secrets);
    return {
      load: async () => {
        const [{ loadClient }, { processHost }] = await Promise.all([
          import('#engines/http/load-client'),
          import('#engines/performance/host'),
        ]);
        return {
          transport: (connections) => loadClient({ ...options, connections }),
          host: processHost(cpuStat),
        };
      },
      faultProxies: async () => {
        const [{ faultProxies }, { guardedDialer }] = await Promise.all([
          import('#runner/fault-proxy'),
          import('#runner/fault-proxy-dial'),
        ]);
        return faultProxies({ dialer: guardedDialer(options), clock });
      },
      tools: async () => {
        const { toolProcesses } = await import('#runner/tool-process');
        return toolProcesses({ clock, path: programs, folder: tmpdir(), isolation });
      },
      httpToSelf: (hosts) => undiciClient({ policy: { allowHosts: hosts, allowedRanges: SELF } }),
      ...(startLine === undefined ? {} : { startLine }),
    };
  };

/** What probes need of the machine below them. Each part is made when a suite first needs it. */
import type { HttpClient } from '#ports/http';
import type { FaultProxies } from '#ports/fault-proxy';
import type { LoadHost, LoadTransport, StartLine } from '#ports/load-transport';
import type { ToolProcesses } from '#ports/tool-process';

export interface LoadMachine {
  readonly transport: (connections: number) => LoadTransport;
  readonly host: LoadHost;
}

export interface ProbeMachines {
  readonly load: () => Promise<LoadMachine>;
  readonly faultProxies: () => Promise<FaultProxies>;
  readonly tools: () => Promise<ToolProcesses>;
  /**
   * A client that reaches these listeners of this process and nothing else: fault proxies, which lead to targets that were checked.
   *
   * @param hosts `127.0.0.1:port`
   */
  readonly httpToSelf: (hosts: readonly string[]) => HttpClient;
  /** Where shards that share a load agree on when to begin. */
  readonly startLine?: StartLine;
}

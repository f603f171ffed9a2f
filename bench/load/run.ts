/** A load on loopback as a shard runs it, without the suite around it. */
import type { LoadDefinition } from '#core/acts/load';
import { parseCidr } from '#core/address-policy';
import { judgeLoad } from '#core/load-judge';
import type { LoadJudgement } from '#core/load-judge';
import { divideLoad } from '#core/load-plan';
import { epochMs } from '#core/units';
import { loadClient } from '#engines/http/load-client';
import { runLoad } from '#engines/performance/run-load';
import type { ProbeContext } from '#engines/probe/probe';
import type { LoadTransport } from '#ports/load-transport';
import { benchHost } from './host.ts';

export const loopbackClient = (port: number, connections: number): LoadTransport => {
  const loopback = parseCidr('127.0.0.0/8');
  return loadClient({
    policy: { allowHosts: [`127.0.0.1:${String(port)}`], allowedRanges: loopback === undefined ? [] : [loopback] },
    connections,
  });
};

const unused = (): never => {
  throw new Error('a bench of the load engine uses nothing else of a suite');
};

const contextFor = (port: number): ProbeContext => ({
  service: 'bench',
  runId: 'bench',
  maskJson: (value) => value,
  send: unused,
  record: unused,
  mask: (text) => text,
  clock: {
    nowMs: () => epochMs(Date.now()),
    sleep: unused,
  },
  seed: 'bench',
  signal: new AbortController().signal,
  targetUrl: () => new URL(`http://127.0.0.1:${String(port)}`),
  document: unused,
  runCase: unused,
  log: () => undefined,
});

/** Runs a load whose entries all ask for `/`. */
export const runOnLoopback = async (definition: LoadDefinition, port: number): Promise<LoadJudgement> => {
  const [load = definition] = divideLoad(definition, 1);
  const request = { method: 'GET', url: `http://127.0.0.1:${String(port)}/`, headers: [['accept', '*/*']] as const };
  const { figures } = await runLoad({
    load,
    context: contextFor(port),
    ports: {
      transport: (connections) => loopbackClient(port, connections),
      host: benchHost(),
      requests: { isFixed: () => true, prepare: () => ({ request, options: { lookup: () => undefined } }) },
    },
    startedLateMs: 0,
    onFirstFailure: () => undefined,
  });
  return judgeLoad([figures], load);
};

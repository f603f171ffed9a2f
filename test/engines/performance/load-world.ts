/**
 * A load without time: a clock that jumps from event to event, a target that is a function, and a generator that can be made to stand
 * still. Minutes of load take milliseconds, and the same script gives the same figures on every machine.
 */
import type { LoadDefinition } from '#core/acts/load';
import { judgeLoad } from '#core/load-judge';
import type { LoadJudgement } from '#core/load-judge';
import type { LoadFigures } from '#core/load-figures';
import { divideLoad } from '#core/load-plan';
import { epochMs } from '#core/units';
import { runLoad } from '#engines/performance/run-load';
import type { LoadPorts } from '#engines/performance/load-ports';
import type { ProbeContext } from '#engines/probe/probe';
import type { LoadAnswer, LoadFailure, LoadReceiver, LoadTransport, PreparedRequest } from '#ports/load-transport';

export interface Scripted {
  readonly afterMs: number;
  readonly status?: number;
  readonly body?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly failure?: LoadFailure;
}

/** What a target does with a request that reaches it at a time. */
export type Target = (request: PreparedRequest, atMs: number) => Scripted;

interface Event {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

export interface WorldOptions {
  readonly target: Target;
  /** Times in which the generator does not run: what is due then is done at their end. */
  readonly stalls?: readonly (readonly [number, number])[];
  readonly throttledMs?: (nowMs: number) => number | undefined;
  readonly context?: Partial<ProbeContext>;
  readonly requests?: Partial<LoadPorts['requests']>;
  readonly onProgress?: NonNullable<LoadPorts['onProgress']>;
  readonly onFirstFailure?: () => void;
}

export class VirtualTime {
  nowMs = 0;
  #events: Event[] = [];
  #order = 0;
  readonly #stalls: readonly (readonly [number, number])[];

  constructor(stalls: readonly (readonly [number, number])[] = []) {
    this.#stalls = stalls;
  }

  at(atMs: number, run: () => void): () => void {
    const event = { atMs: Math.max(atMs, this.nowMs), order: (this.#order += 1), run };
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#events[middle]!;
      if (other.atMs > event.atMs || (other.atMs === event.atMs && other.order > event.order)) low = middle + 1;
      else high = middle;
    }
    this.#events.splice(low, 0, event);
    return () => {
      this.#events = this.#events.filter((one) => one !== event);
    };
  }

  /** Does everything that is due until there is nothing more to do. */
  async run(isOver: () => boolean): Promise<void> {
    for (let steps = 0; !isOver(); steps += 1) {
      if (steps % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
      const event = this.#events.pop();
      if (event === undefined) {
        // What is left is promises.
        await new Promise((resolve) => setImmediate(resolve));
        if (this.#events.length === 0) return;
        continue;
      }
      const stall = this.#stalls.find(([from, to]) => event.atMs >= from && event.atMs < to);
      this.nowMs = Math.max(this.nowMs, stall?.[1] ?? event.atMs);
      event.run();
    }
  }
}

const answerOf = ({ status = 200, body = '', headers = {} }: Scripted): LoadAnswer => ({
  status,
  header: (name) => headers[name],
  headers: () => Object.entries(headers),
  body: Buffer.from(body),
  wireBytes: body.length + 100,
});

interface Waiting {
  readonly request: PreparedRequest;
  readonly receiver: LoadReceiver;
  readonly deadlineMs: number;
}

/** Connections as the real client has them, a function instead of a network. */
class ScriptedTransport implements LoadTransport {
  readonly sent: PreparedRequest[] = [];
  readonly #time: VirtualTime;
  readonly #limit: number;
  readonly #target: Target;
  readonly #waiting: Waiting[] = [];
  #busy = 0;
  #idle = 0;
  #counts = { opened: 0, reused: 0, mostAtOnce: 0, waited: 0, resent: 0, bytesIn: 0, bytesOut: 0 };
  closed = false;

  constructor(time: VirtualTime, limit: number, target: Target) {
    this.#time = time;
    this.#limit = limit;
    this.#target = target;
  }

  readonly compile = (request: PreparedRequest): ReturnType<LoadTransport['compile']> => ({
    origin: '',
    method: request.method,
    bytes: JSON.stringify(request),
  });

  readonly send: LoadTransport['send'] = ({ bytes }, deadlineMs, receiver) => {
    const request = JSON.parse(String(bytes)) as PreparedRequest;
    if (this.#busy < this.#limit) {
      this.#start({ request, receiver, deadlineMs });
      return true;
    }
    this.#counts.waited += 1;
    this.#waiting.push({ request, receiver, deadlineMs });
    return false;
  };

  #start({ request, receiver, deadlineMs }: Waiting): void {
    const fresh = this.#idle === 0;
    if (fresh) this.#counts.opened += 1;
    else {
      this.#idle -= 1;
      this.#counts.reused += 1;
    }
    this.#busy += 1;
    this.sent.push(request);
    receiver.onSent(fresh);
    const scripted = this.#target(request, this.#time.nowMs);
    const endMs = Math.min(this.#time.nowMs + scripted.afterMs, deadlineMs);
    const late = this.#time.nowMs + scripted.afterMs > deadlineMs;
    this.#time.at(endMs, () => {
      this.#busy -= 1;
      this.#idle += 1;
      const next = this.#waiting.shift();
      if (next !== undefined) this.#start(next);
      if (this.closed) return;
      if (late) receiver.onFailure({ type: 'timeout', phase: 'wait', message: 'expected an answer in time, got none' });
      else if (scripted.failure === undefined) receiver.onAnswer(answerOf(scripted));
      else receiver.onFailure(scripted.failure);
    });
  }

  readonly figures = (): ReturnType<LoadTransport['figures']> => ({ ...this.#counts, limit: this.#limit, refused: {} });

  readonly close = async (): Promise<void> => {
    this.closed = true;
  };
}

export interface Ran {
  readonly judgement: LoadJudgement;
  readonly figures: LoadFigures;
  readonly sent: readonly PreparedRequest[];
  readonly transport: LoadTransport & { readonly closed: boolean };
}

const unused = (): never => {
  throw new Error('this load uses nothing else of a suite');
};

export const contextOf = (time: VirtualTime, rest: Partial<ProbeContext> = {}): ProbeContext => ({
  service: 'shop',
  runId: 'run',
  send: unused,
  record: unused,
  mask: (text) => text,
  maskJson: (value) => value,
  clock: {
    nowMs: () => epochMs(1_700_000_000_000 + time.nowMs),
    sleep: (ms) =>
      new Promise((resolve) => {
        time.at(time.nowMs + ms, resolve);
      }),
  },
  seed: 'seed',
  signal: new AbortController().signal,
  targetUrl: () => new URL('http://target.test'),
  document: unused,
  runCase: unused,
  log: () => undefined,
  ...rest,
});

export const portsOf = (
  time: VirtualTime,
  options: WorldOptions,
): LoadPorts & { readonly made: readonly ScriptedTransport[] } => {
  const made: ScriptedTransport[] = [];
  return {
    made,
    transport: (connections) => {
      const transport = new ScriptedTransport(time, connections, options.target);
      made.push(transport);
      return transport;
    },
    host: {
      nowMs: () => time.nowMs,
      wakeAt: (atMs, wake) => time.at(atMs, wake),
      cpuMs: () => time.nowMs * 0.3,
      throttledMs: () => options.throttledMs?.(time.nowMs) ?? 0,
    },
    requests: {
      isFixed: () => true,
      prepare: ({ name, request }) => ({
        request: { method: request?.method ?? 'GET', url: `http://target.test/${name}`, headers: [] },
        options: { lookup: () => undefined },
      }),
      ...options.requests,
    },
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  };
};

/** Runs one shard's part, or a whole load, to its end. */
export const runShard = async (load: LoadDefinition, options: WorldOptions): Promise<Omit<Ran, 'judgement'>> => {
  const time = new VirtualTime(options.stalls);
  const ports = portsOf(time, options);
  const running = runLoad({
    load,
    context: contextOf(time, options.context),
    ports,
    startedLateMs: 0,
    onFirstFailure: options.onFirstFailure ?? (() => undefined),
  });
  let over = false;
  const settled = running.finally(() => {
    over = true;
  });
  settled.catch(() => undefined);
  await time.run(() => over);
  const { figures } = await settled;
  const [transport] = ports.made;
  return { figures, sent: transport!.sent, transport: transport! };
};

export const runVirtual = async (definition: Partial<LoadDefinition>, options: WorldOptions): Promise<Ran> => {
  const [load] = divideLoad(loadOf(definition), 1);
  const ran = await runShard(load!, options);
  return { ...ran, judgement: judgeLoad([ran.figures], load!) };
};

/** 100 requests a second for ten seconds, where nothing else is said. */
export const loadOf = (rest: Partial<LoadDefinition>): LoadDefinition => ({
  model: 'open',
  stages: [{ durationMs: 10_000, rps: 100 }],
  mix: [{ name: 'list', request: { method: 'GET', path: '/' } }],
  thresholds: [{ metric: 'p95', below: 500 }],
  ...rest,
});

export const quick: Target = () => ({ afterMs: 5 });

import type { LoadHost } from '#ports/load-transport';

interface Task {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

const before = (a: Task, b: Task): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

/** A binary heap: the task that is due first is at the front. */
class TaskHeap {
  #tasks: Task[] = [];

  get nextMs(): number {
    return this.#tasks[0]?.atMs ?? Infinity;
  }

  push(task: Task): void {
    let at = this.#tasks.push(task) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#tasks[parent];
      if (above === undefined || !before(task, above)) break;
      this.#tasks[at] = above;
      at = parent;
    }
    this.#tasks[at] = task;
  }

  pop(): Task | undefined {
    const tasks = this.#tasks;
    const top = tasks[0];
    const last = tasks.pop();
    if (top === undefined || last === undefined || tasks.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [tasks[child], tasks[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && before(right, left)) child += 1;
      const lower = tasks[child];
      if (lower === undefined || !before(lower, last)) break;
      tasks[at] = lower;
      at = child;
    }
    tasks[at] = last;
    return top;
  }

  clear(): void {
    this.#tasks = [];
  }
}

/** Tasks by time: any number of them behind one timer of the host. */
export interface Pacer {
  /** Runs a task at its time, or as soon after it as the generator can. */
  readonly at: (atMs: number, run: () => void) => void;
  /** Runs what is due, if anything is: for whoever is awake anyway. */
  readonly catchUp: () => void;
  readonly stop: () => void;
}

/** @param onWake hears how late the host woke us */
export const pacer = (host: LoadHost, onWake: (delayMs: number) => void): Pacer => {
  const heap = new TaskHeap();
  let order = 0;
  let cancel: (() => void) | undefined;
  let armedFor = Infinity;
  let stopped = false;
  let running = false;
  const arm = (): void => {
    const next = heap.nextMs;
    if (stopped || next >= armedFor) return;
    cancel?.();
    armedFor = next;
    cancel = host.wakeAt(next, () => {
      onWake(Math.max(0, host.nowMs() - armedFor));
      armedFor = Infinity;
      cancel = undefined;
      runDue();
    });
  };
  const runDue = (): void => {
    if (running) return;
    running = true;
    try {
      // Until the time at which it began: tasks that make new ones at once must not keep answers from being read.
      const until = host.nowMs();
      while (!stopped && heap.nextMs <= until) heap.pop()?.run();
    } finally {
      running = false;
    }
    arm();
  };
  return {
    at: (atMs, run) => {
      heap.push({ atMs, order, run });
      order += 1;
      if (!running) arm();
    },
    catchUp: () => {
      if (heap.nextMs <= host.nowMs()) runDue();
    },
    stop: () => {
      stopped = true;
      cancel?.();
      heap.clear();
    },
  };
};

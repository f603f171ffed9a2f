/** The processes of a tool, by what Linux tells in /proc; elsewhere nothing is known but the group. */
import { readFile, readdir } from 'node:fs/promises';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** Clock ticks since boot: with the pid it names a process for good. */
  readonly startedAtTicks: string;
}

const quietly = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'latin1');
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return '';
  }
};

/** `pid (name) state ppid pgrp …`; the name may hold spaces and parentheses (proc(5)). */
const readProcess = async (pid: number): Promise<Process | undefined> => {
  const text = await quietly(`/proc/${String(pid)}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, parent, group] = fields;
  if (state === undefined || parent === undefined || group === undefined || state === 'Z') return undefined;
  return { pid, parent: Number(parent), group: Number(group), startedAtTicks: fields[19] ?? '' };
};

const allProcesses = async (): Promise<readonly Process[]> => {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/u.test(name)).map(Number);
  const found = await Promise.all(pids.map(readProcess));
  return found.filter((process) => process !== undefined);
};

const keyOf = ({ pid, startedAtTicks }: Process): string => `${String(pid)} ${startedAtTicks}`;

/** Watches the processes that came from one. */
export interface ProcessTree {
  /** Looks again. @returns megabytes of memory that they hold together; null where that cannot be known */
  readonly look: () => Promise<number | null>;
  /** Ends all of them, also those that left the group; resolves when none is there any more. */
  readonly kill: () => Promise<void>;
}

const rssMb = async ({ pid }: Process): Promise<number> => {
  const status = await quietly(`/proc/${String(pid)}/status`);
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1] ?? '0') / 1024;
};

const send = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
};

const ROUNDS_MAX = 20;

/**
 * @param root   pid of the first process, which leads a group of its own
 * @param marker a text in the environment of the tool's processes that nobody else has, by which those are found that left everything else
 */
export const processTree = (root: number, marker: string): ProcessTree => {
  const known = new Set<string>();
  const members = async (): Promise<readonly Process[]> => {
    const all = await allProcesses();
    const found = new Set<number>([root]);
    // Parents come before children often, not always: again until nothing is new.
    for (let before = 0; before !== found.size;) {
      before = found.size;
      for (const item of all)
        if (item.group === root || found.has(item.parent) || known.has(keyOf(item))) found.add(item.pid);
    }
    const living = all.filter(({ pid }) => found.has(pid));
    for (const item of living) known.add(keyOf(item));
    return living;
  };
  const strays = async (): Promise<readonly Process[]> => {
    const all = await allProcesses();
    const marked = await Promise.all(
      all.map(async (item) => {
        const environment = await quietly(`/proc/${String(item.pid)}/environ`);
        return environment.split('\0').includes(marker);
      }),
    );
    return all.filter((_, at) => marked[at]);
  };
  return {
    look: async () => {
      const living = await members();
      if (living.length === 0 && process.platform !== 'linux') return null;
      const sizes = await Promise.all(living.map(rssMb));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    kill: async () => {
      for (let round = 0; round < ROUNDS_MAX; round += 1) {
        send(-root);
        const living = [...(await members()), ...(await strays())].filter(({ pid }) => pid !== process.pid);
        if (living.length === 0) return;
        for (const { pid } of living) send(pid);
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
    },
  };
};

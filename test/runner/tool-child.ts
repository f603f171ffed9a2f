/** A runner of its own, to be looked into and killed: `tool-child.ts FOLDER PROGRAM [ARGUMENT…]`; `$RUNNER` stands for its pid. */
import { setTimeout as sleep } from 'node:timers/promises';
import { epochMs } from '#core/units';
import { toolProcesses } from '#runner/tool-process';

const [, , folder = '', ...command] = process.argv;
const clock = {
  nowMs: () => epochMs(Date.now()),
  sleep: (ms: number, signal?: AbortSignal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
};
const processes = toolProcesses({ clock, path: '/usr/local/bin:/usr/bin:/bin', folder, isolation: 'required' });
const { end, stdout, stderr } = await processes.run(
  {
    command: command.map((part) => part.replace('$RUNNER', String(process.pid))),
    files: [],
    env: {},
    reportBytesMax: 1,
    timeoutMs: 60_000,
    memoryMb: 512,
    outputBytesMax: 100_000,
  },
  new AbortController().signal,
);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
process.stdout.write(JSON.stringify({ end, stdout: text(stdout), stderr: text(stderr) }));

import { readFileSync } from 'node:fs';
import { processHost } from '#engines/performance/host';
import type { LoadHost } from '#ports/load-transport';

const CPU_STAT = '/sys/fs/cgroup/cpu.stat';

/** This process, with its control group's `cpu.stat` where there is one. */
export const benchHost = (): LoadHost =>
  processHost(() => {
    try {
      return readFileSync(CPU_STAT, 'utf8');
    } catch {
      return undefined;
    }
  });

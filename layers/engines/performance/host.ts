import type { LoadHost } from '#ports/load-transport';

/**
 * Milliseconds that a control group was kept from running, out of its `cpu.stat`: microseconds in version 2, nanoseconds in version 1.
 *
 * @see Linux, Documentation/admin-guide/cgroup-v2.rst and cgroup-v1 scheduler/sched-bwc.rst
 */
export const throttledMsIn = (cpuStat: string): number | undefined => {
  const microseconds = /^throttled_usec (\d+)$/mu.exec(cpuStat)?.[1];
  if (microseconds !== undefined) return Number(microseconds) / 1000;
  const nanoseconds = /^throttled_time (\d+)$/mu.exec(cpuStat)?.[1];
  return nanoseconds === undefined ? undefined : Number(nanoseconds) / 1_000_000;
};

/**
 * This process as a generator.
 *
 * @param readCpuStat text of the control group's `cpu.stat`; undefined where there is none
 */
export const processHost = (readCpuStat: () => string | undefined): LoadHost => ({
  nowMs: () => performance.now(),
  wakeAt: (atMs, wake) => {
    // Node fires timers up to a millisecond early when their time is no whole number.
    const timer = setTimeout(wake, Math.max(0, Math.ceil(atMs - performance.now())));
    return () => {
      clearTimeout(timer);
    };
  },
  cpuMs: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  throttledMs: () => {
    const text = readCpuStat();
    return text === undefined ? undefined : throttledMsIn(text);
  },
});

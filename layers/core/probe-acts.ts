/** What a case can do that sends requests of its own making; layers/engines/probe runs them. */
export const PROBE_ACTS = [
  'explore',
  'scan',
  'load',
  'disturb',
  'compare',
  'examples',
  'walk',
  'golden',
  'census',
  'drift',
  'inspect',
  'tool',
] as const;
export type ProbeAct = (typeof PROBE_ACTS)[number];

/** Acts whose requests a person wrote: the suite's default headers are sent with them. Others decide by themselves who asks. */
export const INHERITING_ACTS = [
  'load',
  'walk',
  'golden',
  'census',
  'drift',
  'inspect',
] as const satisfies readonly ProbeAct[];

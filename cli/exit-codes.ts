/** What the process ends with; docs/cli.md lists them for people. */
export const EXIT = {
  /** Done; for a run that was waited for: the gate is open. */
  ok: 0,
  /** The gate is shut; for lint: problems found; for evidence verify: invalid. */
  gateShut: 1,
  /** No answer that counts: inconclusive, out of time, or for evidence verify: incomplete. */
  inconclusive: 2,
  /** For evidence verify only: it was called wrongly. */
  verifyUsage: 3,
  /** The command line, or what it names, has to be changed (sysexits EX_USAGE). */
  usage: 64,
  /** The plane cannot be reached or cannot answer now (EX_UNAVAILABLE). */
  unavailable: 69,
  /** A bug of this program (EX_SOFTWARE). */
  bug: 70,
  /** No token, or the plane does not accept it or its rights (EX_NOPERM). */
  noPermission: 77,
  /** Ctrl-C: the run goes on (128 + SIGINT). */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

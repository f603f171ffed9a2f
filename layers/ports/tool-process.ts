export interface ToolRun {
  /** Program and arguments; no shell. */
  readonly command: readonly string[];
  /** Below the working folder; paths were checked to stay there. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Beside PATH, HOME, TMPDIR, LANG and TZ, which are the runner's own, and nothing else. */
  readonly env: { readonly [name: string]: string };
  /** File of the working folder that is wanted afterwards; none where the output is the report. */
  readonly reportPath?: string;
  readonly reportBytesMax: number;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Of stdout and stderr together. */
  readonly outputBytesMax: number;
}

/** How a tool ended; what a limit ended says which. */
export type ToolEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'memory'; readonly usedMb: number }
  | { readonly kind: 'output' }
  | { readonly kind: 'not-started'; readonly reason: string };

export interface ToolOutcome {
  readonly end: ToolEnd;
  /** At most outputBytesMax together. */
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** The report's bytes, or why there are none. */
  readonly report?: Uint8Array | { readonly problem: string };
  readonly durationMs: number;
  /** Null where it cannot be measured. */
  readonly memoryPeakMb: number | null;
}

/** Starts tools as processes of this machine, each in a folder of its own, without any credential of the runner. */
export interface ToolProcesses {
  /** When it returns, all processes of the tool are gone, and so is its folder. @throws only what aborted the signal */
  run(run: ToolRun, signal: AbortSignal): Promise<ToolOutcome>;
}

/** Where text goes; a terminal or not. */
export interface TextStream {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** Everything a command gets from outside, so that tests can give it another one. */
export interface World {
  readonly env: { readonly [name: string]: string | undefined };
  readonly cwd: string;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly version: string;
  readonly nodeVersion: string;
  /** All of standard input, at most so many bytes. Absent where there is none. */
  readonly readStdin?: (bytesMax: number) => Promise<string>;
  /** Standard input as it comes, of any length. Absent where there is none. */
  readonly stdin?: () => AsyncIterable<Uint8Array>;
  nowMs(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** 0 inclusive to 1 exclusive, for the jitter of retries. */
  random(): number;
  randomId(): string;
  /** Calls back on each Ctrl-C until the returned function is called; with a listener the process does not end by itself. */
  onInterrupt(listener: () => void): () => void;
  /** Calls back on each key, without Enter, until the returned function is called; never where no terminal listens. */
  onKey(listener: (key: string) => void): () => void;
}

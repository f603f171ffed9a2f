import { runProgram } from './program.ts';
import type { ProgramCall, ProgramOutcome } from './program.ts';

export interface AssayCall extends Omit<ProgramCall, 'program' | 'env' | 'input'> {
  readonly url: string;
  /** ASSAY_TOKEN, or the variables of GitHub Actions. */
  readonly identity: { readonly [name: string]: string };
}

export type AssayOutcome = ProgramOutcome;

/** Runs the `assay` command as a user of it would: a process with ASSAY_URL and a token, nothing else. */
export const assay = ({ url, identity, ...call }: AssayCall): Promise<AssayOutcome> =>
  runProgram({
    ...call,
    program: ['cli', 'main.ts'],
    env: { GITHUB_ACTIONS: '', ASSAY_TOKEN: '', ASSAY_URL: url, ...identity },
  });

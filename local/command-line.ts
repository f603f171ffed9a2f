import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { messageOf } from './message-of.ts';

const EXIT_USAGE = 64;
const EXIT_FAILED = 1;

/** A command line that has to be written otherwise. */
export class WrongUse extends Error {}

/** The values of the options on this process's command line. @throws WrongUse in Node's words for what is none of them */
export const readOptions = <const Options extends NonNullable<ParseArgsConfig['options']>>(options: Options) => {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new WrongUse(messageOf(error));
  }
};

/** Says on stderr what went wrong, with the usage where that is the answer. @returns the exit code */
export const tellFailure = (error: unknown, usage: string): number => {
  const isUse = error instanceof WrongUse;
  process.stderr.write(`${messageOf(error)}\n${isUse ? usage : ''}`);
  return isUse ? EXIT_USAGE : EXIT_FAILED;
};

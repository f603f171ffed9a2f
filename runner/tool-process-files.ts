/**
 * Open files that a child of this process would get besides those that it is given: files that this process was itself started with. Node
 * marks what it opens to be closed in children, but not what it inherited, which may be anything of whoever started the runner.
 */
import { open, readFile, readdir } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** O_CLOEXEC as /proc/…/fdinfo writes flags: octal. */
const CLOSED_IN_CHILDREN = 0o2000000;
/** A longer list of files for a child is a mistake of whoever started the runner. */
const NUMBER_MAX = 4096;

const isPassedOn = async (number: number): Promise<boolean> => {
  const info = await readFile(`/proc/self/fdinfo/${String(number)}`, 'latin1').catch(() => '');
  const flags = /^flags:\s+([0-7]+)$/mu.exec(info)?.[1];
  return flags !== undefined && (Number.parseInt(flags, 8) & CLOSED_IN_CHILDREN) === 0;
};

const passedOn = async (): Promise<readonly number[]> => {
  const names = await readdir('/proc/self/fd').catch(() => []);
  const numbers = names.map(Number).filter((number) => number > 2);
  const are = await Promise.all(numbers.map(isPassedOn));
  return numbers.filter((_, at) => are[at] === true);
};

/** What stands in `stdio` of a child after its first three. */
export interface Covered {
  readonly stdio: readonly ('ignore' | number)[];
  readonly done: () => Promise<void>;
}

/** @throws RangeError when there are files with numbers beyond NUMBER_MAX */
export const coverInherited = async (): Promise<Covered> => {
  const numbers = await passedOn();
  const last = Math.max(2, ...numbers);
  if (last > NUMBER_MAX)
    throw new RangeError(
      `expected open files with numbers up to ${String(NUMBER_MAX)} in the runner, got ${String(last)}`,
    );
  if (last === 2) return { stdio: [], done: () => Promise.resolve() };
  const nothing: FileHandle = await open('/dev/null', 'r');
  const stdio = Array.from({ length: last - 2 }, (_, at) => (numbers.includes(at + 3) ? nothing.fd : 'ignore'));
  return { stdio, done: () => nothing.close() };
};

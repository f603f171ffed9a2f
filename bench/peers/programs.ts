import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
/** Everything the benches install and write; nothing of it is kept in the repository. */
export const PLACE = path.join(ROOT, '.assay', 'bench');

const NEWMAN = '6.2.2';
const PYTHON_PACKAGES = ['pytest==9.2.0', 'httpx==0.28.1'];

export interface Ran {
  readonly wallMs: number;
  readonly output: string;
}

/** @throws when the program ends with another code than 0, with the end of what it said */
export const run = async (program: string, args: readonly string[], cwd = ROOT): Promise<Ran> => {
  const started = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}: ${output.slice(-1500)}`);
  return { wallMs: performance.now() - started, output };
};

/** @returns the file to run Newman with; installed once, in this version */
export const newman = async (): Promise<string> => {
  const folder = path.join(PLACE, `newman-${NEWMAN}`);
  const file = path.join(folder, 'node_modules', 'newman', 'bin', 'newman.js');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
    await run('npm', ['install', '--prefix', folder, ...flags, `newman@${NEWMAN}`]);
  }
  return file;
};

/** @returns the Python of a virtual environment with pytest and httpx, installed once, in these versions */
export const pythonWithPytest = async (): Promise<string> => {
  const folder = path.join(PLACE, PYTHON_PACKAGES.join('-').replaceAll('==', '-'));
  const python = path.join(folder, 'bin', 'python');
  if (!existsSync(path.join(folder, 'bin', 'pytest'))) {
    await run('python3', ['-m', 'venv', folder]);
    await run(python, ['-m', 'pip', 'install', '--quiet', ...PYTHON_PACKAGES]);
  }
  return python;
};

/** @returns the file of the bundled command, made anew */
export const assay = async (): Promise<string> => {
  await run(process.execPath, ['--no-warnings', 'cli/bundle.ts']);
  return path.join(ROOT, 'build', 'cli', 'assay.mjs');
};

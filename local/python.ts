import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { assayFolder, place } from './places.ts';
import { findPipWheel } from './pip-wheel.ts';

const execute = promisify(execFile);
const OLDEST = [3, 10] as const;
const CANDIDATES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python', 'py'];
const INSTALL_TIMEOUT_MS = 300_000;

interface Interpreter {
  readonly command: string;
  readonly version: string;
}

export type Say = (line: string) => void;

const versionOf = async (command: string): Promise<readonly number[] | undefined> => {
  try {
    const { stdout } = await execute(command, ['-c', 'import sys; print(*sys.version_info[:3])'], { timeout: 10_000 });
    return stdout.trim().split(' ').map(Number);
  } catch {
    return undefined; // Not installed under this name, or not a Python.
  }
};

const isNewEnough = ([major = 0, minor = 0]: readonly number[]): boolean =>
  major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);

/**
 * Finds a Python for the emulator.
 *
 * @param chosen   a command or path to use instead of looking (ASSAY_PYTHON)
 * @throws Error that says what was looked for, what was found and what to install
 */
export const findPython = async (chosen?: string): Promise<Interpreter> => {
  const found: string[] = [];
  for (const command of chosen === undefined ? CANDIDATES : [chosen]) {
    const version = await versionOf(command);
    if (version === undefined) continue;
    if (isNewEnough(version)) return { command, version: version.join('.') };
    found.push(`${command} is Python ${version.join('.')}`);
  }
  throw new Error(
    `the one-machine cloud needs Python 3.10 or newer to run its AWS emulator; ${found.length > 0 ? found.join(', ') : `none of ${(chosen === undefined ? CANDIDATES : [chosen]).join(', ')} runs`}. ` +
      'Install it (Debian and Ubuntu: apt install python3; macOS: brew install python; Windows: use WSL2), or name one with ASSAY_PYTHON=/path/to/python3.',
  );
};

const stampOf = (requirements: string, python: Interpreter): string =>
  createHash('sha256').update(readFileSync(requirements)).update(python.version).update(place()).digest('hex');

/** Makes the environment with the pip that ensurepip brings, or without it where a distribution left ensurepip out. */
const createEnvironment = async (python: Interpreter, folder: string, say: Say): Promise<readonly string[]> => {
  const own = path.join(folder, 'bin', 'python');
  try {
    await execute(python.command, ['-m', 'venv', folder], { timeout: INSTALL_TIMEOUT_MS });
    return [own, '-m', 'pip'];
  } catch {
    say('this Python comes without ensurepip; pip is run from its wheel instead');
    rmSync(folder, { recursive: true, force: true });
  }
  await execute(python.command, ['-m', 'venv', '--without-pip', folder], { timeout: INSTALL_TIMEOUT_MS }).catch(
    (cause: unknown) => {
      throw new Error(
        `${python.command} (Python ${python.version}) cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv`,
        { cause },
      );
    },
  );
  return [own, path.join(await findPipWheel(folder), 'pip')];
};

const install = async (pip: readonly string[], requirements: string): Promise<void> => {
  const [command = '', ...args] = pip;
  try {
    await execute(
      command,
      [...args, 'install', '--quiet', '--disable-pip-version-check', '--no-input', '-r', requirements],
      { timeout: INSTALL_TIMEOUT_MS },
    );
  } catch (cause) {
    const { stderr = '' } = cause as { stderr?: string };
    throw new Error(
      `the emulator's Python packages could not be installed from ${path.relative(place(), requirements)}: ${stderr.trim().split('\n').slice(-5).join('\n')}\n` +
        'pip needs a package index: behind a proxy set HTTPS_PROXY, for a mirror PIP_INDEX_URL.',
      { cause },
    );
  }
};

/**
 * The virtual environment of the emulator: made on the first call, reused afterwards, made anew when the requirements or the Python
 * changed. Two processes may call it at once: each builds its own, the first to finish stays.
 *
 * @returns the path of its Python
 */
export const preparePython = async (say: Say, chosen?: string): Promise<string> => {
  const requirements = place('local', 'requirements.txt');
  const python = await findPython(chosen);
  const stamp = stampOf(requirements, python);
  const home = path.join(assayFolder(), 'venv');
  const isReady = (): boolean =>
    existsSync(path.join(home, 'stamp')) && readFileSync(path.join(home, 'stamp'), 'utf8') === stamp;
  const own = path.join(home, 'bin', 'python');
  if (isReady() && (await versionOf(own)) !== undefined) return own;

  say(`installing the AWS emulator into .assay/venv with Python ${python.version} (once)`);
  const building = path.join(assayFolder(), `venv-${String(process.pid)}`);
  try {
    rmSync(building, { recursive: true, force: true });
    await install(await createEnvironment(python, building, say), requirements);
    writeFileSync(path.join(building, 'stamp'), stamp);
    if (!isReady()) {
      rmSync(home, { recursive: true, force: true });
      renameSync(building, home);
    }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return own;
};

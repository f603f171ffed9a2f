/** `npm start` and `npm run token`: command lines that have to be written otherwise; nothing is started by any of them. */
import { expect, test } from '@jest/globals';
import { runProgram } from '../../local/program.ts';

const NO_CLOUD = { ASSAY_CLOUD: '/no/such/cloud.json' };
const run = (program: 'start' | 'token', args: readonly string[]) =>
  runProgram({ program: ['local', program, 'main.ts'], args, env: NO_CLOUD });

test.each([
  ['start', ['--bogus'], "Unknown option '--bogus'", 'usage: npm start'],
  [
    'start',
    ['--tenant', 'A_B'],
    '--tenant must be small letters, digits and dashes, at most 63, got "A_B"',
    'usage: npm start',
  ],
  ['token', ['--bogus'], "Unknown option '--bogus'", 'usage: npm run -s token'],
  ['token', ['--role', 'king'], '--role must be one of viewer, ', 'usage: npm run -s token'],
  ['token', ['--minutes', '0'], '--minutes must be a whole number from 1 to 720, got 0', 'usage: npm run -s token'],
] as const)(
  '%s %j is wrong use: what was expected, what came, and how it is used',
  async (program, args, words, usage) => {
    const { exitCode, stdout, stderr } = await run(program, args);

    expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).toContain(usage);
    expect(stderr).not.toContain('    at ');
  },
);

test.each(['start', 'token'] as const)('%s --help says how it is used', async (program) => {
  expect(await run(program, ['--help'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('usage: '),
    stderr: '',
  });
});

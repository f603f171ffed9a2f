/** `assay lint`: files of the test's own in an empty folder. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { refuseSecretVariables } from '../../functions/catalog-writer/refuse-secrets.ts';
import { expectGolden } from './golden.ts';
import { run } from './run-command.ts';

const SUITE =
  'suite: ping\nservice: shop\ncases:\n  - id: ping\n    request: { method: GET, path: /ping }\n    checks: [{ status: 200 }]\n';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'assay-lint-'));
});

const write = async (name: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
  await writeFile(path.join(cwd, name), text);
};
const writeAll = async (): Promise<void> => {
  await write('assay/suites/ping.yaml', SUITE);
  await write('assay/a-service.yaml', 'service: shop\nowner: me\n');
  await write('assay/env.yml', 'name: local\ntargets: { default: "http://127.0.0.1:1" }\n');
  await write('assay/openapi.json', '{"openapi":"3.1.0"}');
  await write('assay/notes.yaml', 'just: notes\n');
  await write('assay/node_modules/x/suite.yaml', 'suite: 1\n');
};

describe('lint', () => {
  test.each([
    [{ pin: '4711-lib' }, true],
    [{ apiKey: 'x' }, true],
    [{ 'user.password': 'x' }, true],
    [{ pin: '' }, false],
    [{ tokenUrl: 'https://x.example/token' }, false],
    [{ tokenPath: '/token' }, false],
    [{ authorization: 'Bearer {{token}}' }, false],
    [{ pin: 4711 }, false],
    [{ pinboard: 'x' }, false],
  ])('variables %j are judged as push judges them', async (variables, refused) => {
    await write('env.json', JSON.stringify({ name: 'local', targets: { default: 'http://127.0.0.1:1' }, variables }));

    const { exit, stdout } = await run(['lint', 'env.json'], { cwd });

    expect(exit).toBe(refused ? 1 : 0);
    expect(stdout.includes('because its name says that it is one')).toBe(refused);
    if (refused) expect(() => refuseSecretVariables('local', variables)).toThrow();
    else expect(() => refuseSecretVariables('local', variables)).not.toThrow();
  });

  test('secret references outside assay/{tenant}/ and names given twice are said with their places', async () => {
    await write(
      'env.yaml',
      "name: local\ntargets: { default: 'http://127.0.0.1:1' }\nvariables: { user: ada }\nsecrets:\n  a: { ref: my-team/shop#a, hosts: ['127.0.0.1:1'] }\n  b: { ref: assay/acme/shop#b, hosts: ['127.0.0.1:1'] }\n  user: { ref: assay/acme/shop, hosts: ['127.0.0.1:1'] }\n",
    );

    const { exit, stdout } = await run(['lint', 'env.yaml'], { cwd });

    expect(exit).toBe(1);
    expect(stdout).toContain('env.yaml:5:13: expected the name or ARN of a secret below "assay/TENANT/"');
    expect(stdout).toContain('env.yaml:7:9: expected a name that is not among the variables, got "user"');
    expect(stdout).toContain('2 problems');
  });

  test('good files are counted, without a plane or a token', async () => {
    await writeAll();

    const ran = await run(['lint', 'assay'], { cwd });

    expect(ran).toMatchObject({ exit: 0, stdout: 'ok  3 files, 1 suite, 1 case\n', stderr: '' });
  });

  test('each problem has file, line and column', async () => {
    await write(
      'bad.yaml',
      'suite: bad\nservice: shop\ncases:\n  - id: a\n    request: { method: FETCH, path: /a }\n    checks: []\n    colour: red\n',
    );
    await write('env.yaml', 'name: local\ntargets: { default: "ftp://x" }\ncolour: red\n');
    await write('card.yaml', SUITE.replace('/ping }', '/ping, json: { card: "4111111111111111" } }'));

    const { exit, stdout } = await run(['lint', 'bad.yaml', 'env.yaml', 'card.yaml'], { cwd });

    expect(exit).toBe(1);
    expect(stdout).not.toContain('4111111111111111');
    expectGolden('lint-problems.txt', stdout);
  });

  test('two files that define the same suite are a problem', async () => {
    await write('a.yaml', SUITE);
    await write('b.yaml', SUITE);

    const { exit, stdout } = await run(['lint', '.'], { cwd });

    expect(exit).toBe(1);
    expect(stdout).toContain('b.yaml:1:1: expected each suite once, but shop.ping is defined in a.yaml already');
  });

  test('a file that was named but is none of ours is a problem; in a folder it is left alone', async () => {
    await write('notes.yaml', 'just: notes\n');

    const named = await run(['lint', 'notes.yaml'], { cwd });
    const found = await run(['lint', '.'], { cwd });

    expect(named).toMatchObject({ exit: 1 });
    expect(named.stdout).toContain('expected a catalog file, but it is no suite');
    expect(found.exit).toBe(64);
  });

  test('--json gives places to programs', async () => {
    await write('bad.yaml', 'suite: bad\nservice: shop\ncases: []\n');

    const { exit, stdout } = await run(['lint', 'bad.yaml', '--json'], { cwd });

    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ file: 'bad.yaml', kind: null }],
      problems: [{ file: 'bad.yaml', line: 3, pointer: '/cases' }],
    });
  });
});

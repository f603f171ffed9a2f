/** `npm run secret`: what it takes, and what it sends to Secrets Manager, scripted on loopback. On a live cloud: test/e2e/secret.test.ts. */
import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { runProgram } from '../../local/program.ts';
import { putSecret, readSecret } from '../../local/secret/put-secret.ts';

const JSON_SECRET = '{"password":"swordfish","user":"ada"}';

test('a JSON secret is referred to by key, other text by its name', () => {
  expect(readSecret('assay/local/shop', JSON_SECRET, ['local'])).toEqual({
    name: 'assay/local/shop',
    text: JSON_SECRET,
    references: ['assay/local/shop#password', 'assay/local/shop#user'],
  });
  expect(readSecret('assay/b/token', 'swordfish', ['a', 'b'])).toMatchObject({ references: ['assay/b/token'] });
});

test.each([
  ['shop', 'x', 'expected a name such as assay/local/NAME'],
  ['assay/other/shop', 'x', 'expected a name such as assay/local/NAME'],
  ['assay/local/', 'x', 'expected a name such as assay/local/NAME'],
  ['assay/local/shop#password', 'x', 'without #key'],
  ['assay/local/shop', '', 'expected a value, got none'],
  ['assay/local/shop', '{"password":swordfish}', 'got text that is none'],
  ['assay/local/shop', '{"password":1,"token":"swordfish"}', 'got number under "password"'],
  ['assay/local/shop', '{}', 'at least one key'],
  ['assay/local/shop', '{"":"swordfish"}', 'expected keys that a reference can name, without # and not empty, got ""'],
  [
    'assay/local/shop',
    '{"a#b":"swordfish"}',
    'expected keys that a reference can name, without # and not empty, got "a#b"',
  ],
  ['assay/local/shop', 'x'.repeat(65_537), 'at most 65536 bytes, got 65537'],
])('%s with %.30s is refused, and the value is not repeated', (name, text, words) => {
  const said = readSecret(name, text, ['local']);

  expect(said).toContain(words);
  expect(said).not.toContain('swordfish');
});

test.each([
  [200, 'created', ['CreateSecret']],
  [400, 'updated', ['CreateSecret', 'PutSecretValue']],
])('it is created, or given a new value (%s)', async (status, change, calls) => {
  const seen: { readonly target: string; readonly body: unknown }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      const target = String(request.headers['x-amz-target']).replace('secretsmanager.', '');
      seen.push({ target, body: JSON.parse(body) });
      const exists = target === 'CreateSecret' && status === 400;
      response.writeHead(exists ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(exists ? '{"__type":"ResourceExistsException"}' : '{"Name":"assay/local/shop"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const secret = { name: 'assay/local/shop', text: JSON_SECRET, references: [] };

  const answer = await putSecret(`http://127.0.0.1:${String(port)}`, secret);
  server.close();

  expect(answer).toBe(change);
  expect(seen.map(({ target }) => target)).toEqual(calls);
  expect(seen.at(-1)?.body).toMatchObject({ SecretString: JSON_SECRET });
});

const NO_CLOUD = { ASSAY_CLOUD: '/no/such/cloud.json' };
const secret = (args: readonly string[], input = '') =>
  runProgram({ program: ['local', 'secret', 'main.ts'], args, input, env: NO_CLOUD });

test.each([
  ['nothing', []],
  ['a name alone', ['assay/local/shop']],
  ['a value that the shell took apart', ['assay/local/shop', 'sword', 'fish']],
])('the command refuses %s as wrong use, and says how it is used', async (_what, args) => {
  const { exitCode, stdout, stderr } = await secret(args);

  expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
  expect(stderr).toContain(`expected a name and a value, got ${String(args.length)} of them`);
  expect(stderr).toContain('usage: npm run -s secret -- NAME VALUE');
  expect(stderr).not.toContain('fish');
});

test('a value may begin with a dash; without a cloud the command says how to start one', async () => {
  const { exitCode, stdout, stderr } = await secret(['assay/local/shop', '--swordfish']);

  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toBe('no cloud runs on this machine; start one with npm start\n');
});

test('--help says how it is used, and is no mistake', async () => {
  expect(await secret(['--help'])).toMatchObject({
    exitCode: 0,
    stderr: '',
    stdout: expect.stringContaining('usage: '),
  });
});

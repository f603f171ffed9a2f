/** `npm run secret`: what it takes, and what it sends to Secrets Manager, scripted on loopback. */
import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
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

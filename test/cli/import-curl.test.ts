/** `assay init --from curl`: commands as people copy them from terminals, documentation and browsers. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { initFolder, type InitFolder } from './init-folder.ts';

let folder: InitFolder;
beforeEach(async () => {
  folder = initFolder(await mkdtemp(path.join(tmpdir(), 'assay-curl-')));
});

const URL_A = 'http://127.0.0.1:9/a';

describe('row 1: curl commands', () => {
  test.each<[string, object]>([
    [`curl ${URL_A}`, { method: 'GET', path: '/a' }],
    [
      `curl -XDELETE '${URL_A}/1?x=1&x=2&y=a%20b'`,
      { method: 'DELETE', path: '/a/1', query: { x: ['1', '2'], y: 'a b' } },
    ],
    [
      `curl -sSL -H "Accept: text/plain" ${URL_A}`,
      { method: 'GET', path: '/a', headers: { accept: 'text/plain' }, followRedirects: true },
    ],
    [`curl ${URL_A} -d a=1 -d 'b=two words'`, { method: 'POST', path: '/a', form: { a: '1', b: 'two words' } }],
    [`curl ${URL_A} --data-urlencode 'q=a&b=c'`, { method: 'POST', path: '/a', form: { q: 'a&b=c' } }],
    [`curl -G ${URL_A} --data-urlencode "q=ä b" -d n=1`, { method: 'GET', path: '/a', query: { q: 'ä b', n: '1' } }],
    [
      `curl ${URL_A} -H 'Content-Type: application/json' --data-raw '{"it'\\''s": [1, null]}'`,
      { method: 'POST', path: '/a', json: { "it's": [1, null] } },
    ],
    [`curl --json '{"a":1}' ${URL_A}`, { method: 'POST', path: '/a', json: { a: 1 } }],
    [
      `curl ${URL_A} --data-binary $'{"a":"l\\u00efne\\\\n\\'q\\'"}' -H 'content-type: application/json'`,
      { method: 'POST', path: '/a', json: { a: "lïne\n'q'" } },
    ],
    [
      `curl -F name=x -F 'f=@/tmp/p.png;type=image/png' ${URL_A}`,
      {
        method: 'POST',
        path: '/a',
        multipart: {
          name: { value: 'x' },
          f: { value: 'content of the file', fileName: 'p.png', contentType: 'image/png' },
        },
      },
    ],
    [`curl -I ${URL_A}`, { method: 'HEAD', path: '/a' }],
    [
      `curl \\\n  -X PUT \\\n  ${URL_A} \\\n  -d 'plain text' -H 'Content-Type: text/plain'`,
      { method: 'PUT', path: '/a', headers: { 'content-type': 'text/plain' }, body: 'plain text' },
    ],
    [
      `curl ^"${URL_A}?x=^%^26^" ^\n  -H ^"x-one: 1^" ^\n  --data-raw ^"^{^\\^"a^\\^":^\\^"b^\\^"^}^" -H ^"content-type: application/json^"`,
      { method: 'POST', path: '/a', query: { x: '&' }, headers: { 'x-one': '1' }, json: { a: 'b' } },
    ],
  ])('%s', async (command, request) => {
    const { exit, stderr } = await folder.init('--from', 'curl', command);

    expect([exit, stderr]).toEqual([0, '']);
    expect((await folder.cases())[0]?.request).toEqual(request);
  });

  test('credentials become secrets, whatever option they came by, and shell variables stay variables', async () => {
    await folder.write(
      'calls.sh',
      [
        '# a comment',
        `curl -u ada:love-lace-1 ${URL_A} | jq .`,
        `curl -H 'Authorization: Bearer abc.DEF-123456' ${URL_A}; curl "http://bob:hunter22@127.0.0.1:9/b"`,
        `curl -H "Authorization: Bearer $API_TOKEN" -b 'sid=s3ss10n' "${URL_A}/\${ITEM_ID}?key=$OTHER" -k`,
      ].join('\n'),
    );

    const { exit, stdout } = await folder.init('calls.sh');
    const cases = await folder.cases();
    const text = await folder.texts();

    expect(exit).toBe(0);
    expect(cases.map((one) => one.request?.headers)).toEqual([
      { authorization: 'Basic {{basicCredentials}}' },
      { authorization: 'Bearer {{bearerToken}}' },
      { authorization: 'Basic {{basicCredentials2}}' },
      { authorization: 'Bearer {{API_TOKEN}}', cookie: '{{cookie}}' },
    ]);
    expect(cases[3]?.request).toMatchObject({ path: '/a/{{ITEM_ID}}', query: { key: '{{OTHER}}' } });
    expect(Object.keys((await folder.environment()).secrets ?? {}).sort()).toEqual([
      'API_TOKEN',
      'basicCredentials',
      'basicCredentials2',
      'bearerToken',
      'cookie',
    ]);
    expect(stdout).toContain('no curl command, left out: jq');
    expect(stdout).toContain('-k was left out');
    for (const secret of ['love-lace', 'DEF-123456', 'hunter22', 's3ss10n', 'YWRhOm'])
      expect(text).not.toContain(secret);
  });

  test('its words may stand as arguments without quotes around the whole', async () => {
    const { exit } = await folder.init('--from', 'curl', '--', 'curl', '-X', 'POST', URL_A, '-d', '{"a": "it\'s"}');

    expect(exit).toBe(0);
    expect((await folder.cases())[0]?.request?.json).toEqual({ a: "it's" });
  });

  test.each<[string, string]>([
    ["curl 'http://x", "command:1:6: expected a closing ', got the end"],
    ['curl -X', 'command:1:1: expected a value after -X'],
    ['curl -H a:b', 'expected an address, got none'],
    ['curl ftp://x/y', 'expected an http or https address, got ftp:'],
    ['wget http://x', 'no such file'],
  ])('%s is a clear error', async (command, words) => {
    const { exit, stderr } = await folder.init('--from', 'curl', command);

    expect([exit, stderr]).toEqual([64, expect.stringContaining(words)]);
  });
});

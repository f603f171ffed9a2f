/** `assay init --from postman`: what requests, variables, authorization and scripts of a collection become; one collection is run against the shop. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { startShop, SHOP_PASSWORD_DEFAULT } from '../../examples/shop/server.ts';
import { initFolder, type InitFolder } from './init-folder.ts';

let folder: InitFolder;
beforeEach(async () => {
  folder = initFolder(await mkdtemp(path.join(tmpdir(), 'assay-postman-')));
});

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const script = (listen: string, ...exec: readonly string[]): object => ({ listen, script: { exec } });
const collection = (item: readonly object[], more: object = {}): object => ({
  info: { name: 'Shop', schema: SCHEMA },
  item,
  ...more,
});
const request = (
  name: string,
  method: string,
  url: unknown,
  more: object = {},
  ...tests: readonly string[]
): object => ({
  name,
  request: { method, url, ...more },
  event: [script('test', ...tests)],
});

const SHOP = collection(
  [
    {
      name: 'Auth',
      item: [
        request(
          'Login',
          'POST',
          '{{baseUrl}}/login',
          {
            auth: { type: 'noauth' },
            header: [{ key: 'Content-Type', value: 'application/json' }],
            body: { mode: 'raw', raw: '{"user": "{{user}}", "password": "{{pass word}}"}' },
          },
          'const json = pm.response.json();',
          "pm.test('is ok', function () { pm.response.to.have.status(200); pm.expect(json.tokenType).to.eql('Bearer'); });",
          "pm.environment.set('token', json.token);",
        ),
      ],
    },
    {
      name: 'Checkout',
      item: [
        request(
          'Open cart',
          'POST',
          '{{baseUrl}}/carts',
          {},
          'tests["created"] = responseCode.code === 201;',
          "postman.setEnvironmentVariable('cart', JSON.parse(responseBody).id);",
        ),
        request(
          'Add line',
          'POST',
          { raw: '{{baseUrl}}/carts/:cartId/lines', variable: [{ key: 'cartId', value: '{{cart}}' }] },
          {
            body: {
              mode: 'raw',
              options: { raw: { language: 'json' } },
              raw: '{"itemId": {{item}}, "quantity": 1} // one',
            },
          },
          "pm.test('has it', () => { const { lines } = pm.response.json(); pm.expect(lines).to.have.lengthOf(1); pm.expect(lines[0].itemId).to.equal(7); });",
        ),
        request('Order', 'POST', '{{baseUrl}}/orders', {
          header: [{ key: 'Idempotency-Key', value: '{{$guid}}' }],
          body: { mode: 'raw', options: { raw: { language: 'json' } }, raw: '{"cartId": "{{cart}}"}' },
        }),
      ],
    },
  ],
  {
    variable: [
      { key: 'baseUrl', value: 'http://127.0.0.1:4010' },
      { key: 'user', value: 'ada' },
      { key: 'pass word', value: 'never-in-a-file-1' },
      { key: 'item', value: 7 },
    ],
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    event: [script('test', "pm.test('quick', () => pm.expect(pm.response.responseTime).to.be.below(5000));")],
  },
);

describe('row 1: a Postman collection', () => {
  test('becomes one suite that runs against the shop, its secret nowhere in the files', async () => {
    await folder.write('shop.json', SHOP);
    const { exit, stdout } = await folder.init('shop.json', '--from', 'postman');
    const shop = await startShop();

    const results = await folder.runAt(shop.url, { passWord: SHOP_PASSWORD_DEFAULT });
    await shop.close();

    expect([exit, stdout]).toEqual([0, expect.stringContaining('4 requests, 1 suite, 4 cases')]);
    expect(results.map((one) => [one.case, one.verdict]).sort()).toEqual([
      ['add-line', 'passed'],
      ['login', 'passed'],
      ['open-cart', 'passed'],
      ['order', 'passed'],
    ]);
    expect(await folder.texts()).not.toContain('never-in-a-file');
    expect((await folder.cases()).find((one) => one.id === 'add-line')?.request).toEqual({
      method: 'POST',
      path: '/carts/{{cart}}/lines',
      headers: { authorization: 'Bearer {{token}}' },
      json: { itemId: '{{item}}', quantity: 1 },
    });
  });

  test('what cannot be translated is said with its place and kept as a comment; nothing is half translated', async () => {
    const lines = [
      'pm.response.json().items.forEach((item) => { pm.expect(item.ok).to.be.true; });',
      'if (pm.info.iteration === 1) { pm.expect(1).to.eql(1); }',
      'pm.expect(pm.response.json().a).to.not.be.above(3);',
      'for (const one of list) { pm.expect(one).to.be.ok; }',
      "pm.sendRequest('http://x', () => {});",
      "pm.environment.set('digest', CryptoJS.MD5('x').toString());",
    ];
    await folder.write(
      'c.json',
      collection([{ name: 'Deep', item: [request('one', 'GET', 'http://127.0.0.1/x', {}, ...lines)] }]),
    );

    const { stdout } = await folder.init('c.json');
    const text = await folder.texts();

    expect(stdout.match(/note: Deep \/ one: not translated: test script of the request, line \d/g)).toHaveLength(
      lines.length,
    );
    for (const line of lines) expect(text).toContain(`# ${line}`);
    expect((await folder.cases())[0]?.checks).toEqual([{ status: '2xx' }]);
  });

  test('authorization is handed down, and its literal values become secrets', async () => {
    const basic = {
      auth: {
        type: 'basic',
        basic: [
          { key: 'username', value: 'ada' },
          { key: 'password', value: 'lovelace-1843' },
        ],
      },
    };
    const items = [
      {
        name: 'In',
        auth: {
          type: 'apikey',
          apikey: [
            { key: 'key', value: 'X-Key' },
            { key: 'value', value: 'AbCd1234EfGh5678' },
          ],
        },
        item: [request('keyed', 'GET', 'http://127.0.0.1/a'), request('basic', 'GET', 'http://127.0.0.1/b', basic)],
      },
      request('bearer', 'GET', 'http://127.0.0.1/c'),
      request('digest', 'GET', 'http://127.0.0.1/d', { auth: { type: 'digest', digest: [] } }),
      request('header', 'GET', 'http://127.0.0.1/e?api_key=zzTop1234zz', {
        auth: { type: 'noauth' },
        header: [
          { key: 'Authorization', value: 'Token 0123456789abcdef' },
          { key: 'Cookie', value: 'sid=abcdef' },
        ],
      }),
    ];
    await folder.write(
      'c.json',
      collection(items, { auth: { type: 'bearer', bearer: { token: 'tok-literal-98765' } } }),
    );

    const { stdout } = await folder.init('c.json');
    const text = await folder.texts();
    const headers = new Map((await folder.cases()).map((one) => [one.id, one.request?.headers]));

    expect(headers.get('keyed')).toEqual({ 'x-key': '{{xKey}}' });
    expect(headers.get('basic')).toEqual({ authorization: 'Basic {{basicCredentials}}' });
    expect(headers.get('bearer')).toEqual({ authorization: 'Bearer {{bearerToken}}' });
    expect(headers.get('header')).toMatchObject({ authorization: 'Token {{bearerToken2}}', cookie: '{{cookie}}' });
    expect(stdout).toContain('digest: authorization of the kind digest was not translated');
    for (const secret of ['lovelace', 'AbCd1234EfGh5678', 'tok-literal', '0123456789abcdef', 'abcdef', 'zzTop1234zz'])
      expect(text).not.toContain(secret);
    expect(Object.keys((await folder.environment()).secrets ?? {})).toContain('apiKey');
  });

  test('environment files win, generated values and bodies of all kinds are kept, names are captured once', async () => {
    const form = {
      body: {
        mode: 'urlencoded',
        urlencoded: [
          { key: 'a', value: '{{x.y}}' },
          { key: 'b', value: 'no', disabled: true },
          { key: 'c', value: '{{$randomInt}}' },
        ],
      },
    };
    const parts = {
      body: {
        mode: 'formdata',
        formdata: [
          { key: 'note', value: 'hi' },
          { key: 'file', type: 'file', src: '/home/me/photo.png' },
        ],
      },
    };
    const graph = { body: { mode: 'graphql', graphql: { query: 'query { a }', variables: '{"n": 1}' } } };
    const set = "pm.collectionVariables.set('id', pm.response.json().id)";
    await folder.write('e.json', {
      name: 'env',
      values: [
        { key: 'base', value: 'http://127.0.0.1:99/v1', enabled: true },
        { key: 'x.y', value: 'z', enabled: true },
      ],
    });
    await folder.write(
      'c.json',
      collection(
        [
          request('first', 'POST', '{{base}}/a', form, set),
          request('again', 'POST', '{{base}}/a', parts, set),
          request('use', 'GET', '{{base}}/a/{{id}}'),
          request('graph', 'POST', '{{base}}/g', graph),
          request('remove', 'DELETE', '{{base}}/a/{{id}}'),
          {
            ...request('later', 'GET', '{{base}}/l'),
            event: [
              script(
                'prerequest',
                "pm.environment.set('when', Date.now()); pm.variables.set('who', `u-${Math.floor(Math.random() * 100)}`);",
              ),
            ],
          },
          request('reads', 'GET', '{{base}}/l?when={{when}}&who={{who}}'),
        ],
        { variable: [{ key: 'base', value: 'http://127.0.0.1:1' }] },
      ),
    );

    const { exit, stderr } = await folder.init('c.json', '-e', 'e.json');
    const cases = new Map((await folder.cases()).map((one) => [one.id, one]));
    const { targets, variables } = await folder.environment();

    expect([exit, stderr]).toEqual([0, '']);
    expect(targets).toEqual({ default: 'http://127.0.0.1:99/v1' });
    expect(variables).toEqual({ xY: 'z' });
    expect((await folder.suites())[0]?.variables).toEqual({ when: '{{$now|epochMs}}', who: 'u-{{$randomInt(0,99)}}' });
    expect(cases.get('first')?.request?.form).toEqual({ a: '{{xY}}', c: '{{$randomInt(0,1000)}}' });
    expect(cases.get('again')?.request?.multipart).toEqual({
      note: { value: 'hi' },
      file: { value: 'content of the file', fileName: 'photo.png' },
    });
    expect(cases.get('graph')?.request?.json).toEqual({ query: 'query { a }', variables: { n: 1 } });
    expect([cases.get('first')?.captures, cases.get('again')?.captures]).toEqual([
      { id: { path: '$.id' } },
      { id2: { path: '$.id' } },
    ]);
    expect(cases.get('use')?.request?.path).toBe('/a/{{id2}}');
    expect(cases.get('remove')?.dependsOn).toEqual(['use']);
  });
});

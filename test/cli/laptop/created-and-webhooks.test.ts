/** What cases create is written down and removed, also later; webhooks come in on this machine; only targets may be private. */
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseCidr } from '#core/address-policy';
import { httpFor, targetsOnlyPolicy } from '#runner/http-for';
import { createdFile } from '../../../cli/laptop/created-file.ts';
import { smallApi } from './small-api.ts';
import { workplace, type Workplace } from './workplace.ts';

let place: Workplace;
let things: Set<string>;
let isDown: boolean;
beforeEach(async () => {
  things = new Set();
  isDown = false;
  let made = 0;
  place = await workplace(({ method, path, headers, body }) => {
    if (path === '/login') return { json: { token: 'tok-4711' } };
    if (headers.authorization !== 'Bearer tok-4711') return { status: 401 };
    if (method === 'POST' && path === '/hooked') {
      const { url } = JSON.parse(body) as { url: string };
      request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }).end('{"state":"done"}');
      return { status: 202 };
    }
    if (method === 'POST') {
      made += 1;
      things.add(`/things/${String(made)}`);
      return { status: 201, json: { id: made } };
    }
    if (isDown) return { status: 500 };
    return { status: things.delete(path) ? 204 : 404 };
  });
  await place.write('environment.yaml', `name: here\ntargets: { default: "${place.api.url}" }\n`);
});
afterEach(() => place.close());

const MAKES = `suite: things
service: shop
defaults: { retry: false, headers: { authorization: 'Bearer {{token}}' } }
cases:
  - id: login
    token: true
    request: { method: POST, path: /login, headers: { authorization: none } }
    checks: [{ status: 200 }]
    captures: { token: { path: $.token } }
  - id: make
    name: makes a thing
    request: { method: POST, path: /things }
    checks: [{ status: 201 }]
    captures: { id: { path: $.id } }
    creates: [{ name: 'thing {{id}}', delete: { path: '/things/{{id}}' } }]
`;

describe('created resources (C1.1)', () => {
  test('are removed at the end, and nothing is left written down', async () => {
    await place.write('things.yaml', MAKES);

    const { exit } = await place.assay(['test', 'things.yaml']);

    expect(exit).toBe(0);
    expect(things.size).toBe(0);
    await expect(place.read('.assay/created.jsonl')).rejects.toThrow('ENOENT');
    expect(await place.read('.assay/.gitignore')).toBe('*\n');
  });

  test('that could not be removed are told, kept in writing, and removed later through the same way', async () => {
    await place.write('things.yaml', MAKES);

    isDown = true;
    const broken = await place.assay(['test', 'things.yaml']);
    const left = await createdFile(place.cwd).left();
    const written = await place.read('.assay/created.jsonl');
    const failing = await place.assay(['test', '--clean-up']);
    isDown = false;
    const after = await place.assay(['test', 'things.yaml']);
    const cleaned = await place.assay(['test', '--clean-up']);
    const again = await place.assay(['test', '--clean-up']);

    expect(broken.exit).toBe(0);
    expect(broken.stdout).toContain('"thing 1" was created and could not be removed: status 500');
    expect(left.map(({ suite, case: id, name }) => [suite, id, name])).toEqual([['shop.things', 'make', 'thing 1']]);
    expect(written).not.toContain('tok-4711');
    expect(failing.exit).toBe(1);
    expect(failing.stdout).toContain('not removed  shop.things  thing 1');
    expect(failing.stdout).toContain('0 resources removed, 1 left');
    expect(after.stderr).toContain('earlier runs left 1 created resource behind');
    expect(cleaned.exit).toBe(0);
    expect(cleaned.stdout).toContain('removed  shop.things  thing 1');
    expect(things.size).toBe(0);
    expect(again.stdout).toContain('nothing was left behind');
  });

  test('of another environment or another suite are left alone', async () => {
    await place.write('things.yaml', MAKES);
    isDown = true;
    await place.assay(['test', 'things.yaml']);
    isDown = false;
    await place.write('other.yaml', MAKES.replace('suite: things', 'suite: other'));
    await place.write('env/there.yaml', `name: there\ntargets: { default: "${place.api.url}" }\n`);

    const elsewhere = await place.assay(['test', '--clean-up', 'things.yaml', '--environment', 'env/there.yaml']);
    const stranger = await place.assay(['test', '--clean-up', 'other.yaml']);

    expect([elsewhere.exit, stranger.exit]).toEqual([64, 64]);
    expect(elsewhere.stderr).toContain('created in the environment "here", not in "there"');
    expect(stranger.stderr).toContain('the suite shop.things that created them is not among these files');
    expect(things.size).toBe(1);
  });

  test('a file that a killed process left half written is still read', async () => {
    await place.write(
      '.assay/created.jsonl',
      `{"created":{"id":"a","suite":"s.t"}}\n{"created":{"id":"b"}}\n{"removed":"a"}\n{"crea`,
    );

    expect((await createdFile(place.cwd).left()).map(({ id }) => id)).toEqual(['b']);
  });

  test('of a run that still goes on are not what killed runs left', async () => {
    // The parent of this process runs as long as it does.
    const line = { created: { id: 'live', suite: 's.t' }, pid: process.ppid };
    await place.write('.assay/created.jsonl', `${JSON.stringify(line)}\n{"created":{"id":"left"},"pid":999999999}\n`);

    expect((await createdFile(place.cwd).left()).map(({ id }) => id)).toEqual(['left']);
  });

  test('what another run writes while the file is tidied is kept', async () => {
    const [mine, theirs] = [createdFile(place.cwd), createdFile(place.cwd)];
    const entry = (id: string) => ({
      id,
      suite: 's.t',
      case: 'c',
      name: id,
      environment: 'here',
      remove: { method: 'DELETE', path: '/' },
      gone: [404],
      createdAtEpochMs: 1,
    });
    await mine.created(entry('a'));
    await mine.removed('a');
    await theirs.created(entry('b'));

    await mine.tidy();

    expect((await mine.left()).map(({ id }) => id)).toEqual(['b']);
  });
});

test('a webhook that the API sends is received; on a port that is taken none can be, which is told', async () => {
  await place.write(
    'hooks.yaml',
    `${MAKES.replace('suite: things', 'suite: hooks\nwebhooks: { done: {} }').split('  - id: make')[0] ?? ''}  - id: ask
    request: { method: POST, path: /hooked, json: { url: '{{webhooks.done.url}}/x' } }
    checks: [{ status: 202 }]
  - id: comes
    dependsOn: [ask]
    receive: { webhook: done, deadlineMs: 5000 }
    checks: [{ path: '$[0].body.state', equals: done }, { path: '$[0].path', equals: /x }]
`,
  );

  const { exit, stdout } = await place.assay(['test', 'hooks.yaml']);
  const taken = await place.assay(['test', 'hooks.yaml', '--webhook-port', new URL(place.api.url).port]);

  expect(stdout).toContain('gate open');
  expect(exit).toBe(0);
  expect(taken.exit).toBe(1);
  expect(taken.stdout).toContain('webhooks cannot be received on port');
});

describe('the address guard on the laptop (F3)', () => {
  const ranges = ['127.0.0.0/8'].flatMap((text) => parseCidr(text) ?? []);
  const ask = async (url: string, allowHosts: readonly string[]): Promise<unknown> => {
    const client = httpFor(ranges, targetsOnlyPolicy)({ name: 'x', targets: { default: place.api.url }, allowHosts });
    try {
      const { status } = await client.send({
        method: 'GET',
        url,
        headers: [],
        timeoutMs: 5000,
        followRedirects: true,
        bodyBytesMax: 10,
      });
      return status;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.close();
    }
  };

  test('targets may be on this machine, hosts that are allowed besides may not', async () => {
    const other = await smallApi(() => ({}));
    const host = new URL(other.url).host;
    try {
      expect(await ask(`${place.api.url}/`, [host])).toBe(401);
      expect(await ask(`${other.url}/`, [host])).toMatch(/loopback addresses are not allowed here/u);
      expect(await ask(`${other.url}/`, [])).toMatch(/expected a host that the environment allows/u);
      expect(other.asked).toEqual([]);
    } finally {
      await other.close();
    }
  });

  test('a redirect from a target to another host of this machine is refused', async () => {
    const other = await smallApi(() => ({}));
    const from = await smallApi(() => ({ status: 302, headers: { location: other.url } }));
    await place.write(
      'one.yaml',
      'suite: one\nservice: shop\ndefaults: { retry: false }\ncases:\n  - { id: a, request: { method: GET, path: /, followRedirects: true }, checks: [{ status: 200 }] }\n',
    );
    await place.write(
      'env.yaml',
      `name: here\ntargets: { default: "${from.url}" }\nallowHosts: ["${new URL(other.url).host}"]\n`,
    );
    try {
      const { exit, stdout } = await place.assay(['test', 'one.yaml', '--environment', 'env.yaml']);

      expect(exit).toBe(1);
      expect(stdout).toContain('loopback addresses are not allowed here');
      expect(other.asked).toEqual([]);
    } finally {
      await Promise.all([other.close(), from.close()]);
    }
  });
});

/** `assay token`, `assay doctor` and the job's own token against a scripted plane: what they send, what they show, what they end with. */
import { describe, expect, test } from '@jest/globals';
import { checkNode } from '../../cli/doctor/doctor-checks.ts';
import { expectGolden } from './golden.ts';
import { assay, CLAIMS, jwt, NOW_SECONDS, plane, TOKEN } from './plane-of-test.ts';
import { NOW_MS, run } from './run-command.ts';
import { problem } from './scripted-plane.ts';
import { accepted, openView, RUN_ID, view } from './wire-samples.ts';

const RUN = `/tests/run/${RUN_ID}`;
const withoutPort = (text: string): string => text.replaceAll(plane.url, 'http://127.0.0.1:1');

describe('token', () => {
  test('claims and expiry are shown, the signature never', async () => {
    const { exit, stdout } = await run(['token'], { env: { ASSAY_TOKEN: TOKEN } });

    expect(exit).toBe(0);
    expect(stdout).not.toContain('c2lnbmF0dXJl');
    expectGolden('token.txt', stdout);
  });

  test('--print prints it whole; an expired one ends with 77', async () => {
    const whole = await run(['token', '--print'], { env: { ASSAY_TOKEN: TOKEN } });
    const expired = await run(['token'], { env: { ASSAY_TOKEN: jwt({ ...CLAIMS, exp: NOW_SECONDS - 5 }) } });

    expect(whole.stdout).toBe(`${TOKEN}\n`);
    expect(expired.exit).toBe(77);
    expect(expired.stdout).toContain('expired 5.0 s ago');
  });
});

describe("the job's own token in GitHub Actions", () => {
  const env = (): { [name: string]: string } => ({
    ASSAY_URL: plane.url,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${plane.url}/oidc?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner',
  });

  test('is fetched with the audience, and again when it is older than a minute', async () => {
    plane.on('GET /oidc', { json: { value: 'first.token.x' } }, { json: { value: 'second.token.x' } });
    plane.on('POST /tests/run', { status: 202, json: accepted });
    const pause = { status: 304, headers: { 'retry-after': '20' } };
    plane.on(`GET ${RUN}`, { json: view(), headers: { etag: '"1"' } }, pause, pause, pause, pause, { json: openView });

    const { exit } = await run(['run', '-s', 'shop', '--wait'], { env: env() });

    expect(exit).toBe(0);
    expect(plane.calls('GET /oidc').map((call) => [call.url, call.headers.authorization])).toEqual([
      ['/oidc?api-version=2&audience=assay', 'bearer runner'],
      ['/oidc?api-version=2&audience=assay', 'bearer runner'],
    ]);
    expect(plane.calls(`GET ${RUN}`).map((call) => call.headers.authorization)).toEqual([
      ...Array<string>(5).fill('Bearer first.token.x'),
      'Bearer second.token.x',
    ]);
  });

  test('is fetched once more when the plane refuses it', async () => {
    plane.on('GET /oidc', { json: { value: 'first.token.x' } }, { json: { value: 'second.token.x' } });
    plane.on('POST /tests/run', problem(401, 'token-expired', 'Token expired', 'it expired'), {
      status: 202,
      json: accepted,
    });

    const { exit } = await run(['run', '-s', 'shop'], { env: { ...env(), ASSAY_AUDIENCE: 'mine' } });

    expect(exit).toBe(0);
    expect(plane.calls('GET /oidc')[0]?.url).toBe('/oidc?api-version=2&audience=mine');
    expect(plane.calls('POST /tests/run').map((call) => call.headers.authorization)).toEqual([
      'Bearer first.token.x',
      'Bearer second.token.x',
    ]);
  });

  test('ASSAY_TOKEN goes before it; a job without the permission gets a hint', async () => {
    plane.on('POST /tests/run', { status: 202, json: accepted });
    plane.on('GET /oidc', { status: 403, json: {} });

    await run(['run', '-s', 'shop'], { env: { ...env(), ASSAY_TOKEN: 'own.token.x' } });
    const refused = await run(['run', '-s', 'shop'], { env: env() });

    expect(plane.calls('POST /tests/run').map((call) => call.headers.authorization)).toEqual(['Bearer own.token.x']);
    expect(refused.exit).toBe(77);
    expect(refused.stderr).toContain('id-token: write');
  });
});

describe('a token service that gives none', () => {
  const env = (): { [name: string]: string } => ({
    ASSAY_URL: plane.url,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${plane.url}/oidc`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner',
  });

  test.each([
    [
      400,
      '{"message":"expected claims, got none"}',
      'it answered 400: expected claims, got none',
      'ACTIONS_ID_TOKEN_REQUEST_URL',
      77,
    ],
    [403, '{"error":"denied"}', 'it answered 403: denied', 'id-token: write', 77],
    [404, '<html>lost</html>', 'it answered 404\n', 'unchanged', 77],
    [503, 'busy', 'it answered 503: busy', 'try again', 69],
    [200, '{"token":"x"}', 'it answered 200 without a token', 'unchanged', 77],
  ])('%s %s is told in its own words, with a hint that fits', async (status, text, words, hint, exitCode) => {
    plane.on('GET /oidc', { status, text });

    const { exit, stderr } = await run(['run', '-s', 'shop'], { env: env() });

    expect(exit).toBe(exitCode);
    expect(stderr).toContain(words);
    expect(stderr.split('hint:')[1]).toContain(hint);
    expect(stderr.includes('id-token: write')).toBe(status === 403);
  });
});

describe('doctor', () => {
  test.each([
    ['20.17.9', 'fail'],
    ['20.18.0', 'ok'],
    ['18.20.0', 'fail'],
    ['22.1.0', 'ok'],
  ])('Node %s is %s', (version, mark) => {
    expect(checkNode(version).mark).toBe(mark);
  });

  const healthy = (): void => {
    plane.on('GET /healthz', {
      json: { status: 'ok', version: '0.1.0' },
      headers: { date: new Date(NOW_MS).toUTCString() },
    });
    plane.on('GET /access/whoami', {
      json: {
        tenant: 'acme',
        role: 'editor',
        subject: 'repo:acme/shop',
        issuer: CLAIMS.iss,
        ruleId: 'shop-ci',
        projects: ['*'],
        payloadRead: false,
        rights: ['run:read'],
      },
    });
    plane.on('GET /readyz', { json: { status: 'ok', dependencies: [{ name: 'table', state: 'ok', latencyMs: 4 }] } });
  };

  test('a healthy way to the plane is all ok', async () => {
    healthy();

    const { exit, stdout } = await assay(['doctor']);

    expect(exit).toBe(0);
    expectGolden('doctor-ok.txt', withoutPort(stdout));
  });

  test.each([
    [['doctor', '--tenant', 'acme'], {}, 'ok    tenant    acme (--tenant)', 0, 'acme'],
    [['doctor'], { ASSAY_TENANT: 'globex' }, 'ok    tenant    globex (ASSAY_TENANT)', 0, 'globex'],
    [['doctor', '--tenant', 'acme'], { ASSAY_TENANT: 'globex' }, 'acme (--tenant)', 0, 'acme'],
    [['doctor'], { ASSAY_TENANT: '' }, 'repo:acme/shop is editor of acme', 0, undefined],
    [['doctor'], { ASSAY_TENANT: 'A B' }, `ASSAY_TENANT must be a tenant's id`, 64, undefined],
    [['doctor', '--tenant', ''], {}, `--tenant must be a tenant's id`, 64, undefined],
  ])('%j with %j says and sends the tenant that is meant', async (argv, env, text, exit, sent) => {
    healthy();

    const ran = await assay(argv, { env: { ASSAY_TOKEN: TOKEN, ...env } });

    expect(ran.exit).toBe(exit);
    expect(ran.stdout).toContain(text);
    expect(plane.calls('GET /access/whoami')[0]?.headers['x-assay-tenant']).toBe(sent);
  });

  test('every command that talks to the plane takes the tenant from ASSAY_TENANT too', async () => {
    plane.on('GET /access/trust-rules', { json: { items: [] } });

    const listed = await assay(['trust', 'list'], { env: { ASSAY_TOKEN: TOKEN, ASSAY_TENANT: 'globex' } });
    const wrong = await assay(['trust', 'list'], { env: { ASSAY_TOKEN: TOKEN, ASSAY_TENANT: 'Globex' } });

    expect([listed.exit, wrong.exit]).toEqual([0, 64]);
    expect(plane.calls('GET /access/trust-rules').map(({ headers }) => headers['x-assay-tenant'])).toEqual(['globex']);
    expect(wrong.stderr).toContain('got "Globex"');
  });

  test('clock skew, a dependency that fails and an expired token are told with hints', async () => {
    healthy();
    plane.on('GET /healthz', {
      json: { status: 'ok', version: '0.1.0' },
      headers: { date: new Date(NOW_MS - 20_000).toUTCString() },
    });
    plane.on('GET /readyz', {
      json: { status: 'degraded', dependencies: [{ name: 'evidence bucket', state: 'failing', latencyMs: 900 }] },
    });

    const sick = await assay(['doctor']);
    const expired = await assay(['doctor', '--json'], {
      env: { ASSAY_TOKEN: jwt({ ...CLAIMS, exp: NOW_SECONDS - 1 }) },
    });

    expect(sick.exit).toBe(69);
    expect(sick.stdout).toContain('warn  clock     this clock is 19.0 s ahead of the plane');
    expect(sick.stdout).toContain('fail  ready     evidence bucket failing after 900 ms');
    expect(JSON.parse(expired.stdout)).toMatchObject({ exitCode: 69 });
  });

  test('a plane that is not there, a wrong path and no token are each named', async () => {
    const gone = await run(['doctor'], { env: { ASSAY_URL: 'http://127.0.0.1:1', ASSAY_TOKEN: TOKEN } });
    const other = await assay(['doctor']);
    const bare = await run(['doctor'], { env: {} });

    expect(gone.exit).toBe(69);
    expect(gone.stdout).toContain('fail  reach');
    expect(other.stdout).toContain('with the stage?');
    expect(bare.exit).toBe(64);
    expect(bare.stdout).toContain('fail  address   expected the address of the plane, got none');
    expect(bare.stdout).toContain('fail  token     expected a token, found none');
  });
});

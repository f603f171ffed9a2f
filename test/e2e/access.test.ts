/**
 * Who gets in, and how far. Tokens are real ones of the cloud's issuer, or forged with a key of our own that claims to be its.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { ROLES } from '#core/words';
import type { Role } from '#core/words';
import { ownerClaims } from '../../local/cloud.ts';
import { actionsEnvironment } from '../../local/oidc-issuer.ts';
import { assay } from '../../local/assay-command.ts';
import { place } from '../../local/places.ts';
import { callPlane } from '../../local/plane-call.ts';
import { get, register } from './catalog.ts';
import type { Caller } from './plane.ts';
import { callerWith, cloudOf, codeOf, runToGate, sealed, someone, unique, until } from './plane.ts';
import { json, startTarget } from './target.ts';

const cloud = cloudOf('plain');

const whoami = (token: string | undefined) =>
  callPlane(cloud.url, { method: 'GET', path: '/access/whoami', ...(token === undefined ? {} : { token }) });

const sealedRun = async (
  who: Caller,
): Promise<{ readonly runId: string; readonly service: string; readonly environment: string }> => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const { service, environment } = await register(who, { target, suites: { only: [get('one')] } });
  const { runId } = await runToGate(who, { service });
  await sealed(who, runId);
  return { runId, service, environment };
};

describe('a token', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const signed = async (header: { readonly kid?: string; readonly alg: 'RS256' }): Promise<string> => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    return new SignJWT({ ...ownerClaims('local'), iss: cloud.issuer.url, aud: 'assay', iat: now(), exp: now() + 300 })
      .setProtectedHeader({ ...header, jwk: await exportJWK(publicKey) })
      .sign(privateKey);
  };
  const issuerKid = async (): Promise<string> => {
    const { keys } = (await (await fetch(`${cloud.issuer.url}/jwks`)).json()) as { keys: { kid: string }[] };
    return keys[0]?.kid ?? '';
  };

  test('of the first owner opens the door', async () => {
    const { status, body } = await whoami(await cloud.tokenFor(ownerClaims('local')));

    expect(status).toBe(200);
    expect(body).toMatchObject({ tenant: 'local', role: 'owner', subject: 'owner@local', ruleId: 'first-owner' });
  });

  const unknownIssuer = async (): Promise<string> => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = new SignJWT(ownerClaims('local')).setProtectedHeader({ alg: 'RS256' });
    return token.setIssuer('https://evil.example').setAudience('assay').setExpirationTime('5m').sign(privateKey);
  };
  const unsigned = (): string =>
    new UnsecuredJWT(ownerClaims('local'))
      .setIssuer(cloud.issuer.url)
      .setAudience('assay')
      .setExpirationTime('5m')
      .encode();
  const makers: { readonly [what: string]: () => Promise<string | undefined> } = {
    missing: async () => undefined,
    'that is no JWT': async () => 'hello',
    expired: () => cloud.tokenFor(ownerClaims('local'), { lifetimeSeconds: -300 }),
    'for another audience': () => cloud.tokenFor(ownerClaims('local'), { audience: 'somebody-else' }),
    'signed by a stranger who names the key of the issuer': async () =>
      signed({ alg: 'RS256', kid: await issuerKid() }),
    'that brings its own key': () => signed({ alg: 'RS256' }),
    'of an issuer that is not configured': unknownIssuer,
    'without a signature': async () => unsigned(),
    'that matches no trust rule': () => cloud.tokenFor({ sub: unique('stranger') }),
  };

  test.each([
    ['missing', 401, 'token-missing'],
    ['that is no JWT', 401, 'token-malformed'],
    ['expired', 401, 'token-expired'],
    ['for another audience', 401, 'token-wrong-audience'],
    ['signed by a stranger who names the key of the issuer', 401, 'token-forged'],
    ['that brings its own key', 401, 'token-forged'],
    ['of an issuer that is not configured', 401, 'token-unknown-issuer'],
    ['without a signature', 401, 'token-forged'],
    ['that matches no trust rule', 403, 'no-trust-rule'],
  ] as const)('%s is refused', async (what, status, code) => {
    const answer = await whoami(await makers[what]?.());

    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status, code });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('another tenant', () => {
  test('sees nothing of a run: every path is 404, and lists do not hold it', async () => {
    const owner = await someone(cloud);
    const other = await someone(cloud, { tenant: 'other', role: 'owner' });
    const { runId, service, environment } = await sealedRun(owner);

    const paths = ['', '/results', '/junit', '/logs', '/evidence'].map((rest) => `/tests/run/${runId}${rest}`);
    const reads = await Promise.all(
      [...paths, `/services/${service}`, `/suites/${service}.only`, `/environments/${environment}`].map((path) =>
        other.call('GET', path),
      ),
    );
    const writes = await Promise.all(
      ['cancel', 'rerun'].map((verb) =>
        other.call('POST', `/tests/run/${runId}/${verb}`, verb === 'rerun' ? {} : undefined),
      ),
    );
    const list = await other.expect<{ items: { runId: string }[] }>(200, 'GET', `/tests/runs?service=${service}`);

    expect([...reads, ...writes].map(({ status }) => status)).toEqual([...reads, ...writes].map(() => 404));
    expect(list.items).toEqual([]);
  });

  test('cannot run a service that is not its own', async () => {
    const owner = await someone(cloud);
    const { service } = await sealedRun(owner);

    const answer = await (
      await someone(cloud, { tenant: 'other', role: 'owner' })
    ).call('POST', '/tests/run', { service });

    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 422, code: 'unknown-service' });
  });
});

describe('tenants that share the issuer', () => {
  const rule = (claims: object) => ({ id: unique('bait'), issuer: cloud.issuer.url, claims, role: 'viewer' });
  const ownerOf = async (tenant: string): Promise<Caller> =>
    callerWith(cloud, await cloud.tokenFor(ownerClaims(tenant)));

  test('cannot add rules for each other’s tokens, nor for everybody’s', async () => {
    const other = await ownerOf('other');
    const victim = unique('victim');

    const answers = await Promise.all(
      [
        { sub: victim },
        { sub: victim, organization: 'local' },
        { sub: victim, organization: { like: '*' } },
        { sub: victim, organization: { like: 'other*' } },
        { sub: victim, organization: ['other', 'local'] },
        { sub: victim, organization: 'Other' },
      ].map((claims) => other.call('POST', '/access/trust-rules', rule(claims))),
    );

    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(
      answers.map(() => [422, 'trust-rule-invalid']),
    );
    expect(JSON.stringify(answers[0]?.body)).toContain('expected a condition on organization within');
  });

  test('neither attract nor disturb a token by a rule that matches all else of it', async () => {
    const sub = unique('job');
    const claims = { sub, organization: 'local' };
    const other = await ownerOf('other');
    await other.expect(201, 'POST', '/access/trust-rules', rule({ sub, organization: 'other' }));
    const token = await cloud.tokenFor(claims);
    const without = await whoami(token);
    await (await ownerOf('local')).expect(201, 'POST', '/access/trust-rules', rule(claims));

    const found = await until('the own rule', async () => {
      const answer = await whoami(token);
      return answer.status === 200 ? answer : undefined;
    });
    const named = await callerWith(cloud, token).call('GET', '/access/whoami', undefined, {
      'x-assay-tenant': 'other',
    });

    expect([without.status, codeOf(without)]).toEqual([403, 'no-trust-rule']);
    expect(found.body).toMatchObject({ tenant: 'local', subject: sub });
    expect([named.status, codeOf(named)]).toEqual([403, 'no-trust-rule']);
    expect((await whoami(await cloud.tokenFor({ sub, organization: 'local-evil' }))).status).toBe(403);
  });
});

test('health tells the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(place('package.json'), 'utf8')) as { version: string };

  const { status, body } = await callPlane(cloud.url, { method: 'GET', path: '/healthz' });

  expect([status, body]).toEqual([200, { status: 'ok', version }]);
});

/** From requirement F1's table, not from the code: who may change the catalogue, start runs, manage access. */
const MAY: {
  readonly [role in Role]: {
    readonly read: boolean;
    readonly start: boolean;
    readonly write: boolean;
    readonly manage: boolean;
  };
} = {
  viewer: { read: true, start: false, write: false, manage: false },
  executor: { read: true, start: true, write: false, manage: false },
  editor: { read: true, start: true, write: true, manage: false },
  approver: { read: true, start: true, write: true, manage: false },
  admin: { read: true, start: true, write: true, manage: true },
  owner: { read: true, start: true, write: true, manage: true },
};

test.each(ROLES)('a %s may do what the matrix says, and no more', async (role) => {
  const who = await someone(cloud, { role });

  const read = await who.call('GET', '/services');
  const start = await who.call('POST', '/tests/run', { service: unique('nowhere') });
  const write = await who.call('PUT', `/services/${unique('svc')}`, { owner: 'x@example.org' });
  const manage = await who.call('DELETE', `/access/trust-rules/${unique('nobody')}`);

  const allowed = {
    read: read.status !== 403,
    start: start.status !== 403,
    write: write.status !== 403,
    manage: manage.status !== 403,
  };
  expect(allowed).toEqual(MAY[role]);
});

test('a rule that is removed ends access within the 10 s for which the authorizer may hold it', async () => {
  const owner = callerWith(cloud, await cloud.tokenFor(ownerClaims('local')));
  const who = await someone(cloud, { role: 'viewer', projects: ['*'] });
  const { ruleId } = await who.expect<{ ruleId: string }>(200, 'GET', '/access/whoami');

  await owner.expect(204, 'DELETE', `/access/trust-rules/${ruleId}`);

  // Asked, not answered: however late a busy machine answers, nobody who asks after 10 s is let in.
  const removedAt = Date.now();
  let lastLetInMs = 0;
  await until(
    'the refusal',
    async () => {
      const askedMs = Date.now() - removedAt;
      const { status } = await who.call('GET', '/access/whoami');
      if (status === 200) lastLetInMs = askedMs;
      return status === 403 ? true : undefined;
    },
    60_000,
    500,
  );
  expect(lastLetInMs).toBeLessThan(10_000);
});

test('a rule for one service opens that service only', async () => {
  const editor = await someone(cloud);
  const { service } = await sealedRun(editor);
  const other = await sealedRun(editor);
  const guest = await someone(cloud, { role: 'viewer', projects: [service] });

  expect((await guest.call('GET', `/services/${service}`)).status).toBe(200);
  expect([403, 404]).toContain((await guest.call('GET', `/tests/run/${other.runId}`)).status);
});

test('a job of GitHub Actions needs no stored token: the command fetches its own', async () => {
  const subject = unique('repo:example/shop:ref:refs/heads/main').replace(/[^\w:/-]/g, '');
  const owner = callerWith(cloud, await cloud.tokenFor(ownerClaims('local')));
  const claims = { sub: subject, repository: 'example/shop', organization: 'local' };
  const rule = { id: unique('github'), issuer: cloud.issuer.url, claims, role: 'viewer' };
  await owner.expect(201, 'POST', '/access/trust-rules', rule);

  const job = actionsEnvironment(cloud.issuer, claims);
  const outcome = await assay({ args: ['doctor'], url: cloud.url, identity: { GITHUB_ACTIONS: 'true', ...job } });

  expect(outcome).toMatchObject({ exitCode: 0 });
});

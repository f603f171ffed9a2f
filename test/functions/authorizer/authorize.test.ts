/** From token to principal: trust rules, the built-in owner, tenants, caches by the clock, and what the gateway and the handler behind it make of a refusal. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Context } from 'aws-lambda';
import type { JWTPayload } from 'jose';
import type { TrustRule } from '#core/access';
import type { ClaimNamespace } from '#core/claim-namespaces';
import { parseFirstOwners } from '#core/issuers';
import type { AccessStore } from '#ports/access-store';
import { authorize, RULES_FRESH_MS } from '../../../functions/authorizer/authorize.ts';
import { authorizerHandler } from '../../../functions/authorizer/authorizer-handler.ts';
import type { AuthorizerEvent } from '../../../functions/authorizer/authorizer-handler.ts';
import { createKeySets } from '../../../functions/authorizer/key-sets.ts';
import { fixedClock, inMemoryAccess, recordingLog, silentLog } from '../../doubles/index.ts';
import { makeStockedPlane } from '../plane.ts';
import { goodClaims, ISSUER, issuerOf, newSigner, NOW_S, sign } from './token-forge.ts';
import type { Signer } from './token-forge.ts';

let signer: Signer;
beforeAll(async () => {
  signer = await newSigner('RS256', 'rsa-1');
});

const http = { send: () => Promise.reject(new Error('nothing may be fetched')), close: () => Promise.resolve() };
const FIRST_OWNER = JSON.stringify({ tenant: 'acme', issuer: ISSUER, claims: { sub: 'boss' } });

const rule = (change: Partial<TrustRule> = {}): TrustRule => ({
  schemaVersion: 1,
  id: 'ci',
  tenant: 'acme',
  issuer: ISSUER,
  claims: { repository: 'acme/shop' },
  role: 'executor',
  projects: ['shop'],
  payloadRead: false,
  createdBy: 'boss',
  createdAtEpochMs: 0,
  ...change,
});

const WHOLE: readonly ClaimNamespace[] = [{ tenant: 'acme', claims: {} }];
/** A token may have several groups; a repository has one owner. */
const BY_GROUP: readonly ClaimNamespace[] = [
  { tenant: 'acme', claims: { groups: ['acme-ci'] } },
  { tenant: 'umbrella', claims: { groups: ['umbrella-ci'] } },
];
const BY_REPOSITORY: readonly ClaimNamespace[] = [
  { tenant: 'acme', claims: { repository: [{ like: 'acme/*' }] } },
  { tenant: 'umbrella', claims: { repository: [{ like: 'umbrella/*' }] } },
];

const setUp = (
  rules: readonly TrustRule[],
  wrap: (access: AccessStore) => AccessStore = (access) => access,
  namespaces = WHOLE,
) => {
  const clock = fixedClock(NOW_S * 1000);
  const access = inMemoryAccess(rules);
  const log = recordingLog();
  const decide = authorize({
    issuers: [{ ...issuerOf(signer), namespaces }],
    firstOwners: parseFirstOwners(FIRST_OWNER),
    keySets: createKeySets({ http, clock, log: silentLog }),
    access: wrap(access),
    clock,
    log,
  });
  const come = async (claims: JWTPayload = {}, tenant?: string) =>
    decide({
      authorization: `Bearer ${await sign(signer, { ...goodClaims, ...claims })}`,
      ...(tenant === undefined ? {} : { tenant }),
    });
  return { clock, access, log, decide, come };
};

describe('trust rules', () => {
  test('a matching rule makes the principal, nothing of it comes from the token’s own wishes', async () => {
    const { come } = setUp([rule()]);

    expect(await come({ role: 'owner', tenant: 'umbrella', projects: ['*'], payloadRead: true })).toEqual({
      kind: 'allowed',
      principal: {
        tenant: 'acme',
        role: 'executor',
        subject: 'repo:acme/shop:ref:refs/heads/main',
        issuer: ISSUER,
        ruleId: 'ci',
        projects: ['shop'],
        payloadRead: false,
        tokenId: 'token-1',
      },
    });
  });

  test.each([
    ['of another repository', rule({ claims: { repository: 'acme/other' } })],
    ['that expired', rule({ expiresAtEpochMs: NOW_S * 1000 })],
    ['of another issuer', rule({ issuer: 'https://other.example' })],
    ['for another audience', rule({ audience: 'https://else.example' })],
    ['without conditions', rule({ claims: {} })],
  ])('a rule %s lets nobody in', async (_name, only) => {
    expect(await setUp([only]).come()).toMatchObject({ kind: 'forbidden', code: 'no-trust-rule' });
  });

  test('the first owner of the deploy comes in without any stored rule', async () => {
    expect(await setUp([]).come({ sub: 'boss' })).toMatchObject({
      kind: 'allowed',
      principal: { role: 'owner', ruleId: 'first-owner', projects: ['*'], payloadRead: true },
    });
  });

  test('a token of several tenants needs the header, which chooses; for others it only confirms', async () => {
    const rules = ['acme', 'umbrella'].map((tenant) => rule({ tenant, claims: { groups: `${tenant}-ci` } }));
    const { come } = setUp(rules, undefined, BY_GROUP);
    const both = { groups: ['acme-ci', 'umbrella-ci'] };

    expect(await come(both)).toMatchObject({ kind: 'forbidden', code: 'tenant-ambiguous' });
    expect(await come(both, 'umbrella')).toMatchObject({ kind: 'allowed', principal: { tenant: 'umbrella' } });
    expect(await come(both, 'nowhere')).toMatchObject({ kind: 'forbidden', code: 'no-trust-rule' });
    expect(await come({ groups: ['acme-ci'] }, 'acme')).toMatchObject({ kind: 'allowed' });
    expect(await come({ groups: ['acme-ci'] }, 'umbrella')).toMatchObject({ kind: 'forbidden', code: 'no-trust-rule' });
  });

  test('a removed rule lets nobody in after ten seconds, and rules are not read for each request', async () => {
    let reads = 0;
    const { access, clock, come } = setUp([rule()], (inner) => ({
      ...inner,
      rulesOfIssuer: (issuer, signal) => {
        reads += 1;
        return inner.rulesOfIssuer(issuer, signal);
      },
    }));
    await come();
    await access.removeRule('acme', 'ci');
    clock.advance(RULES_FRESH_MS - 1);
    const still = await come();
    clock.advance(1);

    expect([still.kind, (await come()).kind, reads]).toEqual(['allowed', 'forbidden', 2]);
    expect(RULES_FRESH_MS).toBeLessThanOrEqual(10_000);
  });

  test('a rule that was added a moment ago works at once', async () => {
    const { access, come } = setUp([]);
    const before = await come();
    await access.addRule(rule());

    expect([before.kind, (await come()).kind]).toEqual(['forbidden', 'allowed']);
  });

  test('rules that cannot be read let nobody in and blame nobody', async () => {
    const { come } = setUp([rule()], (inner) => ({
      ...inner,
      rulesOfIssuer: () => Promise.reject(new Error('table is down')),
    }));

    await expect(come()).rejects.toThrow('table is down');
  });

  test('G7: the log names the caller and never the token', async () => {
    const { come, log } = setUp([rule()]);
    await come();
    await come({ exp: NOW_S - 1_000 });

    expect(log.lines.map(({ message, fields }) => [message, fields['principal'] ?? fields['result']])).toEqual([
      ['caller recognised', 'repo:acme/shop:ref:refs/heads/main'],
      ['caller refused', 'token-expired'],
    ]);
    expect(JSON.stringify(log.lines)).not.toContain('eyJ');
  });
});

describe('tenants that share an issuer', () => {
  /** As an admin of umbrella would have to store it behind the API's back. */
  const bait = rule({ id: 'bait', tenant: 'umbrella', role: 'owner' });
  const share = (rules: readonly TrustRule[]) => setUp(rules, undefined, BY_REPOSITORY);

  test('a rule of another tenant neither attracts nor disturbs a token', async () => {
    expect(await share([rule(), bait]).come()).toMatchObject({ kind: 'allowed', principal: { tenant: 'acme' } });
    expect(await share([rule(), bait]).come({}, 'umbrella')).toMatchObject({ code: 'no-trust-rule' });
  });

  test('a token whose own rule is over is refused, not taken for the other tenant’s', async () => {
    const over = rule({ expiresAtEpochMs: NOW_S * 1000 });

    expect(await share([over, bait]).come()).toMatchObject({ kind: 'forbidden', code: 'no-trust-rule' });
  });

  test('a token in no namespace is refused without a read of rules', async () => {
    let reads = 0;
    const count = (inner: AccessStore): AccessStore => ({
      ...inner,
      rulesOfIssuer: (issuer, signal) => {
        reads += 1;
        return inner.rulesOfIssuer(issuer, signal);
      },
    });
    const { come } = setUp([rule({ claims: { sub: { like: '*' }, repository: 'acme-evil/x' } })], count, BY_REPOSITORY);

    expect(await come({ repository: 'acme-evil/x' })).toMatchObject({ kind: 'forbidden', code: 'no-trust-rule' });
    expect(reads).toBe(0);
  });

  test('a rule that a deploy put outside its tenant’s namespace lets nobody in, and the log says so once', async () => {
    const { come, log, clock } = share([rule({ claims: { sub: { like: 'repo:acme/*' } } })]);
    await come();
    clock.advance(RULES_FRESH_MS);

    expect(await come()).toMatchObject({ kind: 'forbidden', code: 'no-trust-rule' });
    expect(log.lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields)).toEqual([
      { tenant: 'acme', rule: 'ci', reason: expect.stringContaining('expected a condition on repository within') },
    ]);
  });
});

describe('what the gateway is told', () => {
  const METHOD = 'arn:aws:execute-api:eu-west-1:123456789012:api1/v1/GET/tests/runs';
  const context = { functionName: 'authorizer', awsRequestId: 'r' } as Context;
  const telemetry = { log: silentLog, addLogFields: () => undefined, flush: () => undefined };
  const handle = async (event: Partial<AuthorizerEvent>, rules = [rule()], namespaces = WHOLE) =>
    authorizerHandler(setUp(rules, undefined, namespaces).decide, telemetry)({ methodArn: METHOD, ...event }, context);
  const bearer = async (claims: JWTPayload = {}): Promise<string> =>
    `Bearer ${await sign(signer, { ...goodClaims, ...claims })}`;

  test('a recognised caller may reach the whole stage of this API and nothing else', async () => {
    const answer = await handle({ headers: { authorization: await bearer() } });

    expect(answer.policyDocument.Statement).toEqual([
      {
        Action: 'execute-api:Invoke',
        Effect: 'Allow',
        Resource: 'arn:aws:execute-api:eu-west-1:123456789012:api1/v1/*',
      },
    ]);
    expect(JSON.parse(String(answer.context?.['principal']))).toMatchObject({ tenant: 'acme', role: 'executor' });
  });

  test('header names in any case, TOKEN events, and the tenant header are read', async () => {
    const both = ['acme', 'umbrella'].map((tenant) => rule({ tenant, claims: { groups: `${tenant}-ci` } }));
    const token = await bearer({ groups: ['acme-ci', 'umbrella-ci'] });

    const answers = await Promise.all([
      handle({ headers: { AUTHORIZATION: token, 'x-assay-TENANT': 'umbrella' } }, both, BY_GROUP),
      handle({ multiValueHeaders: { Authorization: [token], 'X-Assay-Tenant': ['umbrella'] } }, both, BY_GROUP),
      handle({ authorizationToken: token }),
    ]);

    expect(
      answers.map(({ context: given }) => (JSON.parse(String(given?.['principal'])) as { tenant: string }).tenant),
    ).toEqual(['umbrella', 'umbrella', 'acme']);
  });

  test('two tokens at once are no token', async () => {
    const token = await bearer();

    expect((await handle({ multiValueHeaders: { Authorization: [token, token] } })).context).toMatchObject({
      code: 'token-malformed',
    });
  });

  test('a refused caller is nobody on this one route, with the code', async () => {
    const answer = await handle({ headers: { authorization: await bearer({ exp: NOW_S - 61 }) } });

    expect(answer.policyDocument.Statement).toEqual([
      { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: METHOD },
    ]);
    expect(answer.context).toEqual({ code: 'token-expired', detail: expect.stringContaining('60 s') });
  });

  test.each([
    [{ exp: NOW_S - 61 }, 401, 'token-expired'],
    [{ aud: 'else' }, 401, 'token-wrong-audience'],
    [{ iss: 'https://evil.example' }, 401, 'token-unknown-issuer'],
    [{ repository: 'other/repo' }, 403, 'no-trust-rule'],
  ])('a token with %j is answered %i %s by the function behind', async (claims, status, code) => {
    const { context: given } = await handle({ headers: { authorization: await bearer(claims) } });
    const plane = await makeStockedPlane();

    const answer = await plane.request('GET', '/tests/runs', { refused: given as { code: string; detail: string } });

    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  test('when rules cannot be read the authorizer fails', async () => {
    const broken = setUp([], (inner) => ({ ...inner, rulesOfIssuer: () => Promise.reject(new Error('down')) }));

    await expect(
      authorizerHandler(broken.decide, telemetry)(
        { methodArn: METHOD, headers: { authorization: await bearer() } },
        context,
      ),
    ).rejects.toThrow('down');
  });
});

/** The issuer is asked over HTTP, as an authorizer and a CI job ask theirs; its tokens are checked by jose against its published keys. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { actionsEnvironment, startOidcIssuer } from '../../local/oidc-issuer.ts';
import type { OidcIssuer } from '../../local/oidc-issuer.ts';

let issuer: OidcIssuer;
beforeAll(async () => {
  issuer = await startOidcIssuer();
});
afterAll(() => issuer.stop());

test('its discovery document names it and its keys, and no private part of them', async () => {
  const document = (await (await fetch(`${issuer.url}/.well-known/openid-configuration`)).json()) as {
    issuer: string;
    jwks_uri: string;
  };
  const { keys } = (await (await fetch(document.jwks_uri)).json()) as { keys: Record<string, string>[] };

  expect(document.issuer).toBe(issuer.url);
  expect(keys).toHaveLength(1);
  expect(Object.keys(keys[0]!).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test('a token verifies with the published keys and carries the claims', async () => {
  const token = await issuer.mint({ claims: { sub: 'repo:a/b', repository: 'a/b' } });

  const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${issuer.url}/jwks`)), {
    issuer: issuer.url,
    audience: 'assay',
  });

  expect(payload).toMatchObject({ sub: 'repo:a/b', repository: 'a/b' });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
});

test('a token of negative lifetime has expired, and was valid before', async () => {
  const { exp = 0, iat = 0 } = decodeJwt(await issuer.mint({ claims: { sub: 'x' }, lifetimeSeconds: -120 }));

  expect(exp).toBeLessThan(Date.now() / 1000 - 100);
  expect(iat).toBeLessThan(exp);
});

describe('the token endpoint', () => {
  test('answers in the form of GitHub Actions, whatever the case of the scheme', async () => {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = '' } = actionsEnvironment(
      issuer,
      { sub: 'repo:a/b', ref: 'main' },
    );

    const answer = await fetch(`${url}&audience=somewhere`, { headers: { authorization: `bearer ${bearer}` } });

    expect(answer.status).toBe(200);
    expect(decodeJwt(((await answer.json()) as { value: string }).value)).toMatchObject({
      sub: 'repo:a/b',
      ref: 'main',
      aud: 'somewhere',
      iss: issuer.url,
    });
  });

  test.each([[undefined], ['Bearer wrong'], ['Bearer ']])('gives nothing to whoever says %s', async (authorization) => {
    const answer = await fetch(`${issuer.url}/token`, {
      method: 'POST',
      headers: authorization === undefined ? {} : { authorization },
      body: '{"claims":{"sub":"x"}}',
    });

    expect(answer.status).toBe(401);
  });

  test.each([
    '',
    '{',
    '{"claims":{}}',
    '{"claims":{"sub":""}}',
    '{"claims":{"sub":"x"},"lifetimeSeconds":1e9}',
    '{"claims":{"sub":"x"},"lifetimeSeconds":1.5}',
  ])('refuses the body %s', async (body) => {
    const answer = await fetch(`${issuer.url}/token`, {
      method: 'POST',
      headers: { authorization: `Bearer ${issuer.requestToken}` },
      body,
    });

    expect(answer.status).toBe(400);
  });

  test.each([
    ['GET', '?claims=', undefined, 'expected the query parameter claims'],
    [
      'GET',
      `?claims=${Buffer.from('[1]').toString('base64url')}`,
      undefined,
      'expected claims to be a JSON object, got a list',
    ],
    ['GET', '?claims=%25%25', undefined, 'expected the query parameter claims'],
    ['POST', '', '', 'expected a JSON body such as {"claims":{"sub":"me"}}, got none'],
    ['POST', '', '{', 'got text that is no JSON'],
    ['POST', '', '[]', 'expected the body to be a JSON object, got a list'],
    ['POST', '', '{}', 'expected claims to be a JSON object, got nothing'],
    ['POST', '', '{"claims":{}}', 'claims must hold a text `sub`'],
  ])('%s %s %s says what was expected', async (method, query, body, words) => {
    const answer = await fetch(`${issuer.url}/token${query}`, {
      method,
      headers: { authorization: `Bearer ${issuer.requestToken}` },
      ...(body === undefined ? {} : { body }),
    });

    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { message: string }).message).toContain(words);
  });
});

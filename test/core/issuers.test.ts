/** What a deploy says of issuers, tenants and first owners. Every mistake is refused at synthesis and cold start, by name. */
import { describe, expect, test } from '@jest/globals';

import { parseFirstOwners, parseIssuers, whyIgnored } from '#core/issuers';

const ISSUER = 'https://tokens.example';
const AUDIENCE = 'https://assay.example';
const FIRST_OWNER = JSON.stringify({ tenant: 'acme', issuer: ISSUER, claims: { sub: 'boss' } });

test('issuers are read, entries of one issuer are joined', () => {
  const text = JSON.stringify([
    { issuer: ISSUER, audience: 'a' },
    { issuer: ISSUER, audience: ['b', 'a'] },
    { issuer: 'https://x.example', audience: 'c', jwksUri: 'https://x.example/k' },
  ]);

  expect(parseIssuers(text, [])).toEqual([
    { issuer: ISSUER, audiences: ['a', 'b'], namespaces: [] },
    { issuer: 'https://x.example', audiences: ['c'], jwksUri: 'https://x.example/k', namespaces: [] },
  ]);
});

test.each([
  [undefined, /ISSUERS is missing/],
  ['{', /ISSUERS must be JSON/],
  ['{}', /must be a JSON array/],
  ['[{"issuer":"x","audience":"a"}]', /ISSUERS\[0\]\.issuer must be an http\(s\) URL/],
  [`[{"issuer":"${ISSUER}"}]`, /ISSUERS\[0\]\.audience/],
  [`[{"issuer":"${ISSUER}","audience":"${AUDIENCE}","jwks":[]}]`, /jwks must be/],
])('%s is refused by name', (text, message) => {
  expect(() => parseIssuers(text, [])).toThrow(message);
});

test('first owners are one or several, none is none', () => {
  const two = JSON.stringify([
    JSON.parse(FIRST_OWNER),
    { tenant: 'umbrella', issuer: ISSUER, claims: { sub: ['x', 'y'] } },
  ]);

  expect([parseFirstOwners(undefined), parseFirstOwners(' ')]).toEqual([[], []]);
  expect(parseFirstOwners(two).map(({ id, tenant }) => [id, tenant])).toEqual([
    ['first-owner', 'acme'],
    ['first-owner-2', 'umbrella'],
  ]);
});

test.each([
  '[]x',
  '{"tenant":"A B"}',
  `{"tenant":"a","issuer":"${ISSUER}","claims":{}}`,
  `{"tenant":"a","issuer":"${ISSUER}","claims":{"sub":1}}`,
])('the first owner %s is refused', (text) => {
  expect(() => parseFirstOwners(text)).toThrow(/FIRST_OWNER/);
});

const entry = (change: object): string => JSON.stringify([{ issuer: ISSUER, audience: 'a', ...change }]);
const owner = (tenant: string, claims: object, issuer = ISSUER) => ({ tenant, issuer, claims });
const owners = (...list: readonly object[]) => parseFirstOwners(JSON.stringify(list));
const namespacesOf = (text: string, firstOwners = owners()) =>
  parseIssuers(text, firstOwners).map(({ namespaces }) => namespaces);

describe('an issuer whose tenant is not said', () => {
  test('belongs to the tenant of its first owner', () => {
    const other = owner('umbrella', { sub: 'x' }, 'https://x.example');

    expect(namespacesOf(entry({}), owners(owner('acme', { sub: 'x' })))).toEqual([[{ tenant: 'acme', claims: {} }]]);
    expect(namespacesOf(entry({}), owners(other, owner('acme', { sub: 'x' })))).toEqual([
      [{ tenant: 'acme', claims: {} }],
    ]);
    expect(namespacesOf(entry({}), owners(other))).toEqual([[{ tenant: 'umbrella', claims: {} }]]);
  });

  test('without any first owner is nobody’s', () => {
    expect(namespacesOf(entry({}))).toEqual([[]]);
  });

  test('is refused when it could be several tenants’, naming them', () => {
    expect(() => parseIssuers(entry({}), owners(owner('acme', { sub: 'x' }), owner('umbrella', { sub: 'y' })))).toThrow(
      /https:\/\/tokens\.example could belong to the tenants acme and umbrella: say in its entry/,
    );
  });
});

describe('an issuer', () => {
  test('is one tenant’s, or shared by claims', () => {
    expect(namespacesOf(entry({ tenant: 'acme' }))).toEqual([[{ tenant: 'acme', claims: {} }]]);
    expect(
      namespacesOf(entry({ tenants: { acme: { org: 'acme' }, umbrella: { org: ['u1', { like: 'u2-*' }] } } })),
    ).toEqual([
      [
        { tenant: 'acme', claims: { org: ['acme'] } },
        { tenant: 'umbrella', claims: { org: ['u1', { like: 'u2-*' }] } },
      ],
    ]);
  });

  test.each<[object, RegExp]>([
    [{ tenant: 'acme', tenants: {} }, /ISSUERS\[0\] must have either tenant .* or tenants .*, got both/],
    [{ tenant: 'A B' }, /ISSUERS\[0\]\.tenant must be a tenant's id .*, got "A B"/],
    [{ tenants: {} }, /ISSUERS\[0\]\.tenants must be an object such as/],
    [{ tenants: [] }, /ISSUERS\[0\]\.tenants must be an object such as/],
    [{ tenants: { Acme: { org: 'a' } } }, /a name in ISSUERS\[0\]\.tenants must be a tenant's id .*, got "Acme"/],
    [{ tenants: { acme: {} } }, /ISSUERS\[0\]\.tenants\.acme must be an object with at least one claim/],
    [{ tenants: { acme: { aud: 'a' } } }, /\.acme must name claims that only the issuer decides .*, got aud/],
    [{ tenants: { acme: { org: [] } } }, /\.acme\.org must hold at least one value/],
    [{ tenants: { acme: { org: 'acme*' } } }, /\.acme\.org must be a text without "\*", or .*, got "acme\*"/],
    [{ tenants: { acme: { org: { like: '*' } } } }, /"beginning\*"/],
    [{ tenants: { acme: { org: { like: 'a*b*' } } } }, /"beginning\*"/],
    [{ tenants: { acme: { org: { like: 'a' } } } }, /"beginning\*"/],
    [{ tenants: { acme: { org: 7 } } }, /"beginning\*".*got 7/],
    [{ tenantz: 'acme' }, /ISSUERS\[0\] may have issuer, .*, got tenantz/],
    [
      { tenants: { acme: { org: { like: 'acme*' } }, globex: { org: 'g' }, evil: { org: 'acme-evil' } } },
      /tenants acme \(org "acme\*"\) and evil \(org "acme-evil"\) overlap/,
    ],
    [{ tenants: { acme: { org: 'acme' }, evil: { org: 'ACME' } } }, /tenants acme .* and evil .* overlap.*case/],
    [{ tenants: { acme: { org: 'acme' }, evil: { environment: 'prod' } } }, /tenants acme .* and evil .* overlap/],
  ])('with %j is refused by name', (change, message) => {
    expect(() => parseIssuers(entry(change), [])).toThrow(message);
  });

  test('of several entries says whose it is in one of them', () => {
    const entries = (...list: readonly object[]) =>
      JSON.stringify(list.map((change) => ({ issuer: ISSUER, audience: 'a', ...change })));

    expect(namespacesOf(entries({}, { tenant: 'acme' }))).toEqual([[{ tenant: 'acme', claims: {} }]]);
    expect(() => parseIssuers(entries({ tenant: 'acme' }, { tenant: 'umbrella' }), [])).toThrow(
      /of several entries of https:\/\/tokens\.example only one/,
    );
  });

  test('that is shared has its first owners within their namespaces', () => {
    const text = entry({ tenants: { acme: { org: 'acme' }, umbrella: { org: 'umbrella' } } });

    expect(namespacesOf(text, owners(owner('acme', { org: 'acme', sub: 'x' })))).toHaveLength(1);
    expect(() => parseIssuers(text, owners(owner('acme', { sub: 'x' })))).toThrow(
      /FIRST_OWNER of tenant acme: expected a condition on org within "acme", .*; got none/,
    );
    expect(() => parseIssuers(text, owners(owner('globex', { org: 'acme' })))).toThrow(/FIRST_OWNER of tenant globex/);
  });
});

test('a stored rule is ignored with a reason when its issuer or namespace is gone', () => {
  const issuers = parseIssuers(entry({ tenants: { acme: { org: 'acme' } } }), []);
  const [rule] = owners(owner('acme', { org: 'acme' }));
  if (rule === undefined) throw new Error('no rule');

  expect(whyIgnored(issuers, rule)).toBeUndefined();
  expect(whyIgnored(issuers, { ...rule, issuer: 'https://old.example' })).toContain('https://old.example');
  expect(whyIgnored(issuers, { ...rule, tenant: 'umbrella' })).toContain('to tenant umbrella');
  expect(whyIgnored(issuers, { ...rule, claims: { sub: 'x' } })).toContain('within "acme"');
});

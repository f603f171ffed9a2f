/** A secret goes to the hosts that it is bound to; a case that could set `Host` could have it read by another one behind the same address. */
import { describe, expect, test } from '@jest/globals';
import { seededRandom } from '../../doubles/time.ts';
import type { EnvironmentDefinition } from '#core/environment';
import type { SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import { buildRequest } from '#engines/functional/build-request';
import { formatFileProblem, parseSuiteFile } from '#engines/suite-file/parse-suite';

const REFUSED = [
  'Connection',
  'Content-Length',
  'keep-alive',
  'Proxy-Authorization',
  'proxy-connection',
  'TE',
  'Trailer',
  'Transfer-Encoding',
  'UPGRADE',
  'HTTP2-Settings',
];

const said = (name: string): string[] =>
  parseSuiteFile(
    `suite: a\nservice: b\ncases:\n  - id: a\n    request:\n      method: GET\n      path: /\n      headers:\n        ${name}: x\n    checks: [{ status: 200 }]\n`,
    's.yaml',
  ).problems.map(formatFileProblem);

describe('before a suite is pushed', () => {
  test.each(REFUSED)('the header %s is refused with its place', (name) => {
    expect(said(name)).toEqual([
      `s.yaml:9:9: expected no header "${name}": it belongs to the connection and is set by whoever sends the request`,
    ]);
  });

  test('so is Host, in cases and among the defaults', () => {
    expect(said('hOST')).toEqual([
      's.yaml:9:9: expected no header "hOST": it follows from the address; put another target into the environment and name it in "target"',
    ]);
    const text =
      'suite: a\nservice: b\ndefaults: { headers: { Host: x } }\ncases: [{ id: a, request: { method: GET, path: / }, checks: [{ status: 200 }] }]\n';

    expect(
      parseSuiteFile(text, 's.yaml').problems.map(({ pointer, place }) => [pointer, place.line, place.column]),
    ).toEqual([['/defaults/headers/Host', 3, 24]]);
  });

  test.each(['Accept', 'X-Forwarded-Host', 'Expect', 'Hosted', 'Proxied'])('%s is fine', (name) => {
    expect(said(name)).toEqual([]);
  });
});

const environment: EnvironmentDefinition = { name: 'e', targets: { default: 'https://shop.test:8443/api' } };

const build = (
  headers: { readonly [name: string]: string },
  given: Json = 'x',
): readonly (readonly [string, string])[] => {
  const request = { method: 'GET', path: '/', headers };
  const suite: SuiteDefinition = { suite: 'a', service: 'b', capability: 'functional', cases: [] };
  return buildRequest(request, suite, environment, { lookup: () => given, random: seededRandom(1) }, {}).headers;
};

describe('before a request is sent', () => {
  test.each(REFUSED)('the header %s is refused', (name) => {
    expect(() => build({ [name]: 'x' })).toThrow(`expected no header "${name.toLowerCase()}"`);
  });

  test.each(['shop.test', 'other.test', 'other.test:8443', 'shop.test:443', '', 'shop.test:8443, other.test'])(
    'Host: %j is refused',
    (value) => {
      expect(() => build({ Host: value })).toThrow('expected the header "host" to be shop.test:8443 as in the address');
      expect(() => build({ Host: '{{host}}' }, value)).toThrow('expected the header "host" to be shop.test:8443');
    },
  );

  test("the target's own Host is left to the connection", () => {
    expect(build({ HOST: 'Shop.test:8443', accept: 'a' })).toEqual([['accept', 'a']]);
  });
});

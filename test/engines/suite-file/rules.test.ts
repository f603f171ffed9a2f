/** What no schema can say: each rule with a suite that breaks it, and the place and words that it is told with. */
import { describe, expect, test } from '@jest/globals';
import { CASE, HEAD, parse, said } from './suite-text.ts';

const withCase = (fields: string, top = ''): string => `${HEAD}${top}cases:\n  - { id: x, ${fields} }\n`;
const GET = 'request: { method: GET, path: / }';
const OK = 'checks: [{ status: 200 }]';

describe('a rule is told with its place and the nearest name', () => {
  test.each([
    ['a generator', `request: { method: GET, path: '/{{$uuidd}}' }, ${OK}`, '', 'did you mean "$uuid"?'],
    [
      'values of a generator',
      `request: { method: GET, path: '/{{$randomInt(9,1)}}' }, ${OK}`,
      '',
      'the smaller one first',
    ],
    ['a generator in variables', `${GET}, ${OK}`, "variables: { v: '{{$now+1dd}}' }\n", '3:17: expected $now+DURATION'],
    [
      'a persona',
      `request: { method: GET, path: '/{{persona.byer.email}}' }, ${OK}`,
      'personas: { buyer: { kind: new } }\n',
      'unknown "persona.byer.email"',
    ],
    [
      'a field of a persona',
      `request: { method: GET, path: '/{{persona.buyer.emial}}' }, ${OK}`,
      'personas: { buyer: { kind: new } }\n',
      'unknown field in "persona.buyer.emial" (did you mean "email"?)',
    ],
    [
      'a field that a kind lacks',
      `request: { method: GET, path: '/{{persona.buyer.company}}' }, ${OK}`,
      'personas: { buyer: { kind: new } }\n',
      'a new persona has id, kind',
    ],
    [
      'a locale',
      `${GET}, ${OK}`,
      'personas: { p: { kind: new, locale: 12345678901234 } }\n',
      'expected text, got 12345678901234',
    ],
    [
      'a language',
      `${GET}, ${OK}`,
      'personas: { p: { kind: new, locale: "!!" } }\n',
      '3:37: expected a locale such as de',
    ],
    [
      'a currency',
      `${GET}, ${OK}`,
      'personas: { p: { kind: new, currency: EUX } }\n',
      '3:39: expected a currency of ISO 4217',
    ],
    [
      'a fact of the run',
      `request: { method: GET, path: '/{{run.ids}}' }, ${OK}`,
      '',
      'unknown field in "run.ids" (did you mean "id"?)',
    ],
    [
      'a webhook',
      `receive: { webhook: paidd }, checks: [{ path: $, length: 1 }]`,
      'webhooks: { paid: {} }\n',
      'expected one of the suite\'s "webhooks", got "paidd" (did you mean "paid"?)',
    ],
    [
      'a field of a webhook',
      `request: { method: GET, path: '{{webhooks.paid.uri}}' }, ${OK}`,
      'webhooks: { paid: {} }\n',
      'unknown field in "webhooks.paid.uri"',
    ],
    [
      'a poll that is over before its second request',
      `${GET}, ${OK}, poll: { until: [{ status: 200 }], everyMs: 900, deadlineMs: 500 }`,
      '',
      'expected a deadline of at least the 900 ms between two requests, got 500',
    ],
    [
      'a status without answer',
      `receive: { webhook: w }, ${OK}`,
      'webhooks: { w: {} }\n',
      'expected no check of "status" in a case that waits for webhooks: it has no HTTP answer; use "path"',
    ],
    [
      'a header without answer',
      `publish: { to: { queue: q }, json: 1 }, checks: [{ header: a, exists: true }]`,
      '',
      'in a case that sends a message',
    ],
    [
      'a capture without answer',
      `consume: { queue: q }, checks: [{ path: $, length: 1 }], captures: { s: { status: true } }`,
      '',
      'expected no capture of "status" in a case that takes messages',
    ],
    [
      'a JSONPath in a poll',
      `${GET}, ${OK}, poll: { until: [{ path: '$.a[', exists: true }] }`,
      '',
      'expected a JSONPath',
    ],
    [
      'a JSONPath inside every',
      `${GET}, checks: [{ path: $.a, every: { path: '$.b[', exists: true } }]`,
      '',
      'expected a JSONPath',
    ],
    [
      'a regular expression inside timeMs',
      `${GET}, checks: [{ bodyBytes: { matches: '((' } }]`,
      '',
      'expected a regular expression',
    ],
    ['a duration', `${GET}, checks: [{ path: $.at, newerThan: 5 days }]`, '', 'expected a duration such as'],
    [
      'an expression of a step',
      `${GET}, ${OK}, setup: [{ request: { method: GET, path: / }, captures: { a: { regex: '((' } } }]`,
      '',
      'expected a regular expression',
    ],
    ['when a token expires', `${GET}, ${OK}, token: { expiresIn: '$.a[' }`, '', 'expected a JSONPath'],
    [
      'a header of the connection in a step',
      `${GET}, ${OK}, teardown: [{ request: { method: GET, path: /, headers: { Connection: close } } }]`,
      '',
      'expected no header "Connection"',
    ],
    [
      'a template as id',
      `request: { method: GET, path: / }, ${OK}`.replace('request', 'requirements: [A-1], request'),
      'name: n\nsuite2: x\n',
      'unknown field "suite2" (did you mean "suite"?)',
    ],
    ['retries', `request: { method: GET, path: /, retry: { max: 9 } }, ${OK}`, '', 'expected at most 5, got 9'],
    ['a warning alone', `${GET}, checks: [{ path: $.a, warn: true }]`, '', 'expected an operator such as equals'],
    [
      'two actions',
      `${GET}, receive: { webhook: w }, ${OK}`,
      '',
      'expected exactly one of "request", "receive", "publish", "consume"',
    ],
    [
      'two bodies',
      `request: { method: POST, path: /, json: 1, multipart: { a: { value: 1 } } }, ${OK}`,
      '',
      'it does not go with the fields beside it',
    ],
    [
      'a part of a body',
      `request: { method: POST, path: /, multipart: { a: { value: 1, base64: aGk= } } }, ${OK}`,
      '',
      'expected exactly one of "value", "file", "base64"',
    ],
    [
      'rows from nowhere',
      `rows: { types: { a: number } }, ${GET}, ${OK}`,
      '',
      'expected exactly one of "csv", "jsonLines", "file", "combine", "each"',
    ],
    [
      'rows of bad CSV',
      `rows: { csv: 'a,b\n\n    1\n\n    ' }, ${GET}, ${OK}`.replaceAll('\n\n    ', '\\n').replaceAll("'", '"'),
      '',
      'expected 2 fields as in the first line, got 1',
    ],
    [
      'too many combinations',
      `rows: { combine: { a: [${'1,'.repeat(999)}1], b: [${'1,'.repeat(999)}1] } }, ${GET}, ${OK}`,
      '',
      'got 1000000 combinations',
    ],
  ])('%s', (_name, fields, top, words) => {
    expect(said(withCase(fields, top)).join('\n')).toContain(words);
  });

  test('an id is no template', () => {
    expect(said(`${HEAD}cases: [${CASE.replace('id: x', "id: 'x-{{run.id}}'")}]\n`).join('\n')).toContain(
      'expected lower-case letters, digits and hyphens',
    );
  });

  test('reserved names cannot be captured', () => {
    expect(said(withCase(`${GET}, ${OK}, captures: { row: { status: true } }`))[0]).toContain(
      'expected a field name: a letter',
    );
  });
});

describe('what is right is not refused', () => {
  test.each([
    [
      'warnings',
      `${GET}, checks: [{ status: 200, warn: true }, { path: $.a, equals: 1, warn: true }, { schema: {}, at: $.a, warn: true }, { timeMs: { '<': 5 }, warn: true }]`,
      '',
    ],
    [
      'operators',
      `${GET}, checks: [{ path: $, sorted: { by: at, order: descending }, unique: id }, { path: $, every: { path: $.at, newerThan: 1d, not: 1 }, some: { every: { '>': 1 } } }, { path: $.a, subset: [1] }]`,
      '',
    ],
    [
      'generators',
      `request: { method: POST, path: '/{{$uuid}}', json: ['{{$now+1d|date}}', "{{$choice(a, 2, 'x, y')}}", '{{$fake.email(de)}}'] }, ${OK}`,
      '',
    ],
    [
      'rows',
      "rows: { combine: { a: [1, 2], b: [x] }, how: pairwise }, request: { method: GET, path: '/{{row.a}}/{{row.b}}/{{run.row}}' }, checks: [{ status: 200 }]",
      '',
    ],
    ['a token that is renewed', `${GET}, ${OK}, token: { refreshOn: [401, 403], expiresIn: $.expires_in }`, ''],
    [
      'all of a request',
      `request: { method: PUT, path: /, multipart: { a: { value: { b: 1 }, contentType: text/plain } }, compress: gzip, http: auto, timeoutsMs: { connect: 5 }, retry: false }, ${OK}`,
      '',
    ],
    [
      'all of a case',
      `${GET}, ${OK}, priority: 1, requirements: [A-1], requires: [{ secret: s }, { capability: webhooks }], creates: [{ delete: { path: '/x' } }], dependencyTimeoutMs: 5, setup: [{ request: { method: GET, path: / } }]`,
      '',
    ],
    ['braces of a JSON Schema', `${GET}, checks: [{ schema: { const: '{{nobody}}' } }]`, ''],
    [
      'all of a suite',
      `receive: { webhook: w, count: 0, deadlineMs: 10, where: [{ path: $.body.a, equals: 1 }] }, checks: [{ path: $, length: 0 }]`,
      "priority: 2\nrequirements: [R-1]\nrate: { requestsPerSecond: 5, perOperation: { requestsPerSecond: 1, burst: 2 } }\nbreaker: false\ndefaults: { retry: { max: 1 }, cookies: true, followRedirects: true }\nuses: [s]\nwebhooks: { w: { answers: [500, timeout, 200], signature: { header: X-Sig, secret: '{{s}}' } } }\n",
    ],
  ])('%s', (_name, fields, top) => {
    expect(said(withCase(fields, top))).toEqual([]);
  });
});

describe('warnings', () => {
  const warned = (text: string): string[] =>
    parse(text).warnings.map(({ message, place }) => `${String(place.line)}: ${message}`);

  test('tell what nobody uses, and bodies without meaning', () => {
    expect(
      warned(
        `${HEAD}uses: [a, b]\nvariables: { c: 1, d: 2 }\npersonas: { p: { kind: new } }\nwebhooks: { w: {} }\nflows: { f: { rows: [{}] } }\nfragments: { g: { cases: [${CASE}] } }\ncases:\n  - { id: x, request: { method: GET, path: '/{{a}}', json: '{{c}}' }, checks: [{ status: 200 }] }\n`,
      ),
    ).toEqual([
      '4: nothing uses the variable "d"',
      '3: nothing uses "b" of the environment',
      '5: nothing uses the persona "p"',
      '6: nothing uses the webhook "w"',
      '7: nothing uses the flow "f"',
      '8: nothing uses the fragment "g"',
      '10: a body of GET has no meaning (RFC 9110, section 9.3); many servers refuse or ignore it',
    ]);
  });
});

/** Fragments and includes become plain cases; expansions are compared with suites written out by hand. */
import { describe, expect, test } from '@jest/globals';
import { CASE, HEAD, parse, said } from './suite-text.ts';

const LOGIN = `fragments:
  login:
    parameters:
      user: { default: bob, description: who }
      pass: {}
      limit: { default: 500 }
    cases:
      - id: login
        request: { method: POST, path: '/login/{{user}}', json: { user: '{{user}}', pass: '{{pass}}', n: '{{limit}}' } }
        checks: [{ status: 200 }]
        captures: { token: { path: $.token } }
        timeoutMs: '{{limit}}'
      - id: me
        dependsOn: [login]
        request: { method: GET, path: /me, headers: { Authorization: 'Bearer {{token}}', X-Run: '{{run.id}}' } }
        checks: [{ path: $.name, equals: '{{user}}' }, { path: $.at, contains: '\\{{user}}' }]
`;

describe('an include', () => {
  test('gives the cases of its fragment with ids, captures and their uses prefixed, and arguments of their types', () => {
    const { suite, problems } = parse(
      `${HEAD}uses: [secret]\n${LOGIN}include:\n  - { fragment: login, as: alice, with: { user: alice, pass: '{{secret}}', limit: 9 } }\n`,
    );

    expect(problems).toEqual([]);
    expect(suite?.cases).toEqual([
      {
        id: 'alice-login',
        request: { method: 'POST', path: '/login/alice', json: { user: 'alice', pass: '{{secret}}', n: 9 } },
        checks: [{ status: 200 }],
        captures: { alice_token: { path: '$.token' } },
        timeoutMs: 9,
      },
      {
        id: 'alice-me',
        dependsOn: ['alice-login'],
        request: {
          method: 'GET',
          path: '/me',
          headers: { Authorization: 'Bearer {{alice_token}}', 'X-Run': '{{run.id}}' },
        },
        checks: [
          { path: '$.name', equals: 'alice' },
          { path: '$.at', contains: '\\{{user}}' },
        ],
      },
    ]);
  });

  test('into the setup comes before the setup of the suite itself, which may use what it captured', () => {
    const { suite, problems } = parse(
      `${HEAD}${LOGIN}include:\n  - { fragment: login, as: me, stage: setup, with: { pass: x } }\nsetup:\n  - { id: project, request: { method: GET, path: '/{{me_token}}' }, checks: [{ status: 200 }] }\ncases: [${CASE}]\n`,
    );

    expect(problems).toEqual([]);
    expect(suite?.cases.map(({ id, stage }) => [id, stage])).toEqual([
      ['me-login', 'setup'],
      ['me-me', 'setup'],
      ['project', 'setup'],
      ['x', undefined],
    ]);
  });

  test('without prefix gives the cases as they are', () => {
    const { suite } = parse(`${HEAD}${LOGIN}include: [{ fragment: login, with: { pass: p } }]\n`);

    expect(suite?.cases.map(({ id }) => id)).toEqual(['login', 'me']);
    expect(Object.keys(suite?.cases[0]?.captures ?? {})).toEqual(['token']);
  });

  test('takes a variable as argument, with the fields that the fragment asks of it', () => {
    const { suite } = parse(`${HEAD}uses: [people]
fragments:
  see:
    parameters: { person: {} }
    cases: [{ id: see, request: { method: GET, path: '/p/{{person.id}}' }, checks: [{ path: $, equals: '{{person}}' }] }]
include:
  - { fragment: see, as: one, with: { person: '{{people[0]}}' } }
  - { fragment: see, as: two, with: { person: { id: 7, name: N } } }
`);

    expect(suite?.cases.map(({ request }) => request?.path)).toEqual(['/p/{{people[0].id}}', '/p/7']);
    expect(suite?.cases.map(({ checks }) => checks[0])).toEqual([
      { path: '$', equals: '{{people[0]}}' },
      { path: '$', equals: { id: 7, name: 'N' } },
    ]);
  });

  test('may stand in a fragment: names are prefixed at each level, and names of the outer one do not leak in', () => {
    const { suite, problems } = parse(`${HEAD}uses: [user]
fragments:
  inner:
    parameters: { who: {} }
    cases:
      - { id: get, request: { method: GET, path: '/{{who}}/{{user}}' }, checks: [{ status: 200 }], captures: { v: { status: true } } }
  outer:
    parameters: { user: {} }
    include: [{ fragment: inner, as: in, with: { who: 'w-{{user}}' } }]
    cases:
      - { id: put, request: { method: PUT, path: '/{{in_v}}/{{user}}' }, checks: [{ status: 200 }] }
include: [{ fragment: outer, as: o, with: { user: 5 } }]
`);

    expect(problems).toEqual([]);
    expect(suite?.cases.map(({ id, request }) => [id, request?.path])).toEqual([
      ['o-in-get', '/w-5/{{user}}'],
      ['o-put', '/{{o_in_v}}/5'],
    ]);
    expect(Object.keys(suite?.cases[0]?.captures ?? {})).toEqual(['o_in_v']);
  });

  test('puts its cases into a stage or a flow', () => {
    const { suite, problems } = parse(`${HEAD}${LOGIN}flows: { people: { rows: [{ n: a }, { n: b }] } }
include:
  - { fragment: login, as: s, with: { pass: p }, stage: setup }
  - { fragment: login, as: f, with: { pass: p, user: '{{row.n}}' }, flow: people }
`);

    expect(problems).toEqual([]);
    expect(suite?.cases.map(({ id, stage, flow }) => [id, stage ?? flow])).toEqual([
      ['s-login', 'setup'],
      ['s-me', 'setup'],
      ['f-login', 'people'],
      ['f-me', 'people'],
    ]);
  });
});

describe('files of fragments', () => {
  const shared = `fragments:
  ping:
    parameters: { to: {} }
    cases: [{ id: ping, request: { method: GET, path: '/{{to}}/{{nowhere}}' }, checks: [{ status: 200 }] }]
`;

  test('are found from the folder of the suite and merged with its own', () => {
    const { suite, problems } = parse(
      `${HEAD}fragmentsFrom: [./shared.yaml]\ninclude: [{ fragment: ping, with: { to: x } }]\n`,
      { 'shared.yaml': shared.replace('/{{nowhere}}', '') },
    );

    expect(problems).toEqual([]);
    expect(suite?.cases[0]?.request?.path).toBe('/x');
  });

  test('have places of their own: a problem is told there, with the include', () => {
    expect(
      said(`${HEAD}fragmentsFrom: [../shared.yaml]\ninclude:\n  - { fragment: ping, with: { to: x } }\n`, {
        '../shared.yaml': shared,
      }),
    ).toEqual([
      'shared.yaml:4:55: unknown variable "nowhere": expected one of the suite\'s "variables" or "uses", or one that a case captures (included at suites/s.yaml:5:5)',
    ]);
  });

  test.each([
    ['nothing there', {}, 's.yaml:3:17: expected to read shared.yaml, but there is no such file'],
    ['no YAML', { 'shared.yaml': 'a: [' }, 's.yaml:3:17: shared.yaml:1:'],
    ['another form', { 'shared.yaml': 'fragments: 1' }, 'suites/shared.yaml:1:12: expected an object, got 1'],
    [
      'a misspelt field',
      { 'shared.yaml': 'fragments: { ping: { casees: [] } }' },
      'unknown field "casees" (did you mean "cases"?)',
    ],
    [
      'more than fragments',
      { 'shared.yaml': 'fragments: {}\nsuite: x' },
      'suites/shared.yaml:2:1: unknown field "suite"',
    ],
  ])('%s is told', (_name, files, words) => {
    expect(said(`${HEAD}fragmentsFrom: [shared.yaml]\ncases: [${CASE}]\n`, files).join('\n')).toContain(words);
  });

  test.each([
    ['/etc/passwd', 'expected a path relative to this file'],
    ['https://elsewhere.test/x.yaml', 'expected a path relative to this file'],
    ["'C:\\x.yaml'", 'expected a path relative to this file'],
    ["'..\\x.yaml'", 'expected `/` between folders'],
    ['./', 'expected a file'],
  ])('%s is no name of a file', (name, words) => {
    expect(said(`${HEAD}fragmentsFrom: [${name}]\ncases: [${CASE}]\n`, {})[0]).toContain(`s.yaml:3:17: ${words}`);
  });

  test('are a problem where there are no files, as in the body of a request', () => {
    expect(said(`${HEAD}fragmentsFrom: [x.yaml]\ncases: [${CASE}]\n`)[0]).toContain(
      'expected everything in the suite itself',
    );
  });
});

describe('a wrong include is told with its place', () => {
  test.each([
    ['{ fragment: logn }', '23:17: unknown fragment "logn" (did you mean "login"?)'],
    ['{ fragment: assay/idprobes }', 'did you mean "assay/id-probes"?'],
    ['{ fragment: login }', '23:5: expected an argument for "pass" of the fragment "login", got none'],
    ['{ fragment: login, with: { pas: 1 } }', '23:32: unknown parameter "pas" (did you mean "pass"?)'],
    [
      '{ fragment: login, with: { pass: 1, limit: soon } }',
      '17:20: expected a whole number, got "soon" (included at suites/s.yaml:23:5)',
    ],
    ['{ fragment: login, with: { pass: "{{pwd}}" } }', '14:91: unknown variable "pwd"'],
    [
      `{ fragment: login, as: ${'p'.repeat(60)}, with: { pass: 1 } }`,
      '23:28: expected case ids of at most 63 characters',
    ],
    [
      '{ fragment: login, as: a, with: { pass: 1 } }\n  - { fragment: login, as: a, with: { pass: 1 } }',
      'expected each case id once, got "a-login" again',
    ],
  ])('%s', (include, words) => {
    expect(said(`${HEAD}description: |\n  a\n  b\n${LOGIN}include:\n  - ${include}\n`).join('\n')).toContain(words);
  });

  test.each([
    [
      'a: { include: [{ fragment: b }] }, b: { include: [{ fragment: a }] }',
      'expected fragments without a circle, got a -> b -> a',
    ],
    ['a: { parameters: { run: {} }, cases: [CASE] }', 'expected a field name'],
    ['a: { parameters: { v: { default: 1 } }, cases: [CASE] }', 'it is captured by one of its cases'],
  ])('fragments { %s }', (fragments, words) => {
    const item = CASE.replace(' }] }', ' }], captures: { v: { status: true } } }');

    expect(
      said(`${HEAD}fragments: { ${fragments.replace('CASE', item)} }\ninclude: [{ fragment: a }]\n`).join('\n'),
    ).toContain(words);
  });
});

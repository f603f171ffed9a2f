/** `assay test` with something that has to be changed: 64, the place, and what to do about it; never a request. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { workplace, type Workplace } from './workplace.ts';

const SUITE = `suite: ping
service: shop
tags: [smoke]
cases:
  - id: ok
    tags: [quick]
    request: { method: GET, path: /ok }
    checks: [{ status: 200 }]
`;

let place: Workplace;
beforeEach(async () => {
  place = await workplace(() => ({}));
  await place.write('ping.yaml', SUITE);
  await place.write('suites/a.yaml', SUITE.replace('suite: ping', 'suite: a'));
});
afterEach(() => place.close());

const refused = async (argv: readonly string[]): Promise<string> => {
  const { exit, stderr } = await place.assay(['test', ...argv]);
  expect(exit).toBe(64);
  expect(place.api.asked).toEqual([]);
  return stderr;
};
const here = (): readonly string[] => ['--target', place.api.url];

describe('files', () => {
  test('one that is not there', async () => {
    expect(await refused(['nothing.yaml', ...here()])).toContain('cannot read nothing.yaml: there is no such file');
  });

  test('a folder without suites', async () => {
    await place.write('notes/a.yaml', 'just: notes\n');

    expect(await refused(['notes', ...here()])).toContain('no suite (a file with cases) in notes');
  });

  test('every problem of every file is said with its place, and nothing is run', async () => {
    await place.write('suites/a.yaml', SUITE.replace('path: /ok', 'path: "/{{nobody}}"'));
    await place.write('suites/b.yaml', SUITE.replace('checks', 'check').replace('suite: ping', 'suite: b'));

    const said = await refused(['suites', ...here()]);

    expect(said).toMatch(/^suites\/a\.yaml:7:\d+: unknown variable "nobody"/mu);
    expect(said).toMatch(/^suites\/b\.yaml:8:5: .*"check"/mu);
    expect(said).toContain('error: nothing was run:');
  });

  test('files that a suite names are looked for beside it', async () => {
    await place.write(
      'suites/rows.yaml',
      SUITE.replace('suite: ping', 'suite: rows').replace('    tags: [quick]\n', '    rows: { file: prices.csv }\n'),
    );

    expect(await refused(['suites/rows.yaml', ...here()])).toMatch(/^suites\/rows\.yaml:6:\d+: .*prices\.csv/mu);
  });

  test('gate rules', async () => {
    await place.write('rules.yaml', 'maxFailures: { medium: -1 }\nmaxFailure: 1\n');

    const said = await refused(['ping.yaml', ...here(), '--gate', 'rules.yaml']);

    expect(said).toMatch(/^rules\.yaml:1:\d+: .*0/mu);
    expect(said).toMatch(/^rules\.yaml:2:1: .*maxFailure/mu);
  });

  test('a report that cannot be written is found out before the run', async () => {
    expect(await refused(['ping.yaml', ...here(), '--json', 'ping.yaml/report.json'])).toContain(
      'cannot write ping.yaml/report.json',
    );
  });
});

describe('selectors that match nothing', () => {
  test.each([
    [['-t', 'smok'], 'no case or suite has the tag "smok" in these files (did you mean "smoke"?)'],
    [['-t', '!slow'], 'no case or suite has the tag "slow" in these files'],
    [['--suite', 'pingg'], 'no suite "pingg" in these files (did you mean "ping"?)'],
    [['--case', 'okk'], 'no case "okk" in these files (did you mean "ok"?)'],
    [['--suite', 'ping', '--case', 'a/ok'], 'no case matches all of the selectors'],
  ])('%j', async (selectors, said) => {
    expect(await refused(['ping.yaml', 'suites', ...here(), ...selectors])).toContain(said);
  });
});

describe('where to test', () => {
  test('nobody says it', async () => {
    const said = await refused(['ping.yaml']);

    expect(said).toContain('expected to be told where the API runs, found no environment file');
    expect(said).toContain('--target http://localhost:3000');
  });

  test('several environments say it', async () => {
    await place.write('one.yaml', 'name: one\ntargets: { default: "http://127.0.0.1:1" }\n');
    await place.write('two.yaml', 'name: two\ntargets: { default: "http://127.0.0.1:1" }\n');

    expect(await refused(['ping.yaml'])).toContain('several environments could be meant: one.yaml, two.yaml');
    expect(await refused(['.'])).toContain('several environments could be meant: one.yaml, two.yaml');
  });

  test.each([
    [['--target', 'localhost:3000'], '--target must be an http or https URL, got localhost:3000'],
    [['--var', 'user'], '--var must be name=value, got user'],
    [['--var', 'usr=1'], 'no suite uses the variable "usr"'],
    [['--parallel', '51'], 'Expected a whole number from 1 to 50'],
    [['--reruns', '4'], 'Expected a whole number from 0 to 3'],
    [['--environment', 'ping.yaml'], 'expected an environment (targets) in ping.yaml, got suite'],
    [['--secrets', 'none.env'], 'cannot read none.env'],
    [['--har', '-'], 'only --json can go to stdout'],
    [['--watch', '--clean-up'], '--watch and --clean-up do not go together'],
    [['--webhook-url', 'tunnel'], '--webhook-url must be an http or https URL'],
  ])('%j', async (flags, said) => {
    const target = flags.includes('--target') ? [] : here();

    expect(await refused(['ping.yaml', ...target, ...flags])).toContain(said);
  });
});

/** What can go wrong between command and plane, shown by `assay run`: the command line in this process against a scripted plane on loopback; what people see is held by golden files. */
import { describe, expect, test } from '@jest/globals';
import { expectGolden } from './golden.ts';
import { assay, plane } from './plane-of-test.ts';
import { run } from './run-command.ts';
import { problem } from './scripted-plane.ts';
import { accepted } from './wire-samples.ts';

describe('what can go wrong', () => {
  test('a problem of the plane is shown with code, pointers and a hint', async () => {
    const errors = [
      { pointer: '/suites/0', reason: 'expected a registered suite, got "chekout"; did you mean "checkout"?' },
    ];
    plane.on(
      'POST /tests/run',
      problem(422, 'unknown-suite', 'Unknown suite', 'the service shop has no suite chekout', { errors }),
    );

    const { exit, stdout, stderr } = await assay(['run', '-s', 'shop', '--suite', 'chekout']);

    expect(exit).toBe(64);
    expect(stdout).toBe('');
    expectGolden('problem-unknown-suite.txt', stderr);
  });

  test('-v shows calls and request ids, and never the token', async () => {
    plane.on('POST /tests/run', problem(403, 'no-trust-rule', 'No trust rule matches', 'no rule matches these claims'));

    const { exit, stderr } = await assay(['run', '-s', 'shop', '-v'], { env: { ASSAY_TOKEN: 'very.secret.token' } });

    expect(exit).toBe(77);
    expect(stderr).toContain('POST /tests/run 403 0 ms request request-1');
    expect(stderr).toContain('request id: request-1');
    expect(stderr).not.toContain('secret');
  });

  test('429 and 503 are repeated with the same key after Retry-After', async () => {
    plane.on(
      'POST /tests/run',
      { ...problem(429, 'throttled', 'Too many', 'slow down'), headers: { 'retry-after': '2' } },
      problem(503, 'dependency-unavailable', 'Later', 'busy'),
      { status: 202, json: accepted },
    );

    const { exit, sleeps } = await assay(['run', '-s', 'shop']);

    expect(exit).toBe(0);
    expect(sleeps).toEqual([2000, 500]);
    expect(new Set(plane.calls('POST /tests/run').map((call) => call.headers['idempotency-key'])).size).toBe(1);
  });

  test('a connection that breaks is tried again, because the key makes it safe', async () => {
    plane.on('POST /tests/run', { cut: true }, { status: 202, json: accepted });

    const { exit } = await assay(['run', '-s', 'shop']);

    expect(exit).toBe(0);
    expect(plane.calls('POST /tests/run')).toHaveLength(2);
  });

  test('a plane that stays busy ends with 69', async () => {
    plane.on('POST /tests/run', problem(503, 'dependency-unavailable', 'Unavailable', 'the table does not answer'));

    const { exit, stderr } = await assay(['run', '-s', 'shop']);

    expect(exit).toBe(69);
    expect(stderr).toContain('(dependency-unavailable)');
    expect(plane.calls('POST /tests/run')).toHaveLength(5);
  });

  test('nobody listening ends with 69 and says so', async () => {
    const { url } = plane;
    await plane.close();

    const { exit, stderr, sleeps } = await run(['run', '-s', 'shop'], {
      env: { ASSAY_URL: url, ASSAY_TOKEN: 'a.b.c' },
    });

    expect(exit).toBe(69);
    expect(sleeps).toHaveLength(4);
    expect(stderr).toContain('nothing listens there');
  });

  test('another server at the address is named as such', async () => {
    plane.on('POST /tests/run', { json: { hello: 'world' } });

    const { exit, stderr } = await assay(['run', '-s', 'shop']);

    expect(exit).toBe(69);
    expect(stderr).toContain('should answer with a RunAccepted, got one without runId');
  });

  test.each([
    ['http://plane.example.com', 'plain http to plane.example.com would show the token'],
    ['ftp://plane.example.com', 'must begin with https://'],
    ['https://ada:secret@plane.example.com', 'must not hold a user or password'],
    ['https://plane.example.com/?x=1', 'no query'],
    ['plane', 'must be a URL'],
    ['', 'expected the address of the plane, got none'],
  ])('the address %s is refused before a call', async (address, text) => {
    const { exit, stderr } = await run(['run', '-s', 'shop'], { env: { ASSAY_URL: address, ASSAY_TOKEN: 'a.b.c' } });

    expect(exit).toBe(64);
    expect(stderr).toContain(text);
  });

  test('no token is 77 with a hint', async () => {
    const { exit, stderr } = await run(['run', '-s', 'shop'], { env: { ASSAY_URL: plane.url } });

    expect(exit).toBe(77);
    expect(stderr).toContain('set ASSAY_TOKEN');
  });

  test.each(['Forbidden', 'Missing Authentication Token'])(
    'the "%s" of a gateway is an address without its stage, no lack of rights',
    async (message) => {
      plane.on('POST /tests/run', {
        status: 403,
        json: { message },
        headers: { 'content-type': 'application/json' },
      });

      const { exit, stderr } = await assay(['run', '-s', 'shop']);

      expect(exit).toBe(64);
      expect(stderr).toContain('probably not the address of a plane');
      expect(stderr).toContain('needs the stage');
    },
  );

  test('hints of the selection fit, also inside --dry-run', async () => {
    plane.on('POST /tests/run', problem(422, 'empty-selection', 'Nothing', 'none of the 9 cases'));
    const empty = await assay(['run', '-s', 'shop', '--dry-run']);
    plane.on('POST /tests/run', problem(422, 'unknown-case', 'Unknown case', 'no case x'));
    const unknown = await assay(['run', '-s', 'shop', '--case', 'x']);

    expect(empty.stderr).toContain('hint: leave one selector after the other away');
    expect(empty.stderr).not.toContain('--dry-run');
    expect(unknown.stderr).toContain('hint: a case is named CASE, SUITE/CASE');
  });
});

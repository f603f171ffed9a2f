/** `assay test --watch` over real files; each step waits for what the command says, never for time. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Ran } from '../run-command.ts';
import { workplace, type Workplace } from './workplace.ts';

let place: Workplace;
beforeEach(async () => {
  place = await workplace(({ path: asked }) => (asked === '/none' ? { status: 404 } : {}));
  await place.write('suites/a.yaml', suite('a', '/a'));
  await place.write('suites/b.yaml', suite('b', '/{{row.n}}', '    rows: { file: rows.csv }\n'));
  await place.write('suites/rows.csv', 'n\nb1\n');
  await place.write('environment.yaml', environment());
});
afterEach(() => place.close());

const suite = (name: string, target: string, more = ''): string =>
  `suite: ${name}\nservice: shop\ndefaults: { retry: false }\ncases:\n  - id: one\n${more}    request: { method: GET, path: '${target}' }\n    checks: [{ status: 200 }]\n`;
const environment = (more = ''): string => `name: here\ntargets: { default: "${place.api.url}" }\n${more}`;

interface Watching {
  /** Resolves with what was said up to the next time that the command waits. */
  readonly round: () => Promise<string>;
  readonly press: (key: string) => void;
  readonly interrupt: () => void;
  readonly ended: Promise<Ran>;
}

const watch = (argv: readonly string[] = []): Watching => {
  const rounds: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  let said = '';
  let press = (_key: string): void => undefined;
  let interrupt = (): void => undefined;
  const ended = place.assay(['test', 'suites', '--watch', '--verbose', ...argv], {
    onWrite: (text) => {
      said += text;
      if (!text.includes('waiting for changes')) return;
      const next = waiting.shift();
      if (next === undefined) rounds.push(said);
      else next(said);
      said = '';
    },
    onKeys: (given) => {
      press = given;
    },
    onStart: (given) => {
      interrupt = given;
    },
  });
  return {
    round: () => {
      const there = rounds.shift();
      return there === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(there);
    },
    press: (key) => {
      press(key);
    },
    interrupt: () => {
      interrupt();
    },
    ended,
  };
};

const asked = (): string[] =>
  place.api.asked
    .splice(0)
    .map((one) => one.path)
    .sort();

test('a change runs the suites that it touches: a suite, its rows, or all for the environment; q ends with the last answer', async () => {
  const watching = watch();

  await watching.round();
  const first = asked();
  await place.write('suites/a.yaml', suite('a', '/none'));
  const second = [await watching.round(), asked()];
  await place.write('suites/rows.csv', 'n\nb1\nb2\n');
  await watching.round();
  const third = asked();
  await place.write('environment.yaml', environment('description: another\n'));
  await watching.round();
  const fourth = asked();
  watching.press('x');
  watching.press('q');
  const { exit } = await watching.ended;

  expect(first).toEqual(['/a', '/b1']);
  expect(second[1]).toEqual(['/none']);
  expect(second[0]).toContain('✗ shop.a/one  failed');
  expect(third).toEqual(['/b1', '/b2']);
  expect(fourth).toEqual(['/b1', '/b2', '/none']);
  expect(exit).toBe(1);
});

test('a file that cannot be read is told with its place, and waited for', async () => {
  const watching = watch();

  await watching.round();
  asked();
  await place.write('suites/a.yaml', 'suite: a\nservice: shop\ncases: [\n');
  const broken = await watching.round();
  await place.write('suites/a.yaml', suite('a', '/a2'));
  const repaired = await watching.round();
  watching.interrupt();
  const { exit } = await watching.ended;

  expect(broken).toMatch(/suites\/a\.yaml:\d+:\d+: expected YAML/u);
  expect(broken).toContain('error: nothing was run');
  expect(repaired).toContain('✓ shop.a/one');
  expect(asked()).toEqual(['/a2']);
  expect(exit).toBe(0);
});

test('a suite that comes or goes is noticed', async () => {
  const watching = watch();

  await watching.round();
  asked();
  await place.write('suites/c.yaml', suite('c', '/c'));
  await watching.round();
  const came = asked();
  await rm(path.join(place.cwd, 'suites/a.yaml'));
  await watching.round();
  const gone = asked();
  watching.press('q');
  await watching.ended;

  expect(came).toEqual(['/c']);
  expect(gone).toEqual([]);
});

/** A body that is empty, broken, or looked at by an expression that does not come to an end (rows 3 and 4). */
import { expect, test } from '@jest/globals';
import type { CaseDefinition } from '#core/suite';
import { get, run, suiteOf } from './run-scripted.ts';
import type { Reply } from './scripted-http.ts';

const tryOf = async (item: Partial<CaseDefinition>, reply: Reply) => {
  const ran = await run(suiteOf([get('a', item)]), () => reply);
  const last = ran.results.get('a')?.tries.at(-1);
  if (last === undefined) throw new Error('expected a try');
  return last;
};
const PATHS: CaseDefinition['checks'] = [
  { path: '$.a', equals: 1 },
  { path: '$.b', exists: false },
  { schema: { type: 'object' } },
];

test('what is wrong with the whole body is said once, and referred to', async () => {
  const { checks, failure } = await tryOf(
    { checks: PATHS, captures: { id: { path: '$.id' }, name: { path: '$.name' } } },
    { text: '<html>' },
  );

  expect(checks.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^expected a JSON body, got application\/json that does not parse: /u),
    'there is no JSON body, as said at "$.a equals 1"',
    'there is no JSON body, as said at "$.a equals 1"',
  ]);
  expect(failure?.type).toBe('parse');
});

test('captures that fail for one reason are named together', async () => {
  const { failure } = await tryOf({ captures: { id: { path: '$.id' }, name: { path: '$.name' } } }, { text: '<html>' });

  expect(failure?.message).toMatch(/^"id", "name" could not be captured: expected a JSON body, got /u);
});

test('in an empty body nothing is there, which `exists: false` says', async () => {
  const { checks } = await tryOf(
    {
      checks: [
        { path: '$.a', exists: false },
        { path: '$', exists: false },
        { path: '$.a', exists: true },
        { path: '$.b', equals: 1 },
      ],
    },
    { text: '' },
  );

  expect(checks.map(({ passed, message }) => [passed, message])).toEqual([
    [true, undefined],
    [true, undefined],
    [false, 'expected a JSON body, got an empty one'],
    [false, 'there is no JSON body, as said at "$.a exists true"'],
  ]);
});

test('an expression that is broken off by the time limit says so', async () => {
  const endless = { text: JSON.stringify({ t: `${'a'.repeat(60)}b` }) };

  const captured = await tryOf({ captures: { id: { regex: '^\\{"t":"(a+)+"' } } }, endless);
  const checked = await tryOf({ checks: [{ path: '$.t', matches: '^(a+)+$' }] }, endless);
  const found = await tryOf({ checks: [{ path: '$[?match(@, "(a+)+c")]', length: 0 }] }, endless);

  expect(captured.failure?.message).toBe(
    '"id" could not be captured: the regular expression ^\\{"t":"(a+)+" was broken off: expected an end within 250 ms, got none',
  );
  expect(checked.checks[0]?.message).toBe('the check was broken off: expected an end within 250 ms, got none');
  expect(found.checks[0]?.message).toMatch(/^the path was broken off: expected an end within 250 ms, got none$/u);
});

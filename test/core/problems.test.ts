/**
 * The registry is held against docs/problems.md, against the classes of HTTP statuses that each kind may have, and against problem
 * bodies written down here by hand.
 */
import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { isProblem, isProblemCode, Problem, problem, problemBody, PROBLEMS } from '#core/problems';
import type { ProblemEntry } from '#core/problems';

const entries = Object.entries<ProblemEntry>(PROBLEMS);
const document = readFileSync(new URL('../../docs/problems.md', import.meta.url), 'utf8');
const sections = new Map(
  document
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('\n')).trim(), text] as const),
);

test('I8: docs/problems.md has exactly the codes of the registry, in its order', () => {
  expect([...sections.keys()]).toEqual(entries.map(([code]) => code));
});

test.each(entries)(
  'I8: the entry of %s tells symptom, cause and fix, and its status and kind',
  (code, { status, kind }) => {
    const section = sections.get(code) ?? '';

    for (const part of ['Symptom', 'Cause', 'Fix'])
      expect(section).toMatch(new RegExp(`\\*\\*${part}:\\*\\* \\S.{15,}`));
    expect(section).toContain(`${String(status)} · ${kind}:`);
  },
);

test.each(entries)(
  '%s is kebab-case, has a title without a full stop, and a status that its kind may have',
  (code, entry) => {
    const allowed = {
      RequestRejected: [400, 401, 403, 404, 405, 409, 413, 415, 422, 429],
      DependencyUnavailable: [503, 504],
      InvariantBroken: [500],
    }[entry.kind];

    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(entry.title).toMatch(/^[A-Z][^.]*$/);
    expect(allowed).toContain(entry.status);
  },
);

test('titles tell problems apart', () => {
  expect(new Set(entries.map(([, { title }]) => title)).size).toBe(entries.length);
});

test('the name of a problem is its code, so that a state machine can match it', () => {
  const found = problem('run-not-found', 'there is no run r1');

  expect(found).toBeInstanceOf(Error);
  expect(found).toBeInstanceOf(Problem);
  expect([found.name, found.code, found.status, found.kind]).toEqual([
    'run-not-found',
    'run-not-found',
    404,
    'RequestRejected',
  ]);
  expect(found.message).toBe('there is no run r1');
});

test('the body of a rejected request has all members of RFC 9457 and ours', () => {
  const found = problem('validation-failed', '/shards: expected integer, got "3"', {
    runId: 'r0',
    errors: [{ in: 'body', pointer: '/shards', reason: 'expected integer, got "3"' }],
  });

  expect(problemBody(found, 'urn:assay:request:7')).toEqual({
    type: 'urn:assay:problem:validation-failed',
    title: 'The request does not match the contract',
    status: 400,
    detail: '/shards: expected integer, got "3"',
    instance: 'urn:assay:request:7',
    code: 'validation-failed',
    runId: 'r0',
    errors: [{ in: 'body', pointer: '/shards', reason: 'expected integer, got "3"' }],
  });
});

test('members that an occurrence does not have are left out of its body', () => {
  expect(Object.keys(problemBody(problem('forbidden', 'no'), 'i'))).toEqual([
    'type',
    'title',
    'status',
    'detail',
    'instance',
    'code',
  ]);
});

test('nothing internal of a broken invariant is shown', () => {
  const found = problem('invariant-broken', 'table assay-prod is missing', {
    cause: new Error('arn:aws:dynamodb:…'),
    errors: [{ pointer: '/x', reason: 'internal reason' }],
  });

  const text = JSON.stringify(problemBody(found, 'urn:assay:request:7'));

  expect(text).not.toMatch(/table|arn|internal reason/);
  expect(text).toContain('urn:assay:request:7');
});

test('the cause is kept for the log and is no member of the error when there was none', () => {
  const cause = new Error('socket closed');

  expect(problem('dependency-unavailable', 'DynamoDB', { cause }).cause).toBe(cause);
  expect('cause' in problem('dependency-unavailable', 'DynamoDB')).toBe(false);
});

test('names that objects inherit are no problem codes', () => {
  expect(['toString', 'constructor', '__proto__', 'Forbidden', ''].filter(isProblemCode)).toEqual([]);
  expect(isProblemCode('forbidden')).toBe(true);
  expect(isProblem({ name: 'forbidden', code: 'forbidden' })).toBe(false);
});

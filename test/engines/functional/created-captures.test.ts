/** What only says how to remove what was made may be missing where nothing was made (C1.1). */
import { expect, test } from '@jest/globals';
import type { CaseDefinition } from '#core/suite';
import { get, run, suiteOf } from './run-scripted.ts';

const refusing = (more: Partial<CaseDefinition> = {}): CaseDefinition =>
  get('make', {
    request: { method: 'POST', path: '/things', json: { name: '' } },
    checks: [{ status: 422 }],
    captures: { id: { path: '$.id' } },
    creates: [{ delete: { path: '/things/{{id}}' } }],
    ...more,
  });
const made = async (item: CaseDefinition, status: number, json: unknown) => {
  const ran = await run(suiteOf([item]), ({ method }) => (method === 'DELETE' ? { status: 204 } : { status, json }));
  return {
    result: ran.results.get('make'),
    sent: ran.http.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
  };
};

test('a refusal that was expected passes without the id, and nothing is removed', async () => {
  const { result, sent } = await made(refusing(), 422, { title: 'no' });

  expect(result?.verdict).toBe('passed');
  expect(sent).toEqual(['POST /v1/things']);
});

test('what was taken although it should have been refused is removed, and the case fails', async () => {
  const { result, sent } = await made(refusing(), 201, { id: 7 });

  expect(result?.verdict).toBe('failed');
  expect(sent).toEqual(['POST /v1/things', 'DELETE /v1/things/7']);
});

test('an answer that made something and does not say its id is told', async () => {
  const { result } = await made(refusing({ checks: [{ status: 201 }] }), 201, {});

  expect(result?.verdict).toBe('failed');
  expect(result?.tries[0]?.failure?.message).toContain('"id" could not be captured');
  expect(result?.warnings.map(({ kind }) => kind)).toEqual(['left-behind']);
});

test('captures that creates does not use are missed as ever', async () => {
  const { result } = await made(
    refusing({ captures: { id: { path: '$.id' }, title: { path: '$.subject' } } }),
    422,
    {},
  );

  expect(result?.tries[0]?.failure?.message).toBe(
    '"title" could not be captured: expected a value at $.subject, got none',
  );
});

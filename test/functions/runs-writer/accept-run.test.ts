/** What is answered when a run is recorded and its start is not. */
import { expect, test } from '@jest/globals';
import { problem } from '#core/problems';
import { makeStockedPlane, principal } from '../plane.ts';

test('a start that the orchestrator has no time for is accepted: the run is recorded, and nobody is asked to send it again', async () => {
  const plane = await makeStockedPlane();
  const submit = () =>
    plane.request('POST', '/tests/run', {
      as: principal(),
      body: { service: 'shop' },
      headers: { 'Idempotency-Key': 'k1' },
    });
  const busy = problem('dependency-unavailable', 'StepFunctions StartExecution gave no usable answer');

  plane.orchestrator.failNext('startRun', busy);
  const first = await submit();
  plane.orchestrator.failNext('startRun', busy);
  const again = await submit();

  expect([first.status, first.body.replayed, again.status, again.body.replayed]).toEqual([202, false, 202, true]);
  expect(plane.orchestrator.executions).toEqual([]);
  expect((await plane.runs.list('acme', { state: 'accepted' }, { limit: 10 })).items).toHaveLength(1);
});

test('a start that is refused is a failure of ours, and not hidden', async () => {
  const plane = await makeStockedPlane();
  plane.orchestrator.failNext('startRun', new Error('AccessDeniedException'));

  const answer = await plane.request('POST', '/tests/run', { as: principal(), body: { service: 'shop' } });

  expect(answer.status).toBe(500);
});

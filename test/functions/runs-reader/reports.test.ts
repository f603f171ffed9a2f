/**
 * A judged run as a page, CTRF, SARIF and Markdown: the same while staging has it and after that from the sealed copies, without anything
 * that a target answered for readers without `payload:read`, and nothing at all for other tenants. The recorded run has "customer-data" in
 * every field that may hold payload.
 */
import { describe, expect, test } from '@jest/globals';
import { makeStockedPlane, principal } from '../plane.ts';
import type { Answer, Plane } from '../plane.ts';
import { expireStaging, makeJudgedRun, sealRun } from '../recorded-run.ts';

const reader = principal();
const blind = principal({ role: 'viewer', payloadRead: false, subject: 'viewer' });
const stranger = principal({ tenant: 'other' });
const otherProject = principal({ role: 'viewer', projects: ['billing'] });

const FORMS = ['report', 'ctrf', 'sarif', 'summary'] as const;
type Form = (typeof FORMS)[number];

const start = async (plane: Plane): Promise<string> =>
  (await plane.request('POST', '/tests/run', { as: reader, body: { service: 'shop' } })).runId;

const judgedPlane = async () => {
  const plane = await makeStockedPlane();
  const run = await makeJudgedRun(plane, [{ planned: ['pay'], verdicts: { pay: 'failed' } }], () => start(plane));
  const get = (form: Form, as = reader): Promise<Answer> =>
    plane.request('GET', `/tests/run/${run.runId}/${form}`, { as });
  const seal = async (): Promise<void> => {
    const stored = await plane.runs.get('acme', run.runId);
    if (stored === undefined) throw new Error('expected the run');
    await sealRun(plane, stored);
    await expireStaging(plane);
  };
  return { plane, run, get, seal };
};

const reads = (plane: Plane): readonly string[] =>
  plane.audit.entries.filter(({ action }) => action === 'payload.read').map(({ resource }) => resource);

describe('a judged run', () => {
  test('as a page: a link to storage, with the page of the reader', async () => {
    const { get, run } = await judgedPlane();

    const [whole, open] = [await get('report'), await get('report', blind)];

    expect([whole.status, open.status, whole.text]).toEqual([303, 303, '']);
    expect(whole.headers['Location']).toContain(`${run.runId}/verdict/report.html`);
    expect(open.headers['Location']).toContain(`${run.runId}/verdict/report-open.html`);
  });

  test('as CTRF: each case with its verdict', async () => {
    const { get } = await judgedPlane();

    const { status, body } = await get('ctrf');

    expect(status).toBe(200);
    expect(body['results']).toMatchObject({
      tool: { name: 'assay', version: '9.8.7' },
      summary: { tests: 1, failed: 1 },
      tests: [{ status: 'failed' }],
    });
  });

  test('as SARIF: each finding with its rule and fingerprint', async () => {
    const { get } = await judgedPlane();

    const { status, body } = await get('sarif');
    const [log] = body['runs'] as readonly { readonly results: readonly { readonly ruleId: string }[] }[];

    expect([status, body['version']]).toEqual([200, '2.1.0']);
    expect(log?.results.map(({ ruleId }) => ruleId)).toEqual(['bola-read']);
    expect(JSON.stringify(log)).toContain('f00d'.repeat(8));
  });

  test('as a comment: the answer first', async () => {
    const { get } = await judgedPlane();

    const { status, headers, text } = await get('summary');

    expect([status, headers['Content-Type']]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(text.split('\n')[0]).toContain('Gate shut');
    expect(text).toContain('Objects of others can be read');
  });

  test.each(FORMS)('%s: every read with payload is on the trail, one without is not', async (form) => {
    const { plane, get, run } = await judgedPlane();

    await get(form, blind);
    const before = reads(plane);
    await get(form);

    expect([before, reads(plane)]).toEqual([[], [`run/${run.runId}/${form}`]]);
  });

  test.each(['ctrf', 'sarif', 'summary'] as const)(
    '%s holds nothing that was answered without payload:read',
    async (form) => {
      const { get } = await judgedPlane();

      const [whole, open] = [await get(form), await get(form, blind)];

      // The comment for a pull request quotes no answer for anybody.
      const quotes = form !== 'summary';
      expect([whole.text.includes('customer-data'), open.text.includes('customer-data')]).toEqual([quotes, false]);
      expect(open.status).toBe(200);
    },
  );

  test('neither do the bytes behind the link', async () => {
    const { plane, get, run } = await judgedPlane();
    await get('report', blind);

    const page = await plane.staging.get(`v1/acme/${run.runId}/verdict/report-open.html`);
    const whole = await plane.staging.get(`v1/acme/${run.runId}/verdict/report.html`);

    expect(Buffer.from(page?.body ?? []).toString()).not.toContain('customer-data');
    expect(Buffer.from(whole?.body ?? []).toString()).toContain('customer-data');
  });

  test.each(FORMS)('%s of the sealed copies, when staging has none any more', async (form) => {
    const { get, seal } = await judgedPlane();
    const before = await get(form);
    await seal();

    const after = await get(form);

    expect(after.status).toBe(before.status);
    if (form === 'report') expect(after.headers['Location']).toMatch(/versionId=|\/files\//u);
    else expect(after.text).toBe(before.text);
  });
});

test.each(FORMS)('%s of a run that is not judged is refused', async (form) => {
  const plane = await makeStockedPlane();
  const runId = await start(plane);

  const answer = await plane.request('GET', `/tests/run/${runId}/${form}`, { as: reader });

  expect([answer.status, answer.code]).toEqual([409, 'run-not-over']);
});

test.each(FORMS)('%s of a run whose records are gone says so', async (form) => {
  const { plane, get } = await judgedPlane();
  await expireStaging(plane);

  expect((await get(form)).code).toBe('results-invalid');
});

test.each(FORMS)('%s: another tenant, and a reader of another project, see no such run', async (form) => {
  const { get } = await judgedPlane();

  const answers = [await get(form, stranger), await get(form, otherProject)];

  expect(answers.map(({ status, code }) => [status, code])).toEqual([
    [404, 'run-not-found'],
    [404, 'run-not-found'],
  ]);
});

describe('a report that would not fit into an answer', () => {
  const withCases = async (count: number, detail: string) => {
    const judgedOne = await judgedPlane();
    const { plane, run } = judgedOne;
    const key = `v1/acme/${run.runId}/verdict/results.json`;
    const document = JSON.parse(Buffer.from((await plane.staging.get(key))?.body ?? []).toString()) as {
      readonly cases: readonly object[];
    };
    const cases = Array.from({ length: count }, (_, at) => ({
      ...document.cases[0],
      case: `pay-${String(at)}`,
      name: `pay ${String(at)} ${'n'.repeat(detail.length === 0 ? 2000 : 0)}`,
      details: [detail],
      findings: [],
    }));
    await plane.staging.put(key, new TextEncoder().encode(JSON.stringify({ ...document, cases })), 'application/json');
    return judgedOne;
  };

  test('is cut down to a sentence a case', async () => {
    const { get } = await withCases(300, 'x'.repeat(20_000));

    const { status, text, body } = await get('ctrf');

    expect([status, text.length < 4 * 1024 * 1024]).toEqual([200, true]);
    expect((body['results'] as { readonly tests: readonly unknown[] }).tests).toHaveLength(300);
  });

  test('is refused in words where that is not enough', async () => {
    const { get } = await withCases(4000, '');

    const { status, code, text } = await get('ctrf');

    expect([status, code]).toEqual([422, 'limit-exceeded']);
    expect(text).toContain('got more for 4000 cases: read /results page by page');
  });
});

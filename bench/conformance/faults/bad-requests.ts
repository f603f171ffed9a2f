/** Requests that nobody can serve. */
import type { SuiteFileCase } from '#contracts/generated/types';
import { said, unique } from './caller.ts';
import type { Fault } from './fault.ts';
import { shared } from './fault.ts';
import { get, register } from './world.ts';
import type { World } from './world.ts';

const MEGABYTE = 1024 * 1024;

/** A service whose target nobody will ask: every request below is refused before. */
const service = shared((world: World) => register(world, { url: 'http://127.0.0.1:9', cases: [get('one')] }));

interface Raw {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type?: string;
}

const post = async ({ cloud }: World, token: string, { body, type = 'application/json' }: Raw): Promise<string> => {
  const answer = await fetch(`${cloud.url}/tests/run`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body,
  });
  const text = await answer.text();
  const problem = (answer.headers.get('content-type') ?? '').startsWith('application/problem+json');
  const { code, title } = (problem ? JSON.parse(text) : {}) as { readonly code?: string; readonly title?: string };
  return `${String(answer.status)} ${code ?? 'without a problem code'}${title === undefined ? ', not problem+json' : ''}`;
};

const refused = (fault: string, expected: string, raw: (service: string) => Raw): Fault => ({
  fault,
  expected,
  provoke: async (world) => {
    const name = await service(world);
    const token = await world.cloud.tokenFor({ sub: `owner@local` });
    return post(world, token, raw(name));
  },
});

const submitted = (fault: string, expected: string, body: (service: string) => object): Fault => ({
  fault,
  expected,
  provoke: async (world) => said(await world.who.call('POST', '/tests/run', body(await service(world)))),
});

const cycle: Fault = {
  fault: 'suite with a cycle',
  expected: '422 suite-invalid, the cycle named: a → b → c → a; nothing stored (404)',
  provoke: async ({ who }) => {
    const name = unique('svc');
    const after = (id: string, dependency: string): SuiteFileCase => get(id, { dependsOn: [dependency] });
    const cases = [after('a', 'c'), after('b', 'a'), after('c', 'b')];
    await who.expect(201, 'PUT', `/services/${name}`, { owner: 'conformance@example.org' });
    const answer = await who.call('PUT', `/suites/${name}.only`, {
      suite: 'only',
      service: name,
      capability: 'functional',
      cases,
    });
    const text = JSON.stringify(answer.body);
    const stored = await who.call('GET', `/suites/${name}.only`);
    const named = /\b([abc])\b[^a-z]+\b([abc])\b[^a-z]+\b([abc])\b[^a-z]+\b\1\b/.exec(text);
    return {
      outcome: `${said(answer)}, ${named === null ? 'no cycle named' : `the cycle named: ${named[0]}`}; stored: ${said(stored)}`,
      ok: said(answer) === '422 suite-invalid' && named !== null && stored.status === 404,
    };
  },
};

export const badRequests: readonly Fault[] = [
  refused('malformed body: cut off', '400 malformed-json', () => ({ body: '{"service":' })),
  refused('malformed body: not UTF-8', '400 malformed-json', () => ({
    body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
  })),
  refused('malformed body: an array', '400 validation-failed', () => ({ body: '[]' })),
  refused('malformed body: half a surrogate pair', '400 validation-failed', (name) => ({
    body: `{"service":"${name}","name":"\\ud800"}`,
  })),
  refused('malformed body: nested 10,000 deep', '400 validation-failed', () => ({
    body: `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  })),
  refused('oversized body: 2 MB', '413 body-too-large', (name) => ({
    body: JSON.stringify({ service: name, description: 'x'.repeat(2 * MEGABYTE) }),
  })),
  refused('wrong content type: text/plain', '415 unsupported-media-type', (name) => ({
    body: JSON.stringify({ service: name }),
    type: 'text/plain',
  })),
  submitted('unknown field', '400 validation-failed', (name) => ({ service: name, parallelism: 3 })),
  submitted('wrong type of a field', '400 validation-failed', (name) => ({ service: name, shards: 'two' })),
  submitted('unknown service', '422 unknown-service', () => ({ service: 'nobody-registered-this' })),
  submitted('unknown suite', '422 unknown-suite', (name) => ({ service: name, suites: ['onyl'] })),
  submitted('unknown case', '422 unknown-case', (name) => ({ service: name, cases: [`${name}.only/two`] })),
  submitted('empty selection', '422 empty-selection', (name) => ({ service: name, capability: 'security' })),
  submitted('unknown environment', '422 unknown-environment', (name) => ({ service: name, environment: 'nowhere' })),
  cycle,
];

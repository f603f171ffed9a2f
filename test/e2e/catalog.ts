import type { EnvironmentRequest, SuiteFileCase } from '#contracts/generated/types';
import type { Caller } from './plane.ts';
import { unique } from './plane.ts';
import type { Target } from './target.ts';

/** A case that asks for a path and wants 200, unless more is said. */
export const get = (id: string, more: Partial<SuiteFileCase> = {}): SuiteFileCase => ({
  id,
  request: { method: 'GET', path: `/${id}` },
  checks: [{ status: 200 }] as unknown as NonNullable<SuiteFileCase['checks']>,
  ...more,
});

const PATIENCE_MS = 240_000;

/** A case that waits for the answer of a target which holds it back: longer than whatever a test does meanwhile takes on a busy machine. */
export const patient = (id: string, more: Partial<SuiteFileCase> = {}): SuiteFileCase =>
  get(id, { timeoutMs: PATIENCE_MS, request: { method: 'GET', path: `/${id}`, timeoutMs: PATIENCE_MS }, ...more });

export interface Registered {
  readonly service: string;
  readonly environment: string;
  readonly suites: readonly string[];
}

export interface Registration {
  readonly target: Pick<Target, 'url'>;
  readonly suites: { readonly [suite: string]: readonly SuiteFileCase[] };
  readonly suiteFields?: object;
  readonly environment?: Partial<EnvironmentRequest>;
}

/** Registers a service of its own with environment and suites, through the API. */
export const register = async (
  who: Caller,
  { target, suites, suiteFields = {}, environment = {} }: Registration,
): Promise<Registered> => {
  const service = unique('svc');
  await who.expect(201, 'PUT', `/environments/${service}-env`, {
    targets: { default: target.url },
    health: { path: '/healthz' },
    ...environment,
  });
  await who.expect(201, 'PUT', `/services/${service}`, {
    owner: 'tests@example.org',
    defaultEnvironment: `${service}-env`,
    version: '1.0.0',
  });
  for (const [suite, cases] of Object.entries(suites)) {
    await who.expect(201, 'PUT', `/suites/${service}.${suite}`, {
      suite,
      service,
      capability: 'functional',
      cases,
      ...suiteFields,
    });
  }
  return { service, environment: `${service}-env`, suites: Object.keys(suites).map((suite) => `${service}.${suite}`) };
};

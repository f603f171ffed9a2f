/** What every fault is provoked on: one cloud of its own, its owner at the API, and the view from behind it. */
import type { EnvironmentRequest, RunAccepted, SuiteFileCase } from '#contracts/generated/types';
import { forget, ownerClaims, startCloud, TENANT } from '../../../local/cloud.ts';
import type { Cloud } from '../../../local/cloud.ts';
import { nameOf } from '../../../local/published-names.ts';
import { callerOf, unique } from './caller.ts';
import type { Caller } from './caller.ts';
import { openFunctions } from './functions.ts';
import type { Functions } from './functions.ts';
import { openMachines } from './machines.ts';
import type { Changes, Machines } from './machines.ts';

export interface World extends AsyncDisposable {
  readonly cloud: Cloud;
  /** The tenant's owner. */
  readonly who: Caller;
  readonly functions: Functions;
  readonly machines: Machines;
  /** Starts a run through the API, under changed state machines where that is asked for. */
  startRun(body: object, changes?: Changes): Promise<RunAccepted>;
}

/** @param settings further settings of the emulator */
export const openWorld = async (settings: Readonly<Record<string, string>>): Promise<World> => {
  const cloud = await startCloud({ settings });
  const close = async (): Promise<void> => {
    await cloud.stop();
    forget(cloud);
  };
  try {
    const who = await callerOf(cloud, ownerClaims(TENANT));
    const functions = await openFunctions(cloud.endpoint);
    const run = nameOf(cloud.names, 'plane/run-machine-arn');
    const finish = nameOf(cloud.names, 'plane/finish-machine-arn');
    const machines = await openMachines(cloud.endpoint, { run, finish });
    const startRun: World['startRun'] = (body, changes = {}) =>
      machines.start(
        changes,
        () => who.expect<RunAccepted>(202, 'POST', '/tests/run', body, { 'idempotency-key': unique('key') }),
        ({ runId }) => runId,
      );
    return { cloud, who, functions, machines, startRun, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** A case that asks for `/{id}` and wants 200, unless more is said. */
export const get = (id: string, more: Partial<SuiteFileCase> = {}): SuiteFileCase => ({
  id,
  request: { method: 'GET', path: `/${id}` },
  checks: [{ status: 200 }] as unknown as NonNullable<SuiteFileCase['checks']>,
  ...more,
});

export interface Registration {
  readonly url: string;
  readonly cases: readonly SuiteFileCase[];
  /** Fields of the environment; no health address unless one is given. */
  readonly environment?: Partial<EnvironmentRequest>;
}

/** Registers a service with one suite, `only`. @returns its name */
export const register = async ({ who }: World, { url, cases, environment = {} }: Registration): Promise<string> => {
  const service = unique('svc');
  await who.expect(201, 'PUT', `/environments/${service}-env`, { targets: { default: url }, ...environment });
  await who.expect(201, 'PUT', `/services/${service}`, {
    owner: 'conformance@example.org',
    defaultEnvironment: `${service}-env`,
    version: '1.0.0',
  });
  await who.expect(201, 'PUT', `/suites/${service}.only`, { suite: 'only', service, capability: 'functional', cases });
  return service;
};

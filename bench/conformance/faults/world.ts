/** What every fault is provoked on: one cloud of its own, somebody who may run tests there, and a scripted target. */
import type { EnvironmentRequest, RunAccepted, SuiteFileCase } from '#contracts/generated/types';
import { forget, startCloud, TENANT } from '../../../local/cloud.ts';
import type { Cloud } from '../../../local/cloud.ts';
import { nameOf } from '../../../local/published-names.ts';
import type { Caller, TestCloud } from '../../../test/e2e/plane.ts';
import { someone, unique } from '../../../test/e2e/plane.ts';
import { json, startTarget } from '../../../test/e2e/target.ts';
import type { Target } from '../../../test/e2e/target.ts';
import { openFunctions } from './functions.ts';
import type { Functions } from './functions.ts';
import { openMachines } from './machines.ts';
import type { Changes, Machines } from './machines.ts';

export interface World extends AsyncDisposable {
  readonly cloud: TestCloud;
  readonly who: Caller;
  readonly functions: Functions;
  readonly machines: Machines;
  /** Starts a run through the API, under changed state machines where that is asked for. */
  startRun(body: object, changes?: Changes, key?: string): Promise<RunAccepted>;
}

/** @param settings further settings of the emulator */
export const openWorld = async (settings: Readonly<Record<string, string>>): Promise<World> => {
  const started: Cloud = await startCloud({ settings });
  try {
    const cloud: TestCloud = { ...started, names: Object.fromEntries(started.names) };
    const who = await someone(cloud, { tenant: TENANT, role: 'owner' });
    const functions = await openFunctions(cloud.endpoint);
    const machines = await openMachines(cloud.endpoint, {
      run: nameOf(started.names, 'plane/run-machine-arn'),
      finish: nameOf(started.names, 'plane/finish-machine-arn'),
    });
    return {
      cloud,
      who,
      functions,
      machines,
      startRun: (body, changes = {}, key = unique('key')) =>
        machines.start(
          changes,
          () => who.expect<RunAccepted>(202, 'POST', '/tests/run', body, { 'idempotency-key': key }),
          ({ runId }) => runId,
        ),
      [Symbol.asyncDispose]: async () => {
        await started.stop();
        forget(started);
      },
    };
  } catch (error) {
    await started.stop();
    throw error;
  }
};

export interface Registration {
  readonly url: string;
  readonly cases: readonly SuiteFileCase[];
  /** Fields of the environment; no health address unless one is given. */
  readonly environment?: Partial<EnvironmentRequest>;
}

/** Registers a service with one suite `only`. @returns its name */
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

/** A target whose paths answer 200 with a JSON object. */
export const openTarget = async (paths: readonly string[]): Promise<Target> => {
  const target = await startTarget();
  for (const path of paths) target.routes.set(path, json({ ok: true }));
  return target;
};

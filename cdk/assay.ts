import { Tags } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import type { Settings } from './settings.ts';
import { Network } from './stacks/network.ts';
import { Ops } from './stacks/ops.ts';
import { Plane } from './stacks/plane.ts';
import { Records } from './stacks/records.ts';

/** What synthesis reads: files, never other modules. */
export interface Sources {
  /** Bundles: `functions/<name>/index.mjs`, `runner/runner.mjs` and `runner/Dockerfile`; made by `cdk/bundle.ts`. */
  readonly build: string;
  readonly stateMachines: string;
  readonly openapi: string;
}

export interface AssayStacks {
  readonly network?: Network;
  readonly records: Records;
  readonly plane: Plane;
  readonly ops?: Ops;
}

/** All stacks of one stage; on one machine only those that its emulator knows. */
export const assay = (app: App, settings: Settings, sources: Sources): AssayStacks => {
  const stackName = (part: string) => `assay-${settings.stage}-${part}`;
  Tags.of(app).add('assay:stage', settings.stage);
  const records = new Records(app, 'Records', { stackName: stackName('records'), settings });
  const plane = new Plane(app, 'Plane', { stackName: stackName('plane'), settings, sources });
  plane.addStackDependency(records, 'reads the names of table and buckets');
  if (settings.stage === 'local') return { records, plane };

  const network = new Network(app, 'Network', { stackName: stackName('network'), settings });
  plane.addStackDependency(network, 'reads the ids of the subnets');
  const ops = new Ops(app, 'Ops', { stackName: stackName('ops'), settings });
  ops.addStackDependency(plane, 'watches its functions and machines');
  return { network, records, plane, ops };
};

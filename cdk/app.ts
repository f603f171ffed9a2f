import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { assay } from './assay.ts';
import { readSettings } from './settings.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const app = new App();
assay(app, readSettings(app.node), {
  build: join(root, 'build'),
  stateMachines: join(root, 'state-machines'),
  openapi: join(root, 'layers', 'contracts', 'openapi.json'),
});
app.synth();

/** Validators that are compiled when the command is packed, not each time it starts. */
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import addFormatsModule from 'ajv-formats';
import type { Plugin } from 'esbuild';
import openapi from '../layers/contracts/openapi.json' with { type: 'json' };
import suiteSchema from '../layers/contracts/suite.schema.json' with { type: 'json' };
import type { DefinitionSchema } from './push/definition-validators.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const DOCUMENT_ID = 'https://assay.invalid/openapi.json';
const DEFINITIONS: readonly DefinitionSchema[] = ['ServiceRequest', 'EnvironmentRequest', 'GateRules'];

/** With the options of the modules whose place it takes, so that it finds the same in the same words. */
const newAjv = (): Ajv2020 =>
  new Ajv2020({ allErrors: true, verbose: true, strict: false, code: { source: true, esm: true } });

const suiteCode = (): string => {
  const ajv = newAjv();
  ajv.addSchema(suiteSchema, 'suite');
  return `${standaloneModule.default(ajv, { validate: 'suite' })}\nexport const suiteValidator = () => validate;\n`;
};

const definitionCode = (): string => {
  const ajv = newAjv();
  addFormatsModule.default(ajv);
  ajv.addSchema({ $id: DOCUMENT_ID, components: { schemas: openapi.components.schemas } });
  for (const name of DEFINITIONS) ajv.addSchema({ $ref: `${DOCUMENT_ID}#/components/schemas/${name}` }, name);
  const code = standaloneModule.default(ajv, Object.fromEntries(DEFINITIONS.map((name) => [name, name])));
  return `${code}\nexport const definitionValidator = (name) => ({ ${DEFINITIONS.join(', ')} })[name];\n`;
};

/** Puts compiled validators in the place of the modules that compile them. test/cli/pack.test.ts runs what comes out. */
export const precompiled: Plugin = {
  name: 'precompiled',
  setup: (building) => {
    building.onLoad({ filter: /[\\/]suite-file[\\/]suite-validator\.ts$/ }, () => ({
      contents: suiteCode(),
      resolveDir: ROOT,
      loader: 'js',
    }));
    building.onLoad({ filter: /[\\/]push[\\/]definition-validators\.ts$/ }, () => ({
      contents: definitionCode(),
      resolveDir: ROOT,
      loader: 'js',
    }));
  },
};

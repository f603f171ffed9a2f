import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { ValidateFunction } from 'ajv';
import openapi from '../../layers/contracts/openapi.json' with { type: 'json' };

/** Schemas of the API's document that files are checked with. */
export type DefinitionSchema = 'ServiceRequest' | 'EnvironmentRequest' | 'GateRules';

const DOCUMENT_ID = 'https://assay.invalid/openapi.json';
const compiled = new Map<string, ValidateFunction>();

/** Compiled when it is first asked for; cli/precompiled.ts puts compiled code in the place of this module. */
export const definitionValidator = (schema: DefinitionSchema): ValidateFunction => {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
  addFormatsModule.default(ajv);
  // Only the schemas: the rest of the document would be searched for keywords.
  ajv.addSchema({ $id: DOCUMENT_ID, components: { schemas: openapi.components.schemas } });
  const validate = ajv.compile({ $ref: `${DOCUMENT_ID}#/components/schemas/${schema}` });
  compiled.set(schema, validate);
  return validate;
};

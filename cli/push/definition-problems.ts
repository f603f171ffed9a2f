import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { ValidateFunction } from 'ajv';
import { explainErrors } from '#engines/suite-file/explain-errors';
import type { FileProblem } from '#engines/suite-file/parse-suite';
import type { ReadFile } from '#engines/suite-file/read-yaml';
import openapi from '../../layers/contracts/openapi.json' with { type: 'json' };

const DOCUMENT_ID = 'https://assay.invalid/openapi.json';
const compiled = new Map<string, ValidateFunction>();

const validatorOf = (schema: string): ValidateFunction => {
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

/** What the API's document says against a service or environment file, with file, line and column. */
export const definitionProblems = (schema: 'ServiceRequest' | 'EnvironmentRequest', read: ReadFile): FileProblem[] => {
  const validate = validatorOf(schema);
  if (validate(read.value)) return [];
  return explainErrors(validate.errors ?? []).map(({ pointer, message, at }) => ({
    pointer,
    message,
    place: read.placeOf(pointer, at ?? 'value'),
  }));
};

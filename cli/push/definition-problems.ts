import { explainErrors } from '#engines/suite-file/explain-errors';
import type { FileProblem } from '#engines/suite-file/parse-suite';
import type { ReadFile } from '#engines/suite-file/read-yaml';
import { definitionValidator, type DefinitionSchema } from './definition-validators.ts';

/** What the API's document says against a service, environment or file of gate rules, with file, line and column. */
export const definitionProblems = (schema: DefinitionSchema, read: ReadFile): FileProblem[] => {
  const validate = definitionValidator(schema);
  if (validate(read.value)) return [];
  return explainErrors(validate.errors ?? []).map(({ pointer, message, at }) => ({
    pointer,
    message,
    place: read.placeOf(pointer, at ?? 'value'),
  }));
};

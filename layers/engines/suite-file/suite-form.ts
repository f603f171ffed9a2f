/** What suite.schema.json says against a suite. */
import type { ErrorObject } from 'ajv';
import suiteSchema from '../../contracts/suite.schema.json' with { type: 'json' };
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { explainErrors } from '#engines/suite-file/explain-errors';
import type { SchemaProblem } from '#engines/suite-file/explain-errors';
import { suiteValidator } from '#engines/suite-file/suite-validator';
import { filledLater } from '#engines/suite-file/typed-parameters';

/** Problems of form beyond which the rest of a suite is not looked at. */
export const FORM_PROBLEMS_MAX = 1000;

/** Cases of one suite. */
export const CASES_MAX = suiteSchema.properties.cases.maxItems;

/** Cases that are validated at once: the validator's time goes with the square of the errors that it finds in one go. */
const CASES_AT_ONCE = 100;

const renumbered = (error: ErrorObject, from: number): ErrorObject => ({
  ...error,
  instancePath: error.instancePath.replace(
    /^\/cases\/(\d+)/u,
    (_all, index: string) => `/cases/${String(Number(index) + from)}`,
  ),
});

/** Of more than FORM_PROBLEMS_MAX errors at least so many. */
const formErrors = (value: unknown): readonly ErrorObject[] => {
  const validate = suiteValidator();
  if (!isJsonObject(value) || !Array.isArray(value['cases']) || value['cases'].length <= CASES_AT_ONCE)
    return validate(value) ? [] : (validate.errors ?? []);
  const cases = value['cases'] as readonly Json[];
  const errors: ErrorObject[] = [];
  const head = { suite: 'a', service: 'a' };
  for (let from = 0; from < cases.length && errors.length <= FORM_PROBLEMS_MAX; from += CASES_AT_ONCE) {
    // Everything beside the cases is looked at once.
    const part = { ...(from === 0 ? value : head), cases: cases.slice(from, from + CASES_AT_ONCE) };
    if (!validate(part))
      for (const error of validate.errors ?? [])
        if (from === 0 || error.instancePath.startsWith('/cases')) errors.push(renumbered(error, from));
  }
  return errors;
};

/** Problems of form in words, those left out that wait for an argument; at most FORM_PROBLEMS_MAX. */
export const formProblems = (value: unknown): readonly SchemaProblem[] => {
  const errors = formErrors(value);
  return errors.length === 0
    ? []
    : explainErrors(
        errors.filter((error) => !filledLater(error, value)),
        FORM_PROBLEMS_MAX,
      );
};

/** The same for cases alone; pointers begin with `/cases/`. */
export const caseFormProblems = (cases: readonly Json[]): readonly SchemaProblem[] =>
  cases.length === 0
    ? []
    : formProblems({ suite: 'a', service: 'a', cases } satisfies JsonObject).filter(({ pointer }) =>
        /^\/cases\/\d/u.test(pointer),
      );

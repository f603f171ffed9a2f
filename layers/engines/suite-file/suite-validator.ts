import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import suiteSchema from '../../contracts/suite.schema.json' with { type: 'json' };

let compiled: ValidateFunction | undefined;

/**
 * Says what suite.schema.json says of a suite. Compiled when it is first asked for; cli/precompiled.ts puts compiled code in the place of
 * this module, because compiling takes longer than everything else that `assay test` does before its first request.
 */
export const suiteValidator = (): ValidateFunction => {
  // Strict mode would refuse the schema's own `if`/`then` without a repeated type; its shape is held by tests.
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, strict: false }).compile(suiteSchema);
  return compiled;
};

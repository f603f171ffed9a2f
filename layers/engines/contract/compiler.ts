import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Ajv, ErrorObject, Format, Options, ValidateFunction } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Json } from '#core/units';
import { guardedPattern } from '#engines/contract/guarded-pattern';
import { FOREIGN } from '#engines/contract/projection';
import { KNOWN_FORMATS } from '#engines/contract/schema-keywords';
import { bounded } from '#engines/functional/bounded';

/** Text that a format's expression is tried on without a watch: they are well known, and none is worse than quadratic. */
const FORMAT_LENGTH_MAX = 1000;

const OPTIONS: Options = {
  strict: false,
  verbose: true,
  logger: false,
  validateSchema: false,
  addUsedSchema: false,
  // `code` is for validators that are written to a file, which these never are.
  code: { regExp: Object.assign((source: string) => guardedPattern(source), { code: 'guardedPattern' }) },
};

const guarded = (format: Format): Format =>
  format instanceof RegExp
    ? (text: string) => (text.length <= FORMAT_LENGTH_MAX ? format.test(text) : bounded(() => format.test(text)))
    : format;

const withVocabulary = (ajv: Ajv): Ajv => {
  for (const [name, format] of Object.entries(fullFormats))
    if (KNOWN_FORMATS.has(name)) ajv.addFormat(name, guarded(format));
  return ajv.addKeyword({ keyword: FOREIGN, schemaType: 'string', validate: () => false });
};

/** Says whether a value is valid, with the first error; quick. */
export const quickCompiler = (): Ajv => withVocabulary(new Ajv2020(OPTIONS));

/** What the branch of a union that is nearest to the value says of it; all branches failed, or more than one held. */
export interface UnionParams {
  readonly passing: readonly number[];
  /** Errors of the nearest branch; absent when none is nearer than the others. */
  readonly nearest?: readonly ErrorObject[];
}

export type BranchErrors = (branch: Json, value: Json) => readonly ErrorObject[];

/** A mismatch that says that another branch was meant. */
const isOtherKind = ({ keyword, instancePath }: ErrorObject): boolean =>
  instancePath === '' ? ['type', 'const', 'enum'].includes(keyword) : keyword === 'const';

const nearestOf = (all: readonly (readonly ErrorObject[])[]): readonly ErrorObject[] | undefined => {
  const meant = all.filter((errors) => !errors.some(isOtherKind));
  const least = Math.min(...meant.map((errors) => errors.length));
  const best = meant.filter((errors) => errors.length === least);
  return best.length === 1 ? best[0] : undefined;
};

interface ErrorsHolder {
  (schema: readonly Json[], value: Json): boolean;
  errors?: Partial<ErrorObject>[];
}

const unionCheck = (keyword: 'anyOf' | 'oneOf', branchErrors: BranchErrors): ErrorsHolder => {
  const check: ErrorsHolder = (branches, value) => {
    const all = branches.map((branch) => branchErrors(branch, value));
    const passing = all.flatMap((errors, at) => (errors.length === 0 ? [at] : []));
    if (keyword === 'anyOf' ? passing.length > 0 : passing.length === 1) return true;
    const nearest = passing.length === 0 ? nearestOf(all) : undefined;
    const params: UnionParams = { passing, ...(nearest === undefined ? {} : { nearest }) };
    check.errors = [{ keyword, message: 'must match a form', params: { ...params } }];
    return false;
  };
  return check;
};

/** Finds every error; of a union that failed those of its nearest branch. Several times slower than the quick one. */
export const explainingCompiler = (branchErrors: BranchErrors): Ajv => {
  const ajv = withVocabulary(new Ajv2020({ ...OPTIONS, allErrors: true }));
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    ajv.removeKeyword(keyword);
    ajv.addKeyword({ keyword, schemaType: 'array', errors: true, validate: unionCheck(keyword, branchErrors) });
  }
  return ajv;
};

export type { ErrorObject, ValidateFunction };

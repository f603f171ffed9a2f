/** A case of a fragment as it reads where the fragment is included. */
import { isJsonObject } from '#core/json-types';
import { rewriteFields, rewriteText, rewriteTexts } from '#engines/suite-file/fragment-texts';
import type { TextRules } from '#engines/suite-file/fragment-texts';
import type { Json, JsonObject } from '#core/units';

export interface CaseRules extends TextRules {
  /** Case ids that get a prefix. */
  readonly ids: ReadonlySet<string>;
  readonly idPrefix: string;
}

const fieldsOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** Variables that a case takes from answers, those of its steps included. */
export const capturedBy = (item: JsonObject): string[] => [
  ...Object.keys(fieldsOf(item['captures'])),
  ...['setup', 'teardown'].flatMap((stage) =>
    listOf(item[stage]).flatMap((step) => Object.keys(fieldsOf(fieldsOf(step)['captures']))),
  ),
];

const renamedKeys = (value: Json, rules: TextRules): Json => {
  if (!isJsonObject(value) || rules.prefix === '') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [rules.renamed.has(name) ? `${rules.prefix}${name}` : name, item]),
  );
};

const renamedId = (value: Json, pointer: string, rules: CaseRules): Json => {
  if (typeof value !== 'string') return value;
  if (value.includes('{{')) return rewriteText(value, pointer, rules);
  return rules.ids.has(value) ? `${rules.idPrefix}${value}` : value;
};

/** Braces in a JSON Schema, and in the text of a table, are their own. */
const rewriteCheck = (value: Json, pointer: string, rules: TextRules): Json =>
  isJsonObject(value)
    ? rewriteFields(value, pointer, rules, (item, at, _rules, name) =>
        name === 'schema' && isJsonObject(item) ? item : rewriteTexts(item, at, rules),
      )
    : rewriteTexts(value, pointer, rules);

const rewriteChecks = (value: Json, pointer: string, rules: TextRules): Json =>
  Array.isArray(value)
    ? (value as readonly Json[]).map((check, at) => rewriteCheck(check, `${pointer}/${String(at)}`, rules))
    : rewriteTexts(value, pointer, rules);

const rewriteDependsOn = (value: Json, pointer: string, rules: CaseRules): Json =>
  Array.isArray(value)
    ? (value as readonly Json[]).map((item, at) => {
        const here = `${pointer}/${String(at)}`;
        return isJsonObject(item)
          ? rewriteFields(item, here, rules, (inner, place, _rules, name) =>
              name === 'case' ? renamedId(inner, place, rules) : rewriteTexts(inner, place, rules),
            )
          : renamedId(item, here, rules);
      })
    : rewriteTexts(value, pointer, rules);

const rewriteRows = (value: Json, pointer: string, rules: TextRules): Json =>
  isJsonObject(value)
    ? rewriteFields(value, pointer, rules, (item, at, _rules, name) =>
        name === 'csv' || name === 'jsonLines' ? item : rewriteTexts(item, at, rules),
      )
    : rewriteTexts(value, pointer, rules);

/** What holds checks or captures somewhere below it. */
const rewriteHolder = (value: Json, pointer: string, rules: TextRules): Json => {
  if (Array.isArray(value))
    return (value as readonly Json[]).map((item, at) => rewriteHolder(item, `${pointer}/${String(at)}`, rules));
  if (!isJsonObject(value)) return rewriteTexts(value, pointer, rules);
  return rewriteFields(value, pointer, rules, (item, at, _rules, name) => {
    if (name === 'checks' || name === 'until' || name === 'where') return rewriteChecks(item, at, rules);
    const rewritten = rewriteTexts(item, at, rules);
    return name === 'captures' ? renamedKeys(rewritten, rules) : rewritten;
  });
};

const HOLDERS = new Set(['poll', 'receive', 'consume', 'setup', 'teardown']);

/** The case with its texts filled in, its id and what it captures renamed. */
export const rewriteCase = (item: JsonObject, pointer: string, rules: CaseRules): JsonObject =>
  rewriteFields(item, pointer, rules, (value, at, _rules, name) => {
    if (name === 'id') return typeof value === 'string' ? `${rules.idPrefix}${value}` : value;
    if (name === 'dependsOn') return rewriteDependsOn(value, at, rules);
    if (name === 'checks') return rewriteChecks(value, at, rules);
    if (name === 'captures') return renamedKeys(rewriteTexts(value, at, rules), rules);
    if (name === 'rows') return rewriteRows(value, at, rules);
    return HOLDERS.has(name) ? rewriteHolder(value, at, rules) : rewriteTexts(value, at, rules);
  });

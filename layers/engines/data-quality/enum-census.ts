import type { CaseWarning, CheckOutcome } from '#core/case-result';
import type { CensusEnum } from '#core/acts/census';
import { fieldOf, isJsonObject, sameJson, shortJson } from '#core/json-types';
import type { Json } from '#core/units';
import { checked, NoAnswer } from '#engines/data-quality/ask';
import { valueAt } from '#engines/contract/document-reader';
import { applyPath } from '#engines/functional/json-path';
import type { ProbeContext } from '#engines/probe/probe';

const NAMED_MAX = 10;

const wrongPlace = (at: string, got: string): NoAnswer =>
  new NoAnswer({
    type: 'setup',
    phase: 'check',
    message: `expected declared values at ${JSON.stringify(at)}, got ${got}`,
  });

/** @throws NoAnswer when the document declares none there */
const declaredIn = (document: Json, at: string): readonly Json[] => {
  const value = valueAt(document, at);
  if (value === undefined) throw wrongPlace(at, 'nothing');
  const list = isJsonObject(value) ? (fieldOf(value, 'enum') ?? fieldOf(value, 'const')) : value;
  if (Array.isArray(list)) return list as readonly Json[];
  if (isJsonObject(value) && list !== undefined) return [list];
  throw wrongPlace(at, shortJson(value, 60));
};

const counted = (places: number): string => (places === 1 ? 'once' : `${String(places)} times`);

const named = (values: readonly Json[]): string => {
  const more = values.length - NAMED_MAX;
  const shown = values.slice(0, NAMED_MAX).map((value) => shortJson(value, 40));
  return `${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
};

/** Values by their JSON, with how often each came. */
const countValues = (items: readonly Json[], path: string): Map<string, { readonly value: Json; count: number }> => {
  const counts = new Map<string, { readonly value: Json; count: number }>();
  for (const value of items.flatMap((item) => applyPath(path, item).values)) {
    const key = JSON.stringify(value);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { value, count: 1 });
    else known.count += 1;
  }
  return counts;
};

export interface EnumCensus {
  readonly checks: readonly CheckOutcome[];
  readonly warnings: readonly CaseWarning[];
}

/** Holds the values of a list against the declared ones, both ways. @throws NoAnswer */
export const enumCensus = (rule: CensusEnum, items: readonly Json[], context: ProbeContext): EnumCensus => {
  const { path, schema, unseen = 'warn' } = rule;
  const declared = rule.values ?? declaredIn(context.document(schema?.document), schema?.at ?? '');
  const counts = [...countValues(items, path).values()];
  const undeclared = counts.filter(({ value }) => !declared.some((one) => sameJson(one, value)));
  const missing = declared.filter((one) => !counts.some(({ value }) => sameJson(one, value)));
  const isDeclared = checked(
    `${path} has declared values only`,
    undeclared.length === 0
      ? undefined
      : {
          expected: declared,
          got: undeclared.map(({ value }) => value).slice(0, NAMED_MAX),
          path,
          message: `expected one of ${named(declared)}, got ${named(undeclared.map(({ value }) => value))} ${counted(undeclared.reduce((sum, { count }) => sum + count, 0))}`,
        },
  );
  const isSeen = checked(
    `each declared value of ${path} is seen`,
    missing.length === 0 ? undefined : { path, message: `expected each once or more, got none of ${named(missing)}` },
  );
  if (unseen === 'fail') return { checks: [isDeclared, isSeen], warnings: [] };
  const warns = unseen === 'warn' && !isSeen.passed;
  const warnings = warns ? [{ kind: 'unseen-value', message: `${isSeen.check}: ${isSeen.message ?? ''}` }] : [];
  return { checks: unseen === 'warn' ? [isDeclared, { ...isSeen, warn: true }] : [isDeclared], warnings };
};

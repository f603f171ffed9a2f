/**
 * One step away from a plain value: each boundary of each constraint of a schema from inside (valid) and from outside (invalid). An
 * invalid value breaks the constraint that it is named after and nothing else; where that cannot be had, there is none.
 */
import { isJsonObject, toPointer } from '#core/json-types';
import type { Json } from '#core/units';
import type { SeededRandom } from '#engines/data/seeded-random';
import type { SchemaFault, SchemaSource } from '../schema-source.ts';
import { branchesOf, type Branch } from './branches.ts';
import { counts, fieldNames, fieldSchema, itemSchema, requiredNames, statedTypes, typesOf } from './facets.ts';
import { makeValue } from './make-value.ts';
import { leafSteps } from './leaf-steps.ts';
import { arraySteps, objectSteps } from './composite-steps.ts';

export type ValuePlace = readonly (string | number)[];

export interface Variation {
  /** Where in the value; for `required` the object that lacks a field. */
  readonly place: ValuePlace;
  /** The constraint that is kept to the limit or broken: `maximum`, `enum`, `required`. */
  readonly keyword: string;
  readonly isValid: boolean;
  /** What was done: `one above 10`. */
  readonly words: string;
  readonly value: Json;
}

/** A change of one value, before it is put into the whole. */
export interface Step {
  readonly keyword: string;
  readonly isValid: boolean;
  readonly words: string;
  readonly value: Json;
}

const DEPTH_MAX = 5;
const NODES_MAX = 250;
export const VARIATIONS_MAX = 1_500;
/** Alternatives of one choice that are looked into. */
const BRANCHES_MAX = 8;

interface Node {
  readonly schema: Json;
  readonly place: ValuePlace;
  readonly build: (inner: Json) => Json;
  /** Below a choice a value that breaks one alternative may be right for another. */
  readonly isBelowChoice: boolean;
}

const WRAPPERS = new Set([
  'anyOf',
  'oneOf',
  'if',
  'allOf',
  'not',
  '$ref',
  'propertyNames',
  'discriminator',
  'unevaluatedProperties',
]);
/** What a value of another type breaks as well. */
const WITH_TYPE = new Set(['type', 'enum', 'const', 'format']);

const isExactly = (faults: readonly SchemaFault[], node: Node, step: Step): boolean => {
  const place = toPointer(node.place);
  if (faults.length === 0) return false;
  if (node.isBelowChoice) return faults.some((fault) => fault.place === place && fault.keyword === step.keyword);
  return (
    faults.some((fault) => fault.place === place && fault.keyword === step.keyword) &&
    faults.every((fault) => {
      if (fault.keyword === step.keyword || WRAPPERS.has(fault.keyword))
        return fault.place === place || place.startsWith(fault.place);
      if (step.keyword === 'propertyNames') return fault.place === place;
      if (step.keyword === 'contains') return fault.place.startsWith(place);
      return fault.place === place && ['type', 'enum', 'const'].includes(step.keyword) && WITH_TYPE.has(fault.keyword);
    })
  );
};

interface Walk {
  readonly source: SchemaSource;
  readonly random: SeededRandom;
  readonly queue: Node[];
}

const made = (walk: Walk, schema: Json): Json | undefined =>
  makeValue({ source: walk.source, random: walk.random, fullness: 'small' }, schema);

/** The schema of one branch of a choice, for the judge. */
const branchSchema = (branch: Branch): Json => (branch.length === 1 ? (branch[0] ?? true) : { allOf: branch });

const objectNode = (walk: Walk, node: Node, branch: Branch, isChoice: boolean): Step[] => {
  const base = made(walk, { allOf: [branchSchema(branch), { type: 'object' }] });
  if (!isJsonObject(base)) return [];
  const names = [...new Set([...requiredNames(branch), ...fieldNames(branch)])];
  for (const name of names) {
    const schema = fieldSchema(branch, name);
    if (schema === false || schema === true) continue;
    walk.queue.push({
      schema,
      place: [...node.place, name],
      build: (inner) => node.build({ ...base, [name]: inner }),
      isBelowChoice: node.isBelowChoice || isChoice,
    });
  }
  return objectSteps(walk.source, walk.random, branch, base);
};

const arrayNode = (walk: Walk, node: Node, branch: Branch, isChoice: boolean): Step[] => {
  const base = made(walk, { allOf: [branchSchema(branch), { type: 'array' }] });
  if (!Array.isArray(base)) return [];
  const list = base as readonly Json[];
  const schema = itemSchema(branch, 0);
  if (schema !== true && schema !== false && counts(branch).max > 0)
    walk.queue.push({
      schema,
      place: [...node.place, 0],
      build: (inner) => node.build([inner, ...list.slice(1)]),
      isBelowChoice: node.isBelowChoice || isChoice,
    });
  return arraySteps(walk.source, walk.random, branch, list);
};

const stepsOf = (walk: Walk, node: Node): Step[] => {
  const branches = branchesOf(walk.source, node.schema).slice(0, BRANCHES_MAX);
  const isChoice = branches.length > 1;
  return branches.flatMap((branch, at): Step[] => {
    const types = typesOf(branch);
    const hasNothing = statedTypes(branch) === undefined && types.length > 4;
    const alternative = isChoice ? made(walk, branchSchema(branch)) : undefined;
    return [
      ...(alternative === undefined
        ? []
        : [{ keyword: 'anyOf', isValid: true, words: `alternative ${String(at + 1)}`, value: alternative }]),
      ...(types.includes('object') && !hasNothing ? objectNode(walk, node, branch, isChoice) : []),
      ...(types.includes('array') && !hasNothing ? arrayNode(walk, node, branch, isChoice) : []),
      ...leafSteps(walk.random, branch),
    ];
  });
};

/**
 * @param random draws texts and numbers between the limits; the same source gives the same variations
 * @param most   variations at most
 * @returns those of the outermost values first; empty for a schema that nothing is valid for
 */
export const variationsOf = (
  source: SchemaSource,
  schema: Json,
  random: SeededRandom,
  most = VARIATIONS_MAX,
): readonly Variation[] => {
  const walk: Walk = { source, random, queue: [{ schema, place: [], build: (inner) => inner, isBelowChoice: false }] };
  const found: Variation[] = [];
  const seen = new Set<string>();
  for (let count = 0; count < NODES_MAX && found.length < most; count += 1) {
    const node = walk.queue.shift();
    if (node === undefined) break;
    if (node.place.length > DEPTH_MAX) continue;
    for (const step of stepsOf(walk, node)) {
      const value = node.build(step.value);
      const key = JSON.stringify([step.isValid, value]);
      if (seen.has(key)) continue;
      const faults = source.faultsOf(schema, value);
      if (step.isValid ? faults.length > 0 : !isExactly(faults, node, step)) continue;
      seen.add(key);
      found.push({ place: node.place, keyword: step.keyword, isValid: step.isValid, words: step.words, value });
    }
  }
  return found.slice(0, most);
};

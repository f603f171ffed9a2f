import { isJsonObject } from '#core/json-types';
import { PROBE_ACTS } from '#core/suite';
import type { CaseDefinition } from '#core/suite';
import type { Json } from '#core/units';

/** A name inside the definition of a probe, with its place below the case. */
export interface ProbeReference {
  readonly name: string;
  readonly pointer: string;
}

const listAt = (value: Json | undefined, pointer: string): ProbeReference[] =>
  Array.isArray(value)
    ? value.flatMap((name: Json, at) =>
        typeof name === 'string' ? [{ name, pointer: `${pointer}/${String(at)}` }] : [],
      )
    : [];

const textAt = (value: Json | undefined, pointer: string): ProbeReference[] =>
  typeof value === 'string' ? [{ name: value, pointer }] : [];

const fieldOf = (value: Json | undefined, name: string): Json | undefined =>
  isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/**
 * Cases that a load or an experiment runs again. They run by themselves first, and have to pass: what is broken without load says nothing
 * under it.
 */
export const referencedCases = ({ load, disturb }: CaseDefinition): readonly ProbeReference[] => {
  const mix = fieldOf(load, 'mix');
  return [
    ...(Array.isArray(mix) ? mix : []).flatMap((entry: Json, at) =>
      textAt(fieldOf(entry, 'case'), `/load/mix/${String(at)}/case`),
    ),
    ...listAt(fieldOf(fieldOf(disturb, 'steadyState'), 'cases'), '/disturb/steadyState/cases'),
    ...listAt(fieldOf(disturb, 'cases'), '/disturb/cases'),
    ...textAt(fieldOf(disturb, 'during'), '/disturb/during'),
  ];
};

/** Documents of the suite that a probe looks at; a probe that names none takes the only one. */
export const referencedDocuments = (item: CaseDefinition): readonly ProbeReference[] =>
  PROBE_ACTS.flatMap((act) => [
    ...textAt(fieldOf(item[act], 'document'), `/${act}/document`),
    ...textAt(fieldOf(item[act], 'reference'), `/${act}/reference`),
  ]);

/** Entries of a load may have rows of their own. */
export const isInRowsOfLoad = ({ pointer }: { readonly pointer: string }, { load }: CaseDefinition): boolean => {
  const at = /\/load\/mix\/(\d+)\//u.exec(pointer)?.[1];
  const mix = fieldOf(load, 'mix');
  if (at === undefined || !Array.isArray(mix)) return false;
  return fieldOf((mix as readonly Json[])[Number(at)], 'rows') !== undefined;
};

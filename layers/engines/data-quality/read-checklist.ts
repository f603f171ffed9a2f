import { parse } from 'yaml';
import readinessSchema from '../../contracts/readiness.schema.json' with { type: 'json' };
import type { Checklist, ChecklistSection } from '#core/readiness';
import type { Json } from '#core/units';
import { checkSchema } from '#engines/functional/schema-checks';

export interface ReadChecklist {
  readonly checklist?: Checklist;
  /** `/sections/0/id: expected …, got …` */
  readonly problems: readonly string[];
}

const parsed = (text: string): { readonly value: Json } | { readonly problem: string } => {
  try {
    return { value: parse(text, { maxAliasCount: 100 }) as Json };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'not readable' };
  }
};

const idsOf = ({ id, items = [], sections = [] }: ChecklistSection): readonly string[] => [
  id,
  ...items.map((item) => item.id),
  ...sections.flatMap(idsOf),
];

const repeated = (checklist: Checklist): readonly string[] => {
  const ids = checklist.sections.flatMap(idsOf);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
};

/** Reads a checklist file, YAML or JSON. */
export const readChecklist = (text: string): ReadChecklist => {
  const read = parsed(text);
  if ('problem' in read) return { problems: [`expected YAML, got: ${read.problem}`] };
  const { errors } = checkSchema(readinessSchema, read.value, text.length);
  if (errors.length > 0)
    return {
      problems: errors.map(({ pointer, expected, got }) => {
        const came = got === undefined ? '' : `, got ${JSON.stringify(got)}`;
        return `${pointer === '' ? '/' : pointer}: expected ${expected}${came}`;
      }),
    };
  const checklist = read.value as unknown as Checklist;
  const twice = repeated(checklist);
  if (twice.length > 0) return { problems: [`expected each id once, got more than once: ${twice.join(', ')}`] };
  return { checklist, problems: [] };
};

import { REFERENCES_ASKED_DEFAULT, type CensusReference } from '#core/acts/census';
import type { DataRequest } from '#core/acts/data-request';
import type { CheckOutcome } from '#core/case-result';
import { asText } from '#core/template';
import type { Json } from '#core/units';
import { checked, type Asker } from '#engines/data-quality/ask';
import { walkPages } from '#engines/data-quality/pages';
import { applyPath } from '#engines/functional/json-path';

const NAMED_MAX = 10;

const named = (ids: readonly string[]): string => {
  const more = ids.length - NAMED_MAX;
  return `${ids.slice(0, NAMED_MAX).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
};

/** Different ids, in order of appearance; null refers to nothing. */
const idsOf = (items: readonly Json[], path: string): string[] => [
  ...new Set(
    items
      .flatMap((item) => applyPath(path, item).values)
      .filter((value) => value !== null)
      .map((value) => asText(value)),
  ),
];

/** So many of them, evenly from the first to the last. */
const evenly = (ids: readonly string[], most: number): readonly string[] =>
  ids.length <= most ? ids : Array.from({ length: most }, (_, at) => ids[Math.floor((at * ids.length) / most)] ?? '');

const forId = (request: DataRequest, id: string): DataRequest => ({
  ...request,
  path: request.path.replaceAll('{id}', encodeURIComponent(id)),
});

const outcome = (path: string, asked: number, lost: readonly string[]): CheckOutcome =>
  checked(
    `what ${path} refers to exists (${String(asked)} different ids)`,
    lost.length === 0
      ? undefined
      : {
          expected: asked,
          got: asked - lost.length,
          path,
          message: `expected each to exist, got nothing for ${named(lost)}`,
        },
  );

/** Whether what the elements refer to exists. @throws NoAnswer, WrongAnswer */
export const referenceChecks = async (
  { path, list, each, eachMax = REFERENCES_ASKED_DEFAULT }: CensusReference,
  items: readonly Json[],
  asking: Asker,
): Promise<CheckOutcome[]> => {
  const ids = idsOf(items, path);
  const some = checked(
    `${path} refers to something`,
    ids.length > 0 ? undefined : { path, message: 'expected ids, got none' },
  );
  if (list !== undefined) {
    const { pages, end } = await walkPages(list, asking);
    const known = new Set(
      idsOf(
        pages.flatMap((page) => page.items),
        list.key,
      ),
    );
    const lost = ids.filter((id) => !known.has(id));
    const ended = checked(
      'the list referred to comes to an end',
      end.kind === 'ended' ? undefined : { got: end.kind, message: end.message },
    );
    return [some, ended, outcome(path, ids.length, lost)];
  }
  if (each === undefined) return [some];
  const chosen = evenly(ids, eachMax);
  const lost: string[] = [];
  for (const id of chosen) {
    const { status } = await asking.send(forId(each, id));
    if (status < 200 || status > 299) lost.push(`${id} (${String(status)})`);
  }
  return [some, outcome(path, chosen.length, lost)];
};

import type { CensusDefinition } from '#core/acts/census';
import type { CheckOutcome } from '#core/case-result';
import type { Json } from '#core/units';
import { asker, checked, reporting, type Asker } from '#engines/data-quality/ask';
import { enumCensus } from '#engines/data-quality/enum-census';
import { localeChecks } from '#engines/data-quality/locales';
import { walkPages, type WalkedList } from '#engines/data-quality/pages';
import { referenceChecks } from '#engines/data-quality/references';
import type { Probe, ProbeContext } from '#engines/probe/probe';

const listChecks = ({ end }: WalkedList, count: number, itemsMin: number): CheckOutcome[] => [
  ...(end.kind === 'ended' ? [] : [checked('the pages come to an end', { got: end.kind, message: end.message })]),
  checked(
    `there are at least ${String(itemsMin)} to count`,
    count >= itemsMin
      ? undefined
      : { expected: itemsMin, got: count, message: `expected at least ${String(itemsMin)}, got ${String(count)}` },
  ),
];

const countList = async (definition: CensusDefinition, asking: Asker, context: ProbeContext) => {
  const { list, enums = [], references = [], itemsMin = 1 } = definition;
  if (list === undefined) return { checks: [], warnings: [] };
  const walked = await walkPages(list, asking);
  const items: readonly Json[] = walked.pages.flatMap((page) => page.items);
  const censuses = enums.map((one) => enumCensus(one, items, context));
  const checks = listChecks(walked, items.length, itemsMin);
  for (const one of references) checks.push(...(await referenceChecks(one, items, asking)));
  return {
    checks: [...checks, ...censuses.flatMap((census) => census.checks)],
    warnings: censuses.flatMap((census) => census.warnings),
  };
};

/** Act `census`. One report: values that nobody declared or nobody uses, references to nothing, locales that are not there. */
export const census: Probe<CensusDefinition> = async (definition, context, tell) => {
  const asking = asker(context);
  await reporting(asking, tell, async () => {
    const { checks, warnings } = await countList(definition, asking, context);
    const locales = definition.locales === undefined ? [] : await localeChecks(definition.locales, asking);
    return { checks: [...checks, ...locales], warnings };
  });
};

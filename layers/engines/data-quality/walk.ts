import type { CheckOutcome } from '#core/case-result';
import type { WalkDefinition } from '#core/acts/walk';
import { canonicalJson } from '#core/canonical-json';
import { sha256Hex } from '#core/digest';
import { shortJson } from '#core/json-types';
import type { Json } from '#core/units';
import { asker, checked, reporting, type Asker } from '#engines/data-quality/ask';
import { totalOf, walkPages, type Page, type WalkedList } from '#engines/data-quality/pages';
import { applyPath } from '#engines/functional/json-path';
import type { Probe } from '#engines/probe/probe';

/** Elements that a message names. */
const NAMED_MAX = 5;
/** Longer keys are remembered by their digest. */
const KEY_CHARACTERS_MAX = 200;

const keyOf = (item: Json, path: string | undefined): string => {
  const [value = null] = path === undefined ? [item] : applyPath(path, item).values;
  const text = canonicalJson(value);
  return text.length <= KEY_CHARACTERS_MAX ? text : `element ${sha256Hex(text).slice(0, 16)}`;
};

const named = (keys: readonly string[]): string => {
  const more = keys.length - NAMED_MAX;
  return `${keys.slice(0, NAMED_MAX).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
};

const keysOf = (pages: readonly Page[], key: string | undefined): string[] =>
  pages.flatMap(({ items }) => items.map((item) => keyOf(item, key)));

const endCheck = ({ end, pages }: WalkedList, path: string): CheckOutcome =>
  checked(
    'the pages come to an end',
    end.kind === 'ended'
      ? undefined
      : { expected: 'an end', got: end.kind, path, message: `${end.message} (after ${String(pages.length)} pages)` },
  );

const duplicatesOf = (keys: readonly string[]): string[] => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) (seen.has(key) ? twice : seen).add(key);
  return [...twice];
};

const duplicateCheck = (keys: readonly string[], path: string): CheckOutcome => {
  const twice = duplicatesOf(keys);
  return checked(
    'no element comes twice',
    twice.length === 0
      ? undefined
      : {
          expected: 0,
          got: twice.length,
          path,
          message: `expected each element once, got more than once: ${named(twice)}`,
        },
  );
};

const enoughCheck = (count: number, itemsMin: number): CheckOutcome =>
  checked(
    `the list has at least ${String(itemsMin)} ${itemsMin === 1 ? 'element' : 'elements'}`,
    count >= itemsMin
      ? undefined
      : { expected: itemsMin, got: count, message: `expected at least ${String(itemsMin)}, got ${String(count)}` },
  );

const totalChecks = (
  { pages, end }: WalkedList,
  keys: readonly string[],
  total: NonNullable<WalkDefinition['total']>,
): CheckOutcome[] => {
  const told = pages.map(({ answer }) => totalOf(total, answer));
  const [first] = told;
  const where = 'path' in total ? total.path : total.header;
  if (first === undefined)
    return [
      checked('the total is told', {
        expected: 'a number',
        path: where,
        message: `expected a number at ${where}, got none`,
      }),
    ];
  const other = told.findIndex((one) => one !== first);
  const stable = checked(
    'the total stays the same on all pages',
    other < 0
      ? undefined
      : {
          expected: first,
          got: told[other] ?? null,
          path: where,
          message: `expected ${String(first)} on each page, got ${String(told[other] ?? 'none')} on page ${String(other + 1)}`,
        },
  );
  // Of a walk that was broken off nobody knows how much there was to come.
  if (end.kind !== 'ended') return [stable];
  const distinct = new Set(keys).size;
  const last = told.at(-1) ?? first;
  const whole = checked(
    'nothing is missing: as many different elements as the total says',
    distinct === last
      ? undefined
      : {
          expected: last,
          got: distinct,
          path: where,
          message: `expected ${String(last)} different elements, got ${String(distinct)} on ${String(pages.length)} pages`,
        },
  );
  return [stable, whole];
};

const sizeCheck = ({ pages }: WalkedList, pageSize: number, path: string): CheckOutcome => {
  const filled = pages.at(-1)?.items.length === 0 ? pages.slice(0, -1) : pages;
  const wrong = filled.find(({ items }, at) =>
    at < filled.length - 1 ? items.length !== pageSize : items.length > pageSize,
  );
  return checked(
    `pages have ${String(pageSize)} elements, the last at most so many`,
    wrong === undefined
      ? undefined
      : {
          expected: pageSize,
          got: wrong.items.length,
          path,
          message: `expected ${String(pageSize)}, got ${String(wrong.items.length)} on page ${String(wrong.number)} of ${String(pages.length)}`,
        },
  );
};

const sameCheck = async (
  keys: readonly string[],
  same: NonNullable<WalkDefinition['sameAs']>,
  key: string | undefined,
  asking: Asker,
): Promise<CheckOutcome[]> => {
  const other = await walkPages(same, asking);
  const [here, there] = [new Set(keys), new Set(keysOf(other.pages, same.key ?? key))];
  const missing = [...there].filter((one) => !here.has(one));
  const extra = [...here].filter((one) => !there.has(one));
  const messages = [
    ...(missing.length === 0 ? [] : [`missing here: ${named(missing)}`]),
    ...(extra.length === 0 ? [] : [`only here: ${named(extra)}`]),
  ];
  const check = 'the other list has the same elements';
  const ended = other.end.kind === 'ended' ? [] : [endCheck(other, same.items)];
  return [
    ...ended,
    checked(
      check,
      messages.length === 0
        ? undefined
        : {
            expected: there.size,
            got: here.size,
            path: same.items,
            message: `expected the same elements, got ${messages.join('; ')}`,
          },
    ),
  ];
};

/** Act `walk`. One report: the walk ends, nothing comes twice, nothing is missing, the total is stable, pages have their size. */
export const walk: Probe<WalkDefinition> = async (definition, context, tell) => {
  const asking = asker(context);
  await reporting(asking, tell, async () => {
    const { total, pageSize, key, sameAs, items, itemsMin = 1 } = definition;
    const walked = await walkPages(definition, asking, total);
    const keys = keysOf(walked.pages, key);
    const checks = [
      endCheck(walked, items),
      enoughCheck(keys.length, itemsMin),
      duplicateCheck(keys, items),
      ...(total === undefined ? [] : totalChecks(walked, keys, total)),
      ...(pageSize === undefined ? [] : [sizeCheck(walked, pageSize, items)]),
      ...(sameAs === undefined ? [] : await sameCheck(keys, sameAs, key, asking)),
    ];
    const last = walked.pages.at(-1)?.answer.exchange;
    context.log('info', `walked ${String(walked.pages.length)} pages with ${shortJson(keys.length)} elements`);
    return { checks, ...(last === undefined ? {} : { exchange: last }) };
  });
};

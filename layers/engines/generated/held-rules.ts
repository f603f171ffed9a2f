/** Reads back what an exploration told of its rules: which of them were looked at for an operation. */
import { EXPLORE_RULES, type ExploreRule } from '#core/acts/explore';
import type { CaseResult } from '#core/case-result';
import type { CheckThatRan } from '#core/finding-record';
import { HELD } from './breach.ts';

const BY_SENTENCE: ReadonlyMap<string, ExploreRule> = new Map(EXPLORE_RULES.map((rule) => [HELD[rule], rule]));
const RULES: ReadonlySet<string> = new Set(EXPLORE_RULES);

/** Rules that every request is held against, and of which only faults are told. */
const UNTOLD = ['no-answer', 'unsupported-method'] as const satisfies readonly ExploreRule[];

const heldOf = (check: string): CheckThatRan | undefined => {
  const colon = check.lastIndexOf(': ');
  const rule = BY_SENTENCE.get(check.slice(colon + 2));
  return rule === undefined || colon < 1 ? undefined : { check: rule, operation: check.slice(0, colon) };
};

/** @returns rules that held, and rules of which a fault was found, each with its operation */
export const exploredRules = ({
  tries,
  findings = [],
}: Pick<CaseResult, 'tries' | 'findings'>): readonly CheckThatRan[] => {
  const held = tries.flatMap(({ checks }) => checks.flatMap(({ check }) => heldOf(check) ?? []));
  const found = findings.flatMap(({ check, operation }) =>
    RULES.has(check) && operation !== undefined ? [{ check, operation }] : [],
  );
  const operations = new Set([...held, ...found].map(({ operation = '' }) => operation));
  const untold = [...operations].flatMap((operation) => UNTOLD.map((check) => ({ check, operation })));
  return [...held, ...found, ...untold];
};

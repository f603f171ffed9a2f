/** Holds answers of a suite against the document that it names (C5). */
import type { CaseWarning, CheckOutcome } from '#core/case-result';
import { sentenceOf } from '#core/case-summary';
import type { SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import type { Acted } from '#engines/functional/act';
import type { Judgement } from '#engines/functional/judge-answer';

export interface ContractFindings {
  readonly checks: readonly CheckOutcome[];
  readonly warnings: readonly CaseWarning[];
}

/** What a document says of one exchange; nothing where there was no answer. */
export type ContractCheck = (acted: Acted) => ContractFindings;

const documentOf = ({ documents = {}, contract }: SuiteDefinition): Json => {
  const names = Object.keys(documents);
  const name = contract?.document ?? (names.length === 1 ? names[0] : undefined);
  const found = name === undefined ? undefined : documents[name];
  if (found !== undefined) return found;
  const known = names.join(', ') || 'none';
  throw new TypeError(`contract: expected one of the suite's documents (${known}), got ${name ?? 'no name'}`);
};

/**
 * Opens the suite's document, if it names one. The engine is loaded only then.
 *
 * @throws TypeError for a document that is not there or is no OpenAPI document
 */
export const openContractCheck = async (suite: SuiteDefinition): Promise<ContractCheck | undefined> => {
  if (suite.contract === undefined) return undefined;
  const [{ openContract }, { checkExchange }] = await Promise.all([
    import('#engines/contract/open-contract'),
    import('#engines/contract/check-exchange'),
  ]);
  const contract = openContract(documentOf(suite));
  const rules = { strict: suite.contract.strict === true, requests: suite.contract.requests === true };
  return ({ sent }) => {
    if (sent?.built === undefined || sent.response === undefined) return { checks: [], warnings: [] };
    const { method, url, headers, body } = sent.built;
    const request = { method, url: url.href, headers, ...(body === undefined ? {} : { body }) };
    return checkExchange(contract, { request, response: sent.response }, rules);
  };
};

/** The judgement of a case with what its suite's contract says. */
export const withContract = (judgement: Judgement, acted: Acted, check: ContractCheck): Judgement => {
  const { checks, warnings } = check(acted);
  const [first, ...others] = checks.filter(({ passed }) => !passed);
  const more = others.length === 0 ? '' : ` (and ${String(others.length)} more)`;
  const failure =
    judgement.failure ??
    (first === undefined
      ? undefined
      : ({ type: 'schema', phase: 'check', message: `${sentenceOf(first)}${more}` } as const));
  return {
    ...judgement,
    checks: [...judgement.checks, ...checks.map(({ warn: _warn, ...one }) => one)],
    warnings: [...judgement.warnings, ...warnings],
    ...(failure === undefined ? {} : { failure }),
  };
};

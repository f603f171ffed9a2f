import type { ExploreRule } from '#core/acts/explore';
import type { ContractProblem } from '#engines/contract/contract-problem';
import { validateResponse } from '#engines/contract/validate-response';
import type { AnswerJudge } from './answer-rules.ts';
import type { Breach } from './breach.ts';

const RULES: { readonly [kind in ContractProblem['kind']]?: ExploreRule } = {
  status: 'status-undocumented',
  'media-type': 'media-type',
  header: 'response-headers',
  body: 'response-schema',
  'write-only': 'response-schema',
};

const breachOf = (problem: ContractProblem): Breach | undefined => {
  const rule = RULES[problem.kind];
  // Fields and headers that the document does not name are its gaps, and drift's business; a status is what this looks for.
  if (rule === undefined || (problem.undeclared === true && rule !== 'status-undocumented')) return undefined;
  const { expected, got, payloadPointer } = problem;
  return { rule, expected, got, ...(payloadPointer === '' ? {} : { place: payloadPointer }) };
};

/** What the document says of an answer, by the contract engine; the first problem of each rule. */
export const documentJudge: AnswerJudge = (operation, { response }) => {
  if (response === undefined) return [];
  const { status, headers, body, bodyBytes } = response;
  const truncated = bodyBytes > body.byteLength;
  const found = new Map<ExploreRule, Breach>();
  for (const problem of validateResponse(operation, { status, headers, body, truncated })) {
    const breach = breachOf(problem);
    if (breach === undefined || found.has(breach.rule)) continue;
    // A failing server is a fault of its own; that the document does not speak of failures is none besides.
    if (breach.rule === 'status-undocumented' && (status >= 500 || operation.responses.length === 0)) continue;
    found.set(breach.rule, breach);
  }
  return [...found.values()];
};

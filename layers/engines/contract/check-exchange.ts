/** What a suite that names a contract checks after each request: both messages against the document. */
import type { CaseWarning, CheckOutcome } from '#core/case-result';
import type { ContractProblem } from '#engines/contract/contract-problem';
import type { HeaderList } from '#engines/contract/message-parts';
import type { Contract } from '#engines/contract/model';
import { validateRequest } from '#engines/contract/validate-request';
import { validateResponse, type ContractRules } from '#engines/contract/validate-response';

/** A request as it was sent, and its answer if one came; probe/probe.ts's Exchange is one. */
export interface CheckedExchange {
  readonly request: {
    readonly method: string;
    /** Absolute, or a path with its query. */
    readonly url: string;
    readonly headers: HeaderList;
    readonly body?: Uint8Array;
  };
  readonly response?: {
    readonly status: number;
    readonly headers: HeaderList;
    readonly body: Uint8Array;
    /** Bytes that came; more than `body` has when it was cut. */
    readonly bodyBytes?: number;
  };
}

export interface ContractOutcome {
  readonly checks: readonly CheckOutcome[];
  readonly warnings: readonly CaseWarning[];
  /** Everything that was found, for drift and coverage. */
  readonly problems: readonly ContractProblem[];
  /** Id of the operation that the request belongs to. */
  readonly operation?: string;
}

/** Problems told one by one; the rest is counted. */
const TOLD_MAX = 20;

const pathAndQuery = (url: string): { readonly path: string; readonly query: string } => {
  const local = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/iu, '').replace(/#.*$/su, '');
  const at = local.indexOf('?');
  return at < 0 ? { path: local || '/', query: '' } : { path: local.slice(0, at) || '/', query: local.slice(at + 1) };
};

const outcomeOf = (
  side: string,
  { kind, payloadPointer, documentPointer, expected, got, message }: ContractProblem,
): CheckOutcome => ({
  check: `the ${side} keeps the contract (${kind})`,
  passed: false,
  expected,
  got,
  path: payloadPointer,
  message: `${message} (document ${documentPointer === '' ? 'root' : documentPointer})`,
});

const checksOf = (side: string, problems: readonly ContractProblem[]): readonly CheckOutcome[] => {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [{ check: `the ${side} keeps the contract`, passed: true }];
  const told = errors.slice(0, TOLD_MAX).map((one) => outcomeOf(side, one));
  const rest = errors.length - told.length;
  if (rest === 0) return told;
  const more = `and ${String(rest)} more places where the ${side} does not keep the contract`;
  return [...told, { check: `the ${side} keeps the contract`, passed: false, message: more }];
};

const warningsOf = (problems: readonly ContractProblem[]): readonly CaseWarning[] =>
  problems
    .filter(({ severity }) => severity === 'warning')
    .slice(0, TOLD_MAX)
    .map(({ message }) => ({ kind: 'undeclared', message }));

/**
 * Checks one exchange against a document.
 *
 * A request that the document has no operation for is undeclared: a warning, or a failed check when looked at strictly. A negative test
 * sends what the document forbids on purpose, so requests are looked at only where asked for.
 *
 * @param rules `requests: true` checks what was sent too
 */
export const checkExchange = (
  contract: Contract,
  { request, response }: CheckedExchange,
  rules: ContractRules & { readonly requests?: boolean } = {},
): ContractOutcome => {
  const { path, query } = pathAndQuery(request.url);
  const found = contract.find(request.method, path);
  const strict = rules.strict === true;
  if (found === undefined) {
    const expected = 'an operation of the document';
    const got = `${request.method.toUpperCase()} ${path}`;
    const message = `expected ${expected}, got ${got}`;
    const check = 'the request belongs to the contract';
    if (!strict) return { checks: [], warnings: [{ kind: 'undeclared', message }], problems: [] };
    return { checks: [{ check, passed: false, expected, got, message }], warnings: [], problems: [] };
  }
  const { operation, pathParameters } = found;
  const observed = { ...request, pathParameters, query };
  const sent = rules.requests === true ? validateRequest(operation, observed, rules) : [];
  const isCut = response !== undefined && (response.bodyBytes ?? 0) > response.body.length;
  const came = response === undefined ? [] : validateResponse(operation, { ...response, truncated: isCut }, rules);
  return {
    operation: operation.id,
    checks: [
      ...(rules.requests === true ? checksOf('request', sent) : []),
      ...(response === undefined ? [] : checksOf('response', came)),
    ],
    warnings: warningsOf([...sent, ...came]),
    problems: [...sent, ...came],
  };
};

/** Documentation checks (C13): every example of a document agrees with its schema, and works where it is sent. */
import type { CaseWarning, CheckOutcome } from '#core/case-result';
import { EXAMPLE_REQUESTS_DEFAULT, type ExamplesDefinition } from '#core/acts/examples';
import { statusMatches } from '#core/status-match';
import { checkExchange } from '#engines/contract/check-exchange';
import { operationExamples, schemaExamples } from '#engines/contract/examples/collect-examples';
import { exampleRequests, statusNamed, type ExampleRequest } from '#engines/contract/examples/example-requests';
import { judgeExample, judgeSchemaExample } from '#engines/contract/examples/judge-example';
import type { Contract, DocumentProblem, Operation } from '#engines/contract/model';
import { documentProblems } from '#engines/contract/document-rules';
import { openContract } from '#engines/contract/open-contract';
import { choosesOperation } from '#engines/generated/choose-operations';
import { PacedSender } from '#engines/generated/paced-sender';
import { requestOf, type Inputs } from '#engines/generated/request-inputs';
import type { Exchange, Probe, ProbeReport } from '#engines/probe/probe';

/** Checks told of one part; the rest is counted. */
const TOLD_MAX = 100;
const NAMED_MAX = 20;

const bounded = (checks: readonly CheckOutcome[]): readonly CheckOutcome[] => {
  const failed = checks.filter(({ passed }) => !passed);
  const passed = checks.filter((one) => one.passed);
  if (checks.length <= TOLD_MAX) return [...failed, ...passed];
  const told = [...failed, ...passed].slice(0, TOLD_MAX);
  const rest = checks.length - told.length;
  const restFailed = failed.length - told.filter((one) => !one.passed).length;
  return [...told, { check: `${String(rest)} more, ${String(restFailed)} of them failed`, passed: restFailed === 0 }];
};

/** What is wrong in the document itself, links and references that lead nowhere included, and the examples inside its schemas. */
const documentReport = (
  contract: Contract,
  problems: readonly DocumentProblem[],
  without: readonly string[],
  others: readonly CaseWarning[],
): ProbeReport => {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const sound: readonly CheckOutcome[] =
    errors.length === 0
      ? [
          {
            check: 'the document is what its specification allows, and its references and links lead somewhere',
            passed: true,
          },
        ]
      : errors.map(({ pointer, expected, got, message }) => ({
          check: `the document is sound at ${pointer === '' ? 'its root' : pointer}`,
          passed: false,
          expected,
          got,
          path: pointer,
          message,
        }));
  const inside = schemaExamples(contract).map(judgeSchemaExample);
  const named = without.slice(0, NAMED_MAX).join(', ');
  const more = without.length > NAMED_MAX ? ` and ${String(without.length - NAMED_MAX)} more` : '';
  const message = `${String(without.length)} operations have no example: ${named}${more}`;
  return {
    part: { name: 'document' },
    checks: bounded([...sound, ...inside]),
    requests: 0,
    requestErrors: 0,
    ...(without.length === 0 ? {} : { warnings: [{ kind: 'examples', message }, ...others.slice(0, NAMED_MAX)] }),
  };
};

interface Sent {
  readonly checks: readonly CheckOutcome[];
  readonly warnings: readonly CaseWarning[];
  readonly exchange: Exchange;
}

const judgeAnswer = (
  contract: Contract,
  operation: Operation,
  { name }: ExampleRequest,
  exchange: Exchange,
  strict: boolean,
): Sent => {
  const wanted = statusNamed(operation, name);
  const check = `${operation.id}: the example${name === undefined ? '' : ` "${name}"`} works`;
  const expected = wanted ?? '2XX or 3XX';
  const { response, failure } = exchange;
  if (response === undefined) {
    const message = `${check}: expected ${expected}, got no answer (${failure?.message ?? 'no reason given'})`;
    return { checks: [{ check, passed: false, expected, got: null, message }], warnings: [], exchange };
  }
  const { status } = response;
  const isRight = wanted === undefined ? status < 400 : wanted === 'default' || statusMatches(status, wanted);
  const outcome: CheckOutcome = isRight
    ? { check, passed: true }
    : {
        check,
        passed: false,
        expected,
        got: status,
        path: 'status',
        message: `expected status ${expected}, got ${String(status)}`,
      };
  const kept = checkExchange(contract, exchange, { strict });
  return { checks: [outcome, ...kept.checks], warnings: kept.warnings, exchange };
};

const isEmpty = ({ parameters, body }: Inputs): boolean => Object.keys(parameters).length === 0 && body === undefined;

/** An operation without an example to look at. */
interface Unlooked {
  readonly unlooked: readonly CaseWarning[];
}

class ExampleRun {
  readonly #definition: ExamplesDefinition;
  readonly #contract: Contract;
  readonly #sender: PacedSender;

  constructor(definition: ExamplesDefinition, contract: Contract, sender: PacedSender) {
    this.#definition = definition;
    this.#contract = contract;
    this.#sender = sender;
  }

  /** @returns what an operation shows; of one without an example only what there is to say of it, unless each must have one */
  async report(operation: Operation): Promise<ProbeReport | Unlooked> {
    const judging = { operation, strict: this.#definition.strict === true };
    const found = operationExamples(operation);
    const judged = found.flatMap((one) => judgeExample(judging, one) ?? []);
    const before = { requests: this.#sender.requests, errors: this.#sender.errors };
    const sent = await this.#send(operation, found.length === 0);
    const checks = [...judged.map(({ check }) => check), ...sent.results.flatMap((one) => one.checks)];
    const undeclared = judged.flatMap((one) => one.undeclared);
    const warnings = [
      ...undeclared.slice(0, 20).map(({ message }): CaseWarning => ({ kind: 'undeclared', message })),
      ...sent.results.flatMap((one) => one.warnings),
      ...sent.warnings,
    ];
    const decided = sent.results.find((one) => one.checks.some(({ passed }) => !passed)) ?? sent.results[0];
    if (checks.length === 0 && this.#definition.required !== true) return { unlooked: warnings };
    return {
      part: { name: operation.id },
      checks: checks.length === 0 ? this.#withoutExamples(operation) : bounded(checks),
      requests: this.#sender.requests - before.requests,
      requestErrors: this.#sender.errors - before.errors,
      ...(warnings.length === 0 ? {} : { warnings }),
      ...(decided === undefined ? {} : { exchange: decided.exchange }),
    };
  }

  #withoutExamples({ id, pointer }: Operation): readonly CheckOutcome[] {
    const check = `${id} has an example`;
    return [
      {
        check,
        passed: false,
        expected: 'an example',
        got: null,
        path: pointer,
        message: `${id}: expected an example, got none`,
      },
    ];
  }

  async #send(
    operation: Operation,
    isWithout: boolean,
  ): Promise<{ readonly results: readonly Sent[]; readonly warnings: readonly CaseWarning[] }> {
    const { execute = 'none', strict = false } = this.#definition;
    const isSafe = operation.method === 'GET' || operation.method === 'HEAD';
    if (execute === 'none' || (execute === 'safe' && !isSafe)) return { results: [], warnings: [] };
    const { requests, missing } = exampleRequests(operation);
    if (isWithout && requests.every(({ inputs }) => isEmpty(inputs))) return { results: [], warnings: [] };
    if (missing.length > 0) {
      const message = `${operation.id}: not sent, as the document has no example for ${missing.join(', ')}`;
      return { results: [], warnings: [{ kind: 'examples', message }] };
    }
    const results: Sent[] = [];
    for (const one of requests) {
      const exchange = await this.#sender.send(requestOf(operation, one.inputs, this.#always()));
      if (exchange === undefined) {
        const message = `${operation.id}: not sent, as ${this.#sender.ended ?? 'the server stayed busy'}`;
        return { results, warnings: [{ kind: 'examples', message }] };
      }
      results.push(judgeAnswer(this.#contract, operation, one, exchange, strict));
    }
    return { results, warnings: [] };
  }

  #always(): Parameters<typeof requestOf>[2] {
    const { headers = {}, query = {}, target } = this.#definition;
    return { headers: Object.entries(headers), query, ...(target === undefined ? {} : { target }) };
  }
}

/**
 * The act `examples`: one report for each operation with examples, and one for the document with its schemas.
 *
 * @throws TypeError for a document that is none; what aborted the signal
 */
export const examples: Probe<ExamplesDefinition> = async (definition, context, tell) => {
  const document = context.document(definition.document);
  const contract = openContract(document);
  const operations = contract.operations.filter((one) => choosesOperation(definition.operations, one));
  if (operations.length === 0) {
    const message = `expected operations with examples, got none of the ${String(contract.operations.length)} of the document`;
    tell({ checks: [], requests: 0, requestErrors: 0, failure: { type: 'setup', phase: 'check', message } });
    return;
  }
  const sender = new PacedSender({ requestsMax: definition.requestsMax ?? EXAMPLE_REQUESTS_DEFAULT }, context);
  const run = new ExampleRun(definition, contract, sender);
  const without: string[] = [];
  const others: CaseWarning[] = [];
  for (const operation of operations) {
    const report = await run.report(operation);
    if ('unlooked' in report) {
      without.push(operation.id);
      others.push(...report.unlooked);
    } else tell(report);
  }
  tell(documentReport(contract, documentProblems(document), without, others));
};

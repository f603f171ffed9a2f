/** The small calls around a case: setup before it, teardown after it whatever happened, removal of what it created. */
import type { CaseWarning, StepRecord, TryFailure } from '#core/case-result';
import type { CaseDefinition, Check, RequestTemplate, Step } from '#core/suite';
import type { SubstituteOptions } from '#core/template';
import { answerOf } from '#engines/functional/answer';
import { forget, isGone } from '#engines/functional/created-resources';
import { judgeAnswer } from '#engines/functional/judge-answer';
import { recordCheck, recordRequest, recordResponse } from '#engines/functional/record';
import { generated, sendRequest } from '#engines/functional/send-request';
import type { Sent } from '#engines/functional/send-request';
import type { CaseContext } from '#engines/functional/suite-context';
import { expectedStatuses } from '#engines/functional/act';
import type { LedgerEntry } from '#ports/resource-ledger';

/** A step without checks expects success. */
const CHECKS_DEFAULT: readonly Check[] = [{ status: ['2xx', '3xx'] }];

/** What a case sees: its own steps' captures, then everything of the suite. */
export const optionsFor = (
  caseId: string,
  context: CaseContext,
  onSecret: (name: string) => void = () => undefined,
): SubstituteOptions => {
  const inScope = context.scope.lookupFor(caseId, onSecret);
  return {
    lookup: (name) => context.local.get(name) ?? inScope(name),
    generate: (expression, place) => generated(expression, place, context),
  };
};

const recordSent = (sent: Sent, context: CaseContext): Pick<StepRecord, 'request' | 'response'> => {
  const { masker } = context.ports;
  const { capture } = context.environment;
  return {
    ...(sent.built === undefined
      ? {}
      : { request: recordRequest(sent.built, masker, capture, sent.response?.requestHeaders) }),
    ...(sent.response === undefined
      ? {}
      : { response: recordResponse(sent.response, answerOf(sent.response).text, masker, capture) }),
  };
};

const masked = (failure: TryFailure, { ports }: CaseContext): TryFailure => ({
  ...failure,
  message: ports.masker.maskText(failure.message),
});

const runStep = async (
  step: Step,
  stage: 'setup' | 'teardown',
  name: string,
  item: CaseDefinition,
  context: CaseContext,
): Promise<TryFailure | undefined> => {
  const { ports, environment } = context;
  const options = optionsFor(item.id, context);
  const checks = step.checks ?? CHECKS_DEFAULT;
  const isExpected = expectedStatuses(checks, options);
  const sent = await sendRequest(step.request, { caseId: item.id, lookup: options.lookup, isExpected }, context);
  const judged =
    sent.response === undefined
      ? undefined
      : judgeAnswer({ ...step, checks }, answerOf(sent.response), options, ports.clock.nowMs());
  const failure = sent.failure ?? refusal(sent) ?? judged?.failure;
  if (judged !== undefined && failure === undefined)
    for (const [variable, value] of judged.values) context.local.set(variable, value);
  context.steps.push({
    stage,
    name: ports.masker.maskText(name),
    ...recordSent(sent, context),
    checks: (judged?.checks ?? []).map((check) => recordCheck(check, ports.masker, environment.capture)),
    ...(failure === undefined ? {} : { failure: masked(failure, context) }),
  });
  return failure;
};

const refusal = ({ refused }: Sent): TryFailure | undefined =>
  refused === undefined ? undefined : { type: 'connection', phase: 'send', message: refused };

const nameOf = ({ name, request }: Step): string => name ?? `${request.method} ${request.path}`;

/** @returns the failure of the first step that did not hold; later ones are not run */
export const runSetup = async (item: CaseDefinition, context: CaseContext): Promise<TryFailure | undefined> => {
  for (const step of item.setup ?? []) {
    const failure = await runStep(step, 'setup', nameOf(step), item, context);
    if (failure !== undefined)
      return { ...failure, type: 'setup', phase: 'setup', message: `setup "${nameOf(step)}": ${failure.message}` };
  }
  return undefined;
};

/** Every step runs, also after one failed; a failure is a warning. Steps whose variables were never captured have nothing to tear down. */
export const runTeardown = async (item: CaseDefinition, context: CaseContext): Promise<CaseWarning[]> => {
  const warnings: CaseWarning[] = [];
  for (const step of item.teardown ?? []) {
    const failure = await runStep(step, 'teardown', nameOf(step), item, context);
    if (failure === undefined || failure.phase === 'substitute') continue;
    const message = context.ports.masker.maskText(`teardown "${nameOf(step)}": ${failure.message}`);
    warnings.push({ kind: 'teardown', message });
  }
  return warnings;
};

/** Removes what a case created. @returns a warning when it is still there, as far as one can know */
export const removeCreated = async (
  entry: LedgerEntry,
  request: RequestTemplate,
  context: CaseContext,
): Promise<CaseWarning | undefined> => {
  const { lookup } = optionsFor(entry.case, context);
  const isExpected = (status: number): boolean => isGone(entry, status);
  const sent = await sendRequest(request, { caseId: entry.case, lookup, isExpected }, context);
  const isRemoved = sent.response !== undefined && isGone(entry, sent.response.status);
  const failure = sent.failure ?? refusal(sent);
  context.steps.push({
    stage: 'remove',
    name: context.ports.masker.maskText(entry.name),
    ...recordSent(sent, context),
    checks: [],
    ...(failure === undefined ? {} : { failure: masked(failure, context) }),
  });
  if (isRemoved) {
    await forget(entry, context);
    return undefined;
  }
  const got = failure?.message ?? `status ${String(sent.response?.status)}`;
  const message = context.ports.masker.maskText(`"${entry.name}" was created and could not be removed: ${got}`);
  return { kind: 'left-behind', message };
};

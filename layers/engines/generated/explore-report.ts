import { EXPLORE_RULES, type ExploreRule } from '#core/acts/explore';
import type { CaseWarning, CheckOutcome } from '#core/case-result';
import { fingerprintOf, type Finding } from '#core/finding';
import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import type { ProbeReport } from '#engines/probe/probe';
import { HELD, TITLES, levelOf, severityOf } from './breach.ts';
import type { Explorer } from './explorer.ts';
import type { Fault } from './fault-book.ts';
import { isSecured } from './other-cases.ts';

const CWE: { readonly [rule in ExploreRule]?: string } = {
  'server-error': 'CWE-248',
  'invalid-accepted': 'CWE-20',
  'missing-header-accepted': 'CWE-20',
  'ignored-auth': 'CWE-306',
  'use-after-delete': 'CWE-672',
};
const OWASP: { readonly [rule in ExploreRule]?: string } = { 'ignored-auth': 'API2:2023' };

const messageOf = ({ breach, trial, count, isRepeatable, steps, remark, shrunkFrom }: Fault): string => {
  const parts = [
    `expected ${breach.expected}, got ${breach.got}`,
    shrunkFrom === undefined ? trial.case.words : `the smallest request that fails so, made from: ${trial.case.words}`,
    ...(breach.place === undefined ? [] : [`at ${breach.place}`]),
    ...(steps.length === 0 ? [] : [`after ${steps.join(', ')}`]),
    ...(count === 1 ? [] : [`seen ${String(count)} times`]),
    ...(isRepeatable ? [] : ['sent again it did not fail, or could not be sent again']),
    ...(remark === undefined ? [] : [remark]),
  ];
  return parts.join('; ');
};

/** What is in doubt only warns, whatever its rule says. */
const severity = (explorer: Explorer, fault: Fault): Finding['severity'] => {
  const level = levelOf(explorer.parts.definition, fault.rule, fault.status);
  return severityOf(fault.rule, fault.remark === undefined ? level : 'warn');
};

const findingOf = (explorer: Explorer, fault: Fault): Finding => {
  const { rule, trial, status } = fault;
  const [cwe, owasp] = [CWE[rule], OWASP[rule]];
  const identity = { check: rule, operation: fault.operation.id, place: status };
  return {
    ...identity,
    fingerprint: fingerprintOf(identity),
    title: TITLES[rule],
    severity: severity(explorer, fault),
    message: messageOf(fault),
    ...(cwe === undefined ? {} : { cwe }),
    ...(owasp === undefined ? {} : { owasp }),
    ...explorer.parts.context.record(trial.exchange),
  };
};

/** Rules that requests of an operation could have broken. */
const applies = (operation: Operation, rule: ExploreRule): boolean => {
  switch (rule) {
    case 'ignored-auth':
      return isSecured(operation);
    case 'missing-header-accepted':
      return operation.parameters.some((one) => one.in === 'header' && one.required);
    case 'response-headers':
      return operation.responses.some(({ headers }) => headers.length > 0);
    case 'use-after-delete':
    case 'created-not-readable':
      return operation.method === 'GET' && operation.path.endsWith('}');
    case 'unsupported-method':
    case 'no-answer':
      return false;
    default:
      return true;
  }
};

const checksOf = (explorer: Explorer, operation: Operation, faults: readonly Fault[]): CheckOutcome[] =>
  EXPLORE_RULES.filter(
    (rule) =>
      applies(operation, rule) &&
      explorer.parts.definition.rules?.[rule] !== 'off' &&
      !faults.some((one) => one.rule === rule),
  ).map((rule) => ({ check: `${operation.id}: ${HELD[rule]}`, passed: true }));

const warningsOf = (explorer: Explorer, operation: Operation): CaseWarning[] => {
  const entry = explorer.accepted.get(operation.id);
  const made = explorer.coverage.of(operation).requests;
  const isLoggedOut = entry !== undefined && entry.accepted === 0 && entry.loggedOut > 0;
  return [
    ...(made === 0
      ? [
          {
            kind: 'explore',
            message: `${operation.id}: no request could be made: a required value is impossible, or the budget was spent before`,
          },
        ]
      : []),
    ...(isLoggedOut
      ? [
          {
            kind: 'explore',
            message: `${operation.id}: every ordinary request was answered 401: give the login in \`headers\``,
          },
        ]
      : []),
  ];
};

const generalWarnings = (explorer: Explorer, left: number): CaseWarning[] => {
  const { sender, parts } = explorer;
  const problems = parts.contract.problems.filter(({ severity: level }) => level === 'error');
  return [
    ...(sender.ended === undefined ? [] : [{ kind: 'explore', message: `ended because ${sender.ended}` }]),
    ...(sender.busy === 0
      ? []
      : [{ kind: 'explore', message: `the server asked to wait ${String(sender.busy)} times (429 or 503)` }]),
    ...(left === 0 ? [] : [{ kind: 'explore', message: `${String(left)} things that were made could not be removed` }]),
    ...problems.slice(0, 20).map(({ message }) => ({ kind: 'document', message })),
    ...(problems.length > 20
      ? [{ kind: 'document', message: `and ${String(problems.length - 20)} more problems in the document` }]
      : []),
  ];
};

/**
 * One report for each operation: its faults, the rules that held, and what was exercised of it.
 *
 * @param left things that were made and are still there
 */
export const reportsOf = (explorer: Explorer, left: number): ProbeReport[] =>
  explorer.parts.operations.map((operation, at): ProbeReport => {
    const faults = explorer.faults.of(operation);
    const coverage = explorer.coverage.of(operation);
    const [first] = faults;
    const warnings = [...(at === 0 ? generalWarnings(explorer, left) : []), ...warningsOf(explorer, operation)];
    const isUntouched = coverage.requests === 0;
    return {
      part: { name: operation.id },
      checks: isUntouched ? [] : checksOf(explorer, operation, faults),
      findings: faults.map((fault) => findingOf(explorer, fault)),
      ...(first === undefined ? {} : { exchange: first.trial.exchange }),
      requests: coverage.requests,
      requestErrors: coverage.requestErrors,
      ...(warnings.length === 0 ? {} : { warnings }),
      ...(isUntouched
        ? {
            skipped: warnings.at(-1)?.message ?? 'the budget was spent before',
          }
        : {}),
      details: { coverage: coverage as unknown as Json },
    };
  });

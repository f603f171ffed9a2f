import type { CaseDefinition, Check, RequestTemplate } from '#core/suite';
import { stringify } from 'yaml';
import { answerChecks, makeCase, type StarterCase } from './case-parts.ts';
import { conflictStatuses, refusalStatuses, statusCheck, successStatuses } from './expected-status.ts';
import { isSafe, pathNames, type Operation } from './operations.ts';
import { baseId, type Planned, type Producer, type SuiteBuild } from './suite-build.ts';
import { loginChecks } from './token-plan.ts';

/** The variable that stands alone for the last name of a path. */
const lastVariable = (request: RequestTemplate): string | undefined => /\{\{(\w+)\}\}\/?$/.exec(request.path)?.[1];

const echoCheck = (build: SuiteBuild, operation: Operation, planned: Planned): Check[] => {
  const name = pathNames(operation.path).at(-1);
  const variable = lastVariable(planned.request);
  const isOfThing = name !== undefined && operation.path.replace(/\/$/, '').endsWith(`{${name}}`);
  if (!isOfThing || variable === undefined || operation.method !== 'GET') return [];
  const path = build.api.resources.echoOf(operation, name);
  return path === undefined ? [] : [{ path, equals: `{{${variable}}}` }];
};

const isLogin = (build: SuiteBuild, operation: Operation): boolean => build.api.tokens.login?.operation === operation;

const checksOf = (build: SuiteBuild, operation: Operation, planned: Planned): readonly Check[] => {
  const { login } = build.api.tokens;
  const statuses = successStatuses(operation);
  return [
    ...answerChecks(build.api.document, operation, statuses),
    ...echoCheck(build, operation, planned),
    ...(isLogin(build, operation) && login !== undefined ? loginChecks(login).slice(1) : []),
  ];
};

const asComment = (definition: CaseDefinition): string =>
  stringify([definition], { lineWidth: 0, aliasDuplicateObjects: false })
    .trimEnd()
    .split('\n')
    .slice(0, 60)
    .map((line) => ` ${line}`)
    .join('\n');

/** What people are told who want the success of an operation that cannot be shown without them. */
export const missingComment = (operation: Operation, planned: Planned): string => {
  const { definition } = makeCase(operation, {
    id: `${baseId(operation)}-works`,
    kind: 'positive',
    ending: 'works',
    request: planned.request,
    statuses: successStatuses(operation),
  });
  return [
    ` Its success is not shown: that needs ${planned.missing.join(', and ')}. Put it in and take the marks away:`,
    asComment(definition),
  ].join('\n');
};

const goneCase = (build: SuiteBuild, operation: Operation, planned: Planned): StarterCase[] => {
  if (operation.method !== 'DELETE') return [];
  const reader = build.api.operations.find((one) => one.method === 'GET' && one.path === operation.path);
  if (reader === undefined || pathNames(operation.path).length === 0) return [];
  const { request } = build.planned(reader);
  return [
    makeCase(reader, {
      id: build.idOf(`${baseId(operation)}-is-gone`),
      kind: 'positive',
      ending: 'what was removed is gone',
      request: { ...request, path: planned.request.path },
      statuses: refusalStatuses(reader, 'unknown-id'),
      dependsOn: [build.positiveId(operation)],
      rank: 0,
    }),
  ];
};

const fullCase = (build: SuiteBuild, operation: Operation, planned: Planned): StarterCase[] => {
  if (isLogin(build, operation) || operation.body === undefined || isSafe(operation)) return [];
  const full = build.planned(operation, true);
  const isSame = JSON.stringify(full.request) === JSON.stringify(planned.request);
  if (full.missing.length > 0 || isSame) return [];
  const statuses = [...successStatuses(operation), ...conflictStatuses(operation)];
  return [
    makeCase(operation, {
      id: build.idOf(`${baseId(operation)}-works-in-full`),
      kind: 'positive',
      ending: 'works with every field',
      request: full.request,
      statuses,
      checks:
        statuses.length === successStatuses(operation).length
          ? answerChecks(build.api.document, operation, statuses)
          : [],
      dependsOn: full.dependsOn,
      rank: 2,
    }),
  ];
};

/** The success of an operation as documented, with its schema; nothing when people have to fill something in first. */
export const positiveCases = (build: SuiteBuild, operation: Operation, planned: Planned): StarterCase[] => {
  if (planned.missing.length > 0) return [];
  const main = makeCase(operation, {
    id: build.positiveId(operation),
    kind: 'positive',
    ending: 'works',
    request: planned.request,
    statuses: successStatuses(operation),
    checks: checksOf(build, operation, planned),
    dependsOn: planned.dependsOn,
    tags: isLogin(build, operation) ? ['token'] : [],
    rank: -1,
  });
  return [main, ...fullCase(build, operation, planned), ...goneCase(build, operation, planned)];
};

/** A case that others need and that is no case of the suite's own operations: only its status is checked. */
export const producerCase = (producer: Producer): StarterCase => {
  const { operation, plan, dependsOn, id } = producer;
  const what = producer.copyFor === undefined ? 'for the cases below' : `of its own for ${producer.copyFor}`;
  const made = makeCase(operation, {
    id,
    kind: 'positive',
    ending: `prepared ${what}`,
    request: plan.request,
    statuses: successStatuses(operation),
    dependsOn,
    tags: ['prepares'],
    rank: -2,
  });
  return { ...made, definition: { ...made.definition, checks: [statusCheck(successStatuses(operation))] } };
};

/** Adds what other cases take from a case's answer, and marks the one that fetches the token. */
export const withCaptures = (build: SuiteBuild, cases: readonly StarterCase[]): StarterCase[] => {
  const byId = new Map([...build.producers.values()].map((one) => [one.id, one]));
  return cases.map((one) => {
    const producer = byId.get(one.definition.id);
    if (producer === undefined || Object.keys(producer.captures).length === 0) return one;
    const { checks, id, name, tags, risk, ...rest } = one.definition;
    return {
      ...one,
      definition: {
        id,
        ...(name === undefined ? {} : { name }),
        ...(tags === undefined ? {} : { tags }),
        ...(risk === undefined ? {} : { risk }),
        ...(producer.isToken ? { token: true } : {}),
        ...rest,
        checks,
        captures: producer.captures,
      },
    };
  });
};

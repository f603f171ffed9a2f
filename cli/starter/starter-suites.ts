import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import type { CommentedSuite } from '../import/suite-file.ts';
import { accessCases } from './access-cases.ts';
import { bodyCases } from './body-cases.ts';
import { operationTitle, type StarterCase } from './case-parts.ts';
import { variableName } from './credentials.ts';
import type { Operation } from './operations.ts';
import { headerCases, idCases, queryCases } from './parameter-cases.ts';
import { missingComment, positiveCases, producerCase, withCaptures } from './positive-cases.ts';
import { withRemoval } from './removals.ts';
import { slug, uniqueIds } from './slug.ts';
import { suiteBuild, type Api, type SuiteBuild } from './suite-build.ts';

/** A suite that people can read. */
const OPERATIONS_PER_SUITE_MAX = 20;
/** Cases of all suites together. */
export const CASES_MAX = 10_000;
/** Beyond this many operations even one case each would be more than anybody starts with. */
export const OPERATIONS_MAX = 1_500;
/** A body shorter than this is clearer where it is used. */
const SHARED_BODY_MIN = 40;

interface Made {
  readonly suite: SuiteDefinition;
  readonly cases: readonly StarterCase[];
  readonly heading: string;
}

export interface StarterSuites {
  readonly suites: readonly CommentedSuite[];
  readonly remarks: readonly string[];
}

const groupName = (operation: Operation): string =>
  operation.tag ??
  operation.path.split('/').find((part) => part !== '' && !part.startsWith('{') && !/^(?:api|v\d+)$/i.test(part)) ??
  'api';

interface Group {
  readonly name: string;
  readonly operations: readonly Operation[];
}

const groupsOf = (operations: readonly Operation[]): Group[] => {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const members = groups.get(groupName(operation)) ?? [];
    members.push(operation);
    groups.set(groupName(operation), members);
  }
  return [...groups].flatMap(([name, members]) => {
    const parts = Math.ceil(members.length / OPERATIONS_PER_SUITE_MAX);
    return Array.from({ length: parts }, (_one, at) => ({
      name: parts === 1 ? name : `${name} ${String(at + 1)}`,
      operations: members.slice(at * OPERATIONS_PER_SUITE_MAX, (at + 1) * OPERATIONS_PER_SUITE_MAX),
    }));
  });
};

interface OfOperation {
  readonly cases: StarterCase[];
  readonly leftOut: number;
  readonly missing: readonly string[];
}

const operationCases = (build: SuiteBuild, operation: Operation): OfOperation => {
  const planned = build.planned(operation);
  const positive = positiveCases(build, operation, planned);
  const ofBody = bodyCases(build, operation, planned);
  const cases = [
    ...positive,
    ...accessCases(build, operation, planned),
    ...idCases(build, operation, planned),
    ...queryCases(build, operation, planned),
    ...headerCases(build, operation, planned),
    ...ofBody.cases,
  ];
  const [first, ...others] = cases;
  if (first === undefined) return { cases, leftOut: 0, missing: planned.missing };
  const name = `${operation.method} ${operation.path}`;
  const head = operationTitle(operation) === name ? ` ${name}` : ` ${name}: ${operationTitle(operation)}`;
  const comment = planned.missing.length === 0 ? head : `${head}\n${missingComment(operation, planned)}`;
  return { cases: [{ ...first, comment }, ...others], leftOut: ofBody.leftOut, missing: planned.missing };
};

const HEADING = [
  ' Written by assay init: a start, yours to change. Every expectation comes from the API document.',
  ' Tags: positive, negative and boundary; `writes` may change data; `access` is about who may call; `needs-credentials` needs secrets of the environment.',
].join('\n');

const textsOf = (value: unknown): string => JSON.stringify(value);

/** Cases that send what only people know are marked. */
const marked = (build: SuiteBuild, one: StarterCase): StarterCase => {
  const text = textsOf(one.definition.request);
  const secrets = [...build.api.provided.values()].filter(
    (given) => given.isSecret && text.includes(`{{${given.name}}}`),
  );
  if (secrets.length === 0) return one;
  const { id, name, tags = [], risk, ...rest } = one.definition;
  return {
    ...one,
    definition: {
      id,
      ...(name === undefined ? {} : { name }),
      tags: [...tags, 'needs-credentials'],
      ...(risk === undefined ? {} : { risk }),
      requires: secrets.map((given) => ({ secret: given.name })),
      ...rest,
    },
  };
};

const withoutTemplates = (value: unknown): boolean => !textsOf(value).includes('{{');

/** Bodies that several cases send become base data of the suite, so that they are changed in one place. */
const sharedBodies = (
  cases: readonly StarterCase[],
  taken: ReadonlySet<string>,
): { variables: { [name: string]: Json }; cases: StarterCase[] } => {
  const counts = new Map<string, number>();
  for (const { definition } of cases) {
    const json = definition.request?.json;
    if (json === undefined || !withoutTemplates(json)) continue;
    const text = textsOf(json);
    if (text.length >= SHARED_BODY_MIN) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const names = new Map<string, string>();
  const variables: { [name: string]: Json } = {};
  const changed = cases.map((one): StarterCase => {
    const { request } = one.definition;
    const text = request?.json === undefined ? '' : textsOf(request.json);
    if (request?.json === undefined || (counts.get(text) ?? 0) < 2) return one;
    let name = names.get(text);
    if (name === undefined) {
      const wanted = variableName(`${one.definition.id.replace(/-(?:works|no|wrong|for|made)(?:-.*)?$/, '')} body`);
      for (let count = 1; name === undefined || taken.has(name) || Object.hasOwn(variables, name); count += 1)
        name = count === 1 ? wanted : `${wanted}${String(count)}`;
      names.set(text, name);
      variables[name] = request.json;
    }
    return { ...one, definition: { ...one.definition, request: { ...request, json: `{{${name}}}` } } };
  });
  return { variables, cases: changed };
};

const outsideCases = (build: SuiteBuild, own: readonly StarterCase[]): StarterCase[] => {
  const ids = new Set(own.map((one) => one.definition.id));
  const producers = [...build.producers.values()].filter(({ id }) => !ids.has(id));
  const tokens = [...build.tokenCases.values()].map((definition: CaseDefinition): StarterCase => ({
    definition,
    rank: -2,
  }));
  return [...tokens, ...producers.map(producerCase)];
};

const makeSuite = (api: Api, service: string, group: Group, suiteId: string): Made & { readonly remarks: string[] } => {
  const build = suiteBuild(api, uniqueIds());
  // Ids of successes are given first, so that they are the plain ones.
  for (const operation of group.operations) build.positiveId(operation);
  const made = group.operations.map((operation) => ({ operation, ...operationCases(build, operation) }));
  const own = made.flatMap((one) => one.cases);
  const all = withCaptures(build, [...outsideCases(build, own), ...own])
    .map((one) => (one.operation === undefined ? one : withRemoval(build, one.operation, one)))
    .map((one) => marked(build, one));
  const captured = new Set(all.flatMap((one) => Object.keys(one.definition.captures ?? {})));
  const { variables, cases } = sharedBodies(
    all,
    new Set([...captured, ...api.provided.keys(), 'run', 'row', 'persona', 'webhooks']),
  );
  const leftOut = made.reduce((sum, one) => sum + one.leftOut, 0);
  const name = group.name.replaceAll(/[\r\n\u2028\u2029]+/g, ' ').replaceAll('{{', '{ {');
  const tag = slug(group.name, 60, 'api');
  return {
    suite: {
      suite: suiteId,
      service,
      name: name.slice(0, 200),
      capability: 'functional',
      tags: ['starter', tag],
      ...(build.uses.size === 0 ? {} : { uses: [...build.uses] }),
      ...(Object.keys(variables).length === 0 ? {} : { variables }),
      cases: [],
    },
    cases,
    heading:
      leftOut === 0
        ? HEADING
        : `${HEADING}\n Left out: ${String(leftOut)} more limits and changes of bodies, the least weighty.`,
    remarks: made
      .filter((one) => one.cases.length === 0)
      .map(
        ({ operation, missing }) =>
          `${operation.method} ${operation.path} has no case: it needs ${missing.join(', and ') || 'something that a suite cannot say'}`,
      ),
  };
};

/** Which cases are kept when there are more than CASES_MAX: those that others need, then the weightiest. */
const keptCases = (made: readonly Made[]): ReadonlySet<CaseDefinition> => {
  const all = made.flatMap((one) => one.cases);
  if (all.length <= CASES_MAX) return new Set(all.map((one) => one.definition));
  const sorted = all.map((one, at) => ({ one, at })).sort((a, b) => a.one.rank - b.one.rank || a.at - b.at);
  return new Set(sorted.slice(0, CASES_MAX).map(({ one }) => one.definition));
};

/** Suites for all operations, grouped by their first tag or path segment; ids are unique, within suites and among them. */
export const starterSuites = (api: Api, service: string): StarterSuites => {
  const idOf = uniqueIds();
  const groups = groupsOf(api.operations.slice(0, OPERATIONS_MAX));
  const made = groups.map((group) => makeSuite(api, service, group, idOf(slug(group.name, 50, 'api'))));
  const kept = keptCases(made);
  const suites = made.flatMap(({ suite, cases, heading }): CommentedSuite[] => {
    const left = cases.filter((one) => kept.has(one.definition));
    if (left.length === 0) return [];
    const cut = cases.length - left.length;
    return [
      {
        definition: { ...suite, cases: left.map((one) => one.definition) },
        heading:
          cut === 0
            ? heading
            : `${heading}\n Left out: ${String(cut)} cases, because all suites together hold ${String(CASES_MAX)} at most.`,
        comments: new Map(left.flatMap((one) => (one.comment === undefined ? [] : [[one.definition.id, one.comment]]))),
      },
    ];
  });
  const total = made.reduce((sum, one) => sum + one.cases.length, 0);
  const unread = api.operations.length - OPERATIONS_MAX;
  return {
    suites,
    remarks: [
      ...made.flatMap((one) => one.remarks),
      ...(unread > 0 ? [`${String(unread)} operations were left out: ${String(OPERATIONS_MAX)} are read at most`] : []),
      ...(total > CASES_MAX
        ? [`${String(total - CASES_MAX)} cases were left out: ${String(CASES_MAX)} are written at most`]
        : []),
    ],
  };
};

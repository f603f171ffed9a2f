import type { RequestTemplate } from '#core/suite';
import type { Json } from '#core/units';
import { formFields } from './body-plan.ts';
import { asBoundary } from './parameter-cases.ts';
import { makeCase, type StarterCase } from './case-parts.ts';
import { conflictStatuses, refusalStatuses, successStatuses } from './expected-status.ts';
import { bodyTwists, type BodyTwist } from './field-twists.ts';
import type { Operation } from './operations.ts';
import { slug } from './slug.ts';
import { baseId, type Planned, type SuiteBuild } from './suite-build.ts';

/** More cases of one body than anybody reads; the weightiest are kept. */
const TWISTS_MAX = 40;

export interface BodyCases {
  readonly cases: StarterCase[];
  /** Changes that were not made into cases. */
  readonly leftOut: number;
}

const brokenCases = (build: SuiteBuild, operation: Operation, planned: Planned): StarterCase[] => {
  const { json: _json, ...rest } = planned.request;
  const headers = { 'content-type': 'application/json', ...planned.request.headers };
  const refuse = (what: string, ending: string, request: RequestTemplate, rank: number): StarterCase =>
    makeCase(operation, {
      id: build.idOf(`${baseId(operation)}-${what}`),
      kind: 'negative',
      ending,
      request,
      statuses: refusalStatuses(operation, 'unsupported'),
      rank,
    });
  const isRefusingTypes = operation.answers.some(({ status }) => status === '415');
  return [
    refuse('body-broken', 'refused for a body that is no JSON', { ...rest, headers, body: '{"broken":' }, 1),
    ...(isRefusingTypes
      ? [
          refuse(
            'body-type',
            'refused for a body of another type',
            { ...rest, headers: { ...headers, 'content-type': 'text/plain' }, body: 'example' },
            1,
          ),
        ]
      : []),
  ];
};

const withBody = (operation: Operation, request: RequestTemplate, body: Json): RequestTemplate =>
  operation.body?.kind === 'form' ? { ...request, form: formFields(body) } : { ...request, json: body };

const twistCase = (build: SuiteBuild, operation: Operation, planned: Planned, twist: BodyTwist): StarterCase => {
  const body = (operation.body?.kind === 'form' ? planned.request.form : planned.request.json) as Json;
  const request = withBody(operation, planned.request, twist.apply(body));
  const id = build.idOf(`${baseId(operation).slice(0, 30)}-${slug(twist.what, 30, 'changed')}`);
  if (!twist.isAllowed) {
    const statuses = refusalStatuses(operation, 'invalid');
    const made = makeCase(operation, {
      id,
      kind: 'negative',
      ending: twist.words,
      request,
      statuses,
      dependsOn: planned.dependsOn,
      rank: 1 + twist.rank,
    });
    return twist.kind === 'boundary' ? asBoundary(made) : made;
  }
  return makeCase(operation, {
    id,
    kind: 'boundary',
    ending: twist.words,
    request,
    // A value at its limit is allowed; that there is not enough of something is another matter.
    statuses: [...successStatuses(operation), ...conflictStatuses(operation)],
    dependsOn: planned.dependsOn,
    rank: 1 + twist.rank,
  });
};

/** Bodies around what the schema allows. What a validator does not confirm to be allowed or forbidden makes no case. */
export const bodyCases = (build: SuiteBuild, operation: Operation, planned: Planned): BodyCases => {
  const { body } = operation;
  const { plainBody, request } = planned;
  if (body === undefined || plainBody === undefined || (body.kind !== 'json' && body.kind !== 'form'))
    return { cases: [], leftOut: 0 };
  const broken = body.kind === 'json' && request.json !== undefined ? brokenCases(build, operation, planned) : [];
  const judge = build.lookup.judge(operation);
  const isBaseValid = judge(plainBody) !== false;
  const { twists, longLimits } = bodyTwists({ root: build.lookup.root }, body.schema, body.kind === 'form');
  const isLogin = build.api.tokens.login?.operation === operation;
  const fitting = twists.filter(
    (twist) => !twist.isAllowed || (planned.missing.length === 0 && !(isLogin && /password|secret/i.test(twist.what))),
  );
  const kept: BodyTwist[] = [];
  for (const twist of isBaseValid ? fitting : []) {
    if (kept.length >= TWISTS_MAX) break;
    const verdict = judge(twist.apply(plainBody));
    if (verdict === undefined || verdict === twist.isAllowed) kept.push(twist);
  }
  return {
    cases: [...broken, ...kept.map((twist) => twistCase(build, operation, planned, twist))],
    leftOut: Math.max(0, fitting.length - TWISTS_MAX) + longLimits,
  };
};

import type { CaseDefinition, Check, RequestTemplate } from '#core/suite';
import type { Json } from '#core/units';
import { schemaProblem } from '#engines/functional/schema-checks';
import { isNode, resolveRef, type ApiDocument } from './document.ts';
import { pathNames, type Answer, type Operation, type Parameter } from './operations.ts';
import { requiredFields, schemaType } from './sample.ts';
import { responseSchema } from './response-schema.ts';
import { fillPath, segment, parameterSample, starterRequest } from './starter-request.ts';

/** A case before it has its id. */
export interface StarterCase {
  /** Ending of the id, such as `no-credentials`. */
  readonly what: string;
  readonly definition: Omit<CaseDefinition, 'id'>;
}

const isSuccess = ({ status }: Answer): boolean => status.startsWith('2');

const statusValue = (status: string): number | string => (/^\d+$/.test(status) ? Number(status) : status.toLowerCase());

const successStatuses = (operation: Operation): (number | string)[] => {
  const documented = operation.answers.filter(isSuccess).map((answer) => statusValue(answer.status));
  return documented.length === 0 ? ['2xx'] : documented;
};

const statusCheck = (statuses: readonly (number | string)[]): Check => {
  const [only, ...others] = [...new Set(statuses)];
  return { status: others.length === 0 && only !== undefined ? only : [...new Set(statuses)] };
};

const title = (operation: Operation, ending: string): string => {
  const summary = operation.summary?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const name = summary === '' ? `${operation.method} ${operation.path}` : summary;
  return `${name}: ${ending}`.replaceAll(/[\r\n]+/g, ' ').slice(0, 200);
};

/** Requests that may change something are marked, so that a run can leave them out: `--tag !writes`. */
const tagsOf = (operation: Operation, kind: 'positive' | 'negative', more: readonly string[] = []): string[] => [
  kind,
  ...(['GET', 'HEAD', 'OPTIONS'].includes(operation.method) ? [] : ['writes']),
  ...(operation.deprecated ? ['deprecated'] : []),
  ...more,
];

const schemaCheck = (document: ApiDocument, operation: Operation): Check[] => {
  const successes = operation.answers.filter(isSuccess);
  const [only, ...others] = successes;
  if (operation.method === 'HEAD' || only?.schema === undefined || others.length > 0 || only.status === '204')
    return [];
  const schema = responseSchema(document, only.schema);
  return schema === undefined || schemaProblem(schema) !== undefined ? [] : [{ schema }];
};

/** Documented refusals; those of credentials would say that a request was fine although nobody looked at it. */
const refusalsOf = (operation: Operation): (number | string)[] => {
  const documented = operation.answers.filter(({ status }) => status.startsWith('4'));
  return operation.credentials.length === 0
    ? documented.map(({ status }) => statusValue(status))
    : documented.flatMap(({ status }) => (/^4\d\d$/.test(status) && !/^40[13]$/.test(status) ? [Number(status)] : []));
};

/**
 * The call as the document describes it. Where every value comes from the document, its documented success is expected, with its schema. Where
 * an id or body had to be made up, also the refusals that are documented will do: the API has to answer as documented, and people put in values
 * that exist. Where credentials are needed the case is advisory until somebody provides them.
 */
const positiveCase = (document: ApiDocument, operation: Operation): StarterCase => {
  const { request, sure } = starterRequest(document.root, operation);
  const isSecured = operation.credentials.length > 0;
  const refusals = refusalsOf(operation);
  const hasIds = pathNames(operation.path).length > 0;
  const statuses = sure
    ? successStatuses(operation)
    : [...successStatuses(operation), ...refusals, ...(hasIds ? [404] : [])];
  const advisory = isSecured || operation.bodyOfOtherKind !== undefined || (!sure && !hasIds && refusals.length === 0);
  return {
    what: sure ? 'works' : 'answers',
    definition: {
      name: title(operation, sure ? 'works' : 'answers as documented'),
      tags: tagsOf(operation, 'positive', isSecured ? ['needs-credentials'] : []),
      ...(advisory ? { advisory: true } : {}),
      request,
      checks: [statusCheck(statuses), ...(sure ? schemaCheck(document, operation) : [])],
    },
  };
};

/** What refuses each kind of bad request, beside what is documented. */
const USUAL_REFUSALS: { readonly [what: string]: readonly number[] } = {
  unknown: [404],
  'wrong-type': [400, 404, 422],
  'body-broken': [400, 415, 422],
  'nothing-below': [404, 405],
};

/**
 * On an operation that asks who calls, 401 would satisfy `4xx` without anybody having looked at what is wrong with the request. So only refusals
 * of another kind count there, and the case is advisory until somebody provides the credentials.
 */
const onceAllowed = (operation: Operation, { what, definition }: StarterCase): StarterCase => {
  if (operation.credentials.length === 0) return { what, definition };
  const usual = USUAL_REFUSALS[what] ?? [400, 422];
  const statuses = [...new Set([...refusalsOf(operation), ...usual])].sort();
  const { name, tags = [], ...rest } = definition;
  return {
    what,
    definition: {
      ...(name === undefined ? {} : { name }),
      tags: [...tags, 'needs-credentials'],
      advisory: true,
      ...rest,
      checks: [statusCheck(statuses)],
    },
  };
};

const negative = (
  operation: Operation,
  what: string,
  ending: string,
  request: RequestTemplate,
  statuses: readonly (number | string)[] = ['4xx'],
): StarterCase => ({
  what,
  definition: {
    name: title(operation, ending),
    tags: tagsOf(operation, 'negative'),
    request,
    checks: [statusCheck(statuses)],
  },
});

const withoutKeys = (
  record: { readonly [name: string]: Json } | undefined,
  names: ReadonlySet<string>,
): { readonly [name: string]: Json } =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => !names.has(name.toLowerCase())));

const anonymousCase = (operation: Operation, request: RequestTemplate): StarterCase[] => {
  if (operation.credentials.length === 0) return [];
  const headers = new Set(
    operation.credentials.map((one) => (one.kind === 'header' ? one.name.toLowerCase() : 'authorization')),
  );
  const query = new Set(operation.credentials.flatMap((one) => (one.kind === 'query' ? [one.name.toLowerCase()] : [])));
  const { headers: _headers, query: _query, ...rest } = request;
  const keptHeaders = withoutKeys(request.headers, headers);
  const keptQuery = withoutKeys(request.query, query);
  const bare: RequestTemplate = {
    ...rest,
    ...(Object.keys(keptHeaders).length === 0 ? {} : { headers: keptHeaders }),
    ...(Object.keys(keptQuery).length === 0 ? {} : { query: keptQuery }),
  };
  return [negative(operation, 'no-credentials', 'refused without credentials', bare, [401, 403])];
};

const badPathCase = (document: ApiDocument, operation: Operation, request: RequestTemplate): StarterCase[] => {
  const { root } = document;
  const name = pathNames(operation.path).at(-1);
  const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
  if (name === undefined || parameter === undefined) return [];
  const values = new Map(
    operation.parameters
      .filter((one) => one.in === 'path')
      .map((one) => [one.name, segment(parameterSample(root, one).value)]),
  );
  const type = schemaType(root, parameter.schema);
  const isNumber = type === 'integer' || type === 'number';
  values.set(name, isNumber ? 'not-a-number' : 'assay-no-such-thing');
  const path = fillPath(operation.path, values);
  return [
    negative(
      operation,
      isNumber ? 'wrong-type' : 'unknown',
      isNumber ? `refused when ${name} is no number` : `refused when ${name} is unknown`,
      { ...request, path },
    ),
  ];
};

/** A value that a parameter's schema forbids, where the schema says enough to be sure. */
const wrongValue = (
  document: ApiDocument,
  parameter: Parameter,
): { readonly value: string; readonly why: string } | undefined => {
  const type = schemaType(document.root, parameter.schema);
  if (type === 'integer' || type === 'number') return { value: 'not-a-number', why: 'no number' };
  const choices = resolveRef(document.root, parameter.schema)['enum'];
  return Array.isArray(choices) && choices.length > 0
    ? { value: 'assay-no-such-value', why: 'none of its values' }
    : undefined;
};

const isRefusing = ({ status }: Answer): boolean => status === 'default' || ['400', '422', '4XX'].includes(status);

const badQueryCases = (document: ApiDocument, operation: Operation, request: RequestTemplate): StarterCase[] => {
  const inQuery = operation.parameters.filter((one) => one.in === 'query');
  const required = inQuery.find((one) => one.required);
  // Many APIs ignore optional parameters they do not understand, so those are only tried where a refusal is documented.
  const candidates = operation.answers.some(isRefusing) ? inQuery : inQuery.filter((one) => one.required);
  const wrong = candidates.flatMap((parameter) => {
    const found = wrongValue(document, parameter);
    return found === undefined ? [] : [{ parameter, ...found }];
  })[0];
  const cases: StarterCase[] = [];
  if (required !== undefined) {
    const query = withoutKeys(request.query, new Set([required.name.toLowerCase()]));
    const { query: _query, ...rest } = request;
    const missing = { ...rest, ...(Object.keys(query).length === 0 ? {} : { query }) };
    cases.push(negative(operation, 'query-missing', `refused without ${required.name}`, missing));
  }
  if (wrong !== undefined) {
    const query = { ...request.query, [wrong.parameter.name]: wrong.value };
    cases.push(
      negative(operation, 'query-wrong', `refused when ${wrong.parameter.name} is ${wrong.why}`, { ...request, query }),
    );
  }
  return cases;
};

const badBodyCases = (document: ApiDocument, operation: Operation, request: RequestTemplate): StarterCase[] => {
  const { body } = operation;
  if (body?.kind !== 'json' || request.json === undefined) return [];
  const { json, ...rest } = request;
  const headers = { 'content-type': 'application/json', ...request.headers };
  const [field] = requiredFields(document.root, body.schema);
  const fields = isNode(json) ? json : {};
  const missing =
    field !== undefined && Object.hasOwn(fields, field)
      ? [
          negative(operation, 'field-missing', `refused without the field ${field}`, {
            ...rest,
            json: Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field)),
          }),
        ]
      : [];
  return [
    ...missing,
    negative(operation, 'body-broken', 'refused for a body that is no JSON', { ...rest, headers, body: '{"broken":' }),
  ];
};

/** For an operation that takes nothing: what lies below it is not there. */
const nothingBelowCase = (operation: Operation, request: RequestTemplate): StarterCase => {
  const { json: _json, form: _form, body: _body, ...rest } = request;
  const path = `${request.path.replace(/\/+$/, '')}/assay-no-such-thing`;
  return negative({ ...operation, method: 'GET' }, 'nothing-below', 'nothing is below it', {
    ...rest,
    method: 'GET',
    path,
  });
};

/** One positive case and at least one negative case of an operation. */
export const starterCases = (document: ApiDocument, operation: Operation): StarterCase[] => {
  const { request } = starterRequest(document.root, operation);
  const bad = [
    ...badPathCase(document, operation, request),
    ...badQueryCases(document, operation, request),
    ...badBodyCases(document, operation, request),
  ];
  const negatives = [...anonymousCase(operation, request), ...bad.map((one) => onceAllowed(operation, one))];
  return [
    positiveCase(document, operation),
    ...(negatives.length === 0 ? [nothingBelowCase(operation, request)] : negatives),
  ];
};

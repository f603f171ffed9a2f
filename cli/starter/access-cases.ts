import type { RequestTemplate } from '#core/suite';
import { makeCase, without, type StarterCase } from './case-parts.ts';
import type { Credential } from './credentials.ts';
import { refusalStatuses } from './expected-status.ts';
import { pathNames, type Operation } from './operations.ts';
import { unknownId } from './parameter-cases.ts';
import { fillPath, parameterSample, planRequest, segment } from './request-plan.ts';
import { baseId, type Planned, type SuiteBuild } from './suite-build.ts';

const MADE_UP = 'assay-made-up';

const bare = (operation: Operation, request: RequestTemplate): RequestTemplate => {
  const named = (kinds: readonly Credential['kind'][]): ReadonlySet<string> =>
    new Set(operation.credentials.flatMap((one) => (kinds.includes(one.kind) ? [one.name.toLowerCase()] : [])));
  const cookies = operation.credentials.some((one) => one.kind === 'cookie') ? ['cookie'] : [];
  const headers = new Set([...named(['header', 'bearer', 'basic']), ...cookies]);
  return without(without(request, 'headers', headers), 'query', named(['query']));
};

const forged = (operation: Operation, request: RequestTemplate): RequestTemplate | undefined => {
  // Credentials of the kind basic that nobody has would look like real ones to whoever searches this file for secrets.
  if (operation.credentials.some((one) => one.kind === 'basic')) return undefined;
  return operation.credentials.reduce<RequestTemplate>(
    (made, { kind, name, prefix }) => {
      if (kind === 'query') return { ...made, query: { ...made.query, [name]: MADE_UP } };
      if (kind === 'cookie') return { ...made, headers: { ...made.headers, cookie: `${name}=${MADE_UP}` } };
      return { ...made, headers: { ...made.headers, [name.toLowerCase()]: `${prefix}${MADE_UP}` } };
    },
    bare(operation, request),
  );
};

/**
 * The call with ids that nobody has: who may not call learns nothing of ids, so the refusal is the same, needs nothing of other cases and does
 * no harm where it is not given.
 */
const strangersRequest = (build: SuiteBuild, operation: Operation): RequestTemplate => {
  const nobody = { ofPath: () => undefined, ofName: () => undefined, credential: () => 'nobody' };
  const { request } = planRequest(operation, { ...build.lookup, ...nobody });
  const ids = pathNames(operation.path).map((name): [string, string] => {
    const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    const sample = parameter === undefined ? 'example' : parameterSample(build.lookup.root, parameter);
    return [name, segment(unknownId(build, parameter) ?? sample)];
  });
  return { ...request, path: fillPath(operation.path, new Map(ids)) };
};

/** Who shows nothing, or something made up, is refused before anything is looked at. */
export const accessCases = (build: SuiteBuild, operation: Operation, planned: Planned): StarterCase[] => {
  const { login } = build.api.tokens;
  const refused = refusalStatuses(operation, 'credentials');
  const own = (what: string, ending: string, request: RequestTemplate): StarterCase =>
    makeCase(operation, {
      id: build.idOf(`${baseId(operation)}-${what}`),
      kind: 'negative',
      ending,
      request,
      statuses: refused,
      tags: ['access'],
      rank: 0,
    });
  if (login?.operation === operation && planned.missing.length === 0) {
    const part = planned.request.form === undefined ? 'json' : 'form';
    const body = planned.request[part];
    const [secret] = [...login.fields].find(([, field]) => field.isSecret) ?? [];
    if (secret === undefined || typeof body !== 'object' || body === null || Array.isArray(body)) return [];
    const documented = operation.answers
      .map(({ status }) => Number(status))
      .filter((status) => [400, 401, 403, 422].includes(status));
    const wrong = own('wrong-secret', `refused when ${secret} is wrong`, {
      ...planned.request,
      [part]: { ...body, [secret]: MADE_UP },
    });
    const statuses = documented.filter((status) => status === 401 || status === 403);
    const expected = statuses.length > 0 ? statuses : documented.length > 0 ? documented : [400, 401, 403, 422];
    return [
      {
        ...wrong,
        definition: {
          ...wrong.definition,
          checks: [{ status: expected.length === 1 && expected[0] !== undefined ? expected[0] : expected }],
        },
      },
    ];
  }
  if (operation.credentials.length === 0) return [];
  const request = strangersRequest(build, operation);
  const made = forged(operation, request);
  return [
    own('no-credentials', 'refused without credentials', bare(operation, request)),
    ...(made === undefined ? [] : [own('made-up-credentials', 'refused with made-up credentials', made)]),
  ];
};

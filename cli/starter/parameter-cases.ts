import type { RequestTemplate } from '#core/suite';
import type { Json } from '#core/units';
import { makeCase, without, type StarterCase } from './case-parts.ts';
import { documentsRefusal, emptyStatuses, refusalStatuses, successStatuses, type Refusal } from './expected-status.ts';
import { isSafe, pathNames, type Operation, type Parameter } from './operations.ts';
import { headerText, putQuery } from './request-plan.ts';
import { textForPattern, textAgainstPattern } from './sample-pattern.ts';
import { flatSchema, typeOf } from './schema-view.ts';
import { slug } from './slug.ts';
import { baseId, type Planned, type SuiteBuild } from './suite-build.ts';
import { twistsOf } from './twists.ts';

type Make = (what: string, ending: string, request: RequestTemplate, refusal: Refusal) => StarterCase;

const refusing =
  (build: SuiteBuild, operation: Operation, rank: number): Make =>
  (what, ending, request, refusal) =>
    makeCase(operation, {
      id: build.idOf(`${baseId(operation)}-${slug(what, 30, 'refused')}`),
      kind: 'negative',
      ending,
      request,
      statuses: refusalStatuses(operation, refusal),
      rank,
    });

const withQuery = (request: RequestTemplate, parameter: Parameter, value: Json): RequestTemplate => {
  const query: Record<string, Json> = {};
  putQuery(query, parameter, value);
  return { ...request, query: { ...request.query, ...query } };
};

/** Each limit and choice of the query parameters: at it and just beyond. */
export const queryCases = (build: SuiteBuild, operation: Operation, planned: Planned): StarterCase[] => {
  const { request, missing } = planned;
  const sampling = { root: build.lookup.root };
  const isCredential = (name: string): boolean =>
    operation.credentials.some((one) => one.kind === 'query' && one.name === name);
  const parameters = operation.parameters.filter((one) => one.in === 'query' && !isCredential(one.name));
  return parameters.flatMap((parameter) => {
    const { name, required } = parameter;
    const refuse = refusing(build, operation, required ? 0 : 1);
    const bare = without(request, 'query', new Set([name.toLowerCase()]));
    const isWritten = request.query !== undefined && Object.hasOwn(request.query, name);
    const absent = required && isWritten ? [refuse(`${name}-missing`, `refused without ${name}`, bare, 'invalid')] : [];
    const isRefusing = required || documentsRefusal(operation);
    const twisted = twistsOf(sampling, parameter.schema, true).flatMap((twist): StarterCase[] => {
      const twistedRequest = withQuery(bare, parameter, twist.value);
      if (twist.isAllowed) {
        if (missing.length > 0 || !isSafe(operation)) return [];
        return [
          makeCase(operation, {
            id: build.idOf(`${baseId(operation)}-${slug(`${name} ${twist.what}`, 30, 'limit')}`),
            kind: 'boundary',
            ending: `takes ${name} ${twist.words}`,
            request: twistedRequest,
            statuses: [...successStatuses(operation), ...emptyStatuses(operation)],
            dependsOn: planned.dependsOn,
            rank: 1,
          }),
        ];
      }
      if (!isRefusing || (twist.what === 'empty' && !required)) return [];
      const made = refuse(`${name} ${twist.what}`, `refused when ${name} ${twist.words}`, twistedRequest, 'invalid');
      return [twist.kind === 'boundary' ? asBoundary(made) : made];
    });
    return [...absent, ...twisted];
  });
};

/** A refusal just beyond a limit counts as a boundary case. */
export const asBoundary = (made: StarterCase): StarterCase => ({
  ...made,
  definition: {
    ...made.definition,
    tags: (made.definition.tags ?? []).map((tag) => (tag === 'negative' ? 'boundary' : tag)),
    risk: 'low',
  },
});

const CREDENTIAL_LIKE = /^(?:authorization|cookie|accept|content-type|host)$/i;

export const headerCases = (build: SuiteBuild, operation: Operation, { request }: Planned): StarterCase[] => {
  const sent = new Set(Object.keys(request.headers ?? {}));
  const secret = new Set(operation.credentials.map((one) => one.name.toLowerCase()));
  const refuse = refusing(build, operation, 1);
  return operation.parameters
    .filter((one) => one.in === 'header' && one.required && !CREDENTIAL_LIKE.test(one.name))
    .filter(({ name }) => sent.has(name.toLowerCase()) && !secret.has(name.toLowerCase()))
    .flatMap((parameter) => {
      const name = parameter.name.toLowerCase();
      const wrong = twistsOf({ root: build.lookup.root }, parameter.schema, true)
        .filter((twist) => !twist.isAllowed && twist.what !== 'empty')
        .slice(0, 2)
        .map((twist) =>
          refuse(
            `${name} ${twist.what}`,
            `refused when the header ${name} ${twist.words}`,
            { ...request, headers: { ...request.headers, [name]: headerText(twist.value) } },
            'invalid',
          ),
        );
      return [
        refuse(
          `${name}-missing`,
          `refused without the header ${name}`,
          without(request, 'headers', new Set([name])),
          'invalid',
        ),
        ...wrong,
      ];
    });
};

/** An id that the schema allows and nobody has; undefined where one that is allowed may well exist. */
export const unknownId = (build: SuiteBuild, parameter: Parameter | undefined): string | undefined => {
  const schema = flatSchema(build.lookup.root, parameter?.schema ?? {});
  if (schema['enum'] !== undefined || schema['const'] !== undefined || typeOf(schema) === 'boolean') return undefined;
  if (typeOf(schema) === 'integer' || typeOf(schema) === 'number') {
    const max = schema['maximum'];
    return String(Math.min(typeof max === 'number' ? max : 999_999_937, 999_999_937));
  }
  if (schema['format'] === 'uuid') return '00000000-0000-4000-8000-00000000a55a';
  const [min, max] = [Number(schema['minLength'] ?? 0) || 0, Number(schema['maxLength'] ?? 200)];
  const plain = 'assay-no-such-thing'.padEnd(Math.min(min, 200), 'z').slice(0, max);
  const pattern = schema['pattern'];
  if (typeof pattern !== 'string') return /^date/.test(String(schema['format'])) ? undefined : plain;
  return textAgainstPattern(pattern) === plain ? undefined : textForPattern(pattern, min, max);
};

interface Probe {
  readonly what: string;
  readonly words: string;
  readonly value: string;
  readonly refusal: Refusal;
}

const probesOf = (build: SuiteBuild, operation: Operation, parameter: Parameter | undefined): Probe[] => {
  const schema = flatSchema(build.lookup.root, parameter?.schema ?? {});
  const isNumber = typeOf(schema) === 'integer' || typeOf(schema) === 'number';
  const unknown = unknownId(build, parameter);
  const isStrict = isNumber || schema['format'] === 'uuid' || schema['pattern'] !== undefined;
  const probes: Probe[] =
    unknown === undefined
      ? []
      : [{ what: 'unknown', words: 'is unknown', value: unknown, refusal: isStrict ? 'unknown-id' : 'bad-id' }];
  if (isNumber) probes.push({ what: 'wrong-type', words: 'is no number', value: 'not-a-number', refusal: 'bad-id' });
  if (schema['format'] === 'uuid')
    probes.push({ what: 'bad-format', words: 'is no uuid', value: 'not-a-uuid', refusal: 'bad-id' });
  if (!isSafe(operation)) return probes;
  if (schema['enum'] !== undefined)
    return [
      { what: 'unknown-choice', words: 'is none of its values', value: 'assay-no-such-value', refusal: 'bad-id' },
    ];
  if (unknown === undefined) return probes;
  return [
    ...probes,
    { what: 'negative', words: 'is negative', value: '-1', refusal: 'bad-id' },
    { what: 'zero', words: 'is 0', value: '0', refusal: 'bad-id' },
    { what: 'huge', words: 'is very large', value: '99999999999999', refusal: 'bad-id' },
    { what: 'odd', words: 'holds marks of SQL', value: '%27%20OR%20%271%27%3D%271', refusal: 'bad-id' },
  ];
};

/** Ids that nobody has, and some that nothing can have: a refusal as documented, never a success and never a breakdown. */
export const idCases = (build: SuiteBuild, operation: Operation, { request }: Planned): StarterCase[] => {
  const name = pathNames(operation.path).at(-1);
  if (name === undefined) return [];
  const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
  const parts = operation.path.split('/');
  const at = parts.findLastIndex((part) => part.includes(`{${name}}`));
  const filled = request.path.split('/');
  const place = filled.length - (parts.length - at);
  const isWhole = parts[at] === `{${name}}`;
  const refuse = refusing(build, operation, 1);
  if (!isWhole || place < 0) return [];
  const put = (value: string): RequestTemplate => ({
    ...request,
    path: filled.map((part, index) => (index === place ? value : part)).join('/'),
  });
  return probesOf(build, operation, parameter).map(({ what, words, value, refusal }) =>
    refuse(`${name}-${what}`, `refused when ${name} ${words}`, put(value), refusal),
  );
};

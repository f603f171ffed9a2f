import {
  problem,
  undeclared,
  type ContractProblem,
  type Judging,
  type ProblemPlace,
} from '#engines/contract/contract-problem';
import { claims, cookiePairs, decodePairs, queryPairs, type RawPair } from '#engines/contract/decode-parameter';
import {
  bodyProblems,
  contentProblems,
  headerValue,
  named,
  textProblems,
  undeclaredHeaders,
  valueProblems,
  type HeaderList,
} from '#engines/contract/message-parts';
import type { Operation, Parameter, SecurityScheme } from '#engines/contract/model';
import type { ContractRules } from '#engines/contract/validate-response';

export interface ObservedRequest {
  /** Texts of the path as `Contract.find` gives them: still percent-encoded. */
  readonly pathParameters: { readonly [name: string]: string };
  /** Without `?`; '' for none. */
  readonly query: string;
  readonly headers: HeaderList;
  readonly body?: Uint8Array;
  /** Content-Type; that of the headers when absent. */
  readonly mediaType?: string;
}

const placeOf = (parameter: Parameter): ProblemPlace => named(parameter.in, parameter.name, parameter.pointer);

const missing = (judging: Judging, parameter: Parameter): readonly ContractProblem[] =>
  parameter.required
    ? [problem(judging, placeOf(parameter), `the ${parameter.in} parameter ${parameter.name}`, 'none')]
    : [];

const pathProblems = (
  judging: Judging,
  parameter: Parameter,
  observed: ObservedRequest,
): readonly ContractProblem[] => {
  const { pathParameters } = observed;
  const text = Object.hasOwn(pathParameters, parameter.name) ? pathParameters[parameter.name] : undefined;
  if (text === undefined) return missing(judging, parameter);
  return textProblems(judging, parameter, text, placeOf(parameter), 'request');
};

const headerProblems = (
  judging: Judging,
  parameter: Parameter,
  { headers }: ObservedRequest,
): readonly ContractProblem[] => {
  const text = headerValue(headers, parameter.name);
  if (text === undefined) return missing(judging, parameter);
  return textProblems(judging, parameter, text, placeOf(parameter), 'request');
};

const decodedText = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const pairProblems = (
  judging: Judging,
  parameter: Parameter,
  pairs: readonly RawPair[],
): readonly ContractProblem[] => {
  const place = placeOf(parameter);
  const { schema, content, name } = parameter;
  if (content !== undefined) {
    const text = pairs.find(([one]) => one === name)?.[1];
    if (text === undefined) return missing(judging, parameter);
    return contentProblems(judging, content, decodedText(text), place, 'request');
  }
  if (schema === undefined) return [];
  if (parameter.allowEmptyValue && pairs.some(([one, text]) => one === name && text === '')) return [];
  const decoded = decodePairs({ ...parameter, schema }, pairs);
  if (decoded === undefined) return missing(judging, parameter);
  if (!('value' in decoded)) return [problem(judging, place, decoded.expected, decoded.got)];
  return valueProblems(judging, schema, decoded.value, place, { direction: 'request', bytes: 200 });
};

const parameterProblems = (
  judging: Judging,
  parameter: Parameter,
  observed: ObservedRequest,
  pairs: { readonly query: readonly RawPair[]; readonly cookie: readonly RawPair[] },
): readonly ContractProblem[] => {
  switch (parameter.in) {
    case 'path':
      return pathProblems(judging, parameter, observed);
    case 'header':
      return headerProblems(judging, parameter, observed);
    case 'query':
    case 'cookie':
      return pairProblems(judging, parameter, pairs[parameter.in]);
    case 'querystring':
      if (observed.query === '') return missing(judging, parameter);
      return parameter.content === undefined
        ? []
        : contentProblems(judging, parameter.content, observed.query, placeOf(parameter), 'request');
  }
};

const keyNames = ({ security, securitySchemes }: Operation, place: string): readonly string[] =>
  security.flatMap((alternative) =>
    Object.keys(alternative).flatMap((name) => {
      const scheme: SecurityScheme | undefined = Object.hasOwn(securitySchemes, name)
        ? securitySchemes[name]
        : undefined;
      return scheme?.type === 'apiKey' && scheme.in === place ? [scheme.name] : [];
    }),
  );

/** Query parameters that no parameter of the document takes. */
const undeclaredQuery = (judging: Judging, pairs: readonly RawPair[]): readonly ContractProblem[] => {
  const { operation } = judging;
  if (operation.parameters.some((one) => one.in === 'querystring')) return [];
  const declared = operation.parameters.filter((one) => one.in === 'query');
  const keys = keyNames(operation, 'query');
  const takes = (name: string): boolean =>
    keys.includes(name) ||
    declared.some((one) =>
      one.schema === undefined ? one.name === name : claims({ ...one, schema: one.schema }, name),
    );
  return [...new Set(pairs.map(([name]) => name))]
    .filter((name) => !takes(name))
    .map((name) =>
      undeclared(
        judging,
        named('query', name, `${operation.pointer}/parameters`),
        'only query parameters that the document names',
        `the query parameter ${name}`,
      ),
    );
};

const requestBody = (judging: Judging, observed: ObservedRequest): readonly ContractProblem[] => {
  const { operation } = judging;
  const documented = operation.requestBody;
  const { body, headers } = observed;
  const isThere = body !== undefined && body.length > 0;
  const place = named('body', '', documented?.pointer ?? operation.pointer);
  if (documented === undefined)
    return isThere
      ? [undeclared(judging, place, 'no body, as none is documented', `${String(body.length)} bytes`)]
      : [];
  if (!isThere) return documented.required ? [problem(judging, place, 'a body', 'none')] : [];
  const contentType = observed.mediaType ?? headerValue(headers, 'content-type');
  return bodyProblems(judging, documented.content, { body, contentType }, documented.pointer, 'request');
};

/** Where a request and the document disagree: its parameters, headers, media type and body. */
export const validateRequest = (
  operation: Operation,
  observed: ObservedRequest,
  { strict = false }: ContractRules = {},
): readonly ContractProblem[] => {
  const judging: Judging = { operation, strict };
  const pairs = {
    query: queryPairs(observed.query),
    cookie: cookiePairs(headerValue(observed.headers, 'cookie') ?? ''),
  };
  const names = operation.parameters.filter((one) => one.in === 'header').map((one) => one.name);
  const declared = new Set([...names, ...keyNames(operation, 'header')].map((name) => name.toLowerCase()));
  return [
    ...operation.parameters.flatMap((one) => parameterProblems(judging, one, observed, pairs)),
    ...requestBody(judging, observed),
    ...undeclaredQuery(judging, pairs.query),
    ...undeclaredHeaders(judging, observed.headers, declared, `${operation.pointer}/parameters`),
  ];
};

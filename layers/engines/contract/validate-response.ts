import {
  problem,
  undeclared,
  type ContractProblem,
  type Judging,
  type ProblemPlace,
} from '#engines/contract/contract-problem';
import {
  bodyProblems,
  headerValue,
  named,
  textProblems,
  undeclaredHeaders,
  type HeaderList,
} from '#engines/contract/message-parts';
import type { Operation, Response } from '#engines/contract/model';

export interface ObservedResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  /** Content-Type; that of the headers when absent. */
  readonly mediaType?: string;
  /** Only a part of the body is there: it is not judged. */
  readonly truncated?: boolean;
}

export interface ContractRules {
  /** What the document does not speak of is an error instead of a warning. */
  readonly strict?: boolean;
}

/** The documented answer for a status: the status itself, its range (`2XX`), then `default`. */
export const responseFor = ({ responses }: Operation, status: number): Response | undefined => {
  for (const wanted of [String(status), `${String(Math.floor(status / 100))}XX`, 'default']) {
    const found = responses.find((one) => one.status === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
};

const statusProblem = (judging: Judging, status: number): ContractProblem => {
  const { operation } = judging;
  const documented = operation.responses.map((one) => one.status);
  const expected = documented.length === 0 ? 'a documented status (there is none)' : `one of ${documented.join(', ')}`;
  const place: ProblemPlace = {
    kind: 'status',
    documentPointer: `${operation.pointer}/responses`,
    payloadPointer: 'status',
  };
  return undeclared(judging, place, expected, String(status));
};

const headerProblems = (judging: Judging, response: Response, headers: HeaderList): readonly ContractProblem[] =>
  response.headers.flatMap((header) => {
    const place = named('header', header.name.toLowerCase(), header.pointer);
    const text = headerValue(headers, header.name);
    if (text !== undefined) return textProblems(judging, header, text, place, 'response');
    return header.required ? [problem(judging, place, `the header ${header.name}`, 'none')] : [];
  });

/** Answers that never have a body (RFC 9110, sections 6.4.1 and 15). */
const isBodiless = ({ method }: Operation, status: number): boolean =>
  method === 'HEAD' || status < 200 || status === 204 || status === 205 || status === 304;

const responseBody = (judging: Judging, response: Response, observed: ObservedResponse): readonly ContractProblem[] => {
  const { status, body, headers } = observed;
  if (observed.truncated === true) return [];
  const place: ProblemPlace = { kind: 'body', documentPointer: response.pointer, payloadPointer: '' };
  const contentType = observed.mediaType ?? headerValue(headers, 'content-type');
  if (body.length === 0) {
    if (response.content.length === 0 || isBodiless(judging.operation, status)) return [];
    const types = response.content.map((one) => one.mediaType).join(' or ');
    return [problem(judging, place, `a body (${types})`, 'none')];
  }
  if (response.content.length === 0)
    return [undeclared(judging, place, 'no body, as none is documented', `${String(body.length)} bytes`)];
  return bodyProblems(judging, response.content, { body, contentType }, response.pointer, 'response');
};

/**
 * Where an answer and the document disagree: its status (exact, ranges, default), media type, headers and body.
 *
 * A status, header or field that the document does not speak of is a warning, or an error when looked at strictly.
 */
export const validateResponse = (
  operation: Operation,
  observed: ObservedResponse,
  { strict = false }: ContractRules = {},
): readonly ContractProblem[] => {
  const judging: Judging = { operation, strict };
  const response = responseFor(operation, observed.status);
  if (response === undefined) return [statusProblem(judging, observed.status)];
  const declared = new Set(response.headers.map(({ name }) => name.toLowerCase()));
  return [
    ...headerProblems(judging, response, observed.headers),
    ...responseBody(judging, response, observed),
    ...undeclaredHeaders(judging, observed.headers, declared, `${response.pointer}/headers`),
  ];
};

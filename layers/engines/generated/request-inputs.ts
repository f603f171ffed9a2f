import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import type { Media, Operation, Parameter } from '#engines/contract/model';
import type { HeaderList, ProbeRequest } from '#engines/probe/probe';
import { parameterText } from './encode-parameter.ts';
import { encodedBody } from './encode-request-body.ts';

/** Values of one request. A parameter that is not in here is not sent. */
export interface Inputs {
  /** By `in:name`. */
  readonly parameters: { readonly [key: string]: Json };
  readonly body?: BodyInput;
}

export interface BodyInput {
  readonly media: Media;
  readonly value: Json;
  /** Sent instead of the value: text that is none of the media type. */
  readonly raw?: string;
}

export const keyOf = (parameter: Pick<Parameter, 'in' | 'name'>): string => `${parameter.in}:${parameter.name}`;

/** What goes with every request, whatever is tested. */
export interface Always {
  readonly headers: HeaderList;
  readonly query: { readonly [name: string]: string };
  readonly target?: string;
}

const pathOf = (operation: Operation, inputs: Inputs): string =>
  operation.path.replaceAll(/\{([^{}]+)\}/gu, (_whole, name: string) => {
    const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    const value = inputs.parameters[`path:${name}`];
    const text = parameter === undefined || value === undefined ? '' : parameterText(parameter, value);
    return text === '' ? '1' : text;
  });

const ofPlace = (
  operation: Operation,
  inputs: Inputs,
  place: Parameter['in'],
): readonly (readonly [string, string])[] =>
  operation.parameters.flatMap((parameter) => {
    const value = parameter.in === place ? inputs.parameters[keyOf(parameter)] : undefined;
    const text = value === undefined ? '' : parameterText(parameter, value);
    return text === '' ? [] : [[parameter.name, text] as const];
  });

/** 3.2: the whole query as one value. */
const wholeQuery = (operation: Operation, inputs: Inputs): string[] =>
  operation.parameters.flatMap((parameter): string[] => {
    const value = parameter.in === 'querystring' ? inputs.parameters[keyOf(parameter)] : undefined;
    if (value === undefined) return [];
    if (!isJsonObject(value)) return [encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))];
    const pairs = Object.entries(value).map(([name, one]): [string, string] => [
      name,
      typeof one === 'string' ? one : JSON.stringify(one),
    ]);
    return [new URLSearchParams(pairs).toString()];
  });

const acceptOf = (operation: Operation): string => {
  const types = [...new Set(operation.responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType)))];
  return types.length === 0 ? '*/*' : [...types, '*/*;q=0.1'].join(', ');
};

/** Only characters that a header may hold: the media types come from a stranger's document. */
const safe = (text: string): string => text.replaceAll(/[^\x20-\x7e]/gu, '');

const headersOf = (
  operation: Operation,
  inputs: Inputs,
  always: Always,
  contentType: string | undefined,
): HeaderList => {
  const own = ofPlace(operation, inputs, 'header').map(([name, text]) => [name.toLowerCase(), text] as const);
  const given = always.headers.map(([name, text]) => [name.toLowerCase(), text] as const);
  const names = new Set([...own, ...given].map(([name]) => name));
  const taken = new Set(own.map(([name]) => name));
  const cookies = [...given.filter(([name]) => name === 'cookie'), ...ofPlace(operation, inputs, 'cookie')].map(
    ([, text]) => text,
  );
  return [
    ...(names.has('accept') ? [] : [['accept', safe(acceptOf(operation))] as const]),
    ...own,
    ...given.filter(([name]) => name !== 'cookie' && !taken.has(name)),
    ...(cookies.length === 0 ? [] : [['cookie', cookies.join('; ')] as const]),
    ...(contentType === undefined ? [] : [['content-type', safe(contentType)] as const]),
  ];
};

/**
 * The request that carries these values.
 *
 * @param method  another one than the operation's, where a method that the document does not have is tried
 */
export const requestOf = (
  operation: Operation,
  inputs: Inputs,
  always: Always,
  method = operation.method,
): ProbeRequest => {
  const query = [
    ...ofPlace(operation, inputs, 'query').map(([, text]) => text),
    ...wholeQuery(operation, inputs),
    ...Object.entries(always.query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  ];
  const body = inputs.body === undefined || ['GET', 'HEAD'].includes(method) ? undefined : encodedBody(inputs.body);
  return {
    method,
    path: `${pathOf(operation, inputs)}${query.length === 0 ? '' : `?${query.join('&')}`}`,
    headers: headersOf(operation, inputs, always, body?.contentType),
    ...(always.target === undefined ? {} : { target: always.target }),
    ...(body === undefined ? {} : { body: body.bytes }),
  };
};

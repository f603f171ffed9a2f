import { fromPointer, isJsonObject } from '#core/json-types';
import { statusMatches } from '#core/status-match';
import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import type { Exchange } from '#engines/probe/probe';
import type { Inputs } from './request-inputs.ts';
import type { ResourcePool } from './resource-pool.ts';

export interface Answered {
  readonly inputs: Inputs;
  readonly exchange: Exchange;
  readonly body?: Json;
}

const at = (value: Json | undefined, pointer: string): Json | undefined => {
  let current = value;
  for (const segment of fromPointer(pointer)) {
    if (Array.isArray(current)) current = (current as readonly Json[])[Number(segment)];
    else current = isJsonObject(current) && Object.hasOwn(current, segment) ? current[segment] : undefined;
  }
  return current;
};

const headerOf = ({ exchange }: Answered, name: string): string | undefined =>
  exchange.response?.headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];

const sent = ({ inputs }: Answered, name: string): Json | undefined => {
  const [place = '', ...rest] = name.split('.');
  if (place === 'body' || place.startsWith('body#')) return at(inputs.body?.value, name.slice(name.indexOf('#') + 1));
  return inputs.parameters[`${place}:${rest.join('.')}`];
};

/** Value of a runtime expression (OpenAPI 3.2, section 4.20.4); other values stand for themselves. */
const evaluated = (expression: Json, answered: Answered): Json | undefined => {
  if (typeof expression !== 'string') return expression;
  const whole = /^\{?\$(request|response)\.(.+?)\}?$/u.exec(expression);
  if (whole === null) return expression.startsWith('$') ? undefined : expression;
  const [, side, rest = ''] = whole;
  if (side === 'request') return sent(answered, rest);
  if (rest.startsWith('body'))
    return rest.includes('#') ? at(answered.body, rest.slice(rest.indexOf('#') + 1)) : answered.body;
  return rest.startsWith('header.') ? headerOf(answered, rest.slice('header.'.length)) : undefined;
};

/** Keeps what the links of an answer say about parameters of other operations. */
export const learnLinks = (pool: ResourcePool, operation: Operation, answered: Answered): void => {
  const status = answered.exchange.response?.status ?? 0;
  for (const response of operation.responses) {
    if (response.status !== 'default' && !statusMatches(status, response.status)) continue;
    for (const link of response.links) {
      for (const [name, expression] of Object.entries(link.parameters)) {
        const value = evaluated(expression, answered);
        if (link.operation !== undefined && value !== undefined && value !== null)
          pool.link(link.operation, name.replace(/^path\./u, ''), value);
      }
    }
  }
};

import type { Check } from '#core/suite';
import type { Operation } from './operations.ts';

export type Status = number | string;

/** Why a request is refused. */
export type Refusal = 'invalid' | 'bad-id' | 'unknown-id' | 'unsupported' | 'credentials';

const statusValue = (status: string): Status => (/^\d+$/.test(status) ? Number(status) : status.toLowerCase());

export const statusCheck = (statuses: readonly Status[]): Check => {
  const all = [...new Set(statuses)];
  const [only] = all;
  return { status: all.length === 1 && only !== undefined ? only : all };
};

/** The documented successes; any 2xx where none is documented. */
export const successStatuses = (operation: Operation): Status[] => {
  const documented = operation.answers
    .filter(({ status }) => status.startsWith('2'))
    .map(({ status }) => statusValue(status));
  if (documented.length > 0) return documented;
  const redirects = operation.answers
    .filter(({ status }) => status.startsWith('3'))
    .map(({ status }) => statusValue(status));
  return redirects.length > 0 ? redirects : ['2xx'];
};

/** What refuses each kind of bad request, best first. */
const FITTING: { readonly [refusal in Refusal]: readonly number[] } = {
  invalid: [400, 422],
  'bad-id': [400, 404, 422],
  'unknown-id': [404, 410],
  unsupported: [400, 415, 422],
  credentials: [401, 403],
};
/** Refusals that are about something else than what the request says. */
const ABOUT_OTHER_THINGS = new Set([401, 402, 403, 404, 408, 409, 410, 412, 423, 425, 429]);

/**
 * The statuses that refuse a bad request: those of the document that fit; where it documents no fitting one, another client error that is about
 * the request; else any 4xx. On an operation that asks who calls, 401 and 403 never count: they would pass without anybody having looked at
 * what is wrong, so there the usual statuses stand in for "any".
 */
export const refusalStatuses = (operation: Operation, refusal: Refusal): Status[] => {
  const documented = operation.answers.map(({ status }) => status).filter((status) => /^4\d\d$/.test(status));
  const numbers = documented.map(Number);
  const fitting = FITTING[refusal].filter((status) => numbers.includes(status));
  if (refusal === 'credentials') return fitting.length > 0 ? fitting : [401, 403];
  if (fitting.length > 0) return fitting;
  const isClass = operation.answers.some(({ status }) => status === '4XX' || status === 'default');
  const others = refusal === 'unknown-id' ? [400, 422] : [];
  const near = numbers.filter((status) => !ABOUT_OTHER_THINGS.has(status) || others.includes(status));
  if (near.length > 0 && !isClass) return near;
  return operation.credentials.length > 0 || operation.unknown !== undefined ? [...FITTING[refusal]] : ['4xx'];
};

/** Whether the document says that the operation refuses bad values: many APIs ignore optional parameters that they do not understand. */
export const documentsRefusal = (operation: Operation): boolean =>
  operation.answers.some(({ status }) => ['400', '422', '4XX', 'default'].includes(status));

/** A documented conflict: the value was fine, the state was not. */
export const conflictStatuses = (operation: Operation): Status[] =>
  operation.answers.some(({ status }) => status === '409') ? [409] : [];

/** A safe call with values that are allowed but may match nothing. */
export const emptyStatuses = (operation: Operation): Status[] =>
  operation.answers.some(({ status }) => status === '404') ? [404] : [];

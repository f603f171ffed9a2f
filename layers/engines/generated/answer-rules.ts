import type { Exchange } from '#engines/probe/probe';
import type { Operation } from '#engines/contract/model';
import type { Breach } from './breach.ts';
import type { GeneratedCase } from './generated-case.ts';

/** What the document says of an answer. */
export type AnswerJudge = (operation: Operation, exchange: Exchange) => readonly Breach[];

/** Statuses that have other reasons than the input: login, rights, state, load, and what the message as a whole was. */
const EXCUSED = new Set([
  401, 402, 403, 404, 405, 406, 408, 409, 410, 412, 415, 421, 423, 424, 425, 426, 428, 429, 451,
]);

/** Never a fault: the server says that it is busy. */
export const isBusy = (status: number): boolean => status === 429 || status === 503;

const methodBreaches = (status: number): Breach[] => {
  if ([401, 403, 405, 501].includes(status) || status >= 500) return [];
  return [
    {
      rule: 'unsupported-method',
      expected: '405',
      got: String(status),
    },
  ];
};

const isMissingHeader = ({ constraint }: GeneratedCase): boolean =>
  constraint?.keyword === 'required' && constraint.place.startsWith('header:');

const inputBreaches = (one: GeneratedCase, status: number): Breach[] => {
  const place = one.constraint === undefined ? {} : { place: `${one.constraint.place} ${one.constraint.keyword}` };
  if (one.login !== undefined)
    return status < 200 || status >= 300
      ? []
      : [
          {
            rule: 'ignored-auth',
            expected: `401 or 403 ${one.login === 'none' ? 'without login' : 'with a made-up login'}`,
            got: String(status),
          },
        ];
  if (one.kind === 'invalid' && status >= 200 && status < 300)
    return [
      {
        rule: isMissingHeader(one) ? 'missing-header-accepted' : 'invalid-accepted',
        expected: 'a 4xx for invalid input',
        got: String(status),
        ...place,
      },
    ];
  if (one.kind === 'valid' && status >= 400 && status < 500 && !EXCUSED.has(status))
    return [{ rule: 'valid-refused', expected: 'a 2xx for valid input', got: String(status), ...place }];
  return [];
};

/** Everything that is wrong with one answer, by the document and by what was sent. */
export const breachesOf = (one: GeneratedCase, exchange: Exchange, judge: AnswerJudge): readonly Breach[] => {
  const { response } = exchange;
  if (response === undefined || isBusy(response.status)) return [];
  const { status } = response;
  const failed: Breach[] =
    status >= 500 && !(one.method !== undefined && status === 501)
      ? [{ rule: 'server-error', expected: 'a status below 500', got: String(status) }]
      : [];
  if (one.method !== undefined) return [...failed, ...methodBreaches(status)];
  // Refusals of a request without login are often made in front of the API and documented nowhere.
  const documented = one.login !== undefined ? [] : judge(one.operation, exchange);
  return [...failed, ...documented, ...inputBreaches(one, status)];
};

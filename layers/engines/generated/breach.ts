import type { ExploreDefinition, ExploreRule, RuleLevel } from '#core/acts/explore';
import type { Severity } from '#core/finding';
import type { Exchange } from '#engines/probe/probe';

/** A rule that an answer breaks. */
export interface Breach {
  readonly rule: ExploreRule;
  readonly expected: string;
  readonly got: string;
  /** Where in the answer or the request. */
  readonly place?: string;
}

/** A distinct fault is an operation, a class of statuses and a rule; what differs besides is the same fault again. */
export const statusClass = ({ response }: Exchange): string =>
  response === undefined ? 'none' : `${String(Math.floor(response.status / 100))}xx`;

const LEVELS: { readonly [rule in ExploreRule]: RuleLevel } = {
  'server-error': 'fail',
  'no-answer': 'warn',
  'status-undocumented': 'fail',
  'media-type': 'fail',
  'response-schema': 'fail',
  'response-headers': 'fail',
  'invalid-accepted': 'fail',
  'valid-refused': 'fail',
  'missing-header-accepted': 'fail',
  'ignored-auth': 'fail',
  'unsupported-method': 'warn',
  'use-after-delete': 'fail',
  'created-not-readable': 'fail',
};

/**
 * What a broken rule does to the case.
 *
 * A status of the 400s that the document forgot is a gap in the document: it warns unless the definition says otherwise.
 */
export const levelOf = ({ rules }: ExploreDefinition, rule: ExploreRule, status: string): RuleLevel =>
  rules?.[rule] ?? (rule === 'status-undocumented' && status === '4xx' ? 'warn' : LEVELS[rule]);

export const severityOf = (rule: ExploreRule, level: RuleLevel): Severity => {
  if (level === 'warn') return rule === 'unsupported-method' ? 'low' : 'medium';
  return rule === 'ignored-auth' ? 'critical' : 'high';
};

export const TITLES: { readonly [rule in ExploreRule]: string } = {
  'server-error': 'The server fails',
  'no-answer': 'The server does not answer',
  'status-undocumented': 'A status that the document does not have',
  'media-type': 'A media type that the document does not have',
  'response-schema': 'An answer that does not fit its schema',
  'response-headers': 'A header of the answer is missing or wrong',
  'invalid-accepted': 'Invalid input is accepted',
  'valid-refused': 'Valid input is refused',
  'missing-header-accepted': 'A request without a required header is accepted',
  'ignored-auth': 'The login is not looked at',
  'unsupported-method': 'A method that the document does not have is not refused',
  'use-after-delete': 'What was deleted still answers',
  'created-not-readable': 'What was created cannot be read',
};

/** What is told of a rule that held. */
export const HELD: { readonly [rule in ExploreRule]: string } = {
  'server-error': 'no request makes the server fail',
  'no-answer': 'every request is answered',
  'status-undocumented': 'every status is in the document',
  'media-type': 'every media type is in the document',
  'response-schema': 'every answer fits its schema',
  'response-headers': 'the headers of every answer fit the document',
  'invalid-accepted': 'invalid input is refused',
  'valid-refused': 'valid input is accepted',
  'missing-header-accepted': 'a request without a required header is refused',
  'ignored-auth': 'a request without login is refused',
  'unsupported-method': 'methods that the document does not have are refused',
  'use-after-delete': 'what was deleted is gone',
  'created-not-readable': 'what was created can be read',
};

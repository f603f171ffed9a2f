/** The faults that the documents API can be told to have, by name, with what a user of it then sees. */
export const FAULTS = {
  'login-500': 'logging in answers 500',
  'old-token-again': 'a second login gives the first token back, although it has expired',
  'expired-token-works': 'expired tokens keep working',
  'logout-forgets': 'a token works on after logging out',
  'cookie-missing': 'the form login sets no cookie',
  'title-trimmed': 'new documents keep only the first twelve characters of their title',
  'umlauts-lost': 'titles keep plain ASCII letters only',
  'field-missing': 'documents come without their owner',
  'duplicate-create': 'a repeated Idempotency-Key makes a second document',
  'etag-changes': 'the ETag of a document that did not change is another one each time',
  'lost-update': 'a change with an outdated If-Match is taken',
  'delete-forgets': 'deleting answers 204 and deletes nothing',
  'delete-refused': 'deleting answers 500',
  'page-gap': 'pages of the list leave one document out',
  'slow-list': 'the list takes 2.5 seconds',
  'upload-cut': 'an uploaded file loses its last byte',
  'gzip-broken': 'contents are announced as gzip and are not',
  'redirect-elsewhere': 'short links lead to another host',
  'no-limit': 'searching is never limited',
  'throttles-once': 'the first request for contents answers 429 with Retry-After',
  'flaky-503': 'the first request for the audit trail answers 503',
  'audit-hangs': 'the audit trail is never answered',
  'audit-unsorted': 'the audit trail has the newest event first',
  'audit-drops': 'the connection is closed instead of an audit trail',
  'share-ignored': 'sharing answers 201 and shares with nobody',
  'reader-signs': 'whoever may read may sign',
  'stranger-reads': 'everybody may read every document',
  'never-signed': 'documents stay in signing however many sign',
  'webhook-lost': 'nothing is sent on completion',
  'webhook-unsigned': 'webhooks come without signature',
  'webhook-wrong-secret': 'webhooks are signed with another secret',
  'webhook-once': 'a webhook that was answered with 500 is not sent again',
  'webhook-broadcast': 'webhooks go to everybody, whatever document they asked for',
  'webhook-kept': 'a webhook cannot be removed',
  'webhook-anywhere': 'webhooks to any address are accepted',
  'long-id-500': 'an id of more than 200 characters answers 500',
  'health-html': 'the health check answers a page for people',
  'stack-leaked': 'error answers carry a stack trace',
} as const;

export type FaultName = keyof typeof FAULTS;

export const isFaultName = (name: unknown): name is FaultName =>
  typeof name === 'string' && Object.hasOwn(FAULTS, name);

/** Names between commas. @throws RangeError for a name that is none */
export const readFaults = (list: string): FaultName[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      if (isFaultName(name)) return name;
      throw new RangeError(`expected one of ${Object.keys(FAULTS).join(', ')}, got ${name}`);
    });

/**
 * Every problem that Assay reports, as data: what a caller, an ASL matcher, a log line and a test name it by.
 *
 * docs/problems.md has one entry per code; a test holds both equal. A code is never reused for another meaning.
 */

/** Who has to act: the caller, nobody but time, or us. */
export type ProblemKind = 'RequestRejected' | 'DependencyUnavailable' | 'InvariantBroken';

export interface ProblemEntry {
  /** Never varies per occurrence. */
  readonly title: string;
  readonly status: number;
  readonly kind: ProblemKind;
}

const rejected = (status: number, title: string): ProblemEntry => ({ title, status, kind: 'RequestRejected' });
const unavailable = (status: 503 | 504, title: string): ProblemEntry => ({
  title,
  status,
  kind: 'DependencyUnavailable',
});
const broken = (title: string): ProblemEntry => ({ title, status: 500, kind: 'InvariantBroken' });

export const PROBLEMS = {
  // The request itself.
  'malformed-json': rejected(400, 'The body is not JSON'),
  'validation-failed': rejected(400, 'The request does not match the contract'),
  'cursor-invalid': rejected(400, 'The cursor is not one of this list'),
  'route-not-found': rejected(404, 'There is no such route'),
  'method-not-allowed': rejected(405, 'The route does not know this method'),
  'body-too-large': rejected(413, 'The body is too large'),
  'unsupported-media-type': rejected(415, 'The content type is not supported'),
  'too-many-requests': rejected(429, 'Too many requests'),

  // Who calls.
  'token-missing': rejected(401, 'No bearer token was sent'),
  'token-malformed': rejected(401, 'The bearer token is not a signed JWT'),
  'token-expired': rejected(401, 'The bearer token has expired'),
  'token-not-yet-valid': rejected(401, 'The bearer token is not valid yet'),
  'token-forged': rejected(401, 'The signature of the bearer token does not verify'),
  'token-wrong-audience': rejected(401, 'The bearer token was made for somebody else'),
  'token-unknown-issuer': rejected(401, 'The issuer of the bearer token is not trusted'),
  'no-trust-rule': rejected(403, 'No trust rule matches the bearer token'),
  'tenant-ambiguous': rejected(403, 'The bearer token belongs to several tenants'),
  forbidden: rejected(403, 'The principal may not do this'),

  // Things that are not there (404 where the path names them, 422 where a body does).
  'run-not-found': rejected(404, 'There is no such run'),
  'service-not-found': rejected(404, 'There is no such service'),
  'suite-not-found': rejected(404, 'There is no such suite'),
  'environment-not-found': rejected(404, 'There is no such environment'),
  'finding-not-found': rejected(404, 'There is no such finding'),
  'trust-rule-not-found': rejected(404, 'There is no such trust rule'),
  'unknown-service': rejected(422, 'The request names a service that is not registered'),
  'unknown-suite': rejected(422, 'The request names a suite that is not registered'),
  'unknown-case': rejected(422, 'The request names a case that is not in the selected suites'),
  'unknown-environment': rejected(422, 'The request names an environment that is not registered'),

  // Starting a run.
  'empty-selection': rejected(422, 'The selectors match no case'),
  'service-required': rejected(422, 'The service of the run cannot be told'),
  'no-default-environment': rejected(422, 'The service has no default environment'),
  'capability-not-allowed': rejected(422, 'The environment does not allow this capability'),
  'missing-in-environment': rejected(422, 'The environment lacks what a suite uses'),
  'limit-exceeded': rejected(422, 'The run is above a limit of the environment'),
  'idempotency-key-reused': rejected(422, 'The Idempotency-Key was used with another body'),

  // Catalog and access.
  'suite-invalid': rejected(422, 'The suite cannot be run as it is written'),
  'environment-invalid': rejected(422, 'The environment cannot be used as it is written'),
  'trust-rule-invalid': rejected(422, 'The trust rule cannot be used as it is written'),
  'target-refused': rejected(422, 'The target address may not be tested'),
  'sensitive-value': rejected(422, 'A secret value stands in clear text'),
  'role-not-grantable': rejected(403, 'Nobody can grant a role stronger than his own'),
  'last-owner-rule': rejected(409, 'The tenant would be left without an owner'),
  'finding-fixed': rejected(409, 'The finding is fixed'),
  'built-in-rule': rejected(409, 'The rule is given with the deploy'),
  'revision-conflict': rejected(409, 'Somebody else changed it first'),
  'trust-rule-exists': rejected(409, 'A trust rule of this id exists'),
  'upload-not-found': rejected(422, 'Nothing was uploaded under this digest'),
  'upload-mismatch': rejected(422, 'The upload is not what was announced'),
  'upload-too-large': rejected(413, 'The upload is too large'),

  // The life of a run.
  'run-already-over': rejected(409, 'The run is over'),
  'run-not-over': rejected(409, 'The run is not over yet'),
  'nothing-to-rerun': rejected(409, 'No case of the run needs to be run again'),
  'evidence-not-sealed': rejected(409, 'The evidence is not sealed yet'),
  'target-unhealthy': rejected(422, 'The target does not answer its health request'),
  'secret-unavailable': rejected(422, 'A secret of the environment cannot be read'),

  // What we wait for.
  'dependency-unavailable': unavailable(503, 'A service that Assay needs does not answer'),
  'issuer-unreachable': unavailable(503, 'The keys of the token issuer cannot be fetched'),
  timeout: unavailable(504, 'The answer took too long'),

  // What must not happen.
  'invariant-broken': broken('Something went wrong inside Assay'),
  'config-missing': broken('A function is not configured'),
  'run-machine-failed': broken('The state machine of the run failed'),
  'plan-missing': broken('The plan of the run is missing or was changed'),
  'digest-mismatch': broken('A stored object is not what its digest says'),
  'results-invalid': broken('The results of an attempt cannot be read'),
  'evidence-conflict': broken('The evidence key holds other bytes'),
  'evidence-unlocked': broken('The evidence bucket does not lock what is written'),
  'sensitive-evidence': broken('Evidence holds an unmasked secret'),
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One thing that is wrong with a request: where, and what was expected and what came. */
export interface ProblemReason {
  /** JSON Pointer (RFC 6901) into the body; for a query, path or header parameter `/` and its name. */
  readonly pointer: string;
  readonly reason: string;
  /** Where the pointer points; the body when absent. */
  readonly in?: 'body' | 'query' | 'path' | 'header';
}

export interface ProblemExtra {
  readonly errors?: readonly ProblemReason[];
  readonly runId?: string;
  /** Sent as Retry-After, whole seconds. */
  readonly retryAfterSeconds?: number;
  /** Kept for the log, never shown to a caller. */
  readonly cause?: unknown;
}

/** An error that the registry knows. `name` is the code: Step Functions, tests and callers match that, nobody matches text. */
export class Problem extends Error {
  override readonly name: ProblemCode;
  readonly code: ProblemCode;
  readonly kind: ProblemKind;
  readonly status: number;
  readonly title: string;
  /** What was expected and what came in this occurrence; shown to the caller unless the kind is InvariantBroken. */
  readonly detail: string;
  readonly errors?: readonly ProblemReason[];
  readonly runId?: string;
  readonly retryAfterSeconds?: number;

  constructor(code: ProblemCode, detail: string, extra: ProblemExtra = {}) {
    super(detail, extra.cause === undefined ? undefined : { cause: extra.cause });
    const entry: ProblemEntry = PROBLEMS[code];
    this.name = code;
    this.code = code;
    this.kind = entry.kind;
    this.status = entry.status;
    this.title = entry.title;
    this.detail = detail;
    if (extra.errors !== undefined) this.errors = extra.errors;
    if (extra.runId !== undefined) this.runId = extra.runId;
    if (extra.retryAfterSeconds !== undefined) this.retryAfterSeconds = extra.retryAfterSeconds;
  }
}

/** Makes a Problem to throw: `throw problem('unknown-suite', 'suites[0]: …')`. */
export const problem = (code: ProblemCode, detail: string, extra?: ProblemExtra): Problem =>
  new Problem(code, detail, extra);

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;

export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

/** The type URI of a code, as it stands in problem bodies. */
export const problemType = (code: ProblemCode): string => `urn:assay:problem:${code}`;

/** An RFC 9457 problem body, as the API sends it with `application/problem+json`. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ProblemCode;
  readonly runId?: string;
  readonly errors?: readonly ProblemReason[];
}

const INTERNAL_DETAIL = 'This is our fault and was recorded. Quote the instance when you report it.';

/**
 * The body that a caller sees. Details of a broken invariant stay inside.
 *
 * @param instance names this occurrence, such as `urn:assay:request:{request id}`
 */
export const problemBody = (found: Problem, instance: string): ProblemBody => ({
  type: problemType(found.code),
  title: found.title,
  status: found.status,
  detail: found.kind === 'InvariantBroken' ? INTERNAL_DETAIL : found.detail,
  instance,
  code: found.code,
  ...(found.runId === undefined ? {} : { runId: found.runId }),
  ...(found.errors === undefined || found.kind === 'InvariantBroken' ? {} : { errors: found.errors }),
});

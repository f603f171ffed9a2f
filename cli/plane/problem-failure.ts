import { CliFailure } from '../cli-failure.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

const exitFor = (status: number): ExitCode => {
  if (status === 401 || status === 403) return EXIT.noPermission;
  if (status === 429 || status >= 500 || status < 400) return EXIT.unavailable;
  return EXIT.usage;
};

/** What to do about a problem, by its code. */
export const HINTS: { readonly [code: string]: string } = {
  'token-missing': 'set ASSAY_TOKEN; `assay token` tells where the token comes from',
  'token-expired': 'get a new token; `assay token` shows when it expired',
  'token-not-yet-valid': 'compare the clocks: `assay doctor`',
  'token-wrong-audience':
    'ask for a token with the audience that the plane expects (ASSAY_AUDIENCE in GitHub Actions); `assay token` shows yours',
  'token-unknown-issuer': 'the plane does not know who made this token; an admin adds the issuer to the deploy',
  'no-trust-rule':
    'an admin adds a rule for these claims: `assay trust add --help`; `assay token` shows them. Where --tenant or ASSAY_TENANT is set: is the token one of that tenant?',
  forbidden: '`assay doctor` shows your role and its rights',
  'tenant-ambiguous': 'say which tenant is meant: --tenant NAME, or ASSAY_TENANT',
  'service-not-found': 'register it first: `assay push`',
  'unknown-service': 'register it first: `assay push`',
  'suite-not-found': 'push it first: `assay push`',
  'unknown-suite': 'push it first: `assay push`',
  'environment-not-found': 'push it first: `assay push`',
  'unknown-environment': 'push it first: `assay push`; or name another one with --env',
  'idempotency-key-reused': 'this key has started another run; leave --idempotency-key out to have a new one made',
  'unknown-case':
    'a case is named CASE, SUITE/CASE or SERVICE.SUITE/CASE; `assay run --service SERVICE --dry-run` lists them, and new ones come with `assay push`',
  'missing-in-environment': 'add it to the environment and `assay push` it, or name another one with --env',
  'empty-selection': 'leave one selector after the other away; without any, all cases of the service are selected',
  'evidence-not-sealed': 'sealing follows the gate result by seconds; see `assay status RUN`',
  'nothing-to-rerun':
    'nothing of it is left to be run again: start a new run with `assay run`; `assay status RUN` shows how this one ended',
  'run-not-judged': 'wait for the gate result: `assay status RUN --watch`',
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (record: Record<string, unknown>, name: string, otherwise: string): string => {
  const value = record[name];
  return typeof value === 'string' ? value : otherwise;
};

const pointersOf = (errors: unknown): { pointer: string; reason: string }[] =>
  Array.isArray(errors)
    ? errors
        .filter(isRecord)
        .map((one) => ({ pointer: textIn(one, 'pointer', ''), reason: textIn(one, 'reason', 'is not valid') }))
    : [];

const hintFor = (code: string | undefined, status: number): string | undefined => {
  const known = code === undefined ? undefined : HINTS[code];
  if (known !== undefined) return known;
  if (status === 401 && code === undefined)
    return 'is this a plane? One says with a code why it refuses a token; compare ASSAY_URL (or --url), `assay doctor` checks it';
  if (status === 401) return '`assay token` shows the token that was sent';
  if (status === 403) return '`assay doctor` shows who the plane takes you for';
  if (status === 404 && code === undefined) return 'is this the address of the plane? `assay doctor` checks it';
  if (status === 429 || status >= 500) return 'the plane cannot answer now; try again, or see `assay doctor`';
  return undefined;
};

/** What API Gateway itself says about a path that it does not know; a plane's own answers are problem documents. */
const GATEWAY_SAYS = /^(?:Forbidden|Missing Authentication Token)$/i;

const notThePlane = (status: number, said: string, what: string): CliFailure =>
  new CliFailure(
    EXIT.usage,
    'probably not the address of a plane',
    `${what} answered ${String(status)} "${said}", which is what a gateway says about paths that it does not know`,
    {
      status,
      hint: 'ASSAY_URL (or --url) needs the stage: https://abc123.execute-api.eu-west-1.amazonaws.com/prod; `assay doctor` checks it',
    },
  );

/** An answer that is no success, as a failure of the command; problem+json (RFC 9457) where it is that, else what can be told. */
export const problemFailure = (
  status: number,
  body: unknown,
  requestId: string | undefined,
  what: string,
): CliFailure => {
  const problem = isRecord(body) ? body : {};
  const code = typeof problem['code'] === 'string' ? problem['code'] : undefined;
  const said = problem['message'];
  if (status === 403 && code === undefined && typeof said === 'string' && GATEWAY_SAYS.test(said))
    return notThePlane(status, said, what);
  const hint = hintFor(code, status);
  const title = typeof problem['title'] === 'string' ? problem['title'] : `${what} answered ${String(status)}`;
  const detail =
    typeof problem['detail'] === 'string'
      ? problem['detail']
      : typeof problem['message'] === 'string'
        ? problem['message']
        : 'the answer is not a problem document';
  return new CliFailure(exitFor(status), title, detail, {
    status,
    pointers: pointersOf(problem['errors']),
    ...(code === undefined ? {} : { code }),
    ...(hint === undefined ? {} : { hint }),
    ...(requestId === undefined ? {} : { requestId }),
  });
};

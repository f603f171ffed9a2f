import { request, type Dispatcher } from 'undici';
import { CliFailure, messageOf } from '../cli-failure.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { World } from '../world.ts';
import { isSafeLink } from './plane-url.ts';

export const AUDIENCE_DEFAULT = 'assay';
/** GitHub's tokens live 5 minutes and its issuer is quick: a token older than this is fetched anew. */
const GITHUB_TOKEN_AGE_MS_MAX = 60_000;

export interface TokenSource {
  /** Where tokens come from, in words. */
  readonly from: '--token' | 'ASSAY_TOKEN' | 'GitHub Actions';
  /** The token for the next call. @throws CliFailure */
  next(signal?: AbortSignal): Promise<string>;
  /** Forgets a token that was refused. @returns true when the next one can be another */
  renew(): boolean;
}

const fixed = (from: TokenSource['from'], token: string): TokenSource => {
  const trimmed = token.trim();
  if (!/^[!-~]+$/.test(trimmed)) {
    throw new CliFailure(
      EXIT.noPermission,
      'token',
      `${from} holds ${trimmed === '' ? 'no token' : 'spaces or control characters'}`,
      {
        hint: 'a bearer token is one word, such as eyJhbGciOi…',
      },
    );
  }
  return { from, next: () => Promise.resolve(trimmed), renew: () => false };
};

const PERMISSION_HINT = 'the job needs `permissions: { id-token: write }`';
const SETTINGS_HINT =
  'the job needs ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN as its platform sets them, unchanged';

const githubFailure = (detail: string, hint: string, exit: ExitCode, cause?: unknown): CliFailure =>
  new CliFailure(exit, 'no token came from the token service', detail, {
    hint,
    ...(cause === undefined ? {} : { cause }),
  });

const SAID_MAX = 300;

/** What the service itself says, wherever its answer has it; nothing for a page or an empty answer. */
const saidIn = (text: string): string => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return /^\s*</.test(text) ? '' : text.trim().slice(0, SAID_MAX);
  }
  if (typeof body !== 'object' || body === null) return '';
  const fields = body as { readonly [name: string]: unknown };
  const said = [fields['message'], fields['error_description'], fields['detail'], fields['error']].find(
    (one) => typeof one === 'string' && one !== '',
  );
  return typeof said === 'string' ? said.slice(0, SAID_MAX) : '';
};

const refusedFailure = (status: number, text: string): CliFailure => {
  const said = saidIn(text);
  const detail = `it answered ${String(status)}${said === '' ? '' : `: ${said}`}`;
  if (status === 401 || status === 403) return githubFailure(detail, PERMISSION_HINT, EXIT.noPermission);
  if (status === 429 || status >= 500)
    return githubFailure(detail, 'it cannot answer now; try again', EXIT.unavailable);
  return githubFailure(detail, SETTINGS_HINT, EXIT.noPermission);
};

const tokenIn = (text: string): string | undefined => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'value' in body && typeof body.value === 'string'
      ? body.value
      : undefined;
  } catch {
    return undefined;
  }
};

const fetchGithubToken = async (
  url: string,
  bearer: string,
  agent: Dispatcher,
  signal?: AbortSignal,
): Promise<string> => {
  try {
    const answer = await request(url, {
      headers: { authorization: `bearer ${bearer}`, accept: 'application/json' },
      dispatcher: agent,
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw refusedFailure(answer.statusCode, text);
    const token = tokenIn(text);
    if (token === undefined) throw githubFailure('it answered 200 without a token', SETTINGS_HINT, EXIT.noPermission);
    return token;
  } catch (error) {
    if (error instanceof CliFailure || signal?.aborted === true) throw error;
    const { origin } = new URL(url);
    throw githubFailure(`${origin} cannot be reached: ${messageOf(error)}`, SETTINGS_HINT, EXIT.unavailable, error);
  }
};

const github = (world: World, agent: Dispatcher, link: string, bearer: string): TokenSource => {
  if (!isSafeLink(link))
    throw githubFailure('ACTIONS_ID_TOKEN_REQUEST_URL is not an https address', SETTINGS_HINT, EXIT.noPermission);
  const url = new URL(link);
  url.searchParams.set('audience', world.env['ASSAY_AUDIENCE'] ?? AUDIENCE_DEFAULT);
  let held: { readonly token: string; readonly atMs: number } | undefined;
  return {
    from: 'GitHub Actions',
    next: async (signal) => {
      if (held === undefined || world.nowMs() - held.atMs > GITHUB_TOKEN_AGE_MS_MAX) {
        held = { token: await fetchGithubToken(url.href, bearer, agent, signal), atMs: world.nowMs() };
      }
      return held.token;
    },
    renew: () => {
      held = undefined;
      return true;
    },
  };
};

/**
 * Where the bearer token comes from: --token, then ASSAY_TOKEN, then the job's own OIDC token in GitHub Actions.
 *
 * @throws CliFailure no permission, when there is none of the three
 */
export const findTokenSource = (world: World, agent: Dispatcher, flag: string | undefined): TokenSource => {
  const { ASSAY_TOKEN, ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN } = world.env;
  if (flag !== undefined) return fixed('--token', flag);
  if (ASSAY_TOKEN !== undefined && ASSAY_TOKEN !== '') return fixed('ASSAY_TOKEN', ASSAY_TOKEN);
  if (ACTIONS_ID_TOKEN_REQUEST_URL !== undefined && ACTIONS_ID_TOKEN_REQUEST_TOKEN !== undefined) {
    return github(world, agent, ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN);
  }
  throw new CliFailure(EXIT.noPermission, 'token', 'expected a token, found none', {
    hint:
      world.env['GITHUB_ACTIONS'] === 'true'
        ? 'give the job `permissions: { id-token: write }`, or set ASSAY_TOKEN'
        : 'set ASSAY_TOKEN, or give --token',
  });
};

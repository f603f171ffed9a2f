import { request, type Dispatcher } from 'undici';
import { CliFailure, messageOf } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
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

const githubFailure = (detail: string, cause?: unknown): CliFailure =>
  new CliFailure(EXIT.noPermission, 'GitHub gave no token', detail, {
    hint: 'the job needs `permissions: { id-token: write }`',
    ...(cause === undefined ? {} : { cause }),
  });

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
    const body: unknown = await answer.body.json().catch(() => undefined);
    if (answer.statusCode !== 200) throw githubFailure(`its token service answered ${String(answer.statusCode)}`);
    if (typeof body !== 'object' || body === null || !('value' in body) || typeof body.value !== 'string') {
      throw githubFailure('its token service answered without a token');
    }
    return body.value;
  } catch (error) {
    if (error instanceof CliFailure || signal?.aborted === true) throw error;
    throw githubFailure(messageOf(error), error);
  }
};

const github = (world: World, agent: Dispatcher, link: string, bearer: string): TokenSource => {
  if (!isSafeLink(link)) throw githubFailure('ACTIONS_ID_TOKEN_REQUEST_URL is not an https address');
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

import type { World } from '../world.ts';

const LABEL_LENGTH_MAX = 256;

/** Branch, commit and build of a GitHub Actions job; nothing elsewhere. */
export const ciLabels = (env: World['env']): { readonly [key: string]: string } => {
  if (env['GITHUB_ACTIONS'] !== 'true') return {};
  const { GITHUB_HEAD_REF, GITHUB_REF_NAME, GITHUB_SHA, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = env;
  const branch = GITHUB_HEAD_REF === undefined || GITHUB_HEAD_REF === '' ? GITHUB_REF_NAME : GITHUB_HEAD_REF;
  const hasBuild = GITHUB_SERVER_URL !== undefined && GITHUB_REPOSITORY !== undefined && GITHUB_RUN_ID !== undefined;
  const labels = {
    branch,
    commit: GITHUB_SHA,
    build: hasBuild ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}` : undefined,
  };
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value.slice(0, LABEL_LENGTH_MAX)]],
    ),
  );
};

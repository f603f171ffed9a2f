/** A scripted plane of its own for each test of the file that imports this, and the command line pointed at it. */
import { afterEach, beforeEach } from '@jest/globals';
import { NOW_MS, run, type Ran, type RunOptions } from './run-command.ts';
import { startPlane, type ScriptedPlane } from './scripted-plane.ts';
import { accepted } from './wire-samples.ts';

/** Seconds since the epoch in the world of the commands. */
export const NOW_SECONDS = NOW_MS / 1000;

/** A token whose signature nobody checks here, and must never see printed. */
export const jwt = (claims: object): string =>
  `${Buffer.from('{"alg":"RS256","kid":"k1"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;

export const CLAIMS = {
  iss: 'https://issuer.example',
  aud: 'assay',
  sub: 'repo:acme/shop',
  iat: NOW_SECONDS - 60,
  exp: NOW_SECONDS + 240,
};
export const TOKEN = jwt(CLAIMS);

/** The plane of the test that runs; it accepts runs until told otherwise. */
export let plane: ScriptedPlane;

beforeEach(async () => {
  plane = await startPlane();
  plane.on('POST /tests/run', { status: 202, json: accepted });
});
afterEach(async () => {
  await plane.close();
});

/** Runs a command line against that plane, with TOKEN. */
export const assay = (argv: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  run(argv, { ...options, env: { ASSAY_URL: plane.url, ASSAY_TOKEN: TOKEN, ...options.env } });

/**
 * `npm start`: a cloud that stays up until Ctrl-C.
 *
 * `npm start -- [--tenant NAME]… [--evaluate-roles]`
 */
import { parseArgs } from 'node:util';
import { forget, ownerClaims, startCloud, TENANT } from '../cloud.ts';
import { onEnd } from '../ending.ts';
import { messageOf } from '../message-of.ts';
import { findRunningCloud, removeCloudRecord, writeCloudRecord } from '../running-cloud.ts';

const OWNER_TOKEN_SECONDS = 12 * 3600;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { values } = parseArgs({
  options: { tenant: { type: 'string', multiple: true }, 'evaluate-roles': { type: 'boolean', default: false } },
});
const tenants = values.tenant ?? [TENANT];

const announce = (url: string, token: string): void => {
  say('');
  say(`export ASSAY_URL=${url}`);
  say(`export ASSAY_TOKEN=${token}`);
  say('');
  say(
    `That token is the owner's of tenant ${tenants[0] ?? TENANT} and lasts 12 hours. Others: npm run -s token -- --role viewer`,
  );
  say('The example: npm run demo. Ctrl-C ends everything.');
};

const main = async (): Promise<void> => {
  const running = await findRunningCloud();
  if (running !== undefined) {
    say(`a cloud runs here already (process ${String(running.pid)}, since ${running.startedAt}):`);
    say(`export ASSAY_URL=${running.url}`);
    say('npm run -s token prints a token for it');
    return;
  }
  const starting = new AbortController();
  const asked = new Promise<number>((resolve) => {
    onEnd((exitCode) => {
      say('\nstopping');
      starting.abort();
      resolve(exitCode);
    });
  });
  const endpoint = process.env['AWS_ENDPOINT_URL'];
  const python = process.env['ASSAY_PYTHON'];
  const cloud = await startCloud({
    say,
    tenants,
    evaluateRoles: values['evaluate-roles'],
    signal: starting.signal,
    ...(endpoint === undefined || endpoint === '' ? {} : { endpoint }),
    ...(python === undefined ? {} : { python }),
  }).catch((error: unknown) => {
    // Ctrl-C while it was starting is no failure.
    if (starting.signal.aborted) return undefined;
    throw error;
  });
  if (cloud !== undefined && !starting.signal.aborted) {
    writeCloudRecord(cloud, tenants);
    announce(
      cloud.url,
      await cloud.tokenFor(ownerClaims(tenants[0] ?? TENANT), { lifetimeSeconds: OWNER_TOKEN_SECONDS }),
    );
  }
  const exitCode = await asked;
  if (cloud !== undefined) {
    removeCloudRecord();
    await cloud.stop();
    forget(cloud);
  }
  // Ctrl-C is how one ends it: that is no failure.
  process.exit(exitCode === 130 ? 0 : exitCode);
};

await main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
});
